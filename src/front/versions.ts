/** The versions of one utterance as answers: what each report prints of the sentence in which two of them differ. */
import { functionWords } from '../english/function-words.js'
import type { Column } from '../model/alignment.js'
import type { Answer, Edit, Evidence, Found } from '../model/comparison.js'
import { grouped } from '../text/grouped.js'
import { unquoted } from '../text/in-quotes.js'
import { marksWithin } from '../text/marks-within.js'
import { sortedBy } from '../text/order.js'
import { mergeSpans, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { trimmedOf } from '../text/trimmed.js'
import { articleOf, inOrder, wordsAt, type Event, type Given } from './event.js'

export type Versions = {
  readonly answers: readonly Answer[]
  /** Reports that quote other words of it, and that tell it in other words. */
  readonly otherwise: Given['otherwise']
}

export function versions(event: Event, finding: Found, column: Column | undefined): Versions | null {
  const shown = printings(event, finding.evidence).filter(({ role }) => role !== 'label')
  const fuller = shown.find(({ role, words }) => role === 'fuller' && words !== '')
  const cut = shown.find(({ article, role }) => role === 'cut' && finding.articles.includes(article))
  if (fuller === undefined || cut === undefined || cut.words === '') return null
  const removed = unquoted(decisive(finding)?.removed ?? '')
  const all = sentences(fuller.words)
  const at = all.findIndex((sentence) => removed !== '' && sentence.includes(removed))
  const [holding, next] = [all[at], all[at + 1]]
  // A sentence that one leaves out is shown with the next, which both have.
  const shared =
    holding === removed && next !== undefined ? next : (holding ?? nearest(fuller.words, cut.words))
  const from = fuller.words.indexOf(holding ?? shared)
  const part = fuller.words.slice(from, fuller.words.indexOf(shared, from) + shared.length)
  const both = [fuller.article, cut.article]
  const others = [...shown, ...printedIn(event, column)].filter(({ article }) => !both.includes(article))
  const shorter = withFragments(cut.words, shared)
  const parts = withCommon(fuller.words, part, shorter)
  const whole = parts.join(' … ')
  const printed = [
    { article: fuller.article, text: whole },
    { article: cut.article, text: shorter },
    ...others.flatMap(({ article, words, role }) => {
      const own = [withFragments(words, shorter), withFragments(words, whole)]
      const text =
        parts.length > 1 ? partsIn(words, parts) : (own.find((one) => isVersionOf(one, whole)) ?? '')
      return role !== 'asserts' && text !== '' ? [{ article, text }] : []
    }),
  ]
  const by = speakerIn(
    column,
    printed.map(({ article }) => article),
  )
  const left = [...new Set(others.map(({ article }) => article))].filter(
    (id) => !printed.some(({ article }) => article === id),
  )
  const alike = grouped(printed, ({ text }) => [norms(text).join(' ')])
  return {
    answers: [...alike.values()].map((same): Answer => ({
      text: same[0]?.text ?? '',
      by,
      articles: same.map(({ article }) => article),
      quoted: true,
    })),
    otherwise: [
      { how: 'cites-otherwise', articles: left.filter((id) => quotesAny(event, column, id)) },
      { how: 'other-words', articles: left.filter((id) => !quotesAny(event, column, id)) },
    ],
  }
}

/** Words that one alone prints stand with those that both have: else each would seem to lack what it prints elsewhere. */
function withCommon(text: string, part: string, shorter: string): readonly string[] {
  if (isVersionOf(shorter, part) || isVersionOf(part, shorter)) return [part]
  const common = nearest(text, shorter)
  if (!isVersionOf(shorter, common) && !isVersionOf(common, shorter)) return [part]
  return sortedBy([common, part], (words) => text.indexOf(words))
}

/** What a third report prints of each. */
function partsIn(words: string, parts: readonly string[]): string {
  const own = parts.flatMap((part) => {
    const one = withFragments(words, part)
    return isVersionOf(one, part) ? [one] : []
  })
  return [...new Set(own)].join(' … ')
}

/** Who the first of these reports that names somebody credits with it. */
function speakerIn(column: Column | undefined, articles: readonly string[]): string | null {
  const named = articles.flatMap((id) => {
    const cell = column?.cells[id]
    return cell?.state === 'present' ? cell.mentions.flatMap(({ speaker }) => speaker?.name ?? []) : []
  })
  return named[0] ?? null
}

/** Prints words of the utterance in quotation marks. */
function quotesAny(event: Event, column: Column | undefined, id: string): boolean {
  const [article, cell] = [articleOf(event, id), column?.cells[id]]
  return (
    cell?.state === 'present' &&
    cell.mentions.some(({ ref }) => article?.quotes.some((one) => one.id === ref && one.kind !== 'indirect'))
  )
}

type Printing = Pick<Evidence, 'article' | 'role'> & { readonly words: string }

/** What the finding shows of each report, pieces of a split quotation together; a name where there is nothing else. */
export function printings(event: Event, evidence: readonly Evidence[]): readonly Printing[] {
  const withPassage = new Set(evidence.filter(({ role }) => role !== 'label').map(({ article }) => article))
  const order = inOrder(event).map(({ id }) => id)
  return sortedBy(
    [
      ...grouped(
        evidence.filter(({ role, article }) => role !== 'label' || !withPassage.has(article)),
        ({ article, role }) => [`${article} ${role}`],
      ).values(),
    ].flatMap((spans) => {
      const [first] = spans
      const article = first && articleOf(event, first.article)
      return article
        ? [{ article: article.id, role: first.role, words: wordsAt(article, mergeSpans(spans)) }]
        : []
    }),
    ({ article }) => order.indexOf(article),
  )
}

/** What each report of a row has in quotation marks in the sentences in which it prints it. */
function printedIn(event: Event, column: Column | undefined): readonly Printing[] {
  return inOrder(event).flatMap((article): readonly Printing[] => {
    const cell = column?.cells[article.id]
    if (cell?.state !== 'present') return []
    const within = article.sentences.filter((sentence) =>
      cell.mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    // Of a block: what is said may go on from one sentence to the next.
    const marks = article.blocks
      .flatMap((block) => marksWithin(article.text, block))
      .filter((marked) => within.some((sentence) => overlap(marked, sentence) > 0))
    return [{ article: article.id, words: wordsAt(article, marks), role: 'cut' }]
  })
}

/** The change that counts: of an altered version the first, else what carries sense, else the longest. */
function decisive({ kind, detail: { edits = [] } }: Found): Edit | undefined {
  const [longest] = [...edits].sort((a, b) => b.removed.length - a.removed.length)
  return kind === 'quote-altered' ? edits[0] : (edits.find(({ carries }) => carries !== null) ?? longest)
}

const norms = (words: string): readonly string[] => tokenize(words).map(({ norm }) => norm)

/** Share of its words that a version has in common with the sentence: a part of it, or another wording. */
const mostly = 0.7

function isVersionOf(words: string, sentence: string): boolean {
  // What a report put in is none of the words that were said.
  const said = words.replaceAll(/\[[^\]]{1,60}\]/gu, ' ')
  const [own, there] = [norms(said), new Set(norms(sentence))]
  return own.length > 0 && own.filter((norm) => there.has(norm)).length >= mostly * own.length
}

/** Not behind a question in single marks: what follows belongs to the same sentence. */
const ends = /(?<=[.!?]["”]?) |…/u

/** The sentences, without the marks and stops around them. */
function sentences(text: string): readonly string[] {
  return text
    .split(ends)
    .map((part) => trimmedOf(part, ' "“”‘’,;', ' "“”‘,;.'))
    .filter((part) => part !== '')
}

/** The sentence that is most like one of the other version: of their words, those that matter, most are common. */
function nearest(text: string, other: string): string {
  const known = new Set(matter(other))
  const likeness = (part: string): number => {
    const own = matter(part)
    return (2 * own.filter((norm) => known.has(norm)).length) / Math.max(1, own.length + known.size)
  }
  const [best = text] = [...sentences(text)].sort((a, b) => likeness(b) - likeness(a))
  return best
}

/** `“a fair deal,” which he called “for all of us”`: of a sentence that the narrator breaks up, all pieces that the other has. */
function withFragments(text: string, other: string): string {
  const best = nearest(text, other)
  const isFragment = (part: string): boolean =>
    /^\p{Ll}/u.test(part) && norms(part).length >= fewestOfFragment && isVersionOf(part, other)
  return [...new Set(sentences(text))]
    .filter((part) => part === best || (isFragment(part) && !best.includes(part)))
    .join(' … ')
}

const fewestOfFragment = 3

/** Without function words, where there are others. */
function matter(words: string): readonly string[] {
  const all = norms(words)
  const telling = all.filter((norm) => !functionWords.has(norm))
  return telling.length > 0 ? telling : all
}
