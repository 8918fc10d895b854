/**
 * What came nearest to a column in each article: the link that holds the article's own passage in, or the passage that
 * was considered and rejected.
 *
 * In:    a group of items, all items, scored pairs. Out: a Meeting for each article that has a pair with the group.
 */
import type { Cell } from '../model/alignment.js'
import { quantise } from '../text/quantise.js'
import type { Item } from './item.js'
import type { Pairs, PairsOfUnits } from './pairs.js'

export type Meeting = {
  /** Best score of a pair of two members, one of them of this article. */
  linked: number
  /** Best score of a pair of a member with an item of this article that is no member, and that item. */
  score: number
  nearest: Item | undefined
}

/** By number of the article. */
export function meetings(
  group: readonly number[],
  items: readonly Item[],
  pairs: Pairs,
  near: PairsOfUnits,
  articles: number,
): readonly (Meeting | undefined)[] {
  const met = new Array<Meeting | undefined>(articles)
  const members = new Set(group)
  for (const i of group)
    for (let at = near.first[i] ?? 0; at < (near.first[i + 1] ?? 0); at++) {
      const k = near.places[at] ?? 0
      const other = pairs.i[k] === i ? (pairs.j[k] ?? 0) : (pairs.i[k] ?? 0)
      const item = items[other]
      if (!item) continue
      const meeting = (met[item.number] ??= { linked: 0, score: 0, nearest: undefined })
      const score = pairs.score[k] ?? 0
      if (!members.has(other)) {
        if (!meeting.nearest || nearer(score, item, meeting.score, meeting.nearest)) {
          meeting.score = score
          meeting.nearest = item
        }
      } else if (item.number !== items[i]?.number) meeting.linked = Math.max(meeting.linked, score)
    }
  return met
}

function nearer(score: number, item: Item, best: number, nearest: Item): boolean {
  return score > best || (score === best && item.mention.start < nearest.mention.start)
}

/** The passage that came closest to any of the column's, and how sure that leaves the absence before the second search. */
export function absentCell(met: Meeting | undefined): Cell {
  const nearest = met?.nearest?.mention
  return {
    state: 'absent',
    confidence: quantise(1 - (nearest ? met.score : 0)),
    nearest: nearest ? { start: nearest.start, end: nearest.end } : null,
  }
}
