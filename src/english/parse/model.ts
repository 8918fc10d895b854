/** The parser's weights as they ship: data/parser.json says what the bytes of data/parser.bin are. Read on first use. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dataFile } from '../../text/data-file.js'
import { ROW, rows as rowsOf, type MoveWeights, KNOWN_BITS, square, type Weights } from './weights.js'
import type { ParserWeights } from './moves.js'
import { WordForms } from './word-forms.js'

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

export function model(): Model {
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
