/** Which parts of the old version are which of the new one. */
import { countsOf } from '../text/grouped.js'
import { sortedBy } from '../text/order.js'
import type { Part } from './parts.js'
import { diffArrays } from 'diff'
import type { Token } from '../text/tokens.js'

export type Pair<P> = { readonly old: P; readonly new: P }
export type Side = keyof Pair<unknown>
export const sides = ['old', 'new'] as const
export const otherSide = { old: 'new', new: 'old' } as const
/** What is done alike on both sides. */
export function both<A, B>(pair: Pair<A>, of: (one: A, side: Side) => B): Pair<B> {
  return { old: of(pair.old, 'old'), new: of(pair.new, 'new') }
}

/** With what is left on either side. */
export type Paired<P> = Pair<readonly P[]> & { readonly pairs: readonly Pair<P>[] }

/** Parts with the same words, each taken once, in their order. */
export function alike<P extends Part>(old: readonly P[], fresh: readonly P[]): Paired<P> {
  const waiting = new Map<string, P[]>()
  for (const part of old) waiting.set(part.key, [...(waiting.get(part.key) ?? []), part])
  const pairs: Pair<P>[] = []
  const added: P[] = []
  for (const part of fresh) {
    const same = waiting.get(part.key)?.shift()
    if (same) pairs.push({ old: same, new: part })
    else added.push(part)
  }
  const gone = new Set([...waiting.values()].flat())
  return { pairs, old: old.filter((part) => gone.has(part)), new: added }
}

/** Of the matter of both together, or of the shorter one. */
const half = 0.5
const nearlyAll = 0.8
/** So much matter must be there for a short part to be found in a long one. */
const leastMatter = 4
/** More pairs than any two versions of a report have: the likeliest places alone are looked at then. */
const most = 250_000
const window = 40

export function similar<P extends Part>(old: readonly P[], fresh: readonly P[]): Paired<P> {
  const near = old.length * fresh.length > most ? window : Infinity
  const counts = new Map([...old, ...fresh].map((part) => [part, countsOf(matterOf(part))]))
  const found = old.flatMap((a, i) =>
    fresh.flatMap((b, j) => {
      if (Math.abs(i - j) > near) return []
      const score = likeness(counts.get(a) ?? new Map(), counts.get(b) ?? new Map())
      return score >= half ? [{ a, b, score, apart: Math.abs(i - j), i, j }] : []
    }),
  )
  return taken(
    old,
    fresh,
    sortedBy(found, ({ score, apart, i, j }) => [-score, apart, i, j]).map(({ a, b }) => ({
      old: a,
      new: b,
    })),
  )
}

/** Each part in one pair at most, the pairs in their order. */
export function taken<P>(old: readonly P[], fresh: readonly P[], wanted: readonly Pair<P>[]): Paired<P> {
  const [leftOld, leftNew] = [new Set(old), new Set(fresh)]
  const pairs = wanted.filter((pair) => {
    const isFree = leftOld.has(pair.old) && leftNew.has(pair.new)
    if (isFree) {
      leftOld.delete(pair.old)
      leftNew.delete(pair.new)
    }
    return isFree
  })
  return { pairs, old: [...leftOld], new: [...leftNew] }
}

/** A part without matter ("So they did.") is known by all its words. */
function matterOf({ matter, words }: Part): readonly string[] {
  return matter.length > 0 ? matter : words.map(({ norm }) => norm)
}

function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [sizeA, sizeB] = [total(a), total(b)]
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  const shorter = common / Math.min(sizeA, sizeB)
  const whole = (2 * common) / (sizeA + sizeB)
  return common >= leastMatter && shorter >= nearlyAll ? Math.max(whole, half) : whole
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** Where two parts differ: runs of words that only one has, side by side. */
export type Hunk = Pair<readonly Token[]>

/** Beyond so many steps all is one hunk. */
const maxEditLength = 400

export function hunksOf(old: readonly Token[], fresh: readonly Token[]): readonly Hunk[] {
  const norms = (words: readonly Token[]): string[] => words.map(({ norm }) => norm)
  const changes = diffArrays(norms(old), norms(fresh), { maxEditLength })
  if (changes === undefined) return [{ old, new: fresh }]
  const hunks: { old: readonly Token[]; new: readonly Token[] }[] = []
  let [inOld, inNew, isOpen] = [0, 0, false]
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      inOld += count
      inNew += count
      isOpen = false
      continue
    }
    if (!isOpen) hunks.push({ old: [], new: [] })
    isOpen = true
    const hunk = hunks.at(-1)
    if (hunk && removed) hunk.old = old.slice(inOld, (inOld += count))
    if (hunk && added) hunk.new = fresh.slice(inNew, (inNew += count))
  }
  return hunks
}
