/** What a passage’s words show without annotation: names by capitals, numbers by digits or word, days and months. */
import { daysAndMonths } from '../english/calendar.js'
import { numberWords, ordinals, tens } from '../english/figure-words.js'
import type { Token } from '../text/tokens.js'

export type PlainFacts = {
  /** Normalized words printed with a capital inside a sentence (or all capitals), days and months aside. */
  readonly names: ReadonlySet<string>
  /** Values of numbers, as decimal strings; `half` is 0.5. Years among them. */
  readonly numbers: ReadonlySet<string>
  /** Days of the week and months. */
  readonly times: ReadonlySet<string>
}

const values: ReadonlyMap<string, string> = new Map([
  ...[...numberWords].map(([word, value]): [string, string] => [word, String(value)]),
  ...ordinals.map((word, i): [string, string] => [word, String(i + 1)]),
  ['half', '0.5'],
  ['quarter', '0.25'],
  ['once', '1'],
  ['twice', '2'],
  ['thrice', '3'],
  ['pair', '2'],
  ['couple', '2'],
  ['dozen', '12'],
  ['hundred', '100'],
])

/** `known`: names of the whole article, by which a capital at the start of a sentence is told from a name. */
export function plainFacts(
  text: string,
  tokens: readonly Token[],
  known: ReadonlySet<string> = new Set(),
): PlainFacts {
  const names = new Set<string>()
  const numbers = new Set<string>()
  const found = new Set<string>()
  let carried = 0
  tokens.forEach((token) => {
    const { norm } = token
    const surface = text.slice(token.start, token.end)
    const capital = /^\p{Lu}/u.test(surface)
    if (daysAndMonths.has(norm) && capital) found.add(norm)
    else if (/^\p{N}/u.test(norm)) numbers.add(digits(norm))
    else if (values.has(norm) && norm !== 'second') {
      const value = Number(values.get(norm))
      // twenty + one: the tens wait for their unit.
      const sum = carried > 0 && value < 10 ? carried + value : value
      numbers.delete(carried > 0 && value < 10 ? String(carried) : '')
      numbers.add(String(sum))
      carried = tens.includes(norm) ? value : 0
      return
    } else if (capital && (known.has(norm) || !sentenceStart(text, token.start))) names.add(norm)
    carried = 0
  })
  return { names, numbers, times: found }
}

/** 1,200.50 → 1200.5; 3rd → 3; 6.0 → 6. */
function digits(norm: string): string {
  const value = Number(norm.replace(/,/gu, '').replace(/(?:st|nd|rd|th|s|bn|m|k|am|pm)$/u, ''))
  return Number.isFinite(value) ? String(value) : norm
}

function sentenceStart(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start).replace(/(?<![\s"“‘'(])[\s"“‘'(]+$/u, '')
  return before === '' || /[.!?:•]$/u.test(before)
}
