/**
 * Whether two figures that differ answer one question, so that not both can hold.
 *
 * In:    two figures of one kind and unit from two reports, and whether their clauses stand in one claim column.
 * Out:   what ties them, or null; whether that is enough.
 * Method: the clauses stand in one column, or one verb or noun governs both; and nothing sets them apart: another time, a
 *        part against the whole, "other", two lists of names, amounts of another order of size. Equal values need less
 *        (pairs.ts): that two reports agree by chance is rare, that they have two figures in one sort of clause is not.
 */
import { once } from '../../text/once.js'
import { levels } from '../../likeness/levels.js'
import { likeness, type Term } from '../../likeness/terms.js'
import { numeralOf } from './amount.js'
import type { Figure } from './figure.js'
import { roleOf, type Role } from './role.js'

/** From this factor on two amounts hardly answer one question: a part and the whole, one year and ten. */
const largestFactor = 3.2
/** Small counts may well be told as two and as nine. */
const smallCount = 10
/** Least share of context in common, by what else ties two figures: a column, a governor, a telling unit, words alone. */
const leastShare = { column: 0.1, governor: 0.25, unit: 0.15, otherUnit: 0.25, words: 0.45 } as const

/** What speaks for one question, before the words around them. */
export type Ties = {
  readonly near: number
  readonly column: boolean
  /** The unit names what is counted, and each report gives one such figure alone. */
  readonly only: boolean
  /** The unit is the same word in both; "parts" and "points" may be two things. */
  readonly oneWord: boolean
}

/** All but the context in common, which takes longest to work out. */
export type LooseTie = Ties & {
  /** How alike the words are that govern the two. */
  readonly governed: number
  /** Each figure has a governor. */
  readonly both: boolean
}

export type Tie = LooseTie & { readonly shared: number }

/** What ties two figures to one question; null where something sets them apart. */
export function tieOf(a: Figure, b: Figure, ties: Ties): LooseTie | null {
  if (outOfScale(a, b) || elsewhen(a, b) || isRatio(a) || isRatio(b)) return null
  const [one, other] = [roleIn(a), roleIn(b)]
  if (setApart(one, other) || otherNames(a, b)) return null
  const measured = a.kind === 'duration' ? likenessOf(one.measures, other.measures) : null
  if (measured !== null && measured < levels.term) return null
  const isOneToll = one.toll !== null && one.toll === other.toll
  // "The quake of 1998 killed nine": a toll without a time is this event's.
  if (isOneToll && a.anchors.size > 0 !== b.anchors.size > 0) return null
  return {
    ...ties,
    governed: isOneToll || isOneLength(a, b) ? 1 : best(one.governors, other.governors),
    both: isOneLength(a, b) || (one.governors.length > 0 && other.governors.length > 0),
  }
}

/** "Fell on Saturday", "opened again on Sunday": each day has its own act, and the acts are two. */
export function ofTwoActs(a: Figure, b: Figure): boolean {
  const [one, other] = [roleIn(a).governors, roleIn(b).governors]
  return one.length > 0 && other.length > 0 && best(one, other) < levels.term
}

/** Both are the length of one thing. */
export function isOneLength(a: Figure, b: Figure): boolean {
  if (a.kind !== 'duration' || b.kind !== 'duration') return false
  return (likenessOf(roleIn(a).measures, roleIn(b).measures) ?? 0) >= levels.act
}

/** One verb or noun governs both. */
export function ofOneAct(a: Figure, b: Figure): boolean {
  return best(roleIn(a).governors, roleIn(b).governors) >= levels.act
}

/** Whether the two could be tied if all their context were common. */
export function mayBeTied(a: Figure, tie: LooseTie): boolean {
  return tied(a, { ...tie, shared: 1 })
}

/** Whether that is enough. */
export function tied(a: Figure, tie: Tie): boolean {
  const { shared, near, column, only, oneWord, governed, both } = tie
  const rivals = governed >= levels.term && governed < levels.act
  // People are killed, injured, arrested in one clause: the verb tells which.
  if (a.unit === 'person' && both && rivals) return false
  if (column) return shared >= leastShare.column && (governed > 0 || near > 1 || !both)
  if (governed >= levels.act && near > 0) return shared >= leastShare.governor
  if (only && near > 0) return shared >= (oneWord ? leastShare.unit : leastShare.otherUnit)
  return shared >= leastShare.words && near > 1
}

function likenessOf(one: Term | null, other: Term | null): number | null {
  return one === null || other === null ? null : likeness(one, other)
}

function best(one: readonly Term[], other: readonly Term[]): number {
  return Math.max(0, ...one.flatMap((a) => other.map((b) => likeness(a, b))))
}

/** The role of a figure in its clause; worked out once. */
export const roleIn = once((figure: Figure): Role => roleOf(figure.view, figure.span, figure.sentence))

function outOfScale(a: Figure, b: Figure): boolean {
  if (a.amount === null || b.amount === null) return false
  // "Six weeks", "six months": the numeral says that one thing is meant.
  if (a.kind === 'duration' && numeralOf(a.value) !== null && numeralOf(a.value) === numeralOf(b.value))
    return false
  const [low, high] = a.amount < b.amount ? [a.amount, b.amount] : [b.amount, a.amount]
  return !(a.kind === 'number' && high <= smallCount) && high > low * largestFactor
}

/** Each is tied to a time that the other is not tied to. */
function elsewhen(a: Figure, b: Figure): boolean {
  const only = (one: Figure, other: Figure): readonly string[] =>
    [...one.anchors].filter((anchor) => !other.anchors.has(anchor))
  const [left, right] = [only(a, b), only(b, a)]
  return left.length > 0 && right.length > 0
}

function setApart(one: Role, other: Role): boolean {
  if (one.partitive !== other.partitive) return true
  if (one.toll !== null && other.toll !== null && one.toll !== other.toll) return true
  return (
    [...one.apart].some((word) => !other.apart.has(word)) ||
    [...other.apart].some((word) => !one.apart.has(word))
  )
}

const ratioBefore = /\d[\s-]in[\s-]$/u
const ratioAfter = /^[\s-](?:in|to|out of)[\s-]\d/u

/** "1 in 3", "2-to-1": the number alone says nothing. */
const isRatio = once(
  ({ view: { text }, span }: Figure): boolean =>
    ratioBefore.test(text.slice(Math.max(0, span.start - 6), span.start)) ||
    ratioAfter.test(text.slice(span.end, span.end + 10)),
)

/** A name right behind the count: "three senators, Adam Lee …", "600 million from the Treasury". */
const nameBehind =
  /^(?:[\s\u00a0-]+\p{Ll}+){0,2}[\s,—–:(-]+(?:(?:from|for|by|to|of|at|in) )?(?:the )?((?:\p{Lu}[\p{L}’'.-]+ ?){1,4})/u

/** Two lists of names, two places, two payers: two counts. */
function otherNames(a: Figure, b: Figure): boolean {
  if (a.kind !== 'number' && a.kind !== 'money') return false
  const [one, other] = [nameAfter(a), nameAfter(b)]
  return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word))
}

const nameAfter = once(({ view, span, unitWord }: Figure): readonly string[] => {
  const after = view.text.slice(span.end, span.end + 120)
  const unit = unitWord === null ? -1 : after.slice(0, 40).search(new RegExp(`\\b${unitWord}`, 'iu'))
  const name = nameBehind.exec(unit < 0 ? after : after.slice(unit).replace(/^\p{L}+/u, ''))?.[1]
  return name === undefined ? [] : name.trim().split(' ')
})
