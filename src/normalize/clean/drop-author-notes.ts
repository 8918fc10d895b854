/**
 * Notes on the author at the end: biography, address, "follow her on".
 *
 * Reason: they tell of the writer, not of the event. Only among the last blocks, only where the line starts with a stated author or
 * gives an address to write to.
 */
import type { DraftBlock } from '../blocks.js'
import type { BlockRule } from './rule.js'

const LAST = 6
const MAX_WORDS = 70
/** Words may be of any length. Characters. */
const MAX_LENGTH = 1000
const ADDRESS =
  /[^\s@]@[\w.-]{1,60}\.\w{2,}|@\w{3,}|\b(?:can|may) be reached\b|\b(?:contact|e-?mail|reach|follow)\s+(?:him|her|them|me|the (?:author|reporter|writer))\b|\bfollow\b[^.]{0,40}\bon (?:twitter|x|facebook|instagram)\b/iu
const OCCUPATION =
  /\b(?:is|are|was|writes?|covers?|has (?:written|covered|worked|been)|reports?|joined|teaches|speciali[sz]es)\b[^.]{0,80}\b(?:editor|correspondent|reporter|writer|columnist|journalist|author|professor|fellow|analyst|observer|contributor|briefing|newsletter|for (?:the|this)|about|since|staff|desk|news|times|post|diplomacy|politics)\b/iu

export const dropAuthorNotes: BlockRule = {
  id: 'author-note',
  *find(blocks, { bylines }) {
    for (const block of blocks.slice(-LAST)) if (isNote(block, bylines)) yield block
  },
}

function isNote({ text, words, kind }: DraftBlock, bylines: readonly string[]): boolean {
  if (words > MAX_WORDS || text.length > MAX_LENGTH || kind === 'headline' || /["“”]/u.test(text))
    return false
  const named = bylines.some((name) => text.startsWith(name))
  if (named && OCCUPATION.test(text)) return true
  return (
    words <= MAX_WORDS / 2 &&
    ADDRESS.test(text) &&
    (named ||
      /^(?:contact|e-?mail|reach|follow|have|you can|write|send|the (?:author|reporter|writer))\b/iu.test(
        text,
      ) ||
      /^[^\s@]+@[^\s@]+$/u.test(text))
  )
}
