/**
 * Rows of the position table that are about one matter: one party, and issues told in much the same words.
 *
 * In:    rows of all reports. Out: matters in no order of their own, each with one wording of party and issue (the shortest
 *        issue, the fullest name), and whether two reports have the party take two stances.
 * Never: joins two parties, or what one report tells twice with two stances as a difference between reports.
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import { normalizeWord } from '../../text/tokens.js'
import { sharedTerms } from '../../likeness/same-word.js'
import type { Term } from '../../likeness/terms.js'
import { share } from '../../likeness/soft-cover.js'

export type Row = {
  readonly position: PartyPosition
  /** Content words of the issue. */
  readonly terms: readonly Term[]
  /** The verb with its negation. */
  readonly at: Span
}

export type Matter = {
  readonly party: string
  readonly issue: string
  readonly differs: boolean
  readonly members: readonly Row[]
}

/** Share of the issues' words in common from which on they are one; less where the clauses stand in one column. */
const leastShare = { apart: 0.5, column: 0.25 } as const
const leastCommon = 2

export function matters(rows: readonly Row[]): readonly Matter[] {
  const sorted = [...rows].sort(
    byKeys(
      ({ position }) => position.article,
      ({ position }) => position.start,
      ({ at }) => at.start,
    ),
  )
  const groups: Row[][] = []
  for (const row of sorted) {
    const known = groups.find((group) => group.some((other) => isOneMatter(row, other)))
    if (known) known.push(row)
    else groups.push([row])
  }
  return groups.map((members) => ({
    members,
    party: longest(members.map(({ position }) => position.party)),
    issue: shortest(members.map(({ position }) => position.issue)),
    differs: differ(members),
  }))
}

function isOneMatter(a: Row, b: Row): boolean {
  if (!isOneParty(a.position.party, b.position.party)) return false
  const together = a.position.column !== null && a.position.column === b.position.column
  const common = sharedTerms(a.terms, b.terms).length
  const enough = Math.min(leastCommon, a.terms.length, b.terms.length)
  return common >= enough && share(a.terms, b.terms) >= (together ? leastShare.column : leastShare.apart)
}

/** A word of the name in common: "the Greens", "the Green group". */
function isOneParty(a: string, b: string): boolean {
  const words = (name: string): readonly string[] =>
    name
      .split(/[\s’'-]+/u)
      .map((word) => stem(normalizeWord(word)))
      .filter((word) => word.length > 2)
  const other = new Set(words(b))
  return words(a).some((word) => other.has(word))
}

/** For and against, or open; a demand is for what it demands. */
function sideOf({ position: { stance } }: Row): 'for' | 'against' | 'open' {
  if (stance === 'rejects') return 'against'
  return stance === 'leaves-open' ? 'open' : 'for'
}

/** Two reports, each with one side, have two. */
function differ(members: readonly Row[]): boolean {
  const sides = new Map<string, Set<string>>()
  for (const row of members)
    sides.set(row.position.article, (sides.get(row.position.article) ?? new Set<string>()).add(sideOf(row)))
  const clear = [...sides.values()].filter((own) => own.size === 1).flatMap((own) => [...own])
  return new Set(clear).size > 1
}

const order = byKeys<string>(
  (words) => words.length,
  (words) => words,
)
const shortest = (wordings: readonly string[]): string => [...wordings].sort(order)[0] ?? ''
const longest = (wordings: readonly string[]): string => [...wordings].sort(order).at(-1) ?? ''
