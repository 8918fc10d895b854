/** Folded forms of names, for comparing alone: lower case, no accents, straight apostrophes, no full stops. */

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

/** `Türkiye` → `turkiye`, `U.S.` → `us`, `N’Djamena` → `n'djamena`. Not an offset-keeping form. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœıðþ]/gu, (letter) => special.get(letter) ?? letter)
    .replace(/[’ʼ‘`]/gu, "'")
    .replace(/\./gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
