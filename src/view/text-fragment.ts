/**
 * An address that opens a page at a passage: a text fragment (WICG, `#:~:text=start,end`).
 *
 * In: an address and the words of the passage. Out: the address with its fragment, or as it is where there are no words.
 * Never: another scheme than http and https.
 */

/** Words at each end: enough to be found once, few enough that a changed word in the middle does no harm. */
const endWords = 5

export function passageAddress(url: string | null, passage: string): string | null {
  if (url === null || !URL.canParse(url)) return null
  const address = new URL(url)
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null
  const words = passage
    .split(/\s+/)
    .map((word) => word.replace(/^["“”«»„]+|(?<!["“”«»„])["“”«»„]+$/g, ''))
    .filter((word) => word !== '' && word !== '…')
  if (words.length === 0 || words.some((word) => word.length > 80)) return address.href
  const parts =
    words.length <= 2 * endWords
      ? [words.join(' ')]
      : [words.slice(0, endWords).join(' '), words.slice(-endWords).join(' ')]
  const fragment = parts.map(encoded).join(',')
  const base = address.hash === '' ? `${address.href}#` : address.href
  return `${base}:~:text=${fragment}`
}

/** `-`, `,` and `&` have a meaning of their own in a fragment. A lone surrogate cannot be written in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/-/g, '%2D')
}
