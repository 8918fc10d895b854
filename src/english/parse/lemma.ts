/**
 * Base forms: `refused` → `refuse`, `spokesmen` → `spokesman`. Rules, lists of what no rule gives, and the package's list
 * of verbs (data/english/verbs.txt) to tell `hoping` (hope) from `hopping` (hop).
 *
 * In: a printed word and its Penn tag. Out: the base form in lower case; names keep their capitals.
 */
import { wordFile } from '../word-lists.js'

const verbs = wordFile('verbs.txt').words('verbs')
const irregular = wordFile('irregular-forms.txt')
const irregularVerbs = byForm('verbs')
const irregularNouns = byForm('nouns')

function byForm(section: string): ReadonlyMap<string, string> {
  const groups = [...irregular.groups(section)]
  return new Map(groups.flatMap(([base, forms]) => forms.map((form) => [form, base] as const)))
}

/** Whether a word in lower case is the base form of a verb. */
export function isVerb(word: string): boolean {
  return verbs.has(word)
}

/** Forms of verbs that no rule gives: `stole`. */
export function irregularForms(): readonly string[] {
  return [...irregularVerbs.keys()]
}

/** Whether a word in lower case is one of them. */
export function isIrregularVerb(word: string): boolean {
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
