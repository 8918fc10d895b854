/** From treebank sentences to the bytes that ship: word classes, tagger, parser. */
import type { ModelHead } from '../../src/english/parse/parse.js'
import { irregularForms, WordForms } from '../../src/english/parse/word-forms.js'
import { tagForms } from '../../src/english/parse/tagger.js'
import { square, type Weights } from '../../src/english/parse/weights.js'
import { inBytes } from './averaged.js'
import { movesInBytes } from './averaged-moves.js'
import type { GoldSentence } from './conllu.js'
import { goldTree } from './gold-trees.js'
import { trainMoves } from './train-moves.js'
import { tagSet, trainTagger } from './train-tagger.js'
import { wordClasses } from './word-classes.js'

/** How large the tables are, and how many classes of words there are. */
export type Sizes = {
  readonly tagBits: number
  readonly moveBits: number
  readonly labelBits: number
  /** Rows of data/vectors.bin that get a class, commonest first. */
  readonly rows: number
  readonly classes: number
}

export const shippedSizes: Sizes = { tagBits: 20, moveBits: 20, labelBits: 20, rows: 25_000, classes: 255 }

const COARSE = 48
const CLASS_ROUNDS = 12
const SEED = 7
const SEEDS = [7, 8]
const TAGGER_ROUNDS = 6
/** The parser learns from tags as wrong as it will meet: each part is tagged by what the other parts taught. */
const FOLDS = 4
const FOLD_ROUNDS = 4
const MOVE_ROUNDS = 5

export function trainParser(
  sentences: readonly GoldSentence[],
  report: (line: string) => void,
  sizes: Sizes = shippedSizes,
): { head: ModelHead; bytes: Uint8Array } {
  report(`${sentences.length} sentences`)
  const fine = wordClasses(sizes.rows, sizes.classes, CLASS_ROUNDS)
  const coarse = wordClasses(sizes.rows, Math.min(COARSE, sizes.classes), CLASS_ROUNDS)
  const words = new WordForms({ fine, coarse })
  const tags = tagSet(sentences)
  const labels = [...new Set(sentences.flatMap((sentence) => sentence.labels))]
    .filter((label) => label !== 'root' && label !== 'punct')
    .sort()
  const tagsBy = (weights: Weights, sentence: GoldSentence): Int32Array =>
    tagForms(
      sentence.forms.map((form) => words.of(form)),
      weights,
      tags.length,
    )

  const learn = (from: readonly GoldSentence[], rounds: number): { bytes: Int8Array; known: Uint8Array } => {
    const { table, known } = trainTagger(from, tags, words, { bits: sizes.tagBits, rounds, seed: SEED })
    return { bytes: inBytes(table), known }
  }

  const tagger = learn(sentences, TAGGER_ROUNDS)
  report('tagger trained')
  const own: Int32Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((_, i) => i % FOLDS !== fold)
    const { bytes, known } = learn(others, FOLD_ROUNDS)
    const weights = { table: square(bytes), known, mask: 2 ** sizes.tagBits - 1 }
    sentences.forEach((sentence, i) => {
      if (i % FOLDS === fold) own[i] = tagsBy(weights, sentence)
    })
    report(`part ${fold + 1} of ${FOLDS} tagged by the others`)
  }
  const trees = sentences
    .map((sentence, i) => goldTree(sentence, own[i] ?? new Int32Array(), tags, labels, words))
    .filter((tree) => tree.size > 0)
  // Parsers that met the trees in another order err elsewhere: the mean of their weights is better than either.
  const learned = SEEDS.map((seed) => {
    report(`parser of seed ${seed}`)
    const { moveBits: bits, labelBits } = sizes
    const settings = { bits, labelBits, rounds: MOVE_ROUNDS, seed, exploreFrom: 1, explore: 0.9, least: 3 }
    return trainMoves(trees, labels.length, settings, report)
  })
  const known = learned[0]?.known ?? new Uint8Array()
  const parts = [
    tagger.bytes,
    tagger.known,
    movesInBytes(meanOf(learned.map(({ moves }) => moves))),
    inBytes(meanOf(learned.map((one) => one.labels))),
    known,
    fine,
    coarse,
  ]
  return {
    head: {
      tags,
      unmet: unmetForms(sentences),
      labels,
      bits: { tags: sizes.tagBits, moves: sizes.moveBits, labels: sizes.labelBits },
      rows: sizes.rows,
    },
    bytes: Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  }
}

/** The mean of tables; the checks among the move weights are the same in all. */
function meanOf(tables: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...others] = tables
  return first.map(
    (weight, i) => others.reduce((total, table) => total + (table[i] ?? 0), weight) / tables.length,
  )
}

/** Irregular verb forms that stand in the treebank less than twice, which is too seldom to be learned. */
export function unmetForms(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const form of sentences.flatMap(({ forms }) => forms.map((one) => one.toLowerCase())))
    counts.set(form, (counts.get(form) ?? 0) + 1)
  return irregularForms()
    .filter((form) => (counts.get(form) ?? 0) < 2)
    .sort()
}
