/** How a comparison looks from outside. In: what the store knows. Out: the API's values. Never: bytes or text. */
import { isFinal, type Submission } from '../model/submission.js'
import type { Listed, Store } from '../ports/store.js'
import { withoutCredentials } from '../text/web-address.js'
import { titleOf } from './pages/lists.js'
import type { ComparisonBody, ComparisonSummary, ListedComparison } from './schemas.js'

export function summaryOf(submission: Submission): ComparisonSummary {
  const { id, title, state, reasons, createdAt, deadlineAt, finishedAt, batch, notes, notesReason, summary } =
    submission
  const self = `/api/comparisons/${id}`
  const told = { id, title, state, reasons: [...reasons], createdAt, deadlineAt, finishedAt }
  const links = { self, report: `${self}/report`, events: `${self}/events`, page: `/comparisons/${id}` }
  return { ...inIso({ ...told, batch, notes, notesReason, summary }), links }
}

export function listedOf({ outlets, tags, ...submission }: Listed): ListedComparison {
  return { ...summaryOf(submission), outlets: [...outlets], tags: [...tags] }
}

/** How comparisons are called, in the order in which they are named; of one that is gone, its id. */
export async function titlesOf(named: readonly string[], store: Store): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(named)]
  const found = ids.length === 0 ? [] : (await store.list({ limit: ids.length, after: null, ids })).items
  const titles = new Map(found.map((one) => [one.id, titleOf(one)]))
  return new Map(ids.map((id) => [id, titles.get(id) ?? id]))
}

export async function comparisonView(id: string, store: Store): Promise<ComparisonBody | null> {
  const submission = await store.find(id)
  const view = submission && (await viewOf(submission, store))
  // Deleted between the two looks.
  return view?.sources.length === 0 ? null : view
}

export async function viewOf(submission: Submission, store: Store): Promise<ComparisonBody> {
  const sources = await store.sources(submission.id)
  const count = (state: string): number => sources.filter((source) => source.state === state).length
  return {
    ...summaryOf(submission),
    options: { ...submission.options },
    progress: {
      total: sources.length,
      waiting: count('waiting'),
      fetched: count('fetched'),
      read: count('read'),
      lost: count('lost'),
    },
    sources: sources.map(({ position, source, state, issue, address, read }) => ({
      position,
      name: withoutCredentials(source.name),
      kind: source.kind,
      outlet: source.outlet,
      state,
      issue,
      address,
      read,
    })),
    webhook: await webhookOf(submission, store),
  }
}

async function webhookOf(submission: Submission, store: Store): Promise<ComparisonBody['webhook']> {
  if (submission.callbackUrl === null) return null
  const delivery = isFinal(submission.state) ? await store.delivery(submission.id) : null
  const none = { state: 'waiting', attempts: 0, nextAt: null, lastError: null, deliveredAt: null } as const
  const { state, attempts, nextAt, lastError, deliveredAt } = delivery ?? none
  return inIso({ url: submission.callbackUrl, state, attempts, nextAt, lastError, deliveredAt })
}

type InIso<Value> = {
  [Name in keyof Value]: Name extends 'at' | `${string}At`
    ? Exclude<Value[Name], number> | string
    : Value[Name]
}

/** As programs get it: its times, which are called `at` or `…At`, in ISO 8601. */
export function inIso<Value extends object>(value: Value): InIso<Value> {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      name,
      typeof one === 'number' && /(?:^a|A)t$/u.test(name) ? iso(one) : one,
    ]),
  ) as InIso<Value>
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
