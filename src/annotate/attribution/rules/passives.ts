/**
 * Passive cues: `The suspect is said to have fled`, `The ship was described by the coast guard as unseaworthy`.
 *
 * In:    a Reading and its attributions.
 * Out:   the attributions; where a cue is a passive: who is told about stands before the verb and is content, who tells
 *        stands behind `by`; whom something is told stands before the verb and is neither.
 * Never: touches states of mind in the form of a passive (`is convinced`, `was worried`), or `was quoted as saying`.
 */
import type { Found, WordRange } from '../found.js'
import { common } from '../marks/quoted-pieces.js'
import { posOf, type Reading } from '../reading.js'
import { nounPhraseEnd, subjectAt, tellsTime } from '../subjects.js'

const be = /^(?:am|is|are|was|were|be|been|being|['’]re|['’]m)$/u
const participle = /(?:ed|en|wn|ght|id|ld|ad|sent|ung|ked)$/u
/** Their subject feels or thinks it. */
const states = new Set(
  (
    'convince determine concern worry please delight excite surprise disappoint interest prepare incline ' +
    'tempt resolve commit satisfy persuade relieve shock thrill scare frighten alarm impress set bear go ' +
    'quote cite allow suppose dispose amaze astonish puzzle confuse bore annoy frustrate embarrass honor ' +
    'honour flatter touch move oblige force compel motivate dedicate oppose unite divide focus tire'
  ).split(' '),
)
/** Their subject is told it. */
const addressed = new Set(
  'tell ask inform warn urge advise assure remind order instruct invite notify brief beg press'.split(' '),
)
const opensRest = /^(?:to|as|of|for|over|with)$/u
const longestAgent = 12
const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const punctuation = posOf('PUNCT')

export function asPassives(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.map((item) => asPassive(r, item))
}

function asPassive(r: Reading, item: Found): Found {
  const { cue } = item
  const told = cue && passiveVerb(r, cue)
  if (!cue || told === undefined || told === null) return item
  const lemma = r.words[told]?.lemma ?? ''
  if (states.has(lemma)) return item
  const subject = subjectAt(r, told, 0)
  const swapped = meets(item.source, subject)
  const agent = item.source && !swapped ? null : agentOf(r, item, told)
  const source = agent ?? (swapped ? null : item.source)
  let content = agent ? item.content.flatMap((part) => withoutAgent(r, part, agent)) : [...item.content]
  if (source && source.from >= cue.to) content = withRest(r, content, source)
  if (subject && !addressed.has(lemma) && lacksSubject(r, content, subject, cue, swapped))
    content.unshift(withoutAside(r, subject))
  return content.length > 0 ? { ...item, source, content } : item
}

/** The participle of a cue that is one, with a form of "be" in the cue or right before it. */
function passiveVerb(r: Reading, { from, to }: WordRange): number | undefined {
  let at = to - 1
  while (at >= from && !(r.pos[at] === verb && participle.test(r.words[at]?.lower ?? ''))) at--
  if (at < from) return undefined
  let before = at - 1
  while (r.sentence[before] === r.sentence[at] && r.pos[before] === posOf('ADV')) before--
  return be.test(r.words[before]?.lower ?? '') && r.sentence[before] === r.sentence[at] ? at : undefined
}

function meets(part: WordRange | null, other: WordRange | null): boolean {
  return part !== null && other !== null && common(part, other) > 0
}

/** Who stands behind the first `by`, right behind the verb or at the end of what is told, no verb in between. */
function agentOf(r: Reading, { content }: Found, told: number): WordRange | null {
  for (let i = told + 1; i < r.size && r.sentence[i] === r.sentence[told]; i++) {
    if (r.words[i]?.lower === 'by' && (r.quoted[i] ?? -1) < 0) {
      const to = nounPhraseEnd(r, i + 1)
      const free = i === told + 1 || content.every((part) => i < part.from || to >= part.to || i >= part.to)
      return to > i + 1 && to - i <= longestAgent && free && tells(r, to - 1) ? { from: i + 1, to } : null
    }
    if ((r.pos[i] === verb || r.pos[i] === auxiliary) && (r.quoted[i] ?? -1) < 0) return null
  }
  return null
}

/** Not a time or a way: `by Friday`, `by mistake`. */
function tells(r: Reading, head: number): boolean {
  const pos = r.words[head]?.pos
  return pos === 'PRON' || ((pos === 'NOUN' || pos === 'PROPN') && !tellsTime(r, head))
}

/** The piece without `by` and the agent, and without what only goes on about the agent (`papers ranging from …`). */
function withoutAgent(r: Reading, { from, to }: WordRange, agent: WordRange): WordRange[] {
  if (from >= agent.to || to <= agent.from - 1) return [{ from, to }]
  const left = { from, to: Math.max(from, agent.from - 1) }
  const right = { from: Math.min(to, agent.to), to }
  const goesOn = left.from < left.to || opensRest.test(r.words[right.from]?.lower ?? '')
  return [left, ...(goesOn ? [right] : [])].filter((part) => part.from < part.to)
}

function withoutAside(r: Reading, { from, to }: WordRange): WordRange {
  let end = from
  while (end < to && r.words[end]?.lower !== ',') end++
  return { from, to: end }
}

/** `as unseaworthy`, `to have fled` right behind the agent, where nothing behind the agent is told yet. */
function withRest(r: Reading, content: readonly WordRange[], agent: WordRange): WordRange[] {
  const at = agent.to
  if (content.some((part) => part.to > at) || !/^(?:as|of|to)$/u.test(r.words[at]?.lower ?? ''))
    return [...content]
  let to = at
  while (to < r.size && r.sentence[to] === r.sentence[at] && r.pos[to] !== punctuation) to++
  return to - at > 1 ? [...content, { from: at, to }] : [...content]
}

/** What is told begins behind the verb in the middle of a clause, and the words before the verb are nobody's yet. */
function lacksSubject(
  r: Reading,
  content: readonly WordRange[],
  subject: WordRange,
  cue: WordRange,
  swapped: boolean,
): boolean {
  const [first] = content
  if (/^(?:it|there)$/u.test(r.words[subject.from]?.lower ?? '')) return false
  if (!first) return true
  if (first.from < cue.to || content.some((part) => common(part, subject) > 0)) return false
  const opens = r.words[first.from]?.lower ?? ''
  if (opens === 'that') return false
  return swapped || opensRest.test(opens) || r.words[cue.to - 1]?.lower === 'as'
}
