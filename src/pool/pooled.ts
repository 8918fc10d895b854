/**
 * The pipeline's stages where they can be stopped: in processes of a pool, with JSON that the program does not look into.
 *
 * Never rejects for content: what costs too much is unreadable, or left out of the comparison, with the reason. Who names a job is told to come
 * again (`PutOff`) when it takes long.
 */
import type { AnnotateOptions } from '../annotate/annotate.js'
import { expandSources } from '../ingest/expand.js'
import { ingest, ingestArchive, type Fetchers } from '../ingest/ingest.js'
import type { Notes } from '../model/notes.js'
import type {
  ArticleToCompare,
  CompareJob,
  FeedJob,
  ComparedEvent,
  ReadArticle,
  WriteJob,
  Written,
} from '../model/pool-job.js'
import type { RawPage } from '../model/raw-page.js'
import type { Source } from '../model/source.js'
import type { StoryText } from '../model/story.js'
import type { FeedRead } from '../model/watch.js'
import { lostArticle, unreadableArticle } from '../normalize/unreadable.js'
import type { Disk } from '../ports/fetcher.js'
import type { Paper } from '../ports/paper.js'
import type { Outcome, Pool } from '../ports/pool.js'
import type { Reading } from '../ports/reader.js'
import { groupStories, isOneText, OngoingGrouping, type Doubt, type Grouping } from '../stories/grouping.js'
import { decisionsOf, storiesModel } from '../stories/likeness.js'
import { rulingsOf, type Ruling, type Rulings } from '../stories/rulings.js'
import { storyText } from '../stories/words.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { readArticle, unannotated } from './read-article.js'

export type Deps = {
  readonly disk: Disk
  readonly fetchers: Fetchers
  readonly pool: Pool
  readonly paper: Paper
}

export { expandSources, rulingsOf, type AnnotateOptions, type Doubt, type OngoingGrouping, type Ruling }

/** One source, from its name to an annotated article. */
export async function readSource(source: Source, deps: Deps, options: AnnotateOptions): Promise<ReadArticle> {
  return readPage(await ingestSource(source, deps), deps, options)
}

export function ingestSource(source: Source, { fetchers }: Pick<Deps, 'fetchers'>): Promise<RawPage> {
  return ingest(source, fetchers)
}

/** The second half: burns processor time, waits on nothing outside. */
export async function readPage(
  page: RawPage,
  { pool }: Pick<Deps, 'pool'>,
  { zone }: AnnotateOptions,
  name?: string,
): Promise<ReadArticle> {
  if (page.state === 'lost') return readArticle(unannotated(lostArticle(page)))
  const outcome = await pool.run('read', { page, zone }, name)
  if (outcome.state === 'done') return outcome.value
  const code = `normalize-${outcome.state === 'failed' ? 'crash' : codes[outcome.why]}`
  return readArticle(
    unannotated(unreadableArticle(page, code, unread(outcome, 'the page could not be parsed'))),
  )
}

function unread(outcome: Exclude<Outcome<unknown>, { state: 'done' }>, failed: string): string {
  return outcome.state === 'failed' ? `${failed} (${outcome.message}).` : `reading it ${outcome.reason}.`
}

export async function skimSource(source: Source, deps: Deps): Promise<StoryText> {
  return skimPage(await ingestSource(source, deps), deps)
}

/** Every page of a WARC file. */
export function openArchive(name: string, { fetchers }: Pick<Deps, 'fetchers'>): Promise<readonly RawPage[]> {
  return ingestArchive(name, fetchers)
}

export async function skimPage(page: RawPage, deps: Pick<Deps, 'pool'>): Promise<StoryText> {
  if (page.state === 'lost') return storyText(lostArticle(page))
  const outcome = await deps.pool.run('skim', { page })
  if (outcome.state === 'done') return outcome.value
  return storyText(
    unreadableArticle(page, 'normalize-stopped', unread(outcome, 'the page could not be parsed')),
  )
}

/** Reports to stories, in this process: it looks at numbers alone. */
export function groupIntoStories(
  texts: readonly StoryText[],
  rulings: Rulings,
  progress: (done: number) => void,
): Grouping {
  return groupStories(texts, decisionsOf(storiesModel()), rulings, progress)
}

/** Of a few reports, for each the place of the first of its event, and of the first with its text. */
export function seemTogether(
  texts: readonly StoryText[],
): readonly { readonly event: number; readonly copyOf: number }[] {
  const named = texts.map((text, place) => ({ ...text, source: String(place) }))
  const { stories } = groupIntoStories(named, rulingsOf([]), () => undefined)
  const events = new Map<string, number>()
  for (const { members } of stories) {
    const first = Math.min(...members.map(({ source }) => Number(source)))
    for (const { source } of members) events.set(source, first)
  }
  return named.map((text, place) => ({
    event: events.get(text.source) ?? place,
    copyOf: named.findIndex((other) => other.id === text.id || isOneText(other.words, text.words)),
  }))
}

/** The same from round to round. */
export function ongoingGrouping(rulings: Rulings): OngoingGrouping {
  return new OngoingGrouping(decisionsOf(storiesModel()), rulings)
}

export async function readFeed(job: FeedJob, { pool }: Pick<Deps, 'pool'>): Promise<FeedRead> {
  const outcome = await pool.run('feed', job)
  return outcome.state === 'done'
    ? outcome.value
    : { state: 'none', why: unread(outcome, 'it could not be read') }
}

/** What was asked for cannot be made of this; with others it goes on. */
export class NotMade extends Error {
  override readonly name = 'NotMade'
}

