/**
 * Lines: where a single line break ends a paragraph.
 *
 * In:    the pieces of text between two block boundaries, single line breaks among them.
 * Out:   the pieces of each paragraph.
 * Never: parts the lines of an address or a verse: a break alone is a space.
 *
 * A line stands by itself where it is a link that leads elsewhere ("Related: …"), where it names the author, and where the
 * next one is indented by hard spaces, as old pages begin a paragraph.
 */
import type { PageNode } from './page-tree.js'
import { countWords } from './folded-words.js'

export type Piece = { readonly text: string; readonly link: PageNode | null; readonly bold: boolean }

/** Text of a piece that is a single line break. */
export const BREAK = '\n'

/** Words outside its links that a line may have and still be a pointer: "Read also:". */
const LEAD_WORDS = 2
/** A linked name or date of one or two words is no pointer. */
const POINTER_WORDS = 3
const BYLINE = /^\s*by\s+\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,5}\s*$/iu
/** Two or more spaces that browsers show. */
const INDENT = /^\s*[\u00A0\u2002\u2003\u3000]\s*[\u00A0\u2002\u2003\u3000]/u

export function paragraphsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines = linesOf(pieces)
  if (lines.length < 2) return [pieces]
  const paragraphs: Piece[][] = []
  let joins = false
  for (const line of lines) {
    const alone = standsAlone(line)
    if (joins && !alone && !INDENT.test(textOf(line)))
      paragraphs.at(-1)?.push({ text: BREAK, link: null, bold: false }, ...line)
    else paragraphs.push(line)
    joins = !alone
  }
  return paragraphs
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces)
    if (piece.text === BREAK && piece.link === null) lines.push([])
    else lines.at(-1)?.push(piece)
  return lines
}

function standsAlone(line: readonly Piece[]): boolean {
  const text = textOf(line)
  if (BYLINE.test(text)) return true
  const linked = countWords(textOf(line.filter((piece) => piece.link !== null)))
  return linked >= POINTER_WORDS && countWords(text) - linked <= LEAD_WORDS
}

function textOf(line: readonly Piece[]): string {
  return line.map((piece) => piece.text).join('')
}
