/**
 * In:    a Reading and its attributions.
 * Out:   the attributions, and those that stand inside another's content: words in inner quotation marks with their teller (`“He told
 *        me, ‘Go,’ and I went”`), and a third person with a verb of speech and a clause (`“The doctors said he would
 *        walk”`).
 * Never: first and second persons (`I think`), which speak for the one who is quoted.
 */
import { itemAt } from '../../../text/item-at.js'
import type { Found, WordRange } from '../found.js'
import { common } from '../marks/quoted-pieces.js'
import { subjectAt, subjectBefore } from '../phrases.js'
import { posOf, type Reading } from '../reading.js'

const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const pronoun = posOf('PRON')
const name = posOf('PROPN')
const punctuation = posOf('PUNCT')
const openers = (['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'] as const).map((pos) => posOf(pos))
/** How far before inner quotation marks the verb may stand. */
const reach = 6
const fewestWords = 3
const self = /^(?:i|we|you|me|us|who|which|that|it|this|there|what|one)$/u

export function withNested(r: Reading, found: readonly Found[]): readonly Found[] {
  const nested: Found[] = []
  for (const outer of found)
    for (const piece of outer.content) {
      for (let i = piece.from; i < piece.to; i++) {
        const one = r.pos[i] === verb && itemAt(r.listed, i) === 1 ? told(r, i, piece) : undefined
        if (!one || [...found, ...nested].some((other) => meets(one, other))) continue
        nested.push(one)
      }
    }
  return [...found, ...nested]
}

function meets({ cue }: Found, other: Found): boolean {
  return cue !== null && other.cue !== null && common(cue, other.cue) > 0
}

/** The attribution by the verb at `i`, all of it inside `piece`; `looked at me and said` has the subject of `looked`. */
function told(r: Reading, i: number, piece: WordRange): Found | undefined {
  const joined = r.words[i - 1]?.lower === 'and' ? subjectBefore(r, i - 1) : null
  const source = subjectAt(r, i, piece.from) ?? (joined && joined.from >= piece.from ? joined : null)
  if (!source || self.test(r.words[source.from]?.lower ?? '')) return undefined
  const content = innerMarks(r, i, piece) ?? clauseAfter(r, i + 1, piece)
  return content && { content: [content], cue: { from: i, to: i + 1 }, source, confidence: null }
}

/** Inner quotation marks that open soon behind the verb. */
function innerMarks(r: Reading, i: number, piece: WordRange): WordRange | undefined {
  return r.inner.find(
    ({ from, to }) => from > i && from - i <= reach && to <= piece.to && r.sentence[from] === r.sentence[i],
  )
}

/** What follows to the end of the sentence, if it is a clause: "that", or a noun or pronoun and a verb behind it. */
function clauseAfter(r: Reading, at: number, piece: WordRange): WordRange | undefined {
  let from = at
  // "told me that"
  if (r.pos[from] === pronoun && (r.words[from + 1]?.lower === 'that' || r.pos[from + 1] === pronoun)) from++
  if (r.pos[from] === name && r.words[from + 1]?.lower === 'that') from++
  const that = r.words[from]?.lower === 'that'
  if (!that && !openers.includes(r.pos[from] ?? 0)) return undefined
  let to = from
  while (to < piece.to && r.sentence[to] === r.sentence[at] && !ends(r, to)) to++
  while (to > from && r.pos[to - 1] === punctuation) to--
  if (to - from < fewestWords) return undefined
  const hasVerb = r.pos.subarray(from + 1, to).some((pos) => pos === verb || pos === auxiliary)
  return hasVerb ? { from, to } : undefined
}

/** A mark of quotation, or a comma with a joining word behind it. */
function ends(r: Reading, i: number): boolean {
  if (r.mark[i]) return true
  return r.words[i]?.lower === ',' && /^(?:and|but|so|which|who)$/u.test(r.words[i + 1]?.lower ?? '')
}
