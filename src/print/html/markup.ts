/** The one way markup is made: a tagged template in which every value is escaped; only Markup made here goes in as it is. */
import { html as escapingTemplate, raw } from 'hono/html'
import { visible } from '../safe-text.js'
import { itemAt } from '../../text/item-at.js'

type Escaped = ReturnType<typeof raw>
export type Markup = Escaped
export type Child = string | number | Markup | null | undefined | false | readonly Child[]

/** Strings are escaped and made visible (see safe-text.ts); null, undefined and false print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Markup {
  const made = escapingTemplate(
    unindented(strings),
    ...values.map((value, index) => harmless(value, takesElements(itemAt(strings, index)))),
  )
  if (made instanceof Promise) throw new TypeError('a view may not hold a promise')
  return made
}

export const nothing: Markup = raw('')

/** For text that is made in this package and is no markup, such as the style sheet. */
export function trusted(text: string): Markup {
  return raw(text)
}

const known = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/** The template without the indentation of this source code, which no reader needs. */
function unindented(strings: TemplateStringsArray): TemplateStringsArray {
  const short =
    known.get(strings) ??
    Object.assign(
      strings.map((text) => text.replace(/\n\s*/g, '\n')),
      { raw: strings.raw },
    )
  known.set(strings, short)
  return short
}

const insideText = /<(?:title|textarea)\b[^>]*>\s*$/

/** False where an element would be printed as words: in an attribute, a title, a text field. */
function takesElements(before: string): boolean {
  const quotes = before.slice(before.lastIndexOf('>') + 1).split('"').length - 1
  return !insideText.test(before) && quotes % 2 === 0
}

/**
 * Where a line may break: a blank, or the hundredth character without one. Said with an element, it bounds what a browser
 * shapes at once: where letters are kerned, it shapes the rest of a stretch anew for each line, and ten thousand letters
 * of one word, or of words of one letter, take it half a minute.
 */
const breaks = /\S{100}(?=[^\s\p{M}])|\s(?=\S)/gu
const longestStretch = 500
const mayBreak = raw('<wbr>')

function harmless(value: Child, inText: boolean): unknown {
  if (Array.isArray(value)) return value.map((one: Child) => harmless(one, inText))
  if (typeof value !== 'string') return value
  const text = visible(value)
  return inText ? breakable(text) : text
}

function breakable(text: string): unknown {
  if (text.length <= 100) return text
  const pieces: unknown[] = []
  let start = 0
  for (const { 0: found, index } of text.matchAll(breaks)) {
    const end = index + found.length
    if (found.length === 1 && end - start < longestStretch) continue
    pieces.push(text.slice(start, end), mayBreak)
    start = end
  }
  return [...pieces, text.slice(start)]
}

/** A table in a region of its own that scrolls sideways, by keyboard too, so that the page never does. `name`: its accessible name. */
export function scrollTable(name: string, content: Markup, className = ''): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table class="${className}">
      ${content}
    </table>
  </div>`
}

/** Head and body of a table. A head that is not a word is an element of its own. */
export function headAndRows(heads: readonly (string | Markup)[], rows: Child): Markup {
  return html`<thead>
      <tr>
        ${heads.map((head, index) => [between(index), typeof head === 'string' ? html`<th scope="col">${head}</th>` : head])}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>`
}

/** A table of words; the first of a row names it. */
export function wordTable(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  className: string,
): Markup {
  const row = ([first, ...cells]: readonly string[]): Markup =>
    html`<tr>
      <th scope="row">${first}</th>
      ${cells.map((cell, index) => [between(index), html`<td>${cell}</td>`])}
    </tr>`
  return scrollTable(name, headAndRows(heads, rows.map(row)), className)
}

const between = (index: number): Markup => (index === 0 ? nothing : trusted('\n'))
