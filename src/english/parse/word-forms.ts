/** What the models look at in a word, as numbers, kept by form: hashes of form and ends, shape, the class of its vector. */
import { background } from '../../text/background.js'
import { stem } from '../../text/stem.js'
import { cities, familyNames, givenNames } from '../known-words.js'
import { isNoun } from '../nouns.js'
import { fnv } from '../../text/fnv.js'
import { kept } from '../../text/grouped.js'
import { wordFile } from '../word-lists.js'

export type WordForm = {
  readonly lower: number
  readonly suffix1: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix2: number
  readonly prefix3: number
  readonly shape: number
  /** Classes of the word's stem by its vector, fine and coarse; 0 for none. Stems without a vector stand behind the last class. */
  readonly fine: number
  readonly coarse: number
  /** No letter, digit or sign of value: a stop, a quotation mark, a dash. */
  readonly mark: boolean
  /** What word lists know of it: how common it is, whether it or its base form is a noun, a verb, a name. */
  readonly known: number
}

/** Rows as in data/vectors.bin: class numbers from 1. */
type WordClasses = { readonly fine: Uint8Array; readonly coarse: Uint8Array }

const cacheLimit = 100_000

export class WordForms {
  private readonly classes: WordClasses
  private readonly seen = new Map<string, WordForm>()

  constructor(classes: WordClasses) {
    this.classes = classes
  }

  of(surface: string): WordForm {
    return kept(this.seen, surface, () => this.read(surface), cacheLimit)
  }

  private read(surface: string): WordForm {
    const plain = plainForm(surface)
    const lower = plain.toLowerCase().replace(/\p{Nd}/gu, '0')
    const row = background().rowOf(stem(lower))
    return {
      lower: fnv(lower),
      suffix1: fnv(lower.slice(-1)),
      suffix2: fnv(lower.slice(-2)),
      suffix3: fnv(lower.slice(-3)),
      suffix4: fnv(lower.slice(-4)),
      prefix2: fnv(lower.slice(0, 2)),
      prefix3: fnv(lower.slice(0, 3)),
      shape: fnv(shapeOf(plain)),
      fine: row < 0 ? 0 : (this.classes.fine[row] ?? 0),
      coarse: row < 0 ? 0 : (this.classes.coarse[row] ?? 0),
      mark: isMark(surface),
      known: knownAs(lower, row),
    }
  }
}

/** Ranks of stems at which bands of commonness end. */
const bands = [500, 3000, 10_000, 25_000]

function knownAs(lower: string, row: number): number {
  const lists = [
    isNoun(lower),
    isNoun(lemmaOf(lower, 'NNS')),
    isVerb(lower),
    isVerb(lemmaOf(lower, 'VBD')),
    isIrregularVerb(lower),
    givenNames.has(lower) || familyNames.has(lower) || cities.has(lower),
  ]
  const band = row < 0 ? bands.length + 1 : bands.filter((end) => row >= end).length
  return lists.reduce((bits, isIn, i) => bits | (isIn ? 1 << i : 0), band << lists.length)
}

/** Typewriter quotation marks and dashes for printed ones. */
export function plainForm(surface: string): string {
  return surface
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”„]|''/gu, '"')
    .replace(/[–—]|--+/gu, '-')
    .replace(/…/gu, '...')
}

function isMark(surface: string): boolean {
  return !/[\p{L}\p{N}\p{Sc}%&@#+=*/<>~^|°]/u.test(surface)
}

/** `Xx` for a capitalised word, `00` for a number: runs of one kind are cut to two. */
function shapeOf(text: string): string {
  let shape = ''
  for (const char of text) {
    const kind = /\p{Lu}/u.test(char) ? 'X' : /\p{Ll}/u.test(char) ? 'x' : /\p{N}/u.test(char) ? '0' : char
    if (!shape.endsWith(kind + kind)) shape += kind
  }
  return shape
}

const verbs = wordFile('verbs.txt').words('verbs')
const irregular = wordFile('irregular-forms.txt')
const irregularVerbs = byForm('verbs')
const irregularNouns = byForm('nouns')

function byForm(section: string): ReadonlyMap<string, string> {
  const groups = [...irregular.groups(section)]
  return new Map(groups.flatMap(([base, forms]) => forms.map((form) => [form, base] as const)))
}

/** Whether a word in lower case is the base form of a verb. */
function isVerb(word: string): boolean {
  return verbs.has(word)
}

/** Forms of verbs that no rule gives: `stole`. */
export function irregularForms(): readonly string[] {
  return [...irregularVerbs.keys()]
}

/** Whether a word in lower case is one of them. */
function isIrregularVerb(word: string): boolean {
  return irregularVerbs.has(word)
}

export function lemmaOf(surface: string, penn: string): string {
  if (penn.startsWith('NNP')) return surface
  const word = surface.toLowerCase().replace(/’/gu, "'")
  if (word === "n't" || word === "n'") return 'not'
  if (penn.startsWith('V') || penn === 'MD') return verbLemma(word, penn)
  if (penn === 'NNS') return irregularNouns.get(word) ?? singular(word)
  return word
}

function verbLemma(word: string, penn: string): string {
  const base = irregularVerbs.get(word)
  if (base !== undefined) return base
  if (penn === 'VB' || penn === 'VBP' || penn === 'MD') return word
  return basesOf(word).find(isVerb) ?? basesOf(word)[0] ?? word
}

/** What a verb form may come from, likeliest first. */
function basesOf(word: string): string[] {
  if (word.endsWith('ies')) return [word.slice(0, -3) + 'y', word.slice(0, -1)]
  if (word.endsWith('ied')) return [word.slice(0, -3) + 'y', word.slice(0, -1)]
  if (word.endsWith('s') && !word.endsWith('ss')) return [word.slice(0, -1), word.slice(0, -2)]
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0
  if (ending === 0) return [word]
  const root = word.slice(0, -ending)
  const isDoubled = root.at(-1) === root.at(-2)
  return isDoubled ? [root.slice(0, -1), root, root + 'e'] : [root + 'e', root]
}

function singular(word: string): string {
  if (/(?:[^aeiou]|qu)ies$/.test(word)) return word.slice(0, -3) + 'y'
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
