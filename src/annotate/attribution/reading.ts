/** A Reading: words as parallel arrays of numbers (hashed form, lemma, suffix, part of speech, marks) for the learned finders. */
import { itemAt } from '../../text/item-at.js'
import type { Block } from '../../model/article.js'
import {
  cognitionVerbs,
  communicationVerbs,
  emotionVerbs,
  speechVerbs,
  stanceOf,
} from '../../english/telling-verbs.js'
import { firstEndingAfter } from '../../text/spans.js'
import { fnv } from '../../text/fnv.js'
import type { Quotation } from './marks/quote-marks.js'
import type { Node } from '../../english/parse/tree.js'
import type { TaggedSentence } from '../sentences.js'

/** A word or mark of the article. */
export type Word = Node & {
  /** Number of the block and of the sentence it stands in, counted from 0. */
  readonly block: number
  readonly sentence: number
}

export function wordsOf(sentences: readonly TaggedSentence[]): readonly Word[] {
  return sentences.flatMap(({ words, blockIndex }, sentence) =>
    words.map((word) => ({ ...word, block: blockIndex, sentence })),
  )
}

export type Reading = {
  readonly words: readonly Word[]
  readonly size: number
  readonly form: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  readonly pos: Uint8Array
  readonly shape: Uint8Array
  /** Class of the lemma: 0 none, 1 verb of saying, 2 other listed cue, 3 verb of communication, 4 of cognition, 5 of emotion. */
  readonly listed: Uint8Array
  /** Number of the outermost quotation the word stands in, or -1. */
  readonly quoted: Int32Array
  /** 1 for an opening, 2 for a closing mark of an outermost quotation, 0 else. */
  readonly mark: Uint8Array
  readonly sentence: Int32Array
  readonly block: Int32Array
  /** 1 where the block is a headline or subhead. */
  readonly heading: Uint8Array
  /** 1 where the block is set apart as a quotation by the page. */
  readonly setApart: Uint8Array
  /** 1 where only punctuation stands between the word and the end of its sentence. */
  readonly closes: Uint8Array
  /** Words behind it in its sentence, counted up to `mostLeft`. */
  readonly left: Uint8Array
  /** How many words before each are of a kind, so that any stretch is counted by one subtraction. */
  readonly sums: Sums
  /** Stretches in quotation marks inside quotation marks, in text order. */
  readonly inner: readonly WordRange[]
}

type Sums = {
  readonly verbs: Int32Array
  readonly breaks: Int32Array
  readonly commas: Int32Array
  readonly joins: Int32Array
  readonly thats: Int32Array
  readonly marks: Int32Array
}

const mostLeft = 59

const positions: readonly string[] = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ',
  'SYM', 'VERB', 'X',
] // prettier-ignore
const posNumber = new Map<string, number>(positions.map((pos, index) => [pos, index + 1]))

/** Number of a part of speech in `Reading.pos`; 0 stands for "outside the text". */
export function posOf(pos: string): number {
  return posNumber.get(pos) ?? 0
}

export function readingOf(
  words: readonly Word[],
  blocks: readonly Block[],
  quotations: readonly Quotation[],
): Reading {
  const size = words.length
  const reading: Reading = {
    words,
    size,
    form: new Int32Array(size),
    lemma: new Int32Array(size),
    suffix: new Int32Array(size),
    pos: new Uint8Array(size),
    shape: new Uint8Array(size),
    listed: new Uint8Array(size),
    quoted: new Int32Array(size).fill(-1),
    mark: new Uint8Array(size),
    sentence: new Int32Array(size),
    block: new Int32Array(size),
    heading: new Uint8Array(size),
    setApart: new Uint8Array(size),
    closes: new Uint8Array(size),
    left: new Uint8Array(size),
    sums: {
      verbs: new Int32Array(size + 1),
      breaks: new Int32Array(size + 1),
      commas: new Int32Array(size + 1),
      joins: new Int32Array(size + 1),
      thats: new Int32Array(size + 1),
      marks: new Int32Array(size + 1),
    },
    inner: innerPieces(words, quotations),
  }
  placeQuotations(reading, quotations)
  words.forEach((word, index) => {
    const form = reading.mark[index] === 1 ? '“' : reading.mark[index] === 2 ? '”' : word.lower
    reading.form[index] = fnv(form)
    reading.lemma[index] = fnv(reading.mark[index] ? form : word.lemma)
    reading.suffix[index] = fnv(word.lower.slice(-3))
    reading.pos[index] = posOf(word.pos)
    reading.shape[index] = shapeOf(word.surface)
    reading.listed[index] = classOf(word.lemma)
    reading.sentence[index] = word.sentence
    reading.block[index] = word.block
    const kind = blocks[word.block]?.kind
    reading.heading[index] = kind === 'headline' || kind === 'subhead' ? 1 : 0
    reading.setApart[index] = kind === 'blockquote' ? 1 : 0
  })
  countAlong(reading)
  lookAhead(reading)
  return reading
}

