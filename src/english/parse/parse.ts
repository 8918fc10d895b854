/**
 * The dependency parse of one sentence by weights learned from treebanks (docs/models.md): a Tree, every node with its place; marks hang
 * on the word whose phrase they open or close. Never fails: a poor parse is a tree all the same.
 */
import { itemAt } from '../../text/item-at.js'
import type { Span } from '../../model/span.js'
import { lemmaOf, type WordForm, WordForms, plainForm } from './word-forms.js'
import { runMoves, type ParserWeights } from './moves.js'
import { tagForms } from './tagger.js'
import { tokensOf, type Token } from './tokens.js'
import { Tree, type Node, type TaggedWord } from './tree.js'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dataFile } from '../../text/data-file.js'
import { kept } from '../../text/grouped.js'
import { ROW, rows as rowsOf, type MoveWeights, KNOWN_BITS, square, type Weights } from './weights.js'
import type { Words } from './parse-features.js'

/** The words and marks of a sentence with their parts of speech. */
export function tagWords(text: string, span: Span): TaggedWord[] {
  const tokens = tokensOf(text, span)
  const weights = model()
  return wordsOf(tokens, tagsOf(tokens, formsOf(tokens, weights), weights), weights)
}

/** The same words are met again where they are copied, and where their report is compared after it was read. */
const parsed = new Map<string, readonly Node[]>()
const mostParsed = 2_000

export function parseSentence(text: string, { start, end }: Span): Tree {
  const words = text.slice(start, end)
  const whole = { start: 0, end: words.length }
  const nodes = kept(parsed, words, () => parseTokens(tokensOf(words, whole)).nodes, mostParsed)
  return new Tree(nodes.map((node) => ({ ...node, start: start + node.start, end: start + node.end })))
}

export function parseTokens(tokens: readonly Token[], weights: Model = model()): Tree {
  const surfaces = tokens.map((token) => token.surface)
  const forms = formsOf(tokens, weights)
  const tags = tagsOf(tokens, forms, weights)
  const places = wordPlaces(forms)
  const words = readWords(surfaces, forms, tags, weights.tags, places)
  const state = runMoves(words, places.length, weights.parser)
  const heads = new Int32Array(tokens.length).fill(-1)
  const labels = tokens.map(() => 'punct')
  places.forEach((place, n) => {
    const head = itemAt(state.head, n + 1)
    heads[place] = head === state.root ? -1 : (places[head - 1] ?? -1)
    labels[place] = weights.labels[state.label[n + 1] ?? -1] ?? 'root'
  })
  hangMarks(heads, places)
  return new Tree(
    wordsOf(tokens, tags, weights).map((word, index): Node => ({
      ...word,
      index,
      head: heads[index] ?? -1,
      label: labels[index] ?? 'dep',
    })),
  )
}

function formsOf(tokens: readonly Token[], weights: Model): readonly WordForm[] {
  return tokens.map((token) => weights.words.of(token.surface))
}

function tagsOf(tokens: readonly Token[], forms: readonly WordForm[], weights: Model): Int32Array {
  return tagForms(forms, weights.tagger, weights.tags.length, weights.verbs, (i) =>
    weights.unmet.has(tokens[i]?.surface.toLowerCase() ?? ''),
  )
}

function wordsOf(tokens: readonly Token[], tags: Int32Array, weights: Model): TaggedWord[] {
  return tokens.map((token, i) => {
    const [pos = 'X', tag = 'X'] = (weights.tags[itemAt(tags, i)] ?? '').split(' ')
    const lower = token.surface.toLowerCase().replace(/’/gu, "'")
    return { ...token, lower, lemma: lemmaOf(token.surface, tag), pos, tag }
  })
}

/** A mark hangs on the outermost word that begins right behind it, or on what the word before it hangs on. */
function hangMarks(heads: Int32Array, places: readonly number[]): void {
  const isWord = new Uint8Array(heads.length)
  for (const place of places) isWord[place] = 1
  const root = places.find((place) => heads[place] === -1) ?? -1
  for (let i = 0; i < heads.length; i++) {
    if (isWord[i] === 1) continue
    const next = places.find((place) => place > i)
    let at = next ?? root
    // Climb while the head stands further on: the phrase that opens here.
    while (at >= 0 && (heads[at] ?? -1) > at) at = heads[at] ?? -1
    heads[i] = next === undefined ? root : at
  }
}

// ---- model

export const ModelHead = z
  .strictObject({
    /** Universal and Penn part of speech together. */
    tags: z.array(z.string()),
    labels: z.array(z.string()),
    /** Irregular verb forms that training never met: the tagger takes them for verbs all the same. */
    unmet: z.array(z.string()),
    /** The tables of tags and labels have 2^bits places and as many more as there are classes; that of moves 2^bits rows. */
    bits: z.strictObject({ tags: z.int(), moves: z.int(), labels: z.int() }),
    /** Rows of data/vectors.bin with a class. */
    rows: z.int(),
  })
  .readonly()
