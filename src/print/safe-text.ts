/** Text from articles that moves no cursor, colours no terminal, and shows no words in another order than they stand. */

export { unquoted } from '../text/in-quotes.js'
export { shorten, shortenAtClause } from '../text/trimmed.js'

// C0 and C1 controls but tab and line feed; then the bidirectional overrides, embeddings and isolates.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const overrides = /[\u202d\u202e]/g
const embeddings = /[\u202a-\u202c\u2066-\u2069]/g
const marks = /[\u200e\u200f\u061c\u2028\u2029\ufeff]/g
const whiteSpace = /\s+/g

/** Line breaks and tabs stay. Controls and overrides become U+FFFD, so that one sees there was something. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '\ufffd')
    .replace(overrides, '\ufffd')
    .replace(embeddings, '')
}

/** The same on one line, for terminals and Markdown: white space runs become one space, invisible marks go. */
export function visibleLine(text: string): string {
  return visible(text).replace(marks, '').replace(whiteSpace, ' ').trim()
}
