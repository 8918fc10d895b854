/**
 * What happened: one headline or opening sentence whose words the openings of all other texts carry, or of two thirds of many; else null.
 * Never: what stands among the differences as a headline or beginning.
 */
import type { Found } from '../model/comparison.js'
import type { Happened } from '../model/report.js'
import type { Span } from '../model/span.js'
import { daysByReport } from '../english/calendar.js'
import { firstOrSecondPerson, pointing, thirdPerson } from '../english/function-words.js'
import type { Node, Tree } from '../english/parse/tree.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { once } from '../text/once.js'
import { firstBy } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { quantise } from '../text/quantise.js'
import { comparedGroups, reportsIn } from '../text/compared.js'
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'
import { unstopped } from '../text/trimmed.js'
import { disputedValues, wordsOf } from './agreement.js'
import { contentOf, titleOf, wordsAt, type Article, type Event } from './event.js'

type Opening = Happened & {
  readonly span: Span
  readonly isHeadline: boolean
  /** In part somebody's words. */
  readonly isCredited: boolean
  /** Content words; of names and numbers none may be missing elsewhere. */
  readonly content: ReadonlySet<string>
  readonly exact: ReadonlySet<string>
}

const fewestWords = 5
const mostWords = 32
/** Words of a report that its opening has, whole paragraphs. */
const wordsOfOpening = 250
/** Of so many words one may be told in another. */
const wordsForOneMissing = 5
/** From so many texts on two thirds are enough. */
const manyTexts = 5

export function happened(event: Event, front: readonly Found[] = []): Happened | null {
  const groups = comparedGroups(event)
  const needed = groups.length < manyTexts ? groups.length : Math.ceil((groups.length * 2) / 3)
  if (groups.length < 2) return null
  const disputed = disputedValues(event)
  const articles = reportsIn(event)
  const printed = front.filter(({ kind }) => kind === 'headline-focus' || kind === 'told-differently')
  const isPrinted = ({ article, span }: Opening): boolean =>
    printed.some(({ evidence }) => evidence.some((one) => one.article === article && overlap(one, span) > 0))
  const openings = articles.flatMap(openingsOf)
  const best = firstBy(
    openings
      .map((one) => ({
        ...one,
        carried: groups.filter((ids) =>
          articles.some((other) => ids.includes(other.id) && carries(other, one)),
        ).length,
        inCommon: quantise(openings.reduce((sum, other) => sum + likeness(one, other), 0)),
      }))
      .filter(
        (one) =>
          one.carried >= needed &&
          !isPrinted(one) &&
          !disputed.some((value) => wordsOf(one.words).includes(value)),
      ),
    ({ carried, isHeadline, isCredited, inCommon, words }) => [
      -carried,
      isHeadline ? 0 : 1,
      isCredited ? 1 : 0,
      -inCommon,
      words,
    ],
  )
  return best ? { words: best.words, article: best.article } : null
}

/** The headline and the sentences of the first paragraph. */
function openingsOf(article: Article): readonly Opening[] {
  const lead = article.blocks.find(({ kind }) => kind === 'paragraph')
  const sentences = article.sentences.filter((sentence) => lead && contains(lead, sentence))
  return [...(article.headline ? [article.headline] : []), ...sentences].flatMap((span) => {
    const words = unstopped(titleOf(wordsAt(article, [span])))
    if (!speaksForItself(words)) return []
    return [
      {
        words,
        span,
        article: article.id,
        isHeadline: span === article.headline,
        isCredited: article.quotes.some(({ content }) => content.some((part) => overlap(part, span) > 0)),
        content: contentOf(words),
        exact: namesAndNumbers(article, span),
      },
    ]
  })
}

function namesAndNumbers({ text, entities, quantities }: Article, within: Span): ReadonlySet<string> {
  const places = [...entities.flatMap(({ mentions }) => mentions), ...quantities]
  return new Set(
    places
      .filter((place) => overlap(place, within) > 0)
      .flatMap(({ start, end }) => [...contentOf(text.slice(start, end))]),
  )
}

function carries(article: Article, { words, content, exact }: Opening): boolean {
  const there = contentOfOpening(article)
  if ([...toComeIn(article)].some((verb) => isDone(verb, words))) return false
  const missing = [...content].filter((key) => !there.has(key))
  return (
    missing.length <= Math.floor(content.size / wordsForOneMissing) && !missing.some((key) => exact.has(key))
  )
}

/** "Overrides", "in the first override", said of what another is set to do; not "to override". */
function isDone(verb: string, words: string): boolean {
  const norms = tokenize(words).map(({ norm }) => norm)
  return norms.some(
    (norm, at) =>
      stem(norm) === stem(verb) &&
      !norm.endsWith('ing') &&
      !norms.slice(Math.max(0, at - 2), at).some((one) => ahead.has(one)),
  )
}

const ahead: ReadonlySet<string> = new Set(['to', 'will', 'would', 'may', 'might', 'could', 'should', 'must'])

/** Verbs that the opening tells of as still to come alone: "is set to override". */
const toComeIn = once((article: Article): ReadonlySet<string> => {
  const end = endOfOpening(article)
  const verbs = new Map<string, boolean>()
  for (const sentence of article.sentences) {
    if (sentence.end > end || isTooLong(sentence)) continue
    const tree = readingOf(article).tree(sentence)
    for (const node of tree.nodes.filter(({ pos }) => pos === 'VERB')) {
      const isAhead =
        isOfMain(tree, node) && tree.by(node, 'aux', 'mark').some(({ lower }) => ahead.has(lower))
      verbs.set(node.lemma, isAhead && (verbs.get(node.lemma) ?? true))
    }
  }
  return new Set([...verbs].flatMap(([lemma, isAhead]) => (isAhead ? [lemma] : [])))
})

/** Of the main clause, or of what it says is to be done. */
function isOfMain(tree: Tree, node: Node): boolean {
  const over = tree.headOf(node)
  return over === undefined || (/^(?:xcomp|advcl|ccomp|conj)/u.test(node.label) && isOfMain(tree, over))
}

const contentOfOpening = once((article: Article): ReadonlySet<string> =>
  contentOf(article.text.slice(0, endOfOpening(article))),
)

function endOfOpening({ text, blocks }: Article): number {
  let end = 0
  let words = 0
  for (const block of blocks) {
    if (words >= wordsOfOpening) break
    end = block.end
    words += text.slice(block.start, block.end).split(/\s+/u).length
  }
  return end
}

/** Share of the words of two openings that both have (Dice). */
function likeness(one: Opening, other: Opening): number {
  const common = [...one.content].filter((key) => other.content.has(key)).length
  return (2 * common) / Math.max(1, one.content.size + other.content.size)
}

const opensBlind: ReadonlySet<string> = new Set([...thirdPerson, ...pointing, 'there', 'who', 'which'])

/** It names what it is about and no day that only its report knows, asks nothing and quotes nobody. */
function speaksForItself(words: string): boolean {
  const number = words.split(' ').length
  const norms = tokenize(words).map(({ norm }) => norm)
  return (
    number >= fewestWords &&
    number <= mostWords &&
    !/[:“”"…?]/u.test(words) &&
    !norms.some((word) => daysByReport.has(word) || firstOrSecondPerson.has(word)) &&
    !opensBlind.has(norms[0] ?? '')
  )
}
