/** Likeness of two rare words by spelling, for names that outlets transliterate or inflect in two ways. */

/** Share of letter pairs in common (Dice), counted only for words of five letters or more that start alike; else 0. */
export function spellingLikeness(a: string, b: string): number {
  if (a.length < 5 || b.length < 5 || a.slice(0, 2) !== b.slice(0, 2) || /\d/u.test(a + b)) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      common++
      pairs.set(pair, left - 1)
    }
  }
  const dice = (2 * common) / (a.length + b.length - 2)
  return dice < 0.6 ? 0 : dice
}

/** Cosine of the counts of four-letter strings of two texts, case and punctuation aside. */
export function spellingCosine(a: string, b: string): number {
  const x = strings(a)
  const y = strings(b)
  let sum = 0
  for (const [part, count] of x) sum += count * (y.get(part) ?? 0)
  const norm = length(x) * length(y)
  return norm === 0 ? 0 : sum / norm
}

function strings(text: string): Map<string, number> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const counts = new Map<string, number>()
  for (let i = 0; i + 4 <= plain.length; i++) {
    const part = plain.slice(i, i + 4)
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return counts
}

function length(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count * count
  return Math.sqrt(sum)
}
