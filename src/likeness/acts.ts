/** What two passages both say is done, by the verb or a near one, and whether one denies what the other says. */
import { oppositesOf } from '../english/opposites.js'
import type { Proposition } from '../english/propositions/proposition.js'
import { contains } from '../text/spans.js'
import { stem } from '../text/stem.js'
import { sameWord } from './same-word.js'
import { termOf } from './terms.js'

type Act = readonly [Proposition, Proposition]
type Acts = readonly Proposition[]

const pairsOf = (a: Acts, b: Acts, are: (one: string, other: string) => boolean): readonly Act[] =>
  a.flatMap((x) =>
    b.filter((y) => verbsOf(x).some((one) => verbsOf(y).some((other) => are(one, other)))).map((y) => [x, y]),
  )

/** "Offered to appoint" is an offer, too. */
const verbsOf = ({ governors, predicate }: Proposition): readonly string[] =>
  [...governors, predicate].map(({ lemma }) => lemma)

const wordOf = (norm: string) => termOf({ norm, proper: false })

export function sharedActs(a: Acts, b: Acts): readonly Act[] {
  return pairsOf(a, b, (one, other) => sameWord(wordOf(one), wordOf(other)))
}

/** One act told in both, and denied in one alone. */
export function areDenied(a: Acts, b: Acts): boolean {
  const acts = sharedActs(a, b)
  return acts.length > 0 && acts.every(([x, y]) => isDenied(x, a) !== isDenied(y, b))
}

/** By itself or by what it is the clause of: "I cannot say that it will stand". */
function isDenied(act: Proposition, all: Acts): boolean {
  const over = all.filter(
    ({ predicate, arguments: parts }) =>
      predicate.kind === 'verb' &&
      parts.some((part) => part.role === 'complement' && contains(part, act.predicate)),
  )
  return [act, ...over].filter(({ isNegated }) => isNegated).length % 2 === 1
}

/** "The road was opened", "the road was closed". */
export function areOpposite(a: Acts, b: Acts): boolean {
  return pairsOf(a, b, (one, other) => oppositesOf(stem(one)).has(stem(other))).some(
    ([x, y]) => x.isNegated === y.isNegated,
  )
}
