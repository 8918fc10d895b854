/**
 * In:    a Reading and its attributions.
 * Out:   the attributions, with those that a colon makes in headlines and crossheads: `Kremlin: no deal on territory`,
 *        `No deal on territory: Kremlin`, or a dash: `Mine owner knew of leak – witness`. The mark is the cue.
 * Never: takes a topic (`Rail strike: what you need to know`) or a place alone for a source.
 */
import { knownPlace } from '../../../english/places.js'
import { knownOrganisations, organisationHeads } from '../../../english/organisation-words.js'
import { givenNames } from '../../../english/known-words.js'
import { roles } from '../../../english/roles.js'
import { bodyNouns, colonSources, hiddenNouns, isAnnounced } from '../../../english/source-nouns.js'
import type { Found, WordRange } from '../found.js'
import { common } from '../marks/quoted-pieces.js'
import { posOf, type Reading } from '../reading.js'

const longestSource = 5
const fewestWords = 3
const verbal = [posOf('VERB'), posOf('AUX')]
export function withoutAnnounced(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.filter((item) => !announces(r, item))
}

export function withHeadings(r: Reading, found: readonly Found[]): readonly Found[] {
  const all = [...found]
  for (let i = 1; i < r.size - 1; i++) {
    if (r.heading[i] !== 1 || !/^[:–—]$/u.test(r.words[i]?.surface ?? '')) continue
    const block = blockAround(r, i)
    const one = credit(r, i, block)
    if (!one) continue
    const rest = all.filter(
      (item) => ![...item.content, ...(item.cue ? [item.cue] : [])].some((part) => common(part, block) > 0),
    )
    all.splice(0, all.length, ...rest, one)
  }
  return all
}

/** A colon in a headline with a topic behind it: `Bridge closure: what drivers need to know` tells of nobody. */
function announces(r: Reading, { cue, content }: Found): boolean {
  if (!cue || r.heading[cue.from] !== 1 || r.words[cue.from]?.surface !== ':') return false
  return content.some(({ from }) => isAnnounced(r.words[from]?.lower ?? ''))
}

function blockAround(r: Reading, at: number): WordRange {
  let from = at
  let to = at
  while (from > 0 && r.block[from - 1] === r.block[at]) from--
  while (to < r.size && r.block[to] === r.block[at]) to++
  return { from, to }
}

function credit(r: Reading, colon: number, block: WordRange): Found | undefined {
  const cue = { from: colon, to: colon + 1 }
  const before = { from: block.from, to: colon }
  const after = { from: colon + 1, to: withoutStop(r, block.to) }
  const dash = r.words[colon]?.surface !== ':'
  if (!dash && isSource(r, before) && isTold(r, after))
    return { content: [after], cue, source: before, confidence: null }
  if (isSource(r, after) && isTold(r, before) && !(dash && !hasVerb(r, before)))
    return { content: [before], cue, source: after, confidence: null }
  return undefined
}

function withoutStop(r: Reading, to: number): number {
  return r.words[to - 1]?.surface === '.' ? to - 1 : to
}

/** Words of a person, body or office, without a verb. */
function isSource(r: Reading, { from, to }: WordRange): boolean {
  const words = r.words.slice(from, to)
  const last = words.at(-1)
  if (
    !last ||
    words.length > longestSource ||
    words.some(({ pos, surface }, i) => i > 0 && pos === 'VERB' && /^\p{Ll}/u.test(surface))
  )
    return false
  const phrase = words.map(({ lower }) => lower).join(' ')
  const head = last.lower.replace(/s$/u, '')
  if (knownOrganisations.has(phrase) || hiddenNouns.has(head)) return true
  if (roles.has(head) || roles.has(last.lower) || colonSources.has(last.lower)) return true
  if (organisationHeads.has(last.lower) || bodyNouns.has(last.lower)) return true
  if (knownPlace(words.map(({ surface }) => surface).join(' '))) return false
  return isPerson(r, from, to)
}

/** A full name with a known given name, or a surname alone that the text below uses as one. */
function isPerson(r: Reading, from: number, to: number): boolean {
  const words = r.words.slice(from, to)
  if (!words.every(({ surface }) => /^\p{Lu}[\p{L}.’'-]*$/u.test(surface))) return false
  const [first] = words
  if (!first) return false
  if (words.length > 1) return givenNames.has(first.lower) || roles.has(first.lower)
  if (first.pos !== 'PROPN') return false
  return r.words.some(
    ({ surface }, i) =>
      i !== from &&
      surface === first.surface &&
      r.heading[i] !== 1 &&
      (verbal.includes(r.pos[i + 1] ?? 0) ||
        givenNames.has(r.words[i - 1]?.lower ?? '') ||
        /^(?:mr|mrs|ms|dr)\.?$/u.test(r.words[i - 1]?.lower ?? '')),
  )
}

function hasVerb({ pos }: Reading, { from, to }: WordRange): boolean {
  return verbal.some((kind) => pos.subarray(from, to).includes(kind))
}

function isTold(r: Reading, { from, to }: WordRange): boolean {
  if (to - from < fewestWords) return false
  return !isAnnounced(r.words[from]?.lower ?? '')
}