const codes = { time: 'timeout', memory: 'memory', crash: 'crash', size: 'size' } as const

export function wasStopped({ completeness }: ReadArticle): boolean {
  return completeness.reasons.some((reason) => /^normalize-(?:timeout|memory|crash)$/u.test(reason))
}

export type EventToCompare = Pick<CompareJob, 'title' | 'generator'> &
  Partial<Omit<CompareJob, 'articles'>> & {
    readonly articles: readonly (Pick<ArticleToCompare, 'json'> & Partial<ArticleToCompare>)[]
  }

/**
 * What costs too much is made without the largest article, then without two, four and so on; of many, without a quarter more each time.
 * `mostBytes`: a larger report costs too much, too.
 */
export async function compareEvent(
  { articles, ...event }: EventToCompare,
  { pool }: Pick<Deps, 'pool'>,
  { name, mostBytes = Infinity }: { readonly name?: string; readonly mostBytes?: number } = {},
): Promise<ComparedEvent> {
  const largestFirst = articles
    .map(({ json }, position) => ({ position, size: json.length }))
    .sort((a, b) => b.size - a.size || a.position - b.position)
    .map(({ position }) => position)
  let left: ReadonlyMap<number, ArticleToCompare['leftOut']> = new Map()
  for (;;) {
    const job = {
      ...{ issues: [], reference: null, ...event },
      articles: articles.map(({ json, source = null }, position) => {
        return { json, source, leftOut: left.get(position) ?? null }
      }),
    }
    const given = await pool.run('compare', job, name && `${name} without ${left.size}`)
    const outcome = given.state === 'done' ? withinSize(given.value, mostBytes) : given
    if (outcome.state === 'done') return outcome.value
    if (outcome.state === 'failed') throw new NotMade(outcome.message)
    if (left.size === articles.length) throw new NotMade(`comparing it ${outcome.reason}`)
    left = new Map(
      largestFirst
        .slice(0, fewerBy(left.size, articles.length))
        .map((position) => [position, leftOut(outcome)]),
    )
  }
}

type TooMuch =
  Extract<Outcome<never>, { state: 'stopped' }> | { state: 'stopped'; why: 'size'; reason: string }

function withinSize(
  event: ComparedEvent,
  mostBytes: number,
): { state: 'done'; value: ComparedEvent } | TooMuch {
  if (event.json.length <= mostBytes) return { state: 'done', value: event }
  return { state: 'stopped', why: 'size', reason: `gave a report of more than ${bytesInWords(mostBytes)}` }
}

const many = 24

function fewerBy(before: number, all: number): number {
  if (before === 0) return 1
  return all > many ? before + Math.ceil(all / 4) : before * 2
}

function leftOut({ why, reason }: TooMuch): ArticleToCompare['leftOut'] {
  return {
    code: `compare-${codes[why]}`,
    message: `it is not compared, for comparing it with the others ${reason}.`,
  }
}

type Writing = Pick<Deps, 'pool'> & Partial<Pick<Deps, 'paper'>>

/** A report or an article in the form that somebody asked for, or why it cannot be had. A PDF is the page, printed when it has been made. */
export async function write(job: WriteJob, { pool, paper }: Writing): Promise<Written> {
  const page = pageFor(job)
  if (page === null) return inPool(job, pool)
  const made = await inPool(page, pool)
  if (made.state === 'refused') return made
  const html = made.files.find(({ name }) => name === 'report.html')
  if (typeof html?.content !== 'string') throw new Error('no page was made')
  const printed = await paper?.print(html.content)
  if (printed?.state !== 'printed')
    return { state: 'refused', reason: printed?.reason ?? 'Nothing prints here.' }
  const isWanted = job.as === 'files' && job.forms?.includes('html')
  const kept = made.files.filter((file) => file !== html || isWanted)
  return { ...made, files: [...kept, { name: 'report.pdf', content: printed.bytes }] }
}

/** A second reader that is asked at once: its notes, or null where it gives none. */
export type Second = (reading: Reading) => Promise<Notes | null>

/** What articles answer to a question, a line each; a statement also as a second reader judges what comes nearest to it. */
export async function answersTo(
  question: Pick<Extract<WriteJob, { readonly as: 'asked' }>, 'asked' | 'of'>,
  deps: Writing,
  second: Second | null,
): Promise<Written> {
  const job = { as: 'asked', ...question } as const
  if (second === null || job.asked.for === 'quotation') return write(job, deps)
  const shown = await write({ ...job, second: 'wanted' }, deps)
  if (shown.state === 'refused') return shown
  const reading = JSON.parse(shown.printed) as Reading
  return write({ ...job, second: reading.pairs.length === 0 ? null : await second(reading) }, deps)
}

/** The job that makes the page which is to be printed; null where none is. */
function pageFor(job: WriteJob): (WriteJob & { readonly forms: readonly string[] }) | null {
  if (job.as !== 'files') return null
  const { forms = [] } = job
  const isPrinted = forms.includes('pdf') || forms.includes('report.pdf')
  return isPrinted ? { ...job, forms: [...forms.filter((name) => name !== 'report.pdf'), 'html'] } : null
}

async function inPool(job: WriteJob, pool: Pool): Promise<Written> {
  const outcome = await pool.run('write', job)
  switch (outcome.state) {
    case 'done':
      return outcome.value
    case 'stopped':
      return { state: 'refused', reason: `It cannot be made of this report: making it ${outcome.reason}.` }
    case 'failed':
      throw new NotMade(outcome.message)
  }
}
