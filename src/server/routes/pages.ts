/** The pages for people: new comparison, list, one comparison. They do what the API does, with its very functions. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { roleOf } from '../../model/api-key.js'
import { isFinal } from '../../model/submission.js'
import { type Deps, expandSources } from '../../pool/pooled.js'
import type { Store } from '../../ports/store.js'
import { packageFile } from '../../text/data-file.js'
import { shorten } from '../../print/safe-text.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import { comparisonView } from '../comparison-view.js'
import type { AppContext, AppEnv, ServerDeps } from '../deps.js'
import { needScope } from '../guards.js'
import { originOf } from '../http.js'
import type { App } from '../route.js'
import { assets, ofComparison } from '../pages/layout.js'
import { batchName } from '../pages/batch-page.js'
import { comparisonPage } from '../pages/comparison-page.js'
import {
  emptyForm,
  formPage,
  type FormState,
  nothingTyped,
  recognised,
  startScript,
  type Typed,
} from '../pages/form.js'
import { documentImages, manualList, manualPage } from '../pages/manual-pages.js'
import { isProblemCode, problemTypePage, titleOf } from '../pages/lists.js'
import { deletedPage } from '../pages/story-list.js'
import { HttpProblem, type ProblemError, refuse } from '../problems.js'
import { comparisonWith, filesOf, type Form, goneOf, keepFiles, readForm, textsOf } from '../read-body.js'
import { type Recogniser, recogniser } from '../recognise.js'
import {
  type Item,
  itemOf,
  itemsIn,
  keptOf,
  nameOf as nameOfItem,
  piecesOf,
  sourceOf,
  wrongGiven,
} from '../start-items.js'
import { versionsPage } from '../pages/versions-page.js'
import { versionsOfComparison } from '../versions-view.js'
import { clickedOnce, fieldsOf, fileForm, page, send, sendAsset, shows, takes, text } from '../page-answer.js'
import type { Sending } from '../sending.js'
import { type EventRequest, type FileSource, prepareEvent } from '../submission.js'
import { noComparison, param, submitForm } from './comparisons.js'
import { deletedOf } from './story-list.js'
import { sendReportPage } from './reports.js'

export function pageRoutes(app: App, deps: ServerDeps, sending: Sending): void {
  const { store, settings } = deps
  const form = takes('submit', smallForm)
  const files = takes('submit', settings.maxBodyBytes, fileForm)
  const known = recogniser(deps)
  for (const one of [...assets, startScript]) sendAsset(app, one)

  app.get('/', page, readersToTheList, shows('submit', z.object({ from: z.string() })), async (c) => {
    const from = c.req.query('from')
    // It shows what another comparison was made of.
    if (from !== undefined) needScope(c, 'read')
    const empty = emptyForm(deps.newId())
    return send(
      c,
      formPage(from === undefined ? empty : await filledFrom(from, empty, known, store), settings),
    )
  })

  app.post('/comparisons', files, (c) => submitted(c, deps, known))

  // What the page's script asks: the same, and nothing is compared.
  app.post('/comparisons/recognise', files, async (c) => {
    const state = await stateOf(await received(c, deps), [], known, deps)
    return send(c, recognised(state).toString())
  })

  app.post('/comparisons/sample', form, async (c) => {
    const once = clickedOnce(c, (await fieldsOf(c)).one('once'))
    const { submission } = await submitForm(await sampleEvent(deps), deps, c.var.caller.key, once)
    return c.redirect(`/comparisons/${submission.id}`, 303)
  })

  // The way while it is made; then the report itself.
  app.get('/comparisons/:id', shows('read'), async (c) => {
    const id = param(c, 'id')
    const submission = await store.find(id)
    const isMade = submission?.state === 'complete' || submission?.state === 'partial'
    return isMade ? c.redirect(`/comparisons/${id}/report`, 303) : sendDetails(c, id)
  })

  app.get('/comparisons/:id/details', shows('read'), (c) => sendDetails(c, param(c, 'id')))

  async function sendDetails(c: AppContext, id: string): Promise<Response> {
    const view = await comparisonView(id, store)
    if (!view) {
      const [deleted] = await deletedOf([id], store)
      if (!deleted) throw noComparison()
      return send(c, deletedPage(deleted), 404)
    }
    const hasReport = view.finishedAt !== null && (await store.report(id)) !== null
    const batch = view.batch === null ? null : await store.batch(view.batch)
    const ofBatch = batch && { id: batch.id, title: batchName(batch) }
    const versions = await versionsOfComparison(id, store)
    const [listed] = (await store.list({ limit: 1, after: null, ids: [id] })).items
    return send(c, comparisonPage(view, { hasReport, batch: ofBatch, versions, tags: listed?.tags ?? [] }))
  }

  app.get('/comparisons/:id/versions', shows('read'), async (c) => {
    const view = await comparisonView(param(c, 'id'), store)
    if (!view) throw noComparison()
    const back = `/comparisons/${view.id}/details`
    const about = { title: titleOf(view) ?? 'The comparison', back, ...ofComparison(view.id, 'versions') }
    return send(c, versionsPage(about, await versionsOfComparison(view.id, store)))
  })

  app.get('/comparisons/:id/report', shows('read', z.object({ rulings: z.string() })), (c) =>
    sendReportPage(c, deps, sending),
  )

  app.post('/comparisons/:id/delete', form, async (c) => {
    const id = param(c, 'id')
    if (!(await store.discard(id, deps.now()))) throw noComparison()
    return c.redirect(`/comparisons?deleted=${id}`, 303)
  })

  app.get('/docs', page, (c) => send(c, manualList()))
  app.get('/docs/:name', page, (c) => {
    const manual = manualPage(param(c, 'name'), originOf(c))
    if (manual === null) throw new HttpProblem('not-found', 'There is no document of this name.')
    return send(c, manual)
  })
  app.get('/docs/images/:file', page, async (c) => {
    const file = param(c, 'file')
    if (!documentImages.has(file)) throw new HttpProblem('not-found', 'There is no picture of this name.')
    c.header('content-type', 'image/png')
    return c.body(Uint8Array.from(await readFile(packageFile('docs', 'images', file))))
  })

  app.get('/problems/:code', page, (c) => {
    const code = param(c, 'code')
    if (!isProblemCode(code)) throw new HttpProblem('not-found', 'There is no problem of this name.')
    return send(c, problemTypePage(code))
  })
}

/** A form of a button and little more. Bytes. */
const smallForm = 10_000

