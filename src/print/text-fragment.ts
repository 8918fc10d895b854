/** An address that opens a page at a passage: text fragments (WICG, `#:~:text=start,end&text=…`), one for each piece of it. */
import { sortedBy } from '../text/order.js'

/** Words at each end: enough to be found once, few enough that a changed word in the middle does no harm. */
const endWords = 5
/** A page moves to the first piece: the longest, since few words stand in other places, too. */
const mostPieces = 3
const fewWords = 3

export function passageAddress(url: string | null, pieces: readonly string[]): string | null {
  if (url === null || !URL.canParse(url)) return null
  const address = new URL(url)
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null
  const found = sortedBy(
    pieces
      .flatMap((piece) => piece.split('[…]'))
      .map(wordsOf)
      .filter((words) => words.length > 0 && words.every((word) => word.length <= 80)),
    (words) => -words.join(' ').length,
  )
  const kept = found.filter((words, index) => index === 0 || words.length >= fewWords).slice(0, mostPieces)
  if (kept.length === 0) return address.href
  const base = address.hash === '' ? `${address.href}#` : address.href
  return `${base}:~:${kept.map((words) => `text=${fragment(words)}`).join('&')}`
}

/** Without quotation marks and dots of omission at its ends; inside, a page has them as the text does. */
function wordsOf(piece: string): readonly string[] {
  const words = piece.split(/\s+/)
  const isWord = (word: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(word)
  const kept = words.slice(words.findIndex(isWord), words.findLastIndex(isWord) + 1)
  const last = kept.length - 1
  return kept.map((word, index) => {
    const opened = index === 0 ? word.replace(/^["“”«»„]+/, '') : word
    return index === last ? opened.replace(/(?<!["“”«»„])["“”«»„]+$/, '') : opened
  })
}

function fragment(words: readonly string[]): string {
  const parts =
    words.length <= 2 * endWords
      ? [words.join(' ')]
      : [words.slice(0, endWords).join(' '), words.slice(-endWords).join(' ')]
  return parts.map(encoded).join(',')
}

/** `-`, `,` and `&` have a meaning of their own in a fragment. A lone surrogate cannot be written in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/-/g, '%2D')
}
