/**
 * Words with a style laid out in lines of a given width, for a terminal.
 *
 * In: words, a width in columns. Out: lines of words; each line as text, with escape codes where colour may be used.
 * Never: a line longer than the width; a code around white space.
 */
import { columns, wrap } from './wrap.js'

const codes = { bold: 1, dim: 2, underlined: 4, red: 31, yellow: 33, cyan: 36 } as const
export type Style = keyof typeof codes

export type Styled = { readonly text: string; readonly style?: Style | undefined }

export function wordsIn(text: string, style?: Style): readonly Styled[] {
  return text.split(' ').flatMap((word) => (word === '' ? [] : [{ text: word, style }]))
}

/** The words of pieces that go on without a space where there is none; such a word has the style of its marked part. */
export function joined(pieces: readonly Styled[]): readonly Styled[] {
  const words: { text: string; style: Style | undefined }[] = []
  let open = false
  for (const { text, style } of pieces) {
    const [first, ...others] = wordsIn(text, style)
    const last = words.at(-1)
    if (first === undefined) {
      open = open && text === ''
      continue
    }
    if (open && last !== undefined && !text.startsWith(' ')) {
      last.text += first.text
      last.style ??= first.style
    } else words.push({ text: first.text, style })
    words.push(...others.map((word) => ({ text: word.text, style })))
    open = !text.endsWith(' ')
  }
  return words
}

/** Lines after the first begin with so many spaces. */
export function lines(words: readonly Styled[], width: number, indent = 0): readonly (readonly Styled[])[] {
  const made: Styled[][] = []
  let line: Styled[] = []
  let taken = 0
  for (const word of words.flatMap((one) => fitting(one, width - indent))) {
    const wide = columns(word.text)
    if (taken > 0 && taken + 1 + wide > width) {
      made.push(line)
      line = indent === 0 ? [] : [{ text: ' '.repeat(indent - 1) }]
      taken = Math.max(0, indent - 1)
    }
    line.push(word)
    taken += (taken > 0 ? 1 : 0) + wide
  }
  return [...made, line]
}

/** A word too long for a line, in pieces. */
function fitting(word: Styled, width: number): readonly Styled[] {
  if (columns(word.text) <= width) return [word]
  return wrap(word.text, width)
    .split('\n')
    .map((text) => ({ text, style: word.style }))
}

export function painted(line: readonly Styled[], colour: boolean): string {
  const words = line.map(({ text, style }) =>
    colour && style !== undefined && text.trim() !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text,
  )
  return words.join(' ').trimEnd()
}
