/**
 * A baseline: sentences of two reports are linked where the cosine of their tf-idf words reaches a threshold, and each is the
 * other's nearest.
 *
 * node bench/real/tfidf.mjs <folder of texts> <folder for answers> [threshold, .3]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [texts, out, threshold = '0.3'] = process.argv.slice(2)
if (!texts || !out) {
  console.error('usage: node bench/real/tfidf.mjs <folder of texts> <folder for answers> [threshold]')
  process.exit(64)
}
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function sentencesOf(file, outlet) {
  const text = readFileSync(file, 'utf8')
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].flatMap(
    ({ segment, index }) => {
      const end = index + segment.trimEnd().length
      return end > index ? [{ outlet, start: index, end, words: wordsOf(segment) }] : []
    },
  )
}

const events = readdirSync(texts)
const all = events.map((event) =>
  readdirSync(path.join(texts, event)).map((name) =>
    sentencesOf(path.join(texts, event, name), name.replace('.txt', '')),
  ),
)
const sentences = all.flat(2)
const spread = new Map()
for (const { words } of sentences)
  for (const word of new Set(words)) spread.set(word, (spread.get(word) ?? 0) + 1)
function vectorOf(words) {
  const counts = new Map()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weights = [...counts].map(([word, count]) => [
    word,
    count * Math.log(sentences.length / spread.get(word)),
  ])
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
  return new Map(weights.map(([word, weight]) => [word, weight / length]))
}
const cosine = (a, b) => [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0)

mkdirSync(out, { recursive: true })
events.forEach((event, at) => {
  const reports = all[at].map((one) =>
    one.map((sentence) => ({ ...sentence, vector: vectorOf(sentence.words) })),
  )
  const rows = []
  reports.forEach((a, i) => {
    for (const b of reports.slice(i + 1)) {
      const nearest = (one, others) =>
        others.reduce(
          (best, other) =>
            cosine(one.vector, other.vector) > cosine(one.vector, best.vector) ? other : best,
          others[0],
        )
      for (const one of a) {
        const other = nearest(one, b)
        if (other && nearest(other, a) === one && cosine(one.vector, other.vector) >= Number(threshold))
          rows.push([one, other].map(({ outlet, start, end }) => ({ outlet, start, end })))
      }
    }
  })
  writeFileSync(path.join(out, `${event}.json`), JSON.stringify({ rows }))
})
