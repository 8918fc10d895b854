/**
 * A stratified random sample that a seed fixes: equal shares for the strata, as far as each has items.
 *
 * In:    items, how many, a seed. Out: the drawn items in random order, and the size and share of each stratum.
 * Never: a clock or the machine's randomness: items are ordered by a hash over seed and item.
 */
import type { Stratum } from '../../model/audit.js'
import { sha256 } from '../../text/hash.js'
import { byKeys } from '../../text/order.js'
import type { AuditItem } from './items.js'
import { grouped } from '../../text/grouped.js'
import { itemAt } from '../../text/item-at.js'

type Drawn = AuditItem & { readonly item: string }

export type Draw = {
  readonly items: readonly Drawn[]
  readonly strata: readonly { readonly stratum: Stratum; readonly size: number; readonly sampled: number }[]
}

export function draw(all: readonly AuditItem[], size: number, seed: string): Draw {
  const strata = grouped(all, ({ stratum }) => [stratum])
  const names = [...strata.keys()].sort()
  const shares = equalShares(
    names.map((name) => strata.get(name)?.length ?? 0),
    size,
  )
  const rank = (purpose: string, { report, target }: AuditItem): string =>
    sha256([seed, purpose, String(report), ...target].join('\u0000'))
  const drawn = names.flatMap((name, index) =>
    [...(strata.get(name) ?? [])].sort(byKeys((item) => rank('draw', item))).slice(0, shares[index]),
  )
  return {
    items: drawn
      .sort(byKeys((item) => rank('order', item)))
      .map((item) => ({ ...item, item: `i-${rank('name', item).slice(0, 8)}` })),
    strata: names.map((stratum, index) => ({
      stratum,
      size: strata.get(stratum)?.length ?? 0,
      sampled: itemAt(shares, index),
    })),
  }
}

/** As equal as the strata's sizes allow; what is left over goes to the first ones. Sums to `total` or to all items. */
export function equalShares(sizes: readonly number[], total: number): readonly number[] {
  const shares = sizes.map(() => 0)
  let left = Math.min(
    total,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  while (left > 0) {
    const open = sizes.flatMap((size, index) => (itemAt(shares, index) < size ? [index] : []))
    const each = Math.max(1, Math.floor(left / open.length))
    for (const index of open) {
      const given = Math.min(each, itemAt(sizes, index) - itemAt(shares, index), left)
      shares[index] = itemAt(shares, index) + given
      left -= given
    }
  }
  return shares
}
