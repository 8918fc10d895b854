/**
 * Two times of day as two reports print them.
 *
 * In:    times as HH:MM with the zone as printed, or null. Out: how they relate, with the reason.
 * Never: guesses a zone: where one report names none, whole hours apart may be one moment.
 */
import { once } from '../../text/once.js'

export type Relation = 'equal' | 'rounded' | 'compatible' | 'may-differ' | 'differ'

export type Reconciled = { readonly relation: Relation; readonly reason: string }

/** Hours ahead of UTC of the zones that news prints. Names that do not say whether it is summer have two. */
const zones: Readonly<Record<string, readonly number[]>> = {
  gmt: [0],
  utc: [0],
  bst: [1],
  cet: [1],
  cest: [2],
  eet: [2],
  msk: [3],
  'moscow time': [3],
  est: [-5],
  edt: [-4],
  et: [-5, -4],
  eastern: [-5, -4],
  cst: [-6],
  cdt: [-5],
  ct: [-6, -5],
  mst: [-7],
  mdt: [-6],
  mt: [-7, -6],
  pst: [-8],
  pdt: [-7],
  pt: [-8, -7],
  pacific: [-8, -7],
}

export type Clock = { readonly value: string; readonly zone: string | null; readonly approximate: boolean }

const day = 24 * 60
/** A time told as "about" may be this many minutes off. */
const slack = 30

export function reconcileTimes(a: Clock, b: Clock): Reconciled {
  const [one, other] = [minutesOf(a), minutesOf(b)]
  if (one === null || other === null)
    return { relation: 'may-differ', reason: 'one time could not be read to the minute' }
  const [zoneA, zoneB] = [a.zone?.toLowerCase() ?? null, b.zone?.toLowerCase() ?? null]
  const off = offsets(zoneA).flatMap((x) => offsets(zoneB).map((y) => apart(one - x * 60, other - y * 60)))
  if (zoneA !== null && zoneA === zoneB) return withinOneZone(a, b, apart(one, other))
  if (off.length > 0) {
    if (!off.includes(0)) return withinOneZone(a, b, Math.min(...off))
    return a.value === b.value
      ? { relation: 'equal', reason: 'the same time' }
      : { relation: 'compatible', reason: 'the same moment in two time zones' }
  }
  const printed = apart(one, other)
  if (printed === 0 && zoneA === zoneB) return { relation: 'equal', reason: 'the same time' }
  if (printed === 0) return { relation: 'compatible', reason: 'the same time; one report names a time zone' }
  const close = near(a, b, printed)
  if (close) return close
  // Zones lie whole or half hours apart.
  return printed % 30 === 0
    ? { relation: 'may-differ', reason: unclear(zoneA, zoneB) }
    : { relation: 'differ', reason: 'the times are not the same' }
}

function withinOneZone(a: Clock, b: Clock, off: number): Reconciled {
  if (off === 0) return { relation: 'equal', reason: 'the same time' }
  return near(a, b, off) ?? { relation: 'differ', reason: 'the times are not the same' }
}

function unclear(one: string | null, other: string | null): string {
  if (one === null && other === null) return 'no time zone is named'
  return one === null || other === null
    ? 'the time zone is not named in both'
    : 'one time zone is not known by its name'
}

function near(a: Clock, b: Clock, off: number): Reconciled | null {
  return (a.approximate || b.approximate) && off <= slack
    ? { relation: 'rounded', reason: 'one time is approximate' }
    : null
}

const minutesOf = once(({ value }: Clock): number | null => {
  const parts = /^(\d\d):(\d\d)$/u.exec(value)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
})

function offsets(zone: string | null): readonly number[] {
  return zone === null ? [] : (zones[zone] ?? [])
}

/** Minutes between two times of day, the short way round. */
function apart(a: number, b: number): number {
  const off = (((a - b) % day) + day) % day
  return Math.min(off, day - off)
}
