/**
 * A clause that its credit parts between subject and verb: `The strike, warned the union, could last into May`, `The bridge,
 * according to Pia Holm of the harbour board, will not last`.
 *
 * In:    a Reading and its attributions.
 * Out:   the attributions, with each such credit given both halves of the clause, in the place of one with the same cue.
 * Never: takes a participle with its own object (`The ship, said to be old, …`) or a clause that has its verb before the credit.
 */
import type { Found, WordRange } from '../found.js'
import { nameEnd, speaks } from '../phrases.js'
import { isFinite } from '../../../english/finite-verbs.js'
import { common } from '../marks/quoted-pieces.js'
import { isQuoted, posOf, type Reading } from '../reading.js'
import { nounPhraseEnd, tellsTime } from '../subjects.js'

const longestCredit = 16
/** Their participle takes a name: `The book, called The Long Night, …`. */
const naming = new Set(['call', 'name', 'describe', 'declare', 'quote', 'cite', 'ask', 'tell'])
const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const adverb = posOf('ADV')
const punctuation = posOf('PUNCT')
const nominal = [posOf('NOUN'), posOf('PROPN'), posOf('PRON'), posOf('NUM')]

export function withSplitClauses(r: Reading, found: readonly Found[]): readonly Found[] {
  const all = [...found]
  let from = 0
  for (let i = 1; i + 1 < r.size; i++) {
    if (r.sentence[i] !== r.sentence[i - 1]) from = i
    const split = r.words[i]?.surface === ',' ? splitAt(r, from, i) : undefined
    if (!split) continue
    const { cue } = split
    const at = all.findIndex((item) => item.cue !== null && common(item.cue, cue) > 0)
    const confidence = all[at]?.confidence ?? null
    if (at >= 0) all[at] = { ...split, confidence }
    else all.push(split)
  }
  return all
}

type Split = Found & { readonly cue: WordRange }

/** The credit behind the comma at `comma` in a sentence that begins at `from`. */
function splitAt(r: Reading, from: number, comma: number): Split | undefined {
  if (!nominal.includes(r.pos[comma - 1] ?? 0) || hasVerb(r, from, comma) || isQuoted(r, comma))
    return undefined
  const cue = cueAt(r, comma + 1)
  if (!cue) return undefined
  // behind "to" the tagger takes "engineer" for a verb
  const who = r.pos[cue.to] === verb && cue.to - cue.from > 1 ? cue.to + 1 : cue.to
  const phrase = Math.max(nameEnd(r, who), nounPhraseEnd(r, who))
  if (phrase === who || tellsTime(r, phrase - 1)) return undefined
  const end = creditEnd(r, phrase)
  if (end === undefined) return undefined
  const to = sentenceEnd(r, end)
  return {
    content: [
      { from, to: comma },
      { from: end + 1, to },
    ],
    cue,
    source: { from: cue.to, to: end },
    confidence: null,
  }
}

function cueAt(r: Reading, at: number): WordRange | undefined {
  if (r.words[at]?.lower === 'according' && r.words[at + 1]?.lower === 'to') return { from: at, to: at + 2 }
  const { lower = '', lemma = '' } = r.words[at] ?? {}
  return r.pos[at] === verb && speaks(r, at) && !lower.endsWith('ing') && !naming.has(lemma)
    ? { from: at, to: at + 1 }
    : undefined
}

/** The comma that ends the credit, with the verb of the parted clause right behind it. */
function creditEnd(r: Reading, phrase: number): number | undefined {
  for (
    let i = phrase;
    i < r.size && i - phrase <= longestCredit && r.sentence[i] === r.sentence[phrase];
    i++
  ) {
    if (r.pos[i] === verb || r.pos[i] === auxiliary || r.mark[i]) return undefined
    if (r.words[i]?.surface !== ',') continue
    const next = r.pos[i + 1] === adverb ? i + 2 : i + 1
    if (isFinite(r.words, next) && r.sentence[next] === r.sentence[i]) return i
  }
  return undefined
}

function hasVerb(r: Reading, from: number, to: number): boolean {
  const kinds = r.pos.subarray(from, to)
  return kinds.includes(verb) || kinds.includes(auxiliary)
}

function sentenceEnd(r: Reading, at: number): number {
  let to = at
  while (to < r.size && r.sentence[to] === r.sentence[at]) to++
  while (to > at && r.pos[to - 1] === punctuation && !r.mark[to - 1]) to--
  return to
}
