/**
 * In:    a Reading and its attributions.
 * Out:   the attributions; one by an active verb that has no source takes the subject right before the verb.
 * Never: takes words that the attribution tells.
 */
import type { Found } from './found.js'
import { common } from './quoted-pieces.js'
import { posOf, type Reading } from './reading.js'
import { subjectAt } from './subjects.js'

const verb = posOf('VERB')
const auxiliary = posOf('AUX')

export function withSubjects(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.map((item) => withSubject(r, item))
}

function withSubject(r: Reading, item: Found): Found {
  const { cue, source, content } = item
  if (source || !cue || r.pos[cue.from] !== verb || r.pos[cue.from - 1] === auxiliary) return item
  const subject = subjectAt(r, cue.from, 0)
  if (!subject || content.some((piece) => common(piece, subject) > 0)) return item
  return { ...item, source: subject }
}
