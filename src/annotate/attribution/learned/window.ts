/**
 * In:    a Reading and a cue.
 * Out:   the stretch of words in which its source and content are looked for: the cue's sentence, the sentences before
 *        and after that stand with it in one quotation, and after a closing colon the next block.
 * Never: more than `mostBefore` words before and `mostAfter` after the cue.
 */
import type { WordRange } from '../found.js'
import { longest } from './model.js'
import type { Reading } from '../reading.js'

const mostBefore = 100
const mostAfter = 160

export type Window = WordRange & { readonly cue: WordRange }

/** `cued`: sentences with a cue of their own outside quotation marks; a quoted sentence that is one is not taken in. */
export function windowOf(r: Reading, cue: WordRange, cued: ReadonlySet<number> = new Set()): Window {
  const lower = Math.max(0, cue.from - mostBefore)
  const upper = Math.min(r.size, cue.to + mostAfter)
  let from = sentenceStart(r, cue.from, lower)
  while (from > lower && sameQuotation(r, from - 1, from)) from = sentenceStart(r, from - 1, lower)
  let to = sentenceEnd(r, cue.to - 1, upper)
  while (to < upper && goesOn(r, to) && !cued.has(r.sentence[to] ?? -1)) to = sentenceEnd(r, to, upper)
  return { from, to, cue }
}

/** How many stretches of words in a window may be a source or a content: what it costs to choose among them. */
export function stretchesIn({ from, to, cue }: Window): number {
  const beside = [cue.from - from, to - cue.to]
  return longest.flatMap((most) => beside.map((words) => stretchesOf(words, most))).reduce((a, b) => a + b)
}

/** Of `words` words all stretches of at most `most`. */
function stretchesOf(words: number, most: number): number {
  const short = Math.min(words, most)
  return (short * (short + 1)) / 2 + (words - short) * most
}

/** The sentences of `cues` that stand outside quotation marks. */
export function cuedSentences(r: Reading, cues: readonly WordRange[]): ReadonlySet<number> {
  const outside = cues.filter(({ from }) => (r.quoted[from] ?? -1) < 0)
  return new Set(outside.map(({ from }) => r.sentence[from] ?? -1))
}

function sentenceStart(r: Reading, at: number, lower: number): number {
  let from = at
  while (from > lower && r.sentence[from - 1] === r.sentence[at]) from--
  return from
}

function sentenceEnd(r: Reading, at: number, upper: number): number {
  let to = at + 1
  while (to < upper && r.sentence[to] === r.sentence[at]) to++
  return to
}

function sameQuotation(r: Reading, a: number, b: number): boolean {
  const quotation = r.quoted[a] ?? -1
  return quotation >= 0 && quotation === r.quoted[b] && r.block[a] === r.block[b]
}

/** Whether the sentence from `to` on belongs to what stands before it: quoted too, or announced by a colon. */
function goesOn(r: Reading, to: number): boolean {
  const last = r.words[to - 1]
  if (r.block[to] !== r.block[to - 1]) return last?.lower === ':' || /^[–—―]$/u.test(last?.lower ?? '')
  return (r.quoted[to] ?? -1) >= 0 && ((r.quoted[to - 1] ?? -1) >= 0 || r.mark[to] === 1)
}
