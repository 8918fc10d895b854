/**
 * What a number counts: the head noun after it, singular (`23 Ukrainian soldiers` → `soldier`, `five-point plan` →
 * `point`), `year-old` for ages, `person` where only the fate is told (`12 were killed`).
 */
import { fates } from '../../english/tolls.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import type { SentenceText } from './found.js'

export type Unit = { readonly unit: string | null; readonly end: number }

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  others: 'person',
}
/** `start` and `end` of the number within the sentence; the end grows over a hyphenated unit. */
export function unitAfter(sentence: SentenceText, start: number, end: number): Unit {
  const { text, words } = sentence
  if (isMagnitude(text, start, end)) return { unit: 'magnitude', end }
  const age = /^[ -]years?[ -]olds?\b/.exec(text.slice(end, end + 12))
  if (age) return { unit: 'year-old', end: end + age[0].length }
  const from = words.findIndex((word) => word.start >= sentence.start + end)
  const next = words.slice(from < 0 ? words.length : from)
  const [first, second] = next
  if (first?.surface === '-' && first.start === sentence.start + end && second?.pos === 'NOUN')
    return { unit: singular(second), end: second.end - sentence.start }
  if (/^,$/.test(first?.surface ?? '') && isAge(text, start, end)) return { unit: 'year-old', end }
  if (
    fates.has(first?.lower ?? '') ||
    (first?.pos === 'AUX' && next.slice(1, 4).some((word) => fates.has(word.lower)))
  )
    return { unit: 'person', end }
  const noun = headNoun(next)
  if (noun) return { unit: singular(noun), end }
  const before = words.findLast((word) => word.end <= sentence.start + start)
  return { unit: before && fates.has(before.lower) ? 'person' : null, end }
}

/** `a magnitude-5.6 quake`, `5.6 on the Richter scale`, `a 5.6 tremor` */
function isMagnitude(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40)
  return (
    /\bmagnitude(?: of)?(?: about| at least)?[ -]+$/iu.test(text.slice(Math.max(0, start - 30), start)) ||
    /^[ -]{1,2}magnitude\b|^(?: degrees?)? on the (?:[a-z-]+ )?Richter/iu.test(after) ||
    (text.slice(start, end).includes('.') &&
      /^[ -](?:earth)?(?:quake|tremor|temblor|aftershock)\b/iu.test(after))
  )
}

/** `Ann Lowe, 33, said` */
function isAge(text: string, start: number, end: number): boolean {
  return /, $(?<=\p{Lu}\p{L}+, )/u.test(text.slice(0, start)) && /^\d{1,2}$/.test(text.slice(start, end))
}

/** The last noun of the noun phrase that starts here; at most five words on. */
function headNoun(words: readonly TaggedWord[]): TaggedWord | null {
  let head: TaggedWord | null = null
  for (const word of words.slice(0, 6)) {
    if (head !== null && isPlural(head)) break
    if (word.pos === 'NOUN') head = word
    else if (word.pos === 'PROPN') head = word.lower.endsWith('s') && head === null ? word : head
    else if (head !== null) break
    else if (!(
      word.pos === 'ADJ' ||
      word.pos === 'ADV' ||
      word.surface === '-' ||
      /(?:ed|ing)$/.test(word.lower)
    ))
      break
  }
  return head
}

function isPlural(noun: TaggedWord): boolean {
  return noun.lower in irregular || (noun.lower.endsWith('s') && noun.lemma !== noun.lower)
}

/** "RBIs", "MPs" */
const pluralLetters = /^\p{Lu}{2,}s$/u

function singular(noun: TaggedWord): string {
  if (pluralLetters.test(noun.surface)) return noun.lower.slice(0, -1)
  const one = irregular[noun.lower] ?? (noun.pos === 'PROPN' ? noun.lower.replace(/s$/, '') : noun.lemma)
  return one.replace(/(?<=met|lit)re$/u, 'er')
}
