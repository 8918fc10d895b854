/** Countries, their people and capitals, regions and states by name, in any usual spelling. */
import { fold } from '../text/fold.js'
import { wordFile } from './word-lists.js'

const file = wordFile('countries.txt')

type KnownPlace = {
  readonly kind: 'country' | 'capital' | 'region' | 'state'
  /** The spelling all others are led back to: `Kyiv` for `Kiev`, `United States` for `US`. */
  readonly name: string
  /** The country a capital or country stands for; null for regions. */
  readonly country: string | null
}

const places = new Map<string, KnownPlace>()
const demonyms = new Map<string, string>()

function add(spelling: string, place: KnownPlace): void {
  const key = fold(spelling).replace(/^the /, '')
  if (key !== '' && !places.has(key)) places.set(key, place)
}

function list(field: string | undefined): string[] {
  return (field ?? '').split(',').filter((item) => item !== '')
}

for (const row of file.lines('countries')) {
  const [name = '', others, people, capitals] = row.split('|')
  for (const spelling of [name, ...list(others)]) add(spelling, { kind: 'country', name, country: name })
  for (const person of list(people)) if (!demonyms.has(fold(person))) demonyms.set(fold(person), name)
  const [capital = ''] = list(capitals)
  const spellings = name === 'Ukraine' || name === 'China' ? capital : null
  for (const spelling of list(capitals))
    add(spelling, { kind: 'capital', name: spellings ?? canonicalCapital(spelling, capital), country: name })
}
for (const name of file.lines('regions')) add(name, { kind: 'region', name, country: null })
for (const row of file.lines('us-states')) {
  const [name = '', short = ''] = row.split('|')
  add(name, { kind: 'state', name, country: 'United States' })
  if (short.length > 3) add(short, { kind: 'state', name, country: 'United States' })
}

/** Spellings of one city (`Bogotá`, `Bogota`) share a name; second capitals (`The Hague`) keep their own. */
function canonicalCapital(spelling: string, first: string): string {
  const same = fold(spelling).replace(/ dc$/, '') === fold(first)
  return same ? first : spelling
}

/** The place a name stands for in the lists. `US` is a country, `us` is not looked up: mind the case before asking. */
export function knownPlace(name: string): KnownPlace | null {
  return places.get(fold(name).replace(/^the /, '')) ?? null
}

/** `Russian`, `Russians` → `Russia`; null when the word is no demonym. */
export function countryOfDemonym(word: string): string | null {
  return demonyms.get(fold(word)) ?? null
}

/** One key for all spellings of a place: `kyiv` for Kiev and Kyiv, `united states` for US, U.S. and America. */
export function placeKey(name: string): string {
  const known = knownPlace(name)
  return fold(known?.name ?? name).replace(/^the /, '')
}
