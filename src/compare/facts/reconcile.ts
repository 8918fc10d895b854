/**
 * Whether two figures for one thing can both hold, and why.
 *
 * In:    two Figures of one kind. Out: a relation and its reason in words.
 *        `equal`, `rounded` and `compatible` are no conflict; `may-differ` where units, bounds or days are unclear;
 *        `differ` where not both can hold.
 */
import { grain } from './amount.js'
import type { Figure } from './figure.js'

export type Relation = 'equal' | 'rounded' | 'compatible' | 'may-differ' | 'differ'

export type Reconciled = { readonly relation: Relation; readonly reason: string }

/** Two counts nearer than this share of the larger may be one count, rounded or at another hour, if one is approximate. */
const roundingShare = 0.1

export function reconcile(a: Figure, b: Figure): Reconciled {
  if (a.value === b.value && a.bound === b.bound) return { relation: 'equal', reason: 'the same value' }
  switch (a.kind) {
    case 'place':
      return reconcilePlaces(a, b)
    case 'date':
    case 'time':
      return reconcileDates(a, b)
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return reconcileAmounts(a, b)
  }
}

function reconcileAmounts(a: Figure, b: Figure): Reconciled {
  if (a.amount === null || b.amount === null)
    return { relation: 'may-differ', reason: 'one value could not be read as a number' }
  if (a.amount === b.amount) return { relation: 'equal', reason: 'the same value, one with a qualifier' }
  const [low, high] = a.amount < b.amount ? [a, b] : [b, a]
  const lowest = low.amount ?? 0
  const highest = high.amount ?? 0
  const apart = (highest - lowest) / highest
  if (low.bound === 'above' && apart < 0.5)
    return { relation: 'compatible', reason: 'one value is a lower bound' }
  if (high.bound === 'below' && apart <= roundingShare)
    return { relation: 'rounded', reason: 'one value is rounded up' }
  if ((low.bound === 'about' || high.bound === 'about') && apart <= roundingShare)
    return { relation: 'rounded', reason: 'one value is approximate' }
  if (a.kind === 'duration') {
    const [fine, coarse] = [grain(low.value), grain(high.value)].sort((x, y) => x - y)
    if (fine !== coarse && highest - lowest <= (coarse ?? 0) / 2)
      return { relation: 'rounded', reason: 'given in a coarser unit' }
  }
  if (isRoundingOf(lowest, highest)) return { relation: 'rounded', reason: 'one value is the other, rounded' }
  if ((low.bound === 'about' || high.bound === 'about') && apart < 0.25)
    return { relation: 'may-differ', reason: 'one value is approximate' }
  return { relation: 'differ', reason: 'the values cannot both hold for one thing' }
}

/** 1,386 and 1,400; 4.86 and 4.9: the rounder one is the other to fewer digits. */
function isRoundingOf(a: number, b: number): boolean {
  const digits = (value: number): number =>
    value
      .toPrecision(12)
      .replace(/\D/g, '')
      .replace(/^0+|0+$/g, '').length
  const [round, exact] = digits(a) < digits(b) ? [a, b] : [b, a]
  const kept = digits(round)
  return kept < digits(exact) && kept >= 2 && Number(exact.toPrecision(kept)) === round
}

const day = /^\d{4}-\d\d-\d\d$/
const nightly = /\b(?:night|overnight|midnight|late)\b/iu
const early = /\b(?:early|morning|midnight|small hours|before dawn|overnight)\b/iu

function reconcileDates(a: Figure, b: Figure): Reconciled {
  const dayA = a.value.slice(0, 10)
  const dayB = b.value.slice(0, 10)
  if (a.value.startsWith(b.value) || b.value.startsWith(a.value) || dayA === dayB)
    return { relation: 'compatible', reason: 'one value is more exact' }
  if (!day.test(dayA) || !day.test(dayB))
    return { relation: 'may-differ', reason: 'one date could not be resolved to a day' }
  const [first, second] = dayA < dayB ? [a, b] : [b, a]
  const nights = Math.abs(Date.parse(dayA) - Date.parse(dayB)) / 86_400_000
  if (nights === 1 && nightly.test(around(first)) && early.test(around(second)))
    return { relation: 'may-differ', reason: 'one night lies between the two' }
  return { relation: 'differ', reason: 'the days are not the same' }
}

function around(figure: Figure): string {
  return figure.view.text.slice(Math.max(0, figure.span.start - 16), figure.span.end + 16)
}

function reconcilePlaces(a: Figure, b: Figure): Reconciled {
  const one = new Set(a.value.split(' '))
  const other = b.value.split(' ')
  if (other.some((word) => one.has(word) && word.length > 3))
    return { relation: 'compatible', reason: 'the names share a word' }
  if (withinOther(a, b) || withinOther(b, a))
    return { relation: 'compatible', reason: 'one place lies in the other' }
  return { relation: 'differ', reason: 'the names are of two places' }
}

/** The report that names one place names the other right after it: "at the Kremlin in Moscow". */
function withinOther(a: Figure, b: Figure): boolean {
  const after = a.view.text.slice(a.span.end, a.span.end + 60).toLowerCase()
  return /^[,\s]+(?:in|near|outside|at)\b/u.test(after) && after.includes(b.value)
}
