/**
 * A credit set between commas inside what is told: "The bridge is unsafe, the mayor said, and will stay shut."
 *
 * In:    a Reading and its attributions.
 * Out:   the attributions; one whose content the frame model saw only behind the credit has the clause before it, too,
 *        where that clause is free.
 * Never: takes a clause without a verb, or one that another attribution has.
 */
import type { Found, WordRange } from './found.js'
import { posOf, type Reading } from './reading.js'

const joining = new Set('and but while though although because so or as'.split(' '))
const fewest = 3
const verb = posOf('VERB')
const auxiliary = posOf('AUX')

export function withClausesBefore(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.map((item) => withClauseBefore(r, item, found))
}

function withClauseBefore(r: Reading, item: Found, all: readonly Found[]): Found {
  const { cue, source, content } = item
  const [behind] = content
  if (!cue || !source || !behind || content.length > 1) return item
  const word = (at: number): string => r.words[at]?.lower ?? ''
  const interposed =
    source.to === cue.from &&
    word(source.from - 1) === ',' &&
    word(cue.to) === ',' &&
    behind.from === cue.to + 1
  if (!interposed || !joining.has(word(behind.from))) return item
  const clause: WordRange = { from: sentenceStart(r, source.from), to: source.from - 1 }
  const kinds = r.pos.subarray(clause.from, clause.to)
  if (clause.to - clause.from < fewest || !(kinds.includes(verb) || kinds.includes(auxiliary))) return item
  const taken = all.some(
    (other) =>
      other !== item &&
      [...other.content, ...(other.cue ? [other.cue] : [])].some(
        (range) => range.from < clause.to && clause.from < range.to,
      ),
  )
  return taken ? item : { ...item, content: [clause, behind] }
}

function sentenceStart({ sentence }: Reading, at: number): number {
  let from = at
  while (from > 0 && sentence[from - 1] === sentence[at]) from--
  return from
}
