/**
 * Rebuilds the texts of the benchmark from your own copy of BASIL (Fan et al., EMNLP 2019), whose articles stay their publishers'
 * property, and holds each against its hash.
 *
 * node bench/real/rebuild.mjs <folder of BASIL> <folder for the texts>
 *
 * In:    articles/<year>/*.json of BASIL, anywhere below the folder: title, source, triplet-uuid, body-paragraphs.
 * Out:   <event>/{fox,hpo,nyt}.txt: headline, blank line, paragraphs. Ends with 1 where a text is missing or another.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [basil, out] = process.argv.slice(2)
if (!basil || !out) {
  console.error('usage: node bench/real/rebuild.mjs <folder of BASIL> <folder for the texts>')
  process.exit(64)
}
const answers = readFileSync(new URL('answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const wanted = new Map(answers.map((one) => [one.event, one.texts]))
const missing = new Set(
  answers.flatMap(({ event, texts }) => Object.keys(texts).map((outlet) => `${event}/${outlet}`)),
)

for (const name of readdirSync(basil, { recursive: true, encoding: 'utf8' }).filter((one) =>
  one.endsWith('.json'),
)) {
  const article = JSON.parse(readFileSync(path.join(basil, name), 'utf8'))
  const outlet = String(article.source ?? '').toLowerCase()
  const known = wanted.get(article['triplet-uuid'])?.[outlet]
  if (!known || !Array.isArray(article['body-paragraphs'])) continue
  const paragraphs = article['body-paragraphs'].map((paragraph) => [paragraph].flat().join(' '))
  const text = `${article.title}\n\n${paragraphs.join('\n\n')}\n`
  const event = article['triplet-uuid']
  if (createHash('sha256').update(text).digest('hex') !== known.sha256) {
    console.error(`${name}: another text than the one that was read for the benchmark`)
    continue
  }
  mkdirSync(path.join(out, event), { recursive: true })
  writeFileSync(path.join(out, event, `${outlet}.txt`), text)
  missing.delete(`${event}/${outlet}`)
}
for (const one of missing) console.error(`missing: ${one}`)
console.log(`${wanted.size * 3 - missing.size} of ${wanted.size * 3} texts`)
process.exitCode = missing.size > 0 ? 1 : 0
