/** Whether two sentences that share their matter say the opposite: a word negated in one alone, or a verb against its opposite. */
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from '../english/function-words.js'
import { negationsAndDenials } from '../english/negation.js'
import { oppositesOf } from '../english/opposites.js'
import { kept } from '../text/grouped.js'

/** Matter words without a negation before them, with their opposites; and those behind one with how many words behind it they stand, from 1. */
type Polarity = {
  readonly plain: ReadonlySet<string>
  readonly opposites: readonly (readonly [word: string, opposite: string])[]
  readonly negated: ReadonlyMap<string, number>
}

/** A negation reaches `reach` matter words on; of those after the first `near` one alone does not do. */
export function opposed(a: string, b: string, options: { reach?: number; near?: number } = {}): boolean {
  const { reach = 4 } = options
  const { near = reach } = options
  const [x, y] = [polarity(a, reach), polarity(b, reach)]
  return differ(x, y, near) || differ(y, x, near)
}

function differ(x: Polarity, y: Polarity, near: number): boolean {
  // Negated here, plain there and not negated there as well.
  const turned = [...x.negated].filter(
    ([word]) => y.plain.has(word) && !y.negated.has(word) && !x.plain.has(word),
  )
  if (turned.length > 1 || turned.some(([, place]) => place <= near)) return true
  return x.opposites.some(
    ([word, opposite]) => y.plain.has(opposite) && !y.plain.has(word) && !x.plain.has(opposite),
  )
}

/** A claim is held against many others; what is kept is bounded. */
const known = new Map<number, Map<string, Polarity>>()
const mostKnown = 10_000

function polarity(text: string, far: number): Polarity {
  const ofReach = kept(known, far, () => new Map<string, Polarity>())
  return kept(ofReach, text, () => readPolarity(text, far), mostKnown)
}

function readPolarity(text: string, far: number): Polarity {
  const plain = new Set<string>()
  const negated = new Map<string, number>()
  let place = Infinity
  for (const { norm } of tokenize(text)) {
    if (negationsAndDenials.has(norm)) {
      place = 0
      continue
    }
    if (functionWords.has(norm)) continue
    place++
    const key = stem(norm)
    if (place > far) plain.add(key)
    else if (!negated.has(key)) negated.set(key, place)
  }
  const opposites = [...plain].flatMap((word) =>
    [...oppositesOf(word)].map((opposite) => [word, opposite] as const),
  )
  return { plain, opposites, negated }
}
