/** From a sentence's forms and tags to the numbers that the parser reads. */
import { itemAt } from '../../text/item-at.js'
import type { Words } from './parse-features.js'
import { type WordForm, plainForm } from './word-forms.js'

const bits: Readonly<Record<string, number>> = {
  ',': 1,
  '-': 2,
  ':': 4,
  ';': 8,
  '(': 16,
  '[': 16,
  ')': 32,
  ']': 32,
  '.': 64,
  '?': 128,
  '!': 128,
  '...': 256,
}

const OTHER = 512
const QUOTE_OPENS = 1024
const QUOTE_CLOSES = 2048
const HYPHEN = 4096

/** The bit of one printed mark; `tag` tells hyphens from dashes, `opens` what a straight quotation mark does. */
function markBit(surface: string, tag: string, opens: boolean): number {
  if (tag.endsWith('HYPH')) return HYPHEN
  if (/^[“„‘]$/u.test(surface)) return QUOTE_OPENS
  if (/^[”’]$/u.test(surface)) return QUOTE_CLOSES
  if (isStraightQuote(surface)) return opens ? QUOTE_OPENS : QUOTE_CLOSES
  return bits[plainForm(surface)] ?? OTHER
}

/** Opens and closes by turns. */
function isStraightQuote(surface: string): boolean {
  return /^(?:"|''|``)$/u.test(surface)
}

/** Indices of the forms that are words. */
export function wordPlaces(forms: readonly WordForm[]): number[] {
  return forms.flatMap((form, i) => (form.mark ? [] : [i]))
}

/** `places` are the words among the forms; number `n + 1` is the form at `places[n]`. */
export function readWords(
  surfaces: readonly string[],
  forms: readonly WordForm[],
  tags: Int32Array,
  tagNames: readonly string[],
  places: readonly number[],
): Words {
  const room = (): Int32Array => new Int32Array(places.length + 2)
  const words = { form: room(), tag: room().fill(-1), fine: room(), coarse: room(), before: room() }
  words.tag[places.length + 1] = -2
  let from = 0
  let opens = true
  for (let n = 0; n <= places.length; n++) {
    const to = places[n] ?? forms.length
    let marks = 0
    for (let i = from; i < to; i++) {
      const surface = surfaces[i] ?? ''
      marks |= markBit(surface, tagNames[itemAt(tags, i)] ?? '', opens)
      if (isStraightQuote(surface)) opens = !opens
    }
    words.before[n + 1] = marks
    from = to + 1
    const form = forms[to]
    if (form === undefined) continue
    words.form[n + 1] = form.lower
    words.tag[n + 1] = itemAt(tags, to)
    words.fine[n + 1] = form.fine
    words.coarse[n + 1] = form.coarse
  }
  return words
}
