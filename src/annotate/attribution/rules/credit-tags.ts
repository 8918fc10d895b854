/**
 * In:    a Reading and a stretch in quotation marks.
 * Out:   who is credited right behind it: a name, pronoun or "the" phrase with a verb (`“…,” Anna Berg recalled`).
 * Never: looks further than the next clause.
 */
import type { WordRange } from '../found.js'
import { nameEnd, phraseEnd, speaks, subjectAt, verbBefore } from '../phrases.js'
import { posOf, type Reading } from '../reading.js'

const longestAside = 14
const name = posOf('PROPN')
const verb = posOf('VERB')
const adverb = posOf('ADV')

/** A credit by a verb; `before`: who stands before the verb. */
export type Tag = { readonly source: WordRange; readonly cue: WordRange; readonly before: boolean }

/**
 * `“…,” Anna Berg recalled`, `“…,” recalled Anna Berg`, `“…,” the mayor noted`, `“…” — so claimed the firm's chemist`: who
 * and verb right behind the mark.
 */
export function tagBehind(r: Reading, piece: WordRange): Tag | undefined {
  if (r.mark[piece.to - 1] !== 2) return undefined
  const last = r.words[piece.to - 2]?.surface ?? ''
  const parted = /^[—–]$/u.test(r.words[piece.to]?.surface ?? '')
  let at = parted ? piece.to + 1 : piece.to
  if (r.words[at]?.lower === 'so') at++
  if (r.block[at] !== r.block[piece.to - 1] || relative.test(r.words[at]?.lower ?? '')) return undefined
  if (!parted && !/^[,?!—–]$/u.test(last)) return last === '.' ? sentenceOfCredit(r, at) : undefined
  const whole = opensSentence(r, piece)
  const tag = whoThenVerb(r, at, whole && last === ',') ?? verbThenWho(r, at)
  return tag && (whole || (speaks(r, tag.cue.from) && verbBefore(r, piece.from))) ? tag : undefined
}

const relative = /^(?:who|whom|whose|which|that|what|where|when)$/u

export function opensSentence(r: Reading, { from }: WordRange): boolean {
  return r.sentence[from - 1] !== r.sentence[from] || r.block[from - 1] !== r.block[from]
}

/** `“… missing.” Berg said.`: a full stop for the comma, and a sentence that holds who and verb alone. */
function sentenceOfCredit(r: Reading, at: number): Tag | undefined {
  if (r.sentence[at] === r.sentence[at - 1]) return undefined
  const tag = whoThenVerb(r, at, false)
  if (!tag || !speaks(r, tag.cue.from)) return undefined
  const stop = tag.cue.to
  return r.words[stop]?.surface === '.' && r.sentence[stop + 1] !== r.sentence[stop] ? tag : undefined
}

/** With `any`, a verb that tells by its place alone: `“…,” the nominee riffed`. */
function whoThenVerb(r: Reading, at: number, any: boolean): Tag | undefined {
  const named = nameEnd(r, at)
  const end = named > at ? named : phraseEnd(r, at)
  if (end === at) return undefined
  for (const after of asideEnds(r, end)) {
    const cue = r.pos[after] === adverb ? after + 1 : after
    const bare = after === end && (any || named > at)
    if ((bare ? r.pos[cue] === verb || speaks(r, cue) : speaks(r, cue)) && r.block[cue] === r.block[at])
      return {
        source: { from: at, to: after === end ? end : after - 1 },
        cue: { from: cue, to: cue + 1 },
        before: true,
      }
  }
  return undefined
}

function verbThenWho(r: Reading, at: number): Tag | undefined {
  if ((r.pos[at] !== verb && !speaks(r, at)) || r.words[at]?.lower.endsWith('ing')) return undefined
  const behind = nameEnd(r, at + 1)
  const end = behind > at + 1 || !speaks(r, at) ? behind : phraseEnd(r, at + 1)
  if (end <= at + 1) return undefined
  const to = behind > at + 1 ? end : nameBehind(r, end)
  return { source: { from: at + 1, to }, cue: { from: at, to: at + 1 }, before: false }
}

/** `the firm's chief chemist, Bo Ranft`: the end of a name between commas or before a dash; `at` itself where none stands. */
function nameBehind(r: Reading, at: number): number {
  if (r.words[at]?.surface !== ',') return at
  const to = nameEnd(r, at + 1)
  return to > at + 2 && r.pos[at + 1] === name && /^[,.;—–]$/u.test(r.words[to]?.surface ?? '') ? to : at
}

/** Where the verb may stand behind `at`: there, or behind a comma that ends `, the head of the union, of docks and ferries,`. */
function asideEnds(r: Reading, at: number): number[] {
  const ends = [at]
  if (r.words[at]?.surface !== ',') return ends
  for (let i = at + 1; i < r.size && i - at <= longestAside && r.sentence[i] === r.sentence[at]; i++)
    if (r.words[i]?.surface === ',') ends.push(i + 1)
  return ends
}

/** `Anna Berg said, “…”`, `the mayor replied: “…”`: who and verb right before the opening mark. */
export function tagBefore(r: Reading, piece: WordRange): Tag | undefined {
  const comma = piece.from - 1
  if (r.mark[piece.from] !== 1 || r.sentence[comma] !== r.sentence[piece.from]) return undefined
  if (!/^[,:]$/u.test(r.words[comma]?.surface ?? '') || !speaks(r, comma - 1)) return undefined
  const source = subjectAt(r, comma - 1, 0)
  return source ? { source, cue: { from: comma - 1, to: comma }, before: true } : undefined
}
