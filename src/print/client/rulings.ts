/** The reader’s rulings, kept in the browser under the event’s title, so that the next version finds them; and reviews as files. */
import type { Review, Ruling } from '../../model/review.js'
import { inMemory, type Kept } from './settings.js'

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
    return { trouble: 'This file holds no verdicts that were exported here.' }
  const { reviewer, report, rulings } = value
  if (!isText(reviewer, 200) || !isRecord(report) || !Array.isArray(rulings) || rulings.length > mostRulings)
    return { trouble: 'This file lacks its reviewer, its comparison or its verdicts.' }
  const { title, generator, sources } = report
  if (!isText(title) || !isText(generator) || !isTexts(sources))
    return { trouble: 'This file does not say which comparison it is about.' }
  const read = rulings.map(rulingOf)
  const bad = read.findIndex((ruling) => ruling === null)
  if (bad >= 0) return { trouble: `Verdict ${bad + 1} of this file cannot be read.` }
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
  if (!isRecord(value) || !isRecord(value['target'])) return null
  const { verdict, correction, note, at, sentence } = value
  const { kind, finding } = value['target']
  if (kind !== 'finding' || !isText(finding, 100) || finding === '' || !isVerdict(verdict)) return null
  if (!isText(correction) || !isText(note) || !isText(sentence) || !isText(at, 40)) return null
  if (Number.isNaN(Date.parse(at))) return null
  return { target: { kind, finding }, verdict, correction, note, at, sentence }
}

export function isVerdict(value: unknown): value is Ruling['verdict'] {
  return value === 'accept' || value === 'correct' || value === 'dismiss' || value === 'unsure'
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

/** The newer ruling on each finding, in code-unit order of the findings. */
export function merged(...lists: readonly (readonly Ruling[])[]): readonly Ruling[] {
  const by = new Map<string, Ruling>()
  for (const ruling of lists.flat()) {
    const { finding } = ruling.target
    const there = by.get(finding)
    if (there === undefined || there.at <= ruling.at) by.set(finding, ruling)
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ruling]) => ruling)
}

export type Rulings = {
  /** On a finding. */
  readonly of: (finding: string) => Ruling | undefined
  readonly all: () => readonly Ruling[]
  readonly reviewer: () => string
  readonly setReviewer: (name: string) => void
  /** What came of it, in a word; of a service once it has answered. */
  readonly put: (ruling: Ruling) => string | Promise<string>
  readonly remove: (finding: string) => string | Promise<string>
  /** What could not be kept of them, in a sentence, or ''. */
  readonly add: (list: readonly Ruling[]) => string | Promise<string>
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
  let written = kept.get(key)
  // What another window of this event wrote meanwhile stays.
  const change = (next: (now: readonly Ruling[]) => readonly Ruling[]): void => {
    const there = kept.get(key)
    const other = there === written ? null : readReview(there ?? '')
    list = next(other !== null && 'review' in other ? other.review.rulings : list)
    kept.set(key, text())
    written = kept.get(key)
  }
  return {
    of: (finding) => list.find(({ target }) => target.finding === finding),
    all: () => list,
    reviewer: () => reviewer,
    setReviewer: (name) => {
      reviewer = name
      change((now) => now)
    },
    put: (ruling) => {
      change((now) => merged(without(now, ruling.target.finding), [ruling]))
      return 'Kept in this browser.'
    },
    remove: (finding) => {
      change((now) => without(now, finding))
      return ''
    },
    add: (more) => {
      change((now) => merged(now, more))
      return ''
    },
    clear: () => {
      change(() => [])
    },
    text,
  }
}

function without(list: readonly Ruling[], finding: string): readonly Ruling[] {
  return list.filter(({ target }) => target.finding !== finding)
}

/** Where a service keeps them: at which address, and the review as it stands there. */
type Desk = { readonly href: string; readonly mine: string }

/** Rulings of whoever is signed in. They are sent one after the other, also when the page is left; what was not taken is not shown as kept. */
export function deskRulings({ href, mine }: Desk, about: Review['report'], changed: () => void): Rulings {
  // What this page knows of them.
  const here = openRulings(
    inMemory(() => mine),
    about,
  )
  const { of } = here
  let last: Promise<unknown> = Promise.resolve()
  const send = (finding: string, ruling: Ruling | undefined): Promise<string> => {
    const kept = of(finding)
    const hold = (one: Ruling | undefined): void => {
      if (one === undefined) void here.remove(finding)
      else void here.put(one)
    }
    hold(ruling)
    const { verdict, correction, note, sentence } = ruling ?? { ...nothing, sentence: kept?.sentence ?? '' }
    const body = JSON.stringify({ verdict, correction, note, sentence })
    const sent = last.then(() => put(`${href}/${finding}`, body))
    last = sent
    return sent.then((trouble) => {
      if (trouble === null) return ruling === undefined ? 'Taken back.' : 'Kept.'
      if (of(finding) === ruling) hold(kept)
      changed()
      return `${notKept} ${trouble}`
    })
  }
  return {
    ...here,
    setReviewer: () => undefined,
    put: (ruling) => send(ruling.target.finding, ruling),
    remove: (finding) => (of(finding) === undefined ? '' : send(finding, undefined)),
    async add(more) {
      const onPage = more.filter(({ target }) => document.getElementById(target.finding) !== null)
      const newer = onPage.filter(({ target, at }) => (of(target.finding)?.at ?? '') <= at)
      const told = await Promise.all(newer.map((ruling) => send(ruling.target.finding, ruling)))
      const troubles = told.filter((one) => one.startsWith(notKept))
      const other = more.length - onPage.length
      return [
        ...(other === 0 ? [] : [`${other} of them on what this page has not.`]),
        ...(troubles[0] === undefined ? [] : [`${troubles.length} not kept. ${troubles[0]}`]),
      ].join(' ')
    },
    clear: () => undefined,
  }
}

const notKept = 'Not kept:'
const nothing = { verdict: 'none', correction: '', note: '' } as const

/** Null where it was taken; else why not. */
async function put(address: string, body: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json' }
  try {
    const answer = await fetch(address, { method: 'PUT', keepalive: true, headers, body })
    if (answer.ok) return null
    if (answer.status === 401)
      return 'you are no longer signed in. Sign in in another window, and choose again.'
    const problem: unknown = await answer.json()
    return isRecord(problem) && isText(problem['detail'])
      ? problem['detail']
      : `the service says ${answer.status}.`
  } catch {
    return 'the service does not answer. Choose again when it does.'
  }
}