const verb = posOf('VERB')
const aux = posOf('AUX')
const punctuation = posOf('PUNCT')
const and = fnv('and')
const but = fnv('but')
const that = fnv('that')
const comma = fnv(',')

function countAlong({ size, form, pos, mark, sums }: Reading): void {
  for (let i = 0; i < size; i++) {
    const add = (counts: Int32Array, more: boolean): void => {
      counts[i + 1] = itemAt(counts, i) + (more ? 1 : 0)
    }
    add(sums.verbs, pos[i] === verb || pos[i] === aux)
    add(sums.breaks, pos[i] === punctuation && mark[i] === 0)
    add(sums.commas, form[i] === comma)
    add(sums.joins, form[i] === and || form[i] === but)
    add(sums.thats, form[i] === that)
    add(sums.marks, mark[i] !== 0)
  }
}

function lookAhead({ size, pos, sentence, closes, left }: Reading): void {
  for (let i = size - 1; i >= 0; i--) {
    const goesOn = i + 1 < size && sentence[i + 1] === sentence[i]
    closes[i] = !goesOn ? 1 : pos[i + 1] === punctuation ? itemAt(closes, i + 1) : 0
    left[i] = goesOn ? Math.min(mostLeft, itemAt(left, i + 1) + 1) : 0
  }
}

function classOf(lemma: string): number {
  if (speechVerbs.has(lemma)) return 1
  if (stanceOf(lemma) !== null) return 2
  return communicationVerbs.has(lemma) ? 3 : cognitionVerbs.has(lemma) ? 4 : emotionVerbs.has(lemma) ? 5 : 0
}

function placeQuotations({ words, quoted, mark }: Reading, quotations: readonly Quotation[]): void {
  let at = 0
  quotations.forEach((quotation, number) => {
    if (quotation.depth > 0) return
    for (const piece of quotation.pieces) {
      while (at < words.length && (words[at]?.start ?? 0) < piece.start) at++
      const first = at
      while (at < words.length && (words[at]?.start ?? 0) < piece.end) quoted[at++] = number
      if (at === first) continue
      if (isMark(words[first]?.surface)) mark[first] = 1
      if (at - 1 > first && isMark(words[at - 1]?.surface)) mark[at - 1] = 2
    }
  })
}

function innerPieces(words: readonly Word[], quotations: readonly Quotation[]): WordRange[] {
  const inner = quotations.filter(({ depth }) => depth > 0)
  return inner.flatMap(({ pieces }) =>
    pieces.map(({ start, end }) => ({
      from: firstEndingAfter(words, start),
      to: firstEndingAfter(words, end),
    })),
  )
}

function isMark(surface: string | undefined): boolean {
  return surface !== undefined && /^["“”'‘’«»„‟〝〞`]+$/u.test(surface)
}

function shapeOf(surface: string): number {
  if (/^\p{Lu}+$/u.test(surface) && surface.length > 1) return 3
  if (/^\p{Lu}/u.test(surface)) return 2
  if (/\p{N}/u.test(surface)) return 4
  if (/^\p{L}/u.test(surface)) return 1
  return 0
}

/** An attribution as the finders hand it on, in numbers of words. */
export type WordRange = { readonly from: number; readonly to: number }

export type Found = {
  /** Half-open ranges of word numbers, in text order. */
  readonly content: readonly WordRange[]
  readonly cue: WordRange | null
  readonly source: WordRange | null
  /** 0..1, null where it was not measured. */
  readonly confidence: number | null
  /** True where words without quotation marks are told as they were spoken (a turn of an interview). */
  readonly verbatim?: true
  /** Number of the attribution this one is nested in, in the same list. */
  readonly parent?: number
}
