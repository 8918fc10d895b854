/** Names in Cyrillic or Greek letters in Latin ones, for comparing alone. */
const letters: ReadonlyMap<string, string> = new Map(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e ё:yo є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya ј:j љ:lj њ:nj ћ:c ' +
    'ђ:dj џ:dz α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)

export function romanise(name: string): string {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name)) return name
  // The hard and the soft sign have no sound of their own.
  return name.replace(/[ъь]/giu, '').replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, inLatin)
}

function inLatin(letter: string): string {
  const plain = letter.toLowerCase()
  const found = letters.get(plain) ?? letters.get(plain.normalize('NFD').charAt(0))
  if (found === undefined) return letter
  return plain === letter ? found : found.charAt(0).toUpperCase() + found.slice(1)
}