export type ModelHead = z.infer<typeof ModelHead>

export type Model = {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly tagger: Weights
  readonly unmet: ReadonlySet<string>
  /** Numbers of the tags of verbs. */
  readonly verbs: readonly number[]
  readonly parser: ParserWeights
  readonly words: WordForms
}

const KNOWN = 2 ** KNOWN_BITS / 8

let loaded: Model | undefined

function model(): Model {
  loaded ??= readModel(
    ModelHead.parse(JSON.parse(readFileSync(dataFile('parser.json'), 'utf8'))),
    readFileSync(dataFile('parser.bin')),
  )
  return loaded
}

export function readModel(head: ModelHead, bytes: Uint8Array): Model {
  const { tags, labels, bits, rows, unmet } = head
  let at = 0
  const take = (count: number): number => {
    at += count
    return bytes.byteOffset + at - count
  }
  const weights = (size: number, classes: number): Weights => {
    const count = 2 ** size + classes
    const table = square(new Int8Array(bytes.buffer, take(count), count))
    return { table, mask: 2 ** size - 1, known: new Uint8Array(bytes.buffer, take(KNOWN), KNOWN) }
  }
  const moves = (): MoveWeights => {
    const count = ROW * 2 ** bits.moves
    return { table: rowsOf(new Int8Array(bytes.buffer, take(count), count)), bits: bits.moves }
  }
  const classes = (): Uint8Array => new Uint8Array(bytes.buffer, take(rows), rows)
  const found = {
    tags,
    labels,
    tagger: weights(bits.tags, tags.length),
    unmet: new Set(unmet),
    verbs: tags.flatMap((tag, k) => (tag.startsWith('VERB V') ? [k] : [])),
    parser: {
      moves: moves(),
      labels: weights(bits.labels, labels.length),
      labelCount: labels.length,
    },
    words: new WordForms({ fine: classes(), coarse: classes() }),
  }
  if (at !== bytes.length) throw new Error(`data/parser.bin has ${bytes.length} bytes; its head says ${at}`)
  return found
}

// ---- read words

const bits: Readonly<Record<string, number>> = {
  ',': 1,
  '-': 2,
  ':': 4,
  ';': 8,
  '(': 16,
  '[': 16,
  ')': 32,
  ']': 32,
  '.': 64,
  '?': 128,
  '!': 128,
  '...': 256,
}

const OTHER = 512
const QUOTE_OPENS = 1024
const QUOTE_CLOSES = 2048
const HYPHEN = 4096

/** The bit of one printed mark; `tag` tells hyphens from dashes, `opens` what a straight quotation mark does. */
function markBit(surface: string, tag: string, opens: boolean): number {
  if (tag.endsWith('HYPH')) return HYPHEN
  if (/^[“„‘]$/u.test(surface)) return QUOTE_OPENS
  if (/^[”’]$/u.test(surface)) return QUOTE_CLOSES
  if (isStraightQuote(surface)) return opens ? QUOTE_OPENS : QUOTE_CLOSES
  return bits[plainForm(surface)] ?? OTHER
}

/** Opens and closes by turns. */
function isStraightQuote(surface: string): boolean {
  return /^(?:"|''|``)$/u.test(surface)
}

/** Indices of the forms that are words. */
export function wordPlaces(forms: readonly WordForm[]): number[] {
  return forms.flatMap((form, i) => (form.mark ? [] : [i]))
}

/** `places` are the words among the forms; number `n + 1` is the form at `places[n]`. */
export function readWords(
  surfaces: readonly string[],
  forms: readonly WordForm[],
  tags: Int32Array,
  tagNames: readonly string[],
  places: readonly number[],
): Words {
  const room = (): Int32Array => new Int32Array(places.length + 2)
  const words = { form: room(), tag: room().fill(-1), fine: room(), coarse: room(), before: room() }
  words.tag[places.length + 1] = -2
  let from = 0
  let opens = true
  for (let n = 0; n <= places.length; n++) {
    const to = places[n] ?? forms.length
    let marks = 0
    for (let i = from; i < to; i++) {
      const surface = surfaces[i] ?? ''
      marks |= markBit(surface, tagNames[itemAt(tags, i)] ?? '', opens)
      if (isStraightQuote(surface)) opens = !opens
    }
    words.before[n + 1] = marks
    from = to + 1
    const form = forms[to]
    if (form === undefined) continue
    words.form[n + 1] = form.lower
    words.tag[n + 1] = itemAt(tags, to)
    words.fine[n + 1] = form.fine
    words.coarse[n + 1] = form.coarse
  }
  return words
}
