/** The pages of stories: what belongs together, corrected by hand, and pages taken from one's own browser, which are checked like any upload. */
import { readFileSync } from 'node:fs'
import { z } from '@hono/zod-openapi'
import { warcRecords } from '../../evidence/pages.js'
import { version } from '../../generator.js'
import { isForReader, submit } from '../../jobs/submit.js'
import { nothingGiven, type Source } from '../../model/source.js'
import type { Story, StoryReport, UploadedContent } from '../../ports/store.js'
import { html, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { sourceFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import { writeWarc } from '../../text/warc.js'
import { checkAddress, withoutCredentials } from '../../text/web-address.js'
import { iso } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import { box, list, older, options } from '../pages/fields.js'
import { asset, layout, lists } from '../pages/layout.js'
import { time, titleOf } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { fileName, filesOf, type Form, readForm } from '../read-body.js'
import type { App } from '../route.js'
import { idempotencyConflict, prepareSource } from '../submission.js'
import { ListQuery, noComparison, param } from './comparisons.js'
import { followed, versionsPage } from './versions.js'
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
    const others = items.filter(({ id }) => id !== story.id)
    return send(c, storyPage(story, reports, new Set(story.comparison === null ? [] : fresh), others, deps))
  })

  app.get('/stories/:id/versions', shows('read'), async (c) => {
    const story = await findStory(param(c, 'id'), deps)
    const reports = (await store.storyReports(story.id)).map(({ address }) => ({ address, text: null }))
    const at = { here: '/comparisons', beside: lists('/stories') } as const
    return send(c, versionsPage(storyName(story), `/stories/${story.id}`, at, await followed(reports, store)))
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
  if (typeof prepared === 'string') return `${prepared}.`
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

async function sendTaking(c: AppContext, deps: ServerDeps, asked: Asked, status: 200 | 422 = 200) {
  // The page that opened it would else be out of reach.
  c.header('cross-origin-opener-policy', 'unsafe-none')
  const choices = await choicesOf(asked.story, deps)
  return send(c, takePage(asked, choices, deps.settings.maxSourceBytes), status)
}

/** A new story, the wanted one, those that changed last, and comparisons that are of none yet. */
async function choicesOf(wanted: string | null, { store, now }: ServerDeps): Promise<readonly Choice[]> {
  const { items } = await store.stories({ limit: 12, after: null })
  const { items: comparisons } = await store.list({ limit: 12, after: null })
  const [newest] = items
  const likely = newest && now() - newest.changedAt < recentMs ? newest.id : ''
  const asked = items.some(({ id }) => id === wanted) ? null : await store.story(wanted ?? '')
  const found = [
    { value: '', name: 'a new story' },
    ...[...(asked ? [asked] : []), ...items].map((story) => ({ value: story.id, name: storyName(story) })),
    ...comparisons
      .filter(({ story, batch }) => story === null && batch === null)
      .map((one) => ({ value: one.id, name: `Comparison: ${titleOf(one) ?? one.id}` })),
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

const bookmarklet = readFileSync(sourceFile('server', 'pages', 'bookmarklet.js'), 'utf8').replace(
  /\/\*[^]*?\*\//u,
  '',
)
const takeScript = asset(
  'js',
  'text/javascript; charset=utf-8',
  readFileSync(sourceFile('server', 'pages', 'take.js'), 'utf8'),
)

type Choice = { readonly value: string; readonly name: string; readonly chosen: boolean }
function takePage({ address, title, trouble }: Asked, choices: readonly Choice[], mostBytes: number): string {
  return layout(
    {
      title: `${trouble === null ? '' : 'Error: '}A page from your browser`,
      here: '/',
      scripts: [takeScript],
    },
    html`<h1>A page from your own browser</h1>
      <div data-take data-most="${mostBytes}">
        ${trouble !== null && html`<div class="summary" role="alert"><p>${trouble}</p></div>`}
        <p role="status" data-told>Save the page in your browser (Ctrl+S) and drop the file here.</p>
        <form method="post" action="/take" enctype="multipart/form-data">
          <div class="field" data-file>
            <label for="files">Saved page</label>
            <p class="hint">HTML, MHTML or text.</p>
            <input id="files" name="files" type="file" accept=".html,.htm,.xhtml,.mhtml,.mht,.txt" />
          </div>
          <div data-shown hidden>
            <p class="hint" data-removed></p>
            <pre
              class="taken"
              role="region"
              tabindex="0"
              aria-label="Text that would be kept"
              data-text
            ></pre>
            <details>
              <summary>The page as it would be kept</summary>
              <pre
                class="taken"
                role="region"
                tabindex="0"
                aria-label="Page that would be kept"
                data-source
              ></pre>
            </details>
            <textarea name="html" hidden></textarea>
          </div>
          <div class="field">
            <label for="address">Its address</label>
            <input id="address" name="address" type="url" value="${address}" autocomplete="off" />
          </div>
          <fieldset>
            <legend>Keep it in</legend>
            ${choices.map(({ value, name, chosen }) => box('radio', 'story', value, chosen, name))}
            <label
              >Name of a new story <input name="title" type="text" value="${title}" autocomplete="off"
            /></label>
          </fieldset>
          <p><button type="submit">Keep this page</button></p>
        </form>
        <h2>The bookmark</h2>
        <p>
          Many outlets answer no program. Drag this link to your bookmarks; then open a report in your
          browser, as you read it, and click the bookmark:
          <a class="main-link" href="/take" data-mark="${bookmarklet}" hidden>Take to Synoptic</a>
        </p>
        <noscript><p>The bookmark needs scripts.</p></noscript>
        <p class="hint">
          You see what would be kept before it is: without scripts, forms, inputs and hidden parts. The
          bookmark holds no key. Some pages let no window open, or do not hand themselves over: save these and
          drop the file here.
        </p>
      </div>`,
  )
}

const storyName = ({ title, reports }: Story): string => title ?? `Story of ${count(reports, 'report')}`

function storyListPage(items: readonly Story[], next: string | null): string {
  return layout(
    { title: 'Collected reports', here: '/comparisons', beside: lists('/stories') },
    html`<h1>Collected reports</h1>
      <p class="edits"><a href="/take">Add a page from your own browser</a></p>
      ${items.length === 0 && html`<p class="lead">There is none yet.</p>`}
      ${list(
        'list',
        items.map(
          (story) =>
            html`<p><a href="/stories/${story.id}">${storyName(story)}</a></p>
              <p class="hint">${count(story.reports, 'report')} · ${time(iso(story.changedAt))}</p>`,
        ),
      )}
      ${older('/stories?after=', next)}`,
  )
}

/** `fresh`: addresses of reports that came since it was compared. */
function storyPage(
  story: Story,
  reports: readonly StoryReport[],
  fresh: ReadonlySet<string>,
  others: readonly Story[],
  { newId, settings: { maxSources: most } }: ServerDeps,
): string {
  const name = storyName(story)
  const { id, comparison } = story
  return layout(
    { title: `${name} – Stories`, here: '/comparisons', beside: lists('/stories') },
    html`<h1>${name}</h1>
      ${
        comparison !== null &&
        html`<p>
          <a href="/comparisons/${comparison}">The newest comparison</a
          >${fresh.size > 0 && html`; ${count(fresh.size, 'report')} came since`}
        </p>`
      }
      ${
        reports.length < 2
          ? html`<p>
              A comparison needs two reports. <a class="edits" href="/take?story=${id}">Add a page</a>
            </p>`
          : html`<form class="edits" method="post" action="/stories/${id}/compare">
              <input type="hidden" name="once" value="${newId()}" />
              <button type="submit">Compare ${reports.length > most ? `the newest ${most}` : 'them'}</button>
              <a href="/take?story=${id}">Add a page</a>
            </form>`
      }
      <form method="post" action="/stories/${id}/move">
        <h2>Reports</h2>
        ${list(
          'list',
          reports.map(
            ({ address, source, addedAt }) =>
              html`<label class="check"
                  ><input class="edits" type="checkbox" name="report" value="${address}" />
                  ${nameOf(source)}${fresh.has(address) && html` <b>new</b>`}</label
                >
                <p class="hint">${linked(address)} · since ${time(iso(addedAt))}</p>`,
          ),
        )}
        <fieldset class="edits">
          <legend>Reports that do not belong here, or all of them</legend>
          <label for="to">Put the marked ones into</label>
          <select id="to" name="to">
            ${options([
              ['', 'a story of their own'],
              ...others.map((other) => [other.id, shorten(storyName(other), 80)] as const),
            ])}
          </select>
          <p class="hint">
            That is kept: what you put apart is not put together again, and the other way round.
          </p>
          <button class="quiet" type="submit">Put them there</button>
        </fieldset>
      </form>
      <p><a href="/stories/${id}/versions">What changed in them, and when</a></p>
      <p class="hint">Began ${time(iso(story.createdAt))}.</p>`,
  )
}

function nameOf({ name, outlet }: Source): string {
  const shown = withoutCredentials(name)
  return outlet === null ? shown : `${outlet} – ${shown}`
}

export function linked(address: string): Markup {
  return /^https?:\/\//iu.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow">${shorten(address, 120)}</a>`
    : html`handed in`
}
