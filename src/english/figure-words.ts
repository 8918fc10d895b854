/** Words around a figure that say what it is of: data/english/figures.txt. */
import { anyOf, wordFile } from './word-lists.js'
import { sortedBy } from '../text/order.js'
import { Qualifier } from '../model/annotation.js'

const numberWordsFile = wordFile('numbers.txt')

/** Below twenty, from zero. */
export const units: readonly string[] = [...numberWordsFile.words('units')]
/** From twenty. */
export const tens: readonly string[] = [...numberWordsFile.words('tens')]
/** From `first`. */
export const ordinals: readonly string[] = [...numberWordsFile.words('ordinals')]

export const numberWords: ReadonlyMap<string, number> = new Map([
  ...units.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, 20 + 10 * i]),
])

const figureWordsFile = wordFile('figures.txt')

/** `other`, `more`, `previous`. */
export const apartWords = figureWordsFile.words('apart')
/** Those that say of earlier times. */
export const earlierWords = figureWordsFile.words('earlier')
/** By lemma: "claimed 12 lives". */
export const takesLives = figureWordsFile.words('takes-lives')
/** By lemma: "lasted for 17 hours". */
export const lasting = figureWordsFile.words('lasting')
/** Stems and thesaurus keys of units that do not say what is counted. */
export const bareUnits = figureWordsFile.words('bare-units')

const buildings = [...figureWordsFile.words('buildings')]
const buildingsAlone = [...figureWordsFile.words('buildings-alone')]

/** "The Customs House", "the Lighthouse Hotel", "the Kremlin": by its end; not "the House", which is a body. */
export function namesBuilding(name: string): boolean {
  const lower = name.toLowerCase()
  return (
    buildingsAlone.some((word) => lower.endsWith(word)) ||
    buildings.some((word) => lower.endsWith(word) && lower !== word)
  )
}

/** "Just over": the bound is near. */
export const barelyAbove = new RegExp(
  `${anyOf(figureWordsFile.lines('barely'))} (?:over|above|more than)\\s+$`,
  'iu',
)
/** "Dozens": a count that is none. */
export const countsRoughly = new RegExp(anyOf(figureWordsFile.words('roughly')), 'iu')
/** Right before "a day": it is a length there, else a rate or an indefinite time. */
export const beforeLength = new RegExp(`${anyOf(figureWordsFile.words('before-length'))}\\s$`, 'iu')

const currenciesFile = wordFile('currencies.txt')
const codes = new Map(
  [...currenciesFile.groups('signs'), ...currenciesFile.groups('names')].flatMap(([code, words]) =>
    words.map((word) => [phraseOf(word), code] as const),
  ),
)

function phraseOf(word: string): string {
  return word.replaceAll('-', ' ').toLowerCase()
}

/** `sign` or name as printed. */
export function currencyOf(printed: string): string | null {
  return codes.get(printed.toLowerCase()) ?? null
}

/** Sources of patterns, the longest first. */
export const currencySigns = alternatives('signs')
export const currencyNames = alternatives('names')

function alternatives(section: string): string {
  const all = [...currenciesFile.groups(section).values()].flat().map((word) => word.replaceAll('-', ' '))
  const sorted = sortedBy(all, (word) => [-word.length, word])
  return `(?:${sorted.map((word) => word.replace(/[$.]/gu, '\\$&')).join('|')})`
}

const endings: readonly (readonly [ending: string, ...words: string[]])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", 'would', 'had'],
  ["'s", 'is', 'has'],
]
/** Whose own letters change when they are contracted. */
const stems: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

const digits = new Map([...numberWords].map(([word, value]) => [word, [String(value)]]))

export function sameWrittenOut(a: readonly string[], b: readonly string[]): boolean {
  const [from, to] = [a, b].map((words) => words.flatMap(writtenOut))
  if (from?.length !== to?.length) return false
  return from?.every((words, index) => words.some((word) => to?.[index]?.includes(word))) ?? true
}

/** One word after the other, each as what it may be. */
function writtenOut(word: string): readonly (readonly string[])[] {
  if (word === 'cannot') return [['can'], ['not']]
  const found = endings.find(([ending]) => word.endsWith(ending) && word.length > ending.length)
  if (!found) return word.split('-').map((part) => [part, ...(digits.get(part) ?? [])])
  const [ending, ...full] = found
  const stem = word.slice(0, -ending.length)
  return [[stems.get(stem) ?? stem], full]
}

type Measure = { readonly dimension: string; readonly size: number }

const measuresFile = wordFile('measures.txt')

const measures: ReadonlyMap<string, Measure> = new Map(
  measuresFile.sections.flatMap((dimension) =>
    measuresFile.lines(dimension).map((line): [string, Measure] => {
      const [unit = '', size = ''] = line.split(' ')
      return [unit, { dimension, size: Number(size) }]
    }),
  ),
)

export function measureOf(unit: string | null): Measure | null {
  return unit === null ? null : (measures.get(unit.toLowerCase()) ?? null)
}

export const tolls = ['killed', 'injured', 'missing', 'arrested', 'held', 'displaced', 'rescued'] as const
export type Toll = (typeof tolls)[number]

const tollsFile = wordFile('tolls.txt')
const byWord = new Map(
  tolls.flatMap((toll) => [...tollsFile.words(toll)].map((word) => [word, toll] as const)),
)

/** Forms that count people without a noun: `12 were killed`. */
export const fates = tollsFile.words('told')

/** Null for a word that tells of none. Lower case. */
export function tollOf(...forms: readonly string[]): Toll | null {
  for (const form of forms) {
    const toll = byWord.get(form)
    if (toll !== undefined) return toll
  }
  return null
}

const qualifiersFile = wordFile('qualifiers.txt')

// Longest first: `no more than` before `more than`.
const byLength = Qualifier.options
  .flatMap((qualifier) => qualifiersFile.lines(qualifier).map((phrase) => ({ qualifier, phrase })))
  .sort((a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1))

export function qualifierBefore(text: string, start: number): Qualifier | null {
  return phraseBefore(text, start)?.qualifier ?? null
}

/** Where such words begin that stand before a place, all of them: "just over about 40"; the place itself where there are none. */
export function startOfQualifiers(text: string, start: number): number {
  const phrase = phraseBefore(text, start)?.phrase
  if (phrase === undefined) return start
  const from = Math.max(0, start - furthest)
  const at = text.slice(from, start).toLowerCase().lastIndexOf(phrase)
  return at < 0 ? start : startOfQualifiers(text, from + at)
}

const furthest = 30

function phraseBefore(text: string, start: number): (typeof byLength)[number] | undefined {
  const before = text
    .slice(Math.max(0, start - furthest), start)
    .replace(/(?<!\s)\s+(?:an?\s+)?$/, '')
    .toLowerCase()
  return byLength.find(
    ({ phrase }) =>
      before.endsWith(phrase) && !/[\p{L}\p{N}-]/u.test(before.charAt(before.length - phrase.length - 1)),
  )
}
