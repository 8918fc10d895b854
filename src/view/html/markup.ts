/**
 * The one way markup is made: a tagged template in which every value is escaped, whatever it is.
 *
 * In: a template and values. Out: Markup. Never: trusts a string; only Markup made here goes in unescaped.
 */
import { html as escapingTemplate, raw } from 'hono/html'
import { visible } from '../safe-text.js'

type Escaped = ReturnType<typeof raw>
export type Markup = Escaped
export type Child = string | number | Markup | null | undefined | false | readonly Child[]

/** Strings are escaped and made visible (see safe-text.ts); null, undefined and false print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Markup {
  const made = escapingTemplate(unindented(strings), ...values.map(harmless))
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

function harmless(value: Child): unknown {
  if (Array.isArray(value)) return value.map(harmless)
  return typeof value === 'string' ? visible(value) : value
}
