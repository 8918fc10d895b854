/**
 * Two times of day as two reports print them.
 *
 * In:    times as HH:MM with the zone as printed, or null. Out: how they relate, with the reason.
 * Never: guesses a zone: where one report names none, whole hours apart may be one moment.
 */
import type { Reconciled } from './relation.js'

/** Hours ahead of UTC of the zones that news prints; summer time and standard time are two names. */
const zones: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  'moscow time': 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  ist: 5.5,
  jst: 9,
}

export type Clock = { readonly value: string; readonly zone: string | null; readonly approximate: boolean }

const day = 24 * 60
/** A time told as "about" may be this many minutes off. */
const slack = 30

export function reconcileTimes(a: Clock, b: Clock): Reconciled {
  const [one, other] = [minutesOf(a.value), minutesOf(b.value)]
  if (one === null || other === null)
    return { relation: 'may-differ', reason: 'one time could not be read to the minute' }
  const [zoneA, zoneB] = [hoursOf(a.zone), hoursOf(b.zone)]
  if (zoneA !== null && zoneB !== null) {
    const off = apart(one - zoneA * 60, other - zoneB * 60)
    if (off === 0)
      return a.value === b.value
        ? { relation: 'equal', reason: 'the same time' }
        : { relation: 'compatible', reason: 'the same moment in two time zones' }
    return near(a, b, off) ?? { relation: 'differ', reason: 'the times are not the same' }
  }
  const off = apart(one, other)
  if (off === 0 && (a.zone ?? '') === (b.zone ?? '')) return { relation: 'equal', reason: 'the same time' }
  if (off === 0) return { relation: 'compatible', reason: 'the same time; one report names a time zone' }
  const close = near(a, b, off)
  if (close) return close
  return off % 30 === 0
    ? { relation: 'may-differ', reason: 'the time zone is not named in both' }
    : { relation: 'differ', reason: 'the times are not the same' }
}

function near(a: Clock, b: Clock, off: number): Reconciled | null {
  return (a.approximate || b.approximate) && off <= slack
    ? { relation: 'rounded', reason: 'one time is approximate' }
    : null
}

function minutesOf(value: string): number | null {
  const parts = /^(\d\d):(\d\d)$/u.exec(value)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

function hoursOf(zone: string | null): number | null {
  return zone === null ? null : (zones[zone.toLowerCase()] ?? null)
}

/** Minutes between two times of day, the short way round. */
function apart(a: number, b: number): number {
  const off = (((a - b) % day) + day) % day
  return Math.min(off, day - off)
}
