/** Whether a claim says that something is not so: by a negation word or a verb of refusing, failing or denying. */
import type { TaggedWord } from './parse/tree.js'
import { wordFile } from './word-lists.js'

const file = wordFile('negation.txt')

const negators = file.words('words')

/** For readers of normalized words: with `don't` and the like, which the tagger takes apart. */
export const negations: ReadonlySet<string> = new Set([...negators, ...file.words('contractions')])

/** These, and forms of verbs that deny what they govern: `refused`, `denies`. */
export const negationsAndDenials: ReadonlySet<string> = new Set([...negations, ...file.words('forms')])

/** `failed to`, `refuses to`, `declined to`: deny what the infinitive says. */
const beforeInfinitive = file.words('before-infinitive')

/** `denies`, `rejects`: deny their object or clause. */
const denying = file.words('denying')

/** Phrases with a negation word that deny nothing. */
const idle = file.lines('idle').map((phrase) => phrase.split(' '))

export function isNegated(words: readonly TaggedWord[]): boolean {
  const lowers = words.map((word) => word.lower)
  let count = 0
  words.forEach((word, i) => {
    if (negators.has(word.lower) && !isIdle(lowers, i)) count++
    else if (word.pos === 'VERB' && negatesAsVerb(words, i)) count++
  })
  return count % 2 === 1
}

function isIdle(lowers: readonly string[], i: number): boolean {
  if (lowers[i] === 'no' && /^\d|^\.$/.test(lowers[i + 1] ?? '')) return true
  return idle.some((parts) => {
    const at = i - parts.indexOf(lowers[i] ?? '')
    return parts.every((part, k) => lowers[at + k] === part)
  })
}

function negatesAsVerb(words: readonly TaggedWord[], i: number): boolean {
  const lemma = words[i]?.lemma ?? ''
  const next = words[i + 1]?.lower
  if (beforeInfinitive.has(lemma) && next === 'to') return true
  if (lemma === 'rule' && next === 'out') return true
  return denying.has(lemma)
}
