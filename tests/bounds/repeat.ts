/** In: a fragment (text-patterns.ts, page-patterns.ts) and a size. Out: the fragment repeated to just that size. */

/** `from`: the number of the first repetition. `bytes`: of UTF-8; the text has at most these. */
export function repeated(fragment: string, bytes: number, from = 1): string {
  const pieces: string[] = []
  let left = bytes
  for (let number = from; left > 0; number++) {
    const piece = filled(fragment, number)
    pieces.push(piece)
    left -= Buffer.byteLength(piece)
  }
  return Buffer.from(pieces.join(''))
    .subarray(0, bytes)
    .toString()
    .replace(/\uFFFD+$/u, '')
}

function filled(fragment: string, number: number): string {
  return fragment.replace(/[#@]/gu, (mark) => (mark === '#' ? String(number) : word(number)))
}

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/** Another capitalised word of at least four letters for each number. */
function word(number: number): string {
  let letters = ''
  for (let rest = number + consonants.length * vowels.length; rest > 0;) {
    letters += consonants.charAt(rest % consonants.length)
    rest = Math.floor(rest / consonants.length)
    letters += vowels.charAt(rest % vowels.length)
    rest = Math.floor(rest / vowels.length)
  }
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}