async function filledFrom(
  id: string,
  empty: FormState,
  { see }: Recogniser,
  store: Store,
): Promise<FormState> {
  const submission = await store.find(id)
  if (!submission || !isFinal(submission.state)) throw noComparison()
  const items = (await store.sources(id)).map(
    ({ source: { kind, name, location, outlet, publishedAt } }) => ({
      value: kind === 'url' ? `url ${location}` : `kept ${location} ${name}`,
      outlet: outlet ?? '',
      publishedAt: publishedAt ?? '',
    }),
  )
  const typed = { ...nothingTyped, title: submission.title ?? '' }
  return { ...empty, typed, items: await see(items, true) }
}

type Received = {
  readonly form: Form
  readonly items: readonly Item[]
  readonly left: string
  readonly errors: readonly ProblemError[]
}

/** Everything that was given, as items: those that stood in the form, and what is new in the field and among the files. */
async function received(c: AppContext, deps: ServerDeps): Promise<Received> {
  const { maxSources, maxSourceBytes } = deps.settings
  const form = await readForm(c, maxSources + 4)
  const before = itemsIn(form, maxSources)
  const { addresses, texts, neither } = piecesOf(textsOf(form, 'given').join('\n'))
  const files = [
    ...texts.map((given, at) => ({ name: `text-${before.length + at + 1}.txt`, bytes: Buffer.from(given) })),
    ...filesOf(form, 'files'),
  ]
  const { kept, tooLarge } = await keepFiles(files, deps, maxSourceBytes)
  const known = new Set(before.map(({ value }) => value))
  const added = [...addresses.map((one) => `url ${one}`), ...kept.map(({ value }) => `kept ${value}`)]
  const all = [...before, ...added.filter((value) => !known.has(value)).map(itemOf)]
  const gone = await goneOf(
    all.flatMap((one) => keptOf(one) ?? []),
    deps,
  )
  const isGone = (one: Item): boolean => gone.some((kept) => kept.kept === keptOf(one)?.kept)
  const problem = (detail: string): ProblemError => ({ pointer: '/given', detail })
  return {
    form,
    items: all.filter((one) => !isGone(one)).slice(0, maxSources + 1),
    left: neither.join('\n'),
    errors: [
      ...neither
        .slice(0, 3)
        .map((line) => problem(`“${shorten(line, 80)}” is neither an address nor the text of a report.`)),
      ...tooLarge.map((name) =>
        problem(`${name} is empty, or larger than the limit of ${bytesInWords(maxSourceBytes)}.`),
      ),
      ...all.filter(isGone).map((one) => problem(`${nameOfItem(one)} is no longer here; choose it again.`)),
    ],
  }
}

