/**
 * Which version of an utterance each report has: the fuller one, the other, words of its own from the same sentence, or neither.
 *
 * In: what the reports print of it, by what a version is known. Out: reports by version, with own words where they have some.
 * Never: takes fewer than four words in a row for a part of the sentence.
 */
import type { Column } from '../../model/alignment.js'
import { functionWords } from '../../english/function-words.js'
import { overlap } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import type { Labels } from '../labels.js'
import { passageText } from '../passage.js'
import { oneLine } from '../trimmed.js'
import { excerpt, isShort, nearest, sentences } from './stretches.js'

/** A report's words: the finding shows them as quoted or told, or the row has them, or they are parts of the sentence. */
export type Passage = {
  readonly article: string
  readonly words: string
  readonly from: 'quoted' | 'told' | 'row' | 'near'
}

type Placed = {
  readonly full: readonly string[]
  readonly less: readonly string[]
  /** With what it prints itself. */
  readonly own: ReadonlyMap<string, string>
  /** Those that tell it in other words, and those that have other parts of the utterance. */
  readonly same: readonly string[]
  readonly parts: readonly string[]
}

export function placed(
  passages: readonly Passage[],
  whole: string,
  sides: Sides,
  [fuller, cut]: readonly [string, string],
): Placed {
  const [full, less] = [[fuller], [cut]]
  const own = new Map<string, string>()
  const others = new Map<string, 'same' | 'parts'>()
  for (const { article, words, from } of passages) {
    if (full.includes(article) || less.includes(article) || own.has(article)) continue
    const side = sideOf(sides, article, words)
    const printed = side === null ? ownPart(words, from, whole, sides) : null
    if (side === 'full') full.push(article)
    else if (side === 'less') less.push(article)
    else if (printed !== null) own.set(article, printed)
    else if ((from === 'quoted' || from === 'told') && others.get(article) !== 'same')
      others.set(article, tellsMost(words, whole) ? 'same' : 'parts')
  }
  const left = [...others].filter(([id]) => !full.includes(id) && !less.includes(id) && !own.has(id))
  const those = (kind: 'same' | 'parts'): readonly string[] =>
    left.flatMap(([id, found]) => (found === kind ? [id] : []))
  return { full, less, own, same: those('same'), parts: those('parts') }
}

/** What a third report prints of the sentence itself: "I was stopped by an officer"; null where it has other words. */
function ownPart(words: string, from: Passage['from'], whole: string, sides: Sides): string | null {
  if (from === 'near') return words
  const own = nearest(words, whole)
  const isLike = from === 'quoted' && isShort(own) && (isPart(own, whole) || tellsMost(own, whole))
  return ownStretch(words, sides.differing) ?? (isLike ? own : null)
}

const isPart = (words: string, whole: string): boolean =>
  tokenize(words).length >= leastRun && holds(whole, words)

/** Share of the content words of a sentence from which on another tells the same. */
const most = 0.5

function tellsMost(words: string, sentence: string): boolean {
  const known = new Set(tokenize(words).map(({ norm }) => norm))
  const sought = tokenize(sentence).flatMap(({ norm }) => (functionWords.has(norm) ? [] : [norm]))
  return sought.filter((norm) => known.has(norm)).length >= most * sought.length
}

/** By which words another report is known to print the fuller version, or the other. */
export type Sides = {
  /** Runs of words, of which one is enough. */
  readonly full: readonly string[]
  readonly less: readonly string[]
  /** Content words that the one version alone has; all of them are needed, and none of the other's. */
  readonly differing: { readonly full: readonly string[]; readonly less: readonly string[] }
  readonly isCut: (article: string) => boolean
}

function sideOf(sides: Sides, article: string, words: string): 'full' | 'less' | null {
  const { full, less } = sides
  const holdsAny = (runs: readonly string[]): boolean => runs.some((run) => run !== '' && holds(words, run))
  if (holdsAny(full)) return 'full'
  if (!sides.isCut(article)) return null
  return holdsAny(less) ? 'less' : null
}

/** What a third report prints with the content words of the one version and none of the other's: "an enduring friendship". */
function ownStretch(words: string, { full, less }: Sides['differing']): string | null {
  const own = printsAlone(words, full, less) ? full : printsAlone(words, less, full) ? less : null
  const holding = own && sentences(words).find((sentence) => printsAlone(sentence, own, []))
  if (!own || holding === undefined || holding === null) return null
  const places = tokenize(holding).filter(({ norm }) => own.includes(norm))
  return excerpt(holding, holding.slice(places[0]?.start, places.at(-1)?.end))
}

function printsAlone(words: string, own: readonly string[], others: readonly string[]): boolean {
  const known = new Set(tokenize(words).map(({ norm }) => norm))
  return own.length > 0 && own.every((word) => known.has(word)) && !others.some((word) => known.has(word))
}

/** The sentences in which each report of a row prints it, then what a report has of the sentence in quotation marks. */
export function printedIn(labels: Labels, column: Column | undefined, whole: string): readonly Passage[] {
  return labels.all.flatMap(({ article }): readonly Passage[] => {
    const cell = column?.cells[article.id]
    const mentions = cell?.state === 'present' ? cell.mentions : []
    const printing = article.sentences.filter((sentence) =>
      mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    const row = oneLine(passageText(article, printing))
    const parts = cell === undefined || cell.state === 'absent' ? [] : partsIn(article.text, whole)
    return [
      ...(printing.length > 0 ? [{ article: article.id, words: row, from: 'row' } as const] : []),
      ...(parts.length > 0 ? [{ article: article.id, words: parts.join(' … '), from: 'near' } as const] : []),
    ]
  })
}

/** What stands in quotation marks. */
const inQuotation = /[“"]([^“”"]{1,400})[”"]/gu

/** The quoted sentences, each once, that are a part of another: “We are ready right now”. */
function partsIn(text: string, whole: string): readonly string[] {
  const quoted = [...text.matchAll(inQuotation)].flatMap(([, words = '']) => sentences(words))
  return [...new Set(quoted.filter((words) => isPart(words, whole)))]
}

/** Words: a shorter run may be said of anything. */
export const leastRun = 4

/** Whether the words of the one stand in the other in this order, without a word between. */
export function holds(text: string, stretch: string): boolean {
  const plain = (words: string): string =>
    ` ${tokenize(words)
      .map(({ norm }) => norm)
      .join(' ')} `
  return plain(text).includes(plain(stretch))
}
