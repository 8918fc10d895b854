/** A lens: one question asked of an aligned event. One file a lens; its drafts rank still has to gate, merge and order. */
import type { ConflictType, Found, FindingKind } from '../model/comparison.js'
import type { Context } from './context.js'

/** A finding before ranking. */
export type Draft = {
  readonly finding: Found
  /** Drafts with one matter are one thing to a reader: rank keeps the gravest in front. */
  readonly matter: string
  /** 0..1: how evenly the independent texts divide; 0.5 where one half stands against the other. */
  readonly contested: number
  /** What readers want `first`; the `rest` fills a front that would be short. */
  readonly wanted: Wanted
  /** Close to what the reports are about: who speaks in public, what is told early, of what is at stake, or of whom others tell. */
  readonly near: boolean
  /** Whether the lens holds it worth a place in front, ranking permitting; otherwise it is a note. */
  readonly front: boolean
}

export type Wanted = 'first' | 'rest'

/** What is found: a kind of finding, or a conflict of a type. */
export type Sought = Exclude<FindingKind, 'conflict'> | `conflict ${ConflictType}`

export interface Lens {
  readonly name: string
  /** What it asks and needs, with its limits, in sentences for who wants to know why a finding was made. */
  asks(): Readonly<Partial<Record<Sought, readonly string[]>>>
  find(context: Context): readonly Draft[]
}

/** A limit as it is printed: .45. */
export function printed(limit: number): string {
  return String(limit).replace(/^0\./u, '.')
}
