/** The pages of stories: what belongs together, corrected by hand, and pages taken from one's own browser, which are checked like any upload. */
import { z } from '@hono/zod-openapi'
import { warcRecords } from '../../evidence/pages.js'
import { version } from '../../generator.js'
import { isForReader, submit } from '../../jobs/submit.js'
import { nothingGiven, type Source } from '../../model/source.js'
import type { Story, UploadedContent } from '../../ports/store.js'
import { sha256 } from '../../text/hash.js'
import { writeWarc } from '../../text/warc.js'
import { checkAddress } from '../../text/web-address.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import { titleOf } from '../pages/lists.js'
import { summaryOf } from '../comparison-view.js'
import {
  type Choice,
  storyListPage,
  storyName,
  storyPage,
  takePage,
  takeScript,
} from '../pages/story-pages.js'
import { lists } from '../pages/layout.js'
import { versionsPage } from '../pages/versions-page.js'
import { followed } from '../versions-view.js'
import { HttpProblem, parse } from '../problems.js'
import { fileName, filesOf, type Form, readForm } from '../read-body.js'
import type { App } from '../route.js'
import { idempotencyConflict, prepareSource } from '../submission.js'
import { ListQuery, noComparison, param } from './comparisons.js'
import { clickedOnce, fieldsOf, fileForm, send, sendAsset, shows, takes, text } from '../page-answer.js'

const mostReports = 500
const listed = 30
/** A story changed within this time is the one that the next page is likely of. */
const recentMs = 3_600_000

export function storyPageRoutes(app: App, deps: ServerDeps): void {
  const { store, settings } = deps
  const form = takes('submit', 100_000)

  sendAsset(app, takeScript)

  app.get('/take', shows('submit', z.object({ story: z.string() })), scopeGuard('read'), async (c) => {
    const story = c.req.query('story') ?? null
    return sendTaking(c, deps, { story, address: '', title: '', trouble: null })
  })

  app.post('/take', takes('submit', settings.maxBodyBytes, fileForm), async (c) => {
    const given = await readForm(c, settings.maxSources)
    const [address = '', title = ''] = ['address', 'title'].map((name) => text(given, name).trim())
    const chosen = text(given, 'story')
    const taken = takenOf(given, address, title, deps)
    if (typeof taken === 'string')
      return sendTaking(c, deps, { story: chosen, address, title, trouble: taken }, 422)
    const id = await chosenStory(chosen, deps)
    const { source, content, key } = taken
    const story = { id, title: title === '' ? null : title }
    const limits = { most: mostReports, now: deps.now() }
    if (!(await store.addToStory(story, [{ address: key, source }], [content], limits)))
      throw new HttpProblem('invalid', `A story has at most ${mostReports} reports.`)
    return c.redirect(`/stories/${id}`, 303)
  })

  app.get('/stories', shows('read', AfterQuery), async (c) => {
    const { after } = parse(AfterQuery, c.req.query())
    const { items, next } = await store.stories({ limit: listed, after: after ?? null })
    return send(c, storyListPage(items, next))
  })

  app.get('/stories/:id', shows('read'), async (c) => {
    const story = await findStory(param(c, 'id'), deps)
    const reports = await store.storyReports(story.id)
    const compared = story.comparison === null ? [] : await store.sources(story.comparison)
    const old = new Set(compared.map(({ source }) => source.location))
    const fresh = reports.filter(({ source }) => !old.has(source.location)).map(({ address }) => address)
    const { items } = await store.stories({ limit: listed, after: null })
    return send(
      c,
      storyPage({
        story,
        reports,
        fresh: new Set(story.comparison === null ? [] : fresh),
        others: items.filter(({ id }) => id !== story.id),
        once: deps.newId(),
        most: settings.maxSources,
      }),
    )
  })

  app.get('/stories/:id/versions', shows('read'), async (c) => {
    const story = await findStory(param(c, 'id'), deps)
    const reports = (await store.storyReports(story.id)).map(({ address }) => ({ address, text: null }))
    const about = {
      title: storyName(story),
      back: `/stories/${story.id}`,
      here: '/comparisons' as const,
      beside: lists('/stories'),
    }
    return send(c, versionsPage(about, await followed(reports, store)))
  })

  app.post('/stories/:id/compare', form, async (c) => {
    const id = await compareStory(param(c, 'id'), c, (await fieldsOf(c)).one('once'), deps)
    return c.redirect(`/comparisons/${id}`, 303)
  })

  app.post('/stories/:id/move', form, async (c) => {
    const { id } = await findStory(param(c, 'id'), deps)
    const { all, one } = await fieldsOf(c)
    const other = one('to') === '' ? `s-${deps.newId()}` : (await findStory(one('to'), deps)).id
    if (!(await store.moveReports(id, all('report'), other, { now: deps.now(), ruled: true })))
      throw new HttpProblem('invalid', 'Mark the reports that are to go into the other story.')
    return c.redirect(`/stories/${other}`, 303)
  })

  app.post('/comparisons/:id/story', form, async (c) => {
    const story = await store.storyOfComparison(param(c, 'id'), `s-${deps.newId()}`, deps.now())
    if (story === null) throw noComparison()
    return c.redirect(`/stories/${story}`, 303)
  })
}

const AfterQuery = ListQuery.pick({ after: true })

