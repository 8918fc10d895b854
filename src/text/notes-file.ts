/** A second reader's notes from the text of their file. Out: notes and the file's hash; or what is wrong, completing "… is ". */
import { Notes, type NotesInput } from '../model/notes.js'
import { sha256 } from './hash.js'
import { firstTrouble, jsonOf } from './parsed.js'

/** Characters: three hundred differences of a long event have a tenth of it. */
const longest = 2_000_000

export function notesIn(text: string): NotesInput | string {
  if (text.length > longest) return `larger than notes may be (${longest / 1_000_000} MB)`
  const value = jsonOf(text)
  if (value === undefined) return 'no JSON; notes (synoptic-notes/1) were expected'
  const parsed = Notes.safeParse(value)
  if (parsed.success) return { notes: parsed.data, sha256: sha256(text) }
  return `not notes (synoptic-notes/1)${firstTrouble(parsed.error)}`
}
