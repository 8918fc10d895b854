/**
 * Whether a value of the fact table stands anywhere in a report that does not answer its question: a number in digits or words, a day by
 * its name or date, a year within a date. What it is of there is not known: the report may say what is asked.
 */
import { daysByReport, months, weekdays } from '../../english/calendar.js'
import { numberWords } from '../../english/figure-words.js'
import { publishedIn } from '../../likeness/published.js'
import type { ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { numeralOf } from './amount.js'
import { figuresOf, type Figure } from './figure.js'
import { dayOfWeek, isOneValue } from './reconcile.js'

export function standsIn(view: ArticleView, figure: Figure): boolean {
  const isIt = (other: Figure): boolean =>
    other.kind === figure.kind && (other.value === figure.value || isOneValue(figure, other))
  if (figuresOf(view).some(isIt)) return true
  const forms = formsOf(figure)
  // Of which day "yesterday" is, a report without a time does not say.
  if (dayOfWeek(figure) !== null && publishedIn(view) === null) forms.push(...daysByReport)
  return new RegExp(`(?<![\\p{L}\\d]|\\d[.,])(?:${forms.join('|')})(?![\\p{L}\\d]|[.,]\\d)`, 'iu').test(
    withoutCommas(view),
  )
}

const withoutCommas = once(({ text }: ArticleView): string => text.replace(/(?<=\d),(?=\d{3})/gu, ''))

/** As somebody might print it. */
function formsOf(figure: Figure): string[] {
  const { kind, value, amount } = figure
  switch (kind) {
    case 'place':
      return [value]
    case 'date': {
      const [year = '', month, date] = value.split('-')
      const day = weekdays[dayOfWeek(figure) ?? -1] ?? year
      const name = months[Number(month) - 1]
      if (name === undefined) return [day]
      const short = `${name.slice(0, 3)}[a-z]*\\.?`
      return date === undefined ? [short] : [day, `${short} ${Number(date)}`, `${Number(date)} ${short}`]
    }
    case 'duration':
      return numeralsOf(numeralOf(value) ?? 0)
    case 'number':
    case 'money':
    case 'percent':
      return amount === null
        ? value.split(/[- ]/u).flatMap((part) => numeralsOf(Number(part)))
        : numeralsOf(amount)
  }
}

/** In digits without commas, and in words. */
function numeralsOf(amount: number): string[] {
  const word = (sought: number): string[] =>
    [...numberWords].flatMap(([name, value]) => (value === sought ? [name] : []))
  const [tens, ones] = [amount - (amount % 10), amount % 10]
  const joined = word(tens).flatMap((ten) => word(ones).map((one) => `${ten}[ -]${one}`))
  const digits = String(amount).replace('.', '\\.')
  return [digits, ...word(amount), ...(ones > 0 && tens > 10 ? joined : [])]
}
