/** Lines of a given width for a terminal. */
import { visibleLine } from './safe-text.js'

// Characters that take two columns: East Asian wide scripts, full-width forms, emoji. Marks take none.
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

export function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += columnsOf(character)
  return sum
}

function columnsOf(character: string): number {
  if (character < '\u007f') return 1
  return none.test(character) ? 0 : wide.test(character) ? 2 : 1
}

export function wrap(text: string, width: number, indent = '', first = indent): string {
  const room = Math.max(1, width - Math.max(columns(indent), columns(first)))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, room))) {
    if (line === '') line = word
    else if (columns(line) + 1 + columns(word) <= room) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  return lines.map((one, index) => `${index === 0 ? first : indent}${one}`).join('\n')
}

/** Prints paragraphs made harmless, for a terminal of this width: never wider than is good to read. */
export function printer(width: number): Print {
  const room = Math.max(24, Math.min(width, 100))
  return (text, indent = '', first = indent) => wrap(visibleLine(text), room, indent, first)
}

/** What the paragraph begins with, and its first line. */
export type Print = (text: string, indent?: string, first?: string) => string

/** A word cut into pieces that fit. */
function pieces(word: string, room: number): string[] {
  if (columns(word) <= room) return [word]
  const parts: string[] = []
  let part = ''
  let taken = 0
  for (const character of word) {
    const next = columnsOf(character)
    if (taken + next > room) {
      parts.push(part)
      part = ''
      taken = 0
    }
    part += character
    taken += next
  }
  return [...parts, part]
}
