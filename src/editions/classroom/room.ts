/**
 * How much room text takes in a proportional face, as an upper estimate: in widths of an average small letter.
 *
 * In: text. Out: a width, or the text cut to one. Never: less than what wide scripts and capitals take.
 */
import { columns } from '../../print/wrap.js'

export function roomOf(text: string): number {
  let room = 0
  for (const character of text) room += roomOfCharacter(character)
  return room
}

function roomOfCharacter(character: string): number {
  if (/[WM@%—…]/.test(character)) return 2.1
  if (/[mw]/.test(character)) return 1.6
  return columns(character) * (/\p{Lu}/u.test(character) ? 1.45 : 1)
}

/** At most `room` wide; a word of any length is cut, with an ellipsis. */
export function clip(text: string, room: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += roomOfCharacter(character)
    if (used > room) return `${text.slice(0, end).trimEnd()}…`
    end += character.length
  }
  return text
}
