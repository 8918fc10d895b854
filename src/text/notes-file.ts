/** A second reader's notes from the text of their file. Out: notes and the file's hash; or what is wrong, completing "… is ". */
import { Notes, type NotesInput } from '../model/notes.js'
import { sha256 } from './hash.js'

/** Characters: three hundred differences of a long event have a tenth of it. */
const longest = 2_000_000

export function notesIn(text: string): NotesInput | string {
  if (text.length > longest) return `larger than notes may be (${longest / 1_000_000} MB)`
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'no JSON; notes (synoptic-notes/1) were expected'
  }
  const parsed = Notes.safeParse(value)
  if (parsed.success) return { notes: parsed.data, sha256: sha256(text) }
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return `not notes (synoptic-notes/1)${place}: ${issue?.message ?? 'another form'}`
}
