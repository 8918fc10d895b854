/**
 * Which version of an utterance each report has: the fuller one, the other, words of its own from the same sentence, or neither.
 *
 * In: what the reports print of it, by what a version is known. Out: reports by version, with own words where they have some.
 * Never: takes fewer than four words in a row for a part of the sentence.
 */
import type { Column } from '../model/alignment.js'
import { functionWords } from '../english/function-words.js'
import { overlap } from '../text/spans.js'
import { marksWithin } from '../text/marks-within.js'
import { tokenize } from '../text/tokens.js'
import { inOrder, wordsAt, type Event } from './event.js'
import { excerpt, isShort, nearest, sentences } from './stretches.js'

/** A report's words: the finding shows them as quoted or told, or the row has them. */
export type Passage = {
  readonly article: string
  readonly words: string
  readonly from: 'quoted' | 'told' | 'row'
}

type Placed = {
  readonly full: readonly string[]
  readonly less: readonly string[]
  /** With what it prints of the sentence, piece by piece. */
  readonly own: ReadonlyMap<string, readonly string[]>
  /** Those that tell it in other words, and those of which no more is known than that they do not print it. */
  readonly same: readonly string[]
  readonly parts: readonly string[]
}

export function placed(
  passages: readonly Passage[],
  parts: ReadonlyMap<string, readonly string[]>,
  whole: string,
  sides: Sides,
  [fuller, cut]: readonly [string, string],
): Placed {
  const [full, less] = [[fuller], [cut]]
  const own = new Map<string, readonly string[]>()
  const others = new Map<string, 'same' | 'parts'>()
  for (const { article, words, from } of passages) {
    if (full.includes(article) || less.includes(article) || own.has(article)) continue
    const side = sideOf(sides, article, words)
    const printed = side === null ? ownPart(words, from, whole, sides) : null
    if (side === 'full') full.push(article)
    else if (side === 'less') less.push(article)
    else if (printed !== null) own.set(article, [printed])
    else if (from !== 'row' && others.get(article) !== 'same')
      others.set(article, tellsMost(words, whole) ? 'same' : 'parts')
  }
  for (const [article, pieces] of parts)
    if (!full.includes(article) && !less.includes(article) && !own.has(article)) own.set(article, pieces)
  const left = [...others].filter(([id]) => !full.includes(id) && !less.includes(id) && !own.has(id))
  const those = (kind: 'same' | 'parts'): readonly string[] =>
    left.flatMap(([id, found]) => (found === kind ? [id] : []))
  return { full, less, own, same: those('same'), parts: those('parts') }
}

/** What a third report prints of the sentence itself: "I was stopped by an officer"; null where it has other words. */
function ownPart(words: string, from: Passage['from'], whole: string, sides: Sides): string | null {
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
  return sought.length > 0 && sought.filter((norm) => known.has(norm)).length >= most * sought.length
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

/** The sentences in which each report of a row prints it. */
export function printedIn(event: Event, column: Column | undefined): readonly Passage[] {
  return inOrder(event).flatMap((article): readonly Passage[] => {
    const cell = column?.cells[article.id]
    if (cell?.state !== 'present') return []
    const printing = article.sentences.filter((sentence) =>
      cell.mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    return [{ article: article.id, words: wordsAt(article, printing), from: 'row' }]
  })
}

/**
 * The quoted sentences of each report that are a part of another sentence, each once: “We are ready right now”. Of reports that
 * the row does not find to be without it.
 */
export function partsIn(
  event: Event,
  column: Column | undefined,
  whole: string,
): ReadonlyMap<string, readonly string[]> {
  const found = inOrder(event).map(({ id, text }) => {
    const state = column?.cells[id]?.state ?? 'absent'
    const marks = state === 'absent' ? [] : marksWithin(text, { start: 0, end: text.length })
    const quoted = marks.flatMap(({ start, end }) => sentences(text.slice(start, end)))
    return [id, [...new Set(quoted.filter((words) => isPart(words, whole)))]] as const
  })
  return new Map(found.filter(([, parts]) => parts.length > 0))
}

/** Words: a shorter run may be said of anything. */
export const leastRun = 4

/** Whether the words of the one stand in the other in this order, without a word or dots between. */
export function holds(text: string, stretch: string): boolean {
  const plain = (words: string): string =>
    ` ${tokenize(words)
      .map(({ norm }) => norm)
      .join(' ')} `
  return text.split('…').some((piece) => plain(piece).includes(plain(stretch)))
}
