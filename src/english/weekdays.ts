/** The weekdays that a report names, and the one of its news. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { marksWithin } from '../text/marks-within.js'
import { once } from '../text/once.js'
import { contains } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { isWeekday, looksAheadAround, timeWords } from './calendar.js'
import { isRelation, type Node, type Tree } from './parse/tree.js'
import { isTooLong, readingOf } from './reading.js'
import { speechVerbs } from './telling-verbs.js'

type Dated = Pick<AnnotatedArticle, 'text' | 'sentences' | 'blocks'>

/** `day`: lower case. */
export type NamedWeekday = Span & { readonly day: string; readonly ahead: boolean }

export const weekdaysOf = once(({ text, sentences }: Dated): readonly NamedWeekday[] =>
  tokenize(text)
    .filter(({ norm, start }) => isWeekday(norm) && /\p{Lu}/u.test(text.charAt(start)))
    .map(({ norm, start, end }) => {
      const sentence = sentences.find((one) => contains(one, { start, end })) ?? { start, end }
      const ahead = looksAheadAround(text.slice(sentence.start, start), text.slice(end, sentence.end))
      return { day: norm, ahead, start, end }
    }),
)

/** Sentences at the head of a report that tell its news. */
const opening = 3

/** The day on which what its first sentences tell above all was done or said; null where none says so. */
export const newsDayOf = once((article: Dated): string | null => {
  const { text, sentences, blocks } = article
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  const first = sentences
    .filter(({ end }) => /[.!?]/u.test(text.slice(end - 3, end)))
    .filter((one) => paragraphs.some((block) => contains(block, one)))
    .slice(0, opening)
  const days = first
    .filter((one) => !isTooLong(one))
    .flatMap((sentence) => {
      const marks = marksWithin(text, sentence)
      const isQuoted = (node: Node): boolean => marks.some((mark) => contains(mark, node))
      const tree = readingOf(article).tree(sentence)
      return tree.nodes.filter((node) => {
        if (!isWeekday(node.surface) || isQuoted(node)) return false
        const verb = verbBeside(tree, node)
        return verb !== undefined && !isQuoted(verb) && isPast(tree, verb) && isMain(tree, verb)
      })
    })
  return days[0]?.lower ?? null
})

/** In word order, which stands firmer in long first sentences than the tree: "Lowe on Monday said", "said in a statement Monday", "on Monday, Lowe said". */
function verbBeside(tree: Tree, day: Node): Node | undefined {
  const { nodes } = tree
  const isTime = (node: Node | undefined): boolean => timeWords.has(node?.lemma ?? '')
  const from = nodes.slice(0, day.index).findLastIndex(({ lower }) => !beforeDay.has(lower))
  const behind = nodes.slice(day.index + 1).find((node) => !isTime(node) && node.pos !== 'ADV')
  if (nodes[from]?.pos === 'ADP' || otherWeek.has(nodes[from]?.lower ?? '')) return undefined
  if (behind?.lower.startsWith("'") || behind?.pos === 'NOUN') return undefined
  if (behind?.pos === 'VERB' && nodes[from]?.pos !== 'VERB' && finite.has(behind.tag)) return behind
  const before = nodes.slice(0, from + 1).findLast(({ pos, lower }) => pos === 'VERB' || yetToCome.has(lower))
  if (before && yetToCome.has(before.lower)) return undefined
  return before ?? (from < 0 || occasions.has(nodes[0]?.lower ?? '') ? tree.root : undefined)
}

const beforeDay: ReadonlySet<string> = new Set(['on', 'early', 'late', 'later'])
const otherWeek: ReadonlySet<string> = new Set(['last', 'next', 'every', 'each'])
/** "In advance of the vote on Monday". */
const yetToCome: ReadonlySet<string> = new Set(['advance', 'ahead', 'before'])
/** "In a tweet on Friday, Lowe said". */
const occasions: ReadonlySet<string> = new Set(['in', 'at', 'during'])
const finite: ReadonlySet<string> = new Set(['VBD', 'VBN'])
const side: ReadonlySet<string> = new Set('after before if since that until when where which who'.split(' '))

/** Of the sentence's first clause or one beside it; "Lowe said Monday" behind what she said. */
function isMain(tree: Tree, verb: Node): boolean {
  const opener = tree.nodes
    .slice(0, verb.index)
    .findLast(({ pos, lower }) => pos === 'VERB' || lower === ',' || side.has(lower))
  if (side.has(opener?.lower ?? '')) return false
  const over = tree.headOf(verb)
  if (!over) return true
  if (isRelation(verb.label, 'acl')) return false
  if (speechVerbs.has(verb.lemma) && verb.tag === 'VBD') return true
  const joins = [
    'parataxis',
    // "An interview taped Monday" may be read so.
    ...(tree.by(verb, 'cc').length > 0 || tree.nodes[verb.index - 1]?.pos !== 'NOUN' ? ['conj'] : []),
    ...(verb.tag === 'VBG' ? ['advcl'] : []),
    ...(over.lower === 'had' ? ['xcomp'] : []),
  ]
  return joins.some((name) => isRelation(verb.label, name)) && isMain(tree, over)
}

/** "Said", "was charged", "has announced", "had to go"; not "will say", "had said", "is heading", and not "began", which went on. */
function isPast(tree: Tree, verb: Node): boolean {
  if (verb.lemma === 'begin' || verb.lemma === 'start') return false
  const over = tree.headOf(verb)
  if (isRelation(verb.label, 'xcomp') && over?.lower === 'had') return true
  if (verb.tag === 'VBG' && isRelation(verb.label, 'advcl') && over) return isPast(tree, over)
  const helpers = tree.by(verb, 'aux')
  if (helpers.some(({ tag, lower }) => tag === 'MD' || lower === 'had')) return false
  return (
    [verb, ...helpers].some(({ tag, lemma }) => tag === 'VBD' || lemma === 'have') ||
    (verb.tag === 'VBN' && helpers.length === 0 && !over)
  )
}
