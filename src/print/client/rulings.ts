/**
 * The reader's rulings on this event, kept in the browser under the event's title, so that the next version finds them;
 * and reviews as files.
 */
import type { Review, ReviewTarget, Ruling } from '../../model/review.js'
import type { Kept } from './settings.js'

export type Read = { readonly review: Review } | { readonly trouble: string }

const longest = 4000
const mostRulings = 10_000

export function readReview(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { trouble: 'This file is not JSON.' }
  }
  if (!isRecord(value) || value['schema'] !== 'synoptic/review@1')
    return { trouble: 'This file is not a review (synoptic/review@1).' }
  const { reviewer, report, rulings } = value
  if (!isText(reviewer, 200) || !isRecord(report) || !Array.isArray(rulings) || rulings.length > mostRulings)
    return { trouble: 'This review lacks its reviewer, its report or its rulings.' }
  const { title, generator, sources } = report
  if (!isText(title) || !isText(generator) || !isTexts(sources))
    return { trouble: 'This review does not say which report it is about.' }
  const read = rulings.map(rulingOf)
  const bad = read.findIndex((ruling) => ruling === null)
  if (bad >= 0) return { trouble: `Ruling ${bad + 1} of this review cannot be read.` }
  return {
    review: {
      schema: 'synoptic/review@1',
      reviewer,
      report: { title, generator, sources },
      rulings: read.filter((ruling) => ruling !== null),
    },
  }
}

function rulingOf(value: unknown): Ruling | null {
  if (!isRecord(value)) return null
  const target = targetOf(value['target'])
  const { verdict, correction, note, at, sentence } = value
  if (target === null || (verdict !== 'accept' && verdict !== 'correct' && verdict !== 'dismiss')) return null
  if (!isText(correction) || !isText(note) || !isText(sentence) || !isText(at, 40)) return null
  if (Number.isNaN(Date.parse(at))) return null
  return { target, verdict, correction, note, at, sentence }
}

function targetOf(value: unknown): ReviewTarget | null {
  if (!isRecord(value)) return null
  const { kind, finding, column, article } = value
  if (kind === 'finding' && isText(finding, 100) && finding !== '') return { kind, finding }
  if (kind === 'cell' && isText(column, 100) && isText(article, 100) && column !== '' && article !== '')
    return { kind, column, article }
  return null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, limit = longest): value is string {
  return typeof value === 'string' && value.length <= limit
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 1000 && value.every((item) => isText(item, 64))
}

/** One string a target: what rulings are kept and ordered by. */
function keyOf(target: ReviewTarget): string {
  return target.kind === 'finding' ? `finding ${target.finding}` : `cell ${target.column} ${target.article}`
}

/** The newer ruling on each target, in code-unit order of the targets. */
export function merged(...lists: readonly (readonly Ruling[])[]): readonly Ruling[] {
  const by = new Map<string, Ruling>()
  for (const ruling of lists.flat()) {
    const key = keyOf(ruling.target)
    const there = by.get(key)
    if (there === undefined || there.at <= ruling.at) by.set(key, ruling)
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ruling]) => ruling)
}

export type Rulings = {
  /** On a finding. */
  readonly of: (finding: string) => Ruling | undefined
  readonly all: () => readonly Ruling[]
  readonly reviewer: () => string
  readonly setReviewer: (name: string) => void
  readonly put: (ruling: Ruling) => void
  readonly remove: (finding: string) => void
  readonly add: (list: readonly Ruling[]) => void
  readonly clear: () => void
  /** The review as a file. */
  readonly text: () => string
}

export function openRulings(kept: Kept, about: Review['report']): Rulings {
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
    of: (finding) => list.find((one) => keyOf(one.target) === `finding ${finding}`),
    all: () => list,
    reviewer: () => reviewer,
    setReviewer: (name) => {
      reviewer = name
      change(list)
    },
    put: (ruling) => {
      change(merged(without(keyOf(ruling.target)), [ruling]))
    },
    remove: (finding) => {
      change(without(`finding ${finding}`))
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