async function findStory(id: string, { store }: ServerDeps): Promise<Story> {
  const story = await store.story(id)
  if (!story)
    throw new HttpProblem('not-found', 'There is no story with this id; its reports may have been moved.')
  return story
}

/** The reports of a story as a comparison; a second click finds the first. */
async function compareStory(id: string, c: AppContext, once: string, deps: ServerDeps): Promise<string> {
  const { store, settings } = deps
  const { title } = await findStory(id, deps)
  const reports = await store.storyReports(id)
  if (reports.length < 2) throw new HttpProblem('invalid', 'A comparison needs two reports.')
  const sources = reports.slice(-settings.maxSources).map(({ source }) => source)
  const uploads = sources.filter(({ kind }) => kind === 'stored').map(({ location }) => location)
  await store.holdContents([...new Set(uploads)], deps.now())
  const created = await submit(
    {
      id: `c-${deps.newId()}`,
      title,
      sources,
      options: { zone: settings.defaultZone, deadlineSeconds: settings.defaultDeadlineSeconds },
      callbackUrl: null,
      batch: null,
      by: c.var.caller.key,
      idempotency: clickedOnce(c, once)({ id, sources }),
      reader: isForReader(sources, settings.reader),
      story: id,
    },
    deps,
  )
  if (created.state === 'conflict') throw idempotencyConflict()
  return created.submission.id
}

type Taken = { readonly source: Source; readonly content: UploadedContent; readonly key: string }

/** A page that the window handed over, or a file; or what is wrong, in a sentence. */
function takenOf(form: Form, address: string, title: string, { settings, now }: ServerDeps): Taken | string {
  if (title.length > 300) return 'The name of a story has at most 300 characters.'
  const checked = address === '' ? null : checkAddress(address.slice(0, 4_000))
  if (checked?.ok === false) return `Its address: ${checked.message}`
  const html = form.find((part) => part.field === 'html' && 'text' in part && part.text.trim() !== '')
  const [file] = filesOf(form, 'files')
  if (html && !checked) return 'Give the address of the page.'
  const bytes = html && 'text' in html ? Buffer.from(html.text) : file?.bytes
  const name = checked?.url.href ?? fileName(file?.name ?? '', 0)
  if (bytes === undefined) return 'Save the page in your browser and choose the file.'
  // An MHTML file says itself where it is from.
  const isPlain = html !== undefined || /\.x?html?$/iu.test(file?.name ?? '')
  const archived = checked && isPlain ? archiveOf(checked.url.href, bytes, html !== undefined, now()) : bytes
  const prepared = prepareSource({ file: bytes, name, mediaType: null }, 0, settings)
  if ('problem' in prepared) return `${prepared.problem}.`
  const content = { sha256: sha256(archived), bytes: archived, mediaType: null }
  const source: Source = { name, kind: 'stored', location: content.sha256, mediaType: null, ...nothingGiven }
  return { source, content, key: checked?.url.href ?? content.sha256 }
}

/** So that the page keeps its address and its time. */
function archiveOf(url: string, bytes: Uint8Array, isUtf8: boolean, at: number): Uint8Array {
  const fetchedAt = new Date(at).toISOString()
  const read = {
    state: 'read',
    source: { name: url, kind: 'stored', location: '', outlet: null },
    url,
    fetchedAt,
    issues: [],
    mediaType: 'html',
    charset: isUtf8 ? 'utf-8' : null,
    bytes: Buffer.from(bytes).toString('base64'),
    sha256: sha256(bytes),
  } as const
  return writeWarc(warcRecords([read], `synoptic/${version}`, fetchedAt))
}

type Asked = {
  readonly story: string | null
  readonly address: string
  readonly title: string
  readonly trouble: string | null
}

async function sendTaking(
  c: AppContext,
  deps: ServerDeps,
  { story, ...asked }: Asked,
  status: 200 | 422 = 200,
) {
  // The page that opened it would else be out of reach.
  c.header('cross-origin-opener-policy', 'unsafe-none')
  const choices = await choicesOf(story, deps)
  return send(c, takePage({ ...asked, choices, mostBytes: deps.settings.maxSourceBytes }), status)
}

/** A new story, those that changed last, and comparisons that are of none yet. */
async function choicesOf(wanted: string | null, { store, now }: ServerDeps): Promise<readonly Choice[]> {
  const { items } = await store.stories({ limit: 12, after: null })
  const { items: comparisons } = await store.list({ limit: 12, after: null })
  const [newest] = items
  const likely = newest && now() - newest.changedAt < recentMs ? newest.id : ''
  const found = [
    { value: '', name: 'a new story' },
    ...items.map((story) => ({ value: story.id, name: storyName(story) })),
    ...comparisons
      .filter(({ story, batch }) => story === null && batch === null)
      .map((one) => ({ value: one.id, name: `Comparison: ${titleOf(summaryOf(one)) ?? one.id}` })),
  ]
  const chosen = found.some(({ value }) => value === wanted) ? wanted : likely
  return found.map((one) => ({ ...one, chosen: one.value === chosen }))
}

async function chosenStory(chosen: string, deps: ServerDeps): Promise<string> {
  const fresh = `s-${deps.newId()}`
  if (chosen === '') return fresh
  if (!chosen.startsWith('c-')) return (await findStory(chosen, deps)).id
  const story = await deps.store.storyOfComparison(chosen, fresh, deps.now())
  if (story === null) throw noComparison()
  return story
}
