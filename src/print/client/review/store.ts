/**
 * The reader's rulings on this event, kept in the browser under the event's title, so that the next version finds them.
 *
 * In: what the browser kept. Out: rulings by target. Never: a ruling dropped because its finding is gone.
 */
import type { Ruling } from '../../../model/review.js'
import type { Kept } from '../kept.js'
import { keyOf, merged, readReview } from './exchange.js'

export type About = {
  readonly title: string
  readonly generator: string
  readonly sources: readonly string[]
}

export type Rulings = {
  readonly of: (key: string) => Ruling | undefined
  readonly all: () => readonly Ruling[]
  readonly reviewer: () => string
  readonly setReviewer: (name: string) => void
  readonly put: (ruling: Ruling) => void
  readonly remove: (key: string) => void
  readonly add: (list: readonly Ruling[]) => void
  readonly clear: () => void
  /** The review as a file. */
  readonly text: () => string
}

export function openRulings(kept: Kept, about: About): Rulings {
  const key = `synoptic-review ${about.title}`
  const before = readReview(kept.get(key) ?? '')
  let reviewer = 'review' in before ? before.review.reviewer : ''
  let list = 'review' in before ? before.review.rulings : []
  const text = (): string =>
    JSON.stringify({ schema: 'synoptic/review@1', reviewer, report: about, rulings: list }, null, 2) + '\n'
  const change = (next: readonly Ruling[]): void => {
    list = next
    kept.set(key, text())
  }
  const without = (target: string): readonly Ruling[] => list.filter((one) => keyOf(one.target) !== target)
  return {
    of: (target) => list.find((one) => keyOf(one.target) === target),
    all: () => list,
    reviewer: () => reviewer,
    setReviewer: (name) => {
      reviewer = name
      change(list)
    },
    put: (ruling) => {
      change(merged(without(keyOf(ruling.target)), [ruling]))
    },
    remove: (target) => {
      change(without(target))
    },
    add: (more) => {
      change(merged(list, more))
    },
    clear: () => {
      change([])
    },
    text,
  }
}
