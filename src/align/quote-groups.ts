/**
 * Groups of quotations of one utterance: stars. The fullest version is the row's hub; what is surely a version of it joins,
 * and what is like a member alone does not, so that no chain leads from one utterance to another. Two portions that two
 * reports quote meet in a report that quotes both.
 *
 * In: quotations, their scored pairs, the probability from which a version joins. Out: groups of item numbers, each
 *     ascending, ordered by their first.
 */
import { itemAt } from '../text/item-at.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { partnersOf, type Pair } from './matcher.js'

/** A quotation with the number of its article; the fullest of an utterance has the greatest fullness. */
export type Version = { readonly number: number; readonly fullness: number }

export function quoteGroups(
  versions: readonly Version[],
  pairs: readonly Pair[],
  threshold: number,
): number[][] {
  const near = partnersOf(versions.length, pairs)
  const hubOf = new Map<number, number>()
  const stars = new Map<number, number[]>()
  for (const hub of byFullness(versions)) {
    if (hubOf.has(hub)) continue
    const joined = [...(near[hub] ?? [])].flatMap(([i, score]) =>
      score >= threshold && !hubOf.has(i) && isBest(hub, i, score) ? [i] : [],
    )
    for (const i of [hub, ...joined]) hubOf.set(i, hub)
    stars.set(hub, [hub, ...joined])
  }
  for (const [hub, star] of stars) if (star.length === 1) addToMate(hub)
  return [...stars.values()]
    .map((star) => [...star].sort((a, b) => a - b))
    .sort((a, b) => itemAt(a, 0) - itemAt(b, 0))

  /** Two utterances of one speaker stay two: a version goes to what is most like it in the hub's report. */
  function isBest(hub: number, i: number, score: number): boolean {
    const article = versions[hub]?.number
    for (const [k, other] of near[i] ?? []) if (other > score && versions[k]?.number === article) return false
    return true
  }

  /** Told twice by the hub's own report: it joins where the other reports' versions are its own as well. */
  function addToMate(single: number): void {
    const article = versions[single]?.number
    const nearHubs = new Set([...(near[single] ?? []).keys()].map((i) => hubOf.get(i) ?? i))
    const [best] = [...nearHubs]
      .flatMap((hub) => {
        const star = stars.get(hub) ?? []
        return star.length > 1 && versions[hub]?.number === article ? [{ hub, star }] : []
      })
      .map(({ hub, star }) => {
        const others = star.filter((i) => versions[i]?.number !== article)
        const sum = others.reduce((total, i) => total + (near[single]?.get(i) ?? 0), 0)
        return { hub, mean: quantise(sum / Math.max(1, others.length)) }
      })
      .filter(({ mean }) => mean >= threshold)
      .sort(
        byKeys(
          ({ mean }) => -mean,
          ({ hub }) => hub,
        ),
      )
    if (!best) return
    stars.get(best.hub)?.push(single)
    stars.delete(single)
  }
}

function byFullness(versions: readonly Version[]): number[] {
  return versions
    .map((_, i) => i)
    .sort(
      byKeys(
        (i) => -(versions[i]?.fullness ?? 0),
        (i) => i,
      ),
    )
}
