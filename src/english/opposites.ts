/**
 * Words that point opposite ways: antonyms and stance verbs of WordNet (data/opposites.txt, data/stances.txt; made by
 * scripts/build-opposites.mjs), looked up by Porter stem.
 */
import { readFileSync } from 'node:fs'
import { dataFile } from '../text/data-file.js'
import { stem } from '../text/stem.js'

export type StanceClass = 'accepts' | 'agrees' | 'demands' | 'rejects'

type Tables = {
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
  readonly stances: ReadonlyMap<string, StanceClass>
}

let loaded: Tables | undefined

function tables(): Tables {
  loaded ??= load()
  return loaded
}

function load(): Tables {
  const opposites = new Map<string, Set<string>>()
  for (const line of readFileSync(dataFile('opposites.txt'), 'utf8').trim().split('\n')) {
    const [a = '', b = ''] = line.split(' ').map(stem)
    opposites.set(a, (opposites.get(a) ?? new Set()).add(b))
    opposites.set(b, (opposites.get(b) ?? new Set()).add(a))
  }
  const stances = new Map<string, StanceClass>()
  for (const line of readFileSync(dataFile('stances.txt'), 'utf8').trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ')
    if (isClass(name)) for (const word of words.split(' ')) stances.set(stem(word), name)
  }
  return { opposites, stances }
}

function isClass(name: string): name is StanceClass {
  return name === 'accepts' || name === 'agrees' || name === 'demands' || name === 'rejects'
}

/** Stems of the words that point the other way. */
export function oppositesOf(stemmed: string): readonly string[] {
  return [...(tables().opposites.get(stemmed) ?? [])]
}

/** The stance that a verb takes on what it governs, by stem; undefined for most verbs. */
export function stanceClassOf(stemmed: string): StanceClass | undefined {
  return tables().stances.get(stemmed)
}