async function stateOf(
  { form, items, left, errors }: Received,
  more: readonly ProblemError[],
  { see }: Recogniser,
  deps: ServerDeps,
): Promise<FormState> {
  return {
    typed: { ...typedOf(form), given: left },
    // More than are compared are not looked at: the form is refused for their number.
    items: await see(items, items.length <= deps.settings.maxSources),
    errors: [...errors, ...more],
    once: text(form, 'once') || deps.newId(),
    withoutReader: text(form, 'reader') === 'false',
  }
}

/** A form that cannot be taken comes back with all that was given and what is wrong, beside the fields. */
async function submitted(c: AppContext, deps: ServerDeps, known: Recogniser): Promise<Response> {
  const given = await received(c, deps)
  const { form, errors } = given
  if (text(form, 'more') !== '')
    return send(c, formPage(await stateOf(given, [], known, deps), deps.settings))
  // What was seen to be a feed is none of the reports.
  const seen = await known.see(given.items, false)
  const items = seen.filter((one) => one.seen.state !== 'feed')
  try {
    const others = form.filter(({ field }) => !isOfItems.test(field))
    const wanted = comparisonWith(
      items.flatMap((one) => sourceOf(one) ?? []),
      others,
    )
    refuse([...errors, ...wrongGiven(items)])
    if (items.length === 0) throw new HttpProblem('invalid', 'Paste addresses or texts, or choose files.')
    if (items.length === 1) throw new HttpProblem('invalid', oneReport)
    await known.handOver(items)
    const { submission } = await submitForm(
      wanted,
      deps,
      c.var.caller.key,
      clickedOnce(c, text(form, 'once')),
    )
    return c.redirect(`/comparisons/${submission.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    const own = error.errors.length === 0 ? [{ pointer: '/given', detail: error.message }] : error.errors
    const wrong = [...own.filter((one) => !errors.includes(one)), ...(await sourceErrors(items, deps))]
    const unique = wrong.filter((one, at) => wrong.findIndex(({ pointer }) => pointer === one.pointer) === at)
    return send(c, formPage(await stateOf({ ...given, items }, unique, known, deps), deps.settings), 422)
  }
}

const isOfItems = /^(?:once|more|given|files|(?:item|outlet|day)-\d+)$/u

/** The API takes it, since a program may ask what is read of one; a person at the form forgot the other. */
const oneReport =
  'This is one report, and a comparison needs two. Give another address, text or file; if the text is of several, part them by lines of ---.'

/** A form tells everything that is wrong with it at once, also where another field stopped the check. */
async function sourceErrors(
  items: readonly Item[],
  { settings }: ServerDeps,
): Promise<readonly ProblemError[]> {
  try {
    refuse(wrongGiven(items))
    await prepareEvent({ sources: items.flatMap((one) => sourceOf(one) ?? []) }, settings)
    return []
  } catch (error) {
    if (error instanceof HttpProblem) return error.errors
    throw error
  }
}

function typedOf(form: Form): Typed {
  return {
    given: '',
    title: text(form, 'title'),
    zone: text(form, 'zone'),
    deadlineSeconds: text(form, 'deadlineSeconds'),
    callbackUrl: text(form, 'callbackUrl'),
  }
}

/** Whoever is signed in and may only read begins where there is something to read. */
const readersToTheList: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { session, scopes } = c.var.caller
  if (session !== null && roleOf(scopes) === 'reads') return c.redirect('/comparisons', 303)
  return next()
}

export async function sampleEvent({
  disk,
  fetchers,
}: Pick<Deps, 'disk' | 'fetchers'>): Promise<EventRequest> {
  const { title, sources } = await expandSources([packageFile('samples', 'harbour-accord')], {
    disk,
    fetchers,
  })
  const pages: FileSource[] = []
  for (const { location, outlet } of sources) {
    const page = await fetchers.file.fetch(location)
    if (page.state === 'failed') throw new Error(`the sample cannot be read: ${page.message}`)
    pages.push({ file: page.bytes, name: path.basename(location), mediaType: 'text/html', outlet })
  }
  return { sources: pages, ...(title === null ? {} : { title }) }
}
