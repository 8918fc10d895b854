/**
 * What a person ruled on stories: reports that are of one, and reports that are not. Kept in a file in which the program also
 * lists what it was not sure of (decisions.csv: docs/stories.md).
 *
 * In:    rows of that file. Out: the groups that are put together, and who is kept apart from whom.
 * Never: obeys two rulings that cannot both be; the later one is left out, and said to be.
 */
import { addOnce, kept } from '../text/grouped.js'

export type Ruling = { readonly source: string; readonly with: string; readonly ruling: 'together' | 'apart' }

export type Rulings = {
  /** The group of reports that a person put together, or null for a report that nobody ruled on. */
  groupOf(source: string): string | null
  apartFrom(source: string): ReadonlySet<string>
  readonly keepsApart: boolean
  /** Those that contradict earlier ones. */
  readonly refused: readonly Ruling[]
}

const nobody: ReadonlySet<string> = new Set()

export function rulingsOf(rows: readonly Ruling[]): Rulings {
  const groups = new Map<string, Set<string>>()
  const groupOf = (source: string): Set<string> => kept(groups, source, () => new Set([source]))
  const apart: Ruling[] = []
  const refused: Ruling[] = []
  const isKeptApart = (a: Set<string>, b: Set<string>): boolean =>
    apart.some((row) => (a.has(row.source) && b.has(row.with)) || (b.has(row.source) && a.has(row.with)))
  for (const row of rows) {
    const [a, b] = [groupOf(row.source), groupOf(row.with)]
    if (row.ruling === 'apart') (a === b ? refused : apart).push(row)
    else if (isKeptApart(a, b)) refused.push(row)
    else if (a !== b)
      for (const source of b) {
        a.add(source)
        groups.set(source, a)
      }
  }
  const from = new Map<string, Set<string>>()
  for (const row of apart)
    for (const one of groupOf(row.source))
      for (const other of groupOf(row.with)) {
        addOnce(from, one, other)
        addOnce(from, other, one)
      }
  return {
    groupOf(source) {
      const group = groups.get(source)
      return group === undefined || group.size === 1 ? null : ([...group][0] ?? null)
    },
    apartFrom: (source) => from.get(source) ?? nobody,
    keepsApart: apart.length > 0,
    refused,
  }
}
