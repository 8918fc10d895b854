/**
 * Verbs that can carry a clause, told from participles and infinitives by form and neighbours (the tagger gives no
 * finer tags).
 */
import type { TaggedWord } from './parse/tree.js'
import { wordFile } from './word-lists.js'

/** Third-person forms that are hardly ever nouns, though the tagger takes some for nouns: data/english/verb-forms.txt. */
const verbForms = wordFile('verb-forms.txt').words('third-person')

/** `said`, `is`, `have`; not `to say`, `saying`, or the second verb of a group (`has said`). */
export function isFinite(words: readonly TaggedWord[], i: number): boolean {
  const word = words[i]
  if (!word) return false
  if (word.pos !== 'VERB' && word.pos !== 'AUX') return isMistakenVerb(words, i)
  if (word.lower === 'been' || word.lower === 'being' || isParticiple(word)) return false
  const before = previous(words, i)
  if (before === undefined) return true
  if (before.lower === 'to' || before.pos === 'AUX') return false
  if (isReduced(words, i, before)) return false
  return !(before.pos === 'DET' || before.pos === 'ADJ' || before.lower === "'s" || before.lower === "'")
}

/** A verb that the tagger took for a noun: after its subject and before an object, phrase or clause. */
function isMistakenVerb(words: readonly TaggedWord[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]]
  if (before === undefined || word?.pos !== 'NOUN' || !verbForms.has(word.lower)) return false
  return (
    ['NOUN', 'PROPN', 'PRON', 'ADJ'].includes(before.pos) &&
    ['DET', 'PRON', 'ADP', 'SCONJ', 'PART', 'ADV', 'PROPN', 'NUM'].includes(next?.pos ?? '')
  )
}

function isParticiple(word: TaggedWord): boolean {
  return (
    word.pos === 'VERB' &&
    word.lower.endsWith('ing') &&
    !['bring', 'sing', 'ring', 'spring', 'cling'].includes(word.lower)
  )
}

/** `…, boasting that`: also where the tagger takes the participle for a noun. */
export function opensWithParticiple(words: readonly TaggedWord[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]]
  if (!word) return false
  if (isParticiple(word)) return true
  return (
    word.pos === 'NOUN' && word.lower.endsWith('ing') && ['SCONJ', 'DET', 'PRON'].includes(next?.pos ?? '')
  )
}

/** `the plan reworked by Kyiv`: a participle after its noun, with its agent or place. */
function isReduced(words: readonly TaggedWord[], i: number, before: TaggedWord): boolean {
  const word = words[i]
  const next = words[i + 1]
  return (
    word !== undefined &&
    /(?:ed|en|wn|ght|ung)$/.test(word.lower) &&
    (before.pos === 'NOUN' || before.pos === 'PROPN' || before.surface === ',') &&
    next?.lower === 'by'
  )
}

function previous(words: readonly TaggedWord[], i: number): TaggedWord | undefined {
  let k = i - 1
  while (k >= 0 && (words[k]?.pos === 'ADV' || words[k]?.lower === 'not' || words[k]?.lower === "n't")) k--
  return words[k]
}

export function hasFinite(words: readonly TaggedWord[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFinite(words, i)) return true
  return false
}

/**
 * The same without verbs inside an apposition: `Ann Lowe, the builder turned mayor, and Tim Hale` has none. In force when
 * the part before the first comma is a bare noun phrase.
 */
export function hasMainFinite(words: readonly TaggedWord[], from: number, to: number): boolean {
  const comma = words.findIndex((word, i) => i >= from && i < to && word.surface === ',')
  const first = words[from]
  if (comma < 0 || !first || hasFinite(words, from, comma)) return hasFinite(words, from, to)
  if (!['PROPN', 'NOUN', 'DET', 'PRON'].includes(first.pos)) return hasFinite(words, from, to)
  const close = words.findIndex((word, i) => i > comma && i < to && word.surface === ',')
  return close >= 0 && hasFinite(words, close, to)
}

/** A subject (noun, name, pronoun) and after it, within `reach` words, a finite verb; nothing but a phrase between. */
export function startsWithSubjectAndVerb(words: readonly TaggedWord[], from: number, reach: number): boolean {
  let subject = false
  for (let i = from; i < Math.min(words.length, from + reach); i++) {
    const word = words[i]
    if (!word || /^[,;:()—–“”"]$/.test(word.surface)) return false
    if (isFinite(words, i)) return subject
    if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'PRON' || word.pos === 'NUM')
      subject = true
    else if (word.pos === 'CCONJ') {
      if (!subject) return false
      subject = false
    }
  }
  return false
}
