/**
 * Where what is told ends and the sentence around it goes on.
 *
 * In:    a Reading and its attributions; one has for cue a noun of telling (`The claim that he was abroad has been rejected`), or
 *        for source the pronoun of a relative clause (`Berg, who said he was fit, scored twice`).
 * Out:   the attributions, the content of these cut before the verb of the clause that the noun, or the name, is the subject of.
 * Never: cuts where a verb stands before the noun or the name, so that the clause may have its verb already.
 */
import type { Found, WordRange } from './found.js'
import { tellingNouns } from '../../english/telling-verbs.js'
import { verbBefore } from './phrases.js'
import { isQuoted, posOf, type Reading } from './reading.js'

const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const noun = posOf('NOUN')
const name = posOf('PROPN')
const adverb = posOf('ADV')
const particle = posOf('PART')
const opensClause =
  /^(?:who|whom|whose|which|that|what|how|why|where|when|if|whether|because|while|although|though|unless|until|since|after|before|as)$/u
const subjects = /^(?:i|he|she|we|they|you|it)$/u
const owners = /^(?:['’]s?|my|his|her|its|our|their|your)$/u
const joins = /^(?:and|or|but)$/u
const dash = /^[–—-]{1,2}$/u

export function withoutRests(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.map((item) => withoutRest(r, item))
}

function withoutRest(r: Reading, item: Found): Found {
  const { cue, source, content } = item
  const [only] = content
  if (!cue || !only || content.length > 1 || only.from < cue.to) return item
  const end = isNounCue(r, cue, only)
    ? endBehindNoun(r, cue, only)
    : source && isRelative(r, source)
      ? endInRelative(r, source, only)
      : undefined
  return end === undefined || end - only.from < 2
    ? item
    : { ...item, content: [{ from: only.from, to: end }] }
}

/** A noun with an article, an owner or an adjective before it, or a noun of telling at the head of its sentence. */
function isNounCue(r: Reading, cue: WordRange, content: WordRange): boolean {
  const at = cue.to - 1
  if (r.words[content.from]?.lower !== 'that' || (r.pos[at] !== noun && r.pos[at] !== name)) return false
  const before = r.words[at - 1]
  if (r.sentence[at - 1] !== r.sentence[at])
    return tellingNouns.has(r.words[at]?.lower.replace(/s$/u, '') ?? '')
  return /^(?:DET|ADJ)$/u.test(before?.pos ?? '') || owners.test(before?.lower ?? '')
}

/** A comma and "who" or "which". */
function isRelative(r: Reading, { from, to }: WordRange): boolean {
  return (
    to - from === 1 && /^(?:who|which)$/u.test(r.words[from]?.lower ?? '') && r.words[from - 1]?.lower === ','
  )
}

function endBehindNoun(r: Reading, cue: WordRange, { from, to }: WordRange): number | undefined {
  const groups = verbGroups(r, from + 1, to)
  const [first, second, third] = groups
  if (first === undefined) return undefined
  for (let i = first; i < to; i++) if (isDash(r, i) && !isQuoted(r, i)) return i
  if (verbBefore(r, cue.from) || second === undefined) return undefined
  const main = third !== undefined && isParticiple(r, first) && r.pos[second] === auxiliary ? third : second
  for (let i = first; i < main; i++)
    if (r.words[i]?.lower === ',' && /^(?:who|which)$/u.test(r.words[i + 1]?.lower ?? '')) return i
  return r.words[main - 1]?.lower === ',' ? main - 1 : main
}

/** A dash between blanks, no hyphen. */
function isDash({ words }: Reading, i: number): boolean {
  const [before, here, after] = [words[i - 1], words[i], words[i + 1]]
  if (!before || !here || !after || !dash.test(here.surface)) return false
  return before.end < here.start && here.end < after.start
}

/** The comma with a verb right behind it. */
function endInRelative(r: Reading, source: WordRange, { from, to }: WordRange): number | undefined {
  if (verbBefore(r, source.from)) return undefined
  for (let i = from + 1; i + 1 < to; i++) {
    if (r.words[i]?.lower !== ',' || isQuoted(r, i)) continue
    const next = r.pos[i + 1] === adverb ? i + 2 : i + 1
    if (isFinite(r, next)) return i
  }
  return undefined
}

/**
 * First words of the finite verbs of a stretch, but for those of clauses inside it (`that the dam they built was safe`) and
 * those that a conjunction joins to the one before.
 */
function verbGroups(r: Reading, from: number, to: number): number[] {
  const groups: number[] = []
  let inner = 0
  let joined = false
  for (let i = from; i < to; i++) {
    const word = r.words[i]?.lower ?? ''
    if (opensClause.test(word)) inner++
    else if (subjects.test(word) && r.pos[i - 1] === noun) inner++
    if (joins.test(word)) joined = true
    if (!isFinite(r, i) || isQuoted(r, i)) continue
    const start = i
    while (i + 1 < to && goesOn(r, i)) i++
    if (inner > 0) inner--
    else if (!joined) groups.push(withAdverb(r, start, from))
    joined = false
  }
  return groups
}

/** Whether the word behind `i` belongs to the same verb: an auxiliary goes on to a verb, with adverbs and "not" between. */
function goesOn(r: Reading, i: number): boolean {
  const [here, next] = [r.pos[i], r.pos[i + 1]]
  if (here === verb) return false
  return next === verb || next === auxiliary || next === adverb || next === particle
}

function isFinite(r: Reading, at: number): boolean {
  if (r.pos[at] === auxiliary) return true
  return r.pos[at] === verb && !(r.words[at]?.lower ?? '').endsWith('ing') && r.words[at - 1]?.lower !== 'to'
}

function withAdverb(r: Reading, at: number, least: number): number {
  return at > least && r.pos[at - 1] === adverb ? at - 1 : at
}

/** `the man killed in the crash`: the form of a participle, right behind a noun. */
function isParticiple(r: Reading, at: number): boolean {
  const before = r.pos[at - 1]
  return (
    r.pos[at] === verb &&
    (before === noun || before === name) &&
    /(?:ed|en|wn|ght)$/u.test(r.words[at]?.lower ?? '')
  )
}
