/** From a sentence's forms and tags to the numbers that the parser reads. */
import { itemAt } from '../../text/item-at.js'
import { isStraightQuote, markBit } from './marks.js'
import type { Words } from './parse-features.js'
import type { WordForm } from './word-forms.js'

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
