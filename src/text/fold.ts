/** Folded forms, for comparing alone: of any text lower case without accents; of names straight apostrophes and no full stops, too. */

const special: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ð', 'd'],
  ['þ', 'th'],
])

/** `Türkiye` → `turkiye`, `Ærø` → `aero`. Not an offset-keeping form. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœıðþ]/gu, (letter) => special.get(letter) ?? letter)
}

/** `U.S.` → `us`, `N’Djamena` → `n'djamena`. */
export function fold(name: string): string {
  return plainLetters(name)
    .replace(/[’ʼ‘`]/gu, "'")
    .replace(/\./gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
