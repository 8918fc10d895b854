/** A sample drawn within strata, as things come: of a thousand reports no more is kept than of ten. The same seed draws the same. */
import type { ReportFile } from './make.js'
import { grouped, kept } from '../text/grouped.js'
import { itemAt } from '../text/item-at.js'
import { sortedBy } from '../text/order.js'

/** What people are given to judge, the key that is kept from them, and what was drawn, a line a stratum. */
export type Sample<Key> = {
  readonly key: Key
  readonly files: readonly ReportFile[]
  readonly lines: readonly string[]
}

type Ranked<Thing> = { readonly rank: string; readonly item: string; readonly thing: Thing }
type Stratum<Thing> = {
  readonly name: string
  /** Null over all outlets. */
  readonly outlet: string | null
  size: number
  first: readonly Ranked<Thing>[]
}

export function strataOf<Thing>(size: number, hash: (...of: readonly string[]) => string) {
  const strata = new Map<string, Stratum<Thing>>()
  const lowest = (all: readonly Ranked<Thing>[], most: number): readonly Ranked<Thing>[] =>
    sortedBy(all, ({ rank }) => rank).slice(0, most)
  return {
    /** Of each outlet apart: an error that falls on one alone would look like a difference between them. `key` names the thing. */
    add(name: string, outlet: string | null, key: readonly string[], thing: Thing): void {
      const stratum = kept(strata, `${name}\0${outlet ?? ''}`, () => ({ name, outlet, size: 0, first: [] }))
      stratum.size++
      const item = `i-${hash('name', ...key).slice(0, 8)}`
      const all = [...stratum.first, { rank: hash('draw', ...key), item, thing }]
      stratum.first = all.length > 2 * size ? lowest(all, size) : all
    },
    /** In an order that tells nothing. Of fewer items than strata a sample would leave one out: then how many there are. */
    draw() {
      const names = grouped(strata.values(), ({ name }) => [name])
      if (names.size > size) return names.size
      const overOutlets = [...names].map(([name, same]) => ({
        ...{ name, outlet: null, first: same.flatMap(({ first }) => first) },
        size: same.reduce((sum, one) => sum + one.size, 0),
      }))
      const all = sortedBy(strata.size > size ? overOutlets : strata.values(), ({ outlet, name }) => [
        outlet ?? '',
        name,
      ])
      const shares = equalShares(
        all.map((one) => one.size),
        size,
      )
      return {
        strata: all.map(({ name, outlet, size: of }, at) => ({
          ...{ name, outlet, size: of, sampled: itemAt(shares, at) },
        })),
        items: sortedBy(
          all.flatMap(({ first, outlet }, stratum) =>
            lowest(first, itemAt(shares, stratum)).map((one) => ({ ...one, stratum, outlet })),
          ),
          ({ item }) => item,
        ),
      }
    },
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
