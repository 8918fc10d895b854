/** Lines of a given width for a terminal. */
import { stripVTControlCharacters } from 'node:util'
import { visibleLine } from './safe-text.js'

// Characters that take two columns: East Asian wide scripts, full-width forms, emoji. Marks take none.
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

/** What a terminal takes for a colour takes no column. */
export function columns(text: string): number {
  let sum = 0
  for (const character of stripVTControlCharacters(text)) sum += columnsOf(character)
  return sum
}

function columnsOf(character: string): number {
  if (character < '\u007f') return 1
  return none.test(character) ? 0 : wide.test(character) ? 2 : 1
}

/** A blank within a word: it is cut there alone, and only where it is too long for a line. */
export const unbroken = '\u00a0'

/** All lines are as wide as the longer of the two beginnings leaves; a first line that begins with nothing is as wide as the room. */
export function wrap(text: string, width: number, indent = '', first = indent): string {
  const begun = Math.max(columns(indent), columns(first))
  const room = Math.max(1, width - begun)
  const lines: string[] = []
  let [lead, line] = [first, '']
  for (const word of text.split(' ').flatMap((one) => pieces(one, room))) {
    if (line === '') line = word
    else if (columns(line) + 1 + columns(word) <= (lead === '' ? width : room)) line += ` ${word}`
    else {
      lines.push(lead + line)
      lead = indent
      line = word
    }
  }
  return [...lines, lead + line].join('\n')
}

/** Prints paragraphs made harmless, for a terminal of this width: never wider than is good to read. */
export function printer(width: number): Print {
  const room = Math.max(24, Math.min(width, 100))
  return (text, indent = '', first = indent) => wrap(visibleLine(text), room, indent, first)
}

/** What the paragraph begins with, and its first line. */
export type Print = (text: string, indent?: string, first?: string) => string

const coloured = /^(\u001b\[\d+m)(.*)(\u001b\[0m)$/su

/** A word cut into pieces that fit, each in its colour. */
function pieces(word: string, room: number): string[] {
  if (columns(word) <= room) return [word]
  const [, open = '', text = word, close = ''] = coloured.exec(word) ?? []
  if (open !== '' || word.includes(unbroken))
    return wrap(text.replaceAll(unbroken, ' '), room)
      .split('\n')
      .map((part) => open + part + close)
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
