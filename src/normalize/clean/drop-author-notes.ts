/**
 * Notes on the author at the end: biography, address, "follow her on".
 *
 * Reason: they tell of the writer, not of the event. Only among the last blocks, only where the line starts with a stated author or
 * gives an address to write to.
 */
import type { DraftBlock } from '../blocks.js'
import type { BlockRule } from './rule.js'

const LAST = 6
const FIRST = 3
const MAX_WORDS = 70
/** Words may be of any length. Characters. */
const MAX_LENGTH = 1000
const ADDRESS =
  /[^\s@]@[\w.-]{1,60}\.\w{2,}|@\w{3,}|\b(?:can|may) be reached\b|\b(?:contact|e-?mail|reach|follow)\s+(?:him|her|them|me|the (?:authors?|reporters?|writers?))(?= (?:on|at|via|by|here|directly|with)\b|\W{0,3}$)|\bfollow\b[^.]{0,40}\bon (?:twitter|x|facebook|instagram)\b/iu
const OCCUPATION =
  /\b(?:is|are|was|writes?|covers?|has (?:written|covered|worked|been)|reports?|joined|teaches|speciali[sz]es)\b[^.]{0,80}\b(?:editor|correspondent|reporter|writer|columnist|journalist|author|professor|fellow|analyst|observer|contributor|briefing|newsletter|for (?:the|this)|about|since|staff|desk|news|times|post|diplomacy|politics)\b/iu

export const dropAuthorNotes: BlockRule = {
  id: 'author-note',
  *find(blocks, { bylines }) {
    for (const block of blocks.slice(-LAST)) if (isNote(block, bylines)) yield block
    for (const block of blocks.slice(0, FIRST)) if (isNoteAbove(block, bylines)) yield block
  },
}

/** Above the text only a sentence that says what the author does there. */
function isNoteAbove({ text, words }: DraftBlock, bylines: readonly string[]): boolean {
  if (words > MAX_WORDS / 2) return false
  return bylines.some((name) => text.startsWith(`${name} `) && AT_WORK.test(text.slice(name.length)))
}

const AT_WORK =
  /^(?:,[^,]{3,60},)? (?:reported (?:this (?:article|story) )?from|(?:covers|writes (?:about|on|for)|reports (?:on|for|from))\b|is (?:an? |the |our )?[^.]{0,60}\b(?:reporter|correspondent|editor|writer|columnist|journalist)\b)/u

function isNote({ text, words, kind }: DraftBlock, bylines: readonly string[]): boolean {
  if (words > MAX_WORDS || text.length > MAX_LENGTH || kind === 'headline' || /["“”]/u.test(text))
    return false
  const named = bylines.some((name) => text.startsWith(name) || startsWithSurname(text, name))
  if (named && (OCCUPATION.test(text) || ADDRESS.test(text))) return true
  return (
    words <= MAX_WORDS / 2 &&
    ADDRESS.test(text) &&
    (/^(?:join|contact|e-?mail|reach|follow|have|you can|write|send|the (?:author|reporter|writer))\b/iu.test(
      text,
    ) ||
      /^[^\s@]+@[^\s@]+$/u.test(text))
  )
}

/** "Lee covers harbours for the paper." Capitals in the byline are the byline's style. */
function startsWithSurname(text: string, name: string): boolean {
  const surname = name.split(' ').at(-1)?.toLowerCase() ?? ''
  return surname.length > 2 && text.toLowerCase().startsWith(`${surname} `)
}
