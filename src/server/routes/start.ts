/** The start: one field for everything, beside it what was recognised, one button. A comparison is made by the API's very functions. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { roleOf } from '../../model/api-key.js'
import { isFinal } from '../../model/submission.js'
import { type Deps, expandSources } from '../../pool/pooled.js'
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import { packageFile, sourceFile } from '../../text/data-file.js'
import { countsOf } from '../../text/grouped.js'
import { withoutCredentials } from '../../text/web-address.js'
import type { AppContext, AppEnv, ServerDeps, ServerSettings } from '../deps.js'
import { needScope } from '../guards.js'
import { clickedOnce, fieldsOf, fileForm, page, send, sendAsset, shows, takes, text } from '../page-answer.js'
import { errorList, type Errors, errorSummary, fieldMakers, readerBox, sorted } from '../pages/fields.js'
import { asset, assets, layout } from '../pages/layout.js'
import { time, withoutName } from '../pages/lists.js'
import { HttpProblem, type ProblemError, refuse } from '../problems.js'
import { comparisonWith, filesOf, goneOf, keepFiles, readForm, textsOf } from '../read-body.js'
import { type Recogniser, recogniser, type SeenItem } from '../recognise.js'
import type { App } from '../route.js'
import { type Item, itemOf, itemsIn, keptOf, nameOf, piecesOf, sourceOf, wrongGiven } from '../start-items.js'
import { type EventRequest, type FileSource, prepareEvent } from '../submission.js'
import { noComparison, submitForm } from './comparisons.js'

export function startRoutes(app: App, deps: ServerDeps): void {
  const { settings } = deps
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
      formPage(from === undefined ? empty : await filledFrom(from, empty, known, deps), settings),
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
}

/** A form of a button and little more. Bytes. */
const smallForm = 10_000

async function filledFrom(
  id: string,
  empty: FormState,
  { see }: Recogniser,
  { store, settings }: ServerDeps,
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
  const { title, options, notes } = submission
  const { zone, deadlineSeconds } = options
  const typed = {
    ...nothingTyped,
    title: title ?? '',
    zone: zone === settings.defaultZone ? '' : zone,
    deadlineSeconds: deadlineSeconds === settings.defaultDeadlineSeconds ? '' : String(deadlineSeconds),
  }
  // What went to no reader goes to none now, unless somebody says so.
  return { ...empty, typed, items: await see(items, true), withoutReader: notes === null }
}

/** Everything that was given, as items: those that stood in the form, and what is new in the field and among the files. */
async function received(c: AppContext, deps: ServerDeps) {
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
      ...all.filter(isGone).map((one) => problem(`${nameOf(one)} is no longer here; choose it again.`)),
    ],
  }
}

async function stateOf(
  { form, items, left, errors }: Awaited<ReturnType<typeof received>>,
  more: readonly ProblemError[],
  { see }: Recogniser,
  deps: ServerDeps,
): Promise<FormState> {
  return {
    typed: {
      given: left,
      title: text(form, 'title'),
      zone: text(form, 'zone'),
      deadlineSeconds: text(form, 'deadlineSeconds'),
      callbackUrl: text(form, 'callbackUrl'),
    },
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
  const items = (await known.see(given.items, false)).filter(({ seen }) => seen.state !== 'feed')
  const sources = items.flatMap((one) => sourceOf(one) ?? [])
  let address = ''
  const own = await wrongIn(async () => {
    const others = form.filter(({ field }) => !isOfItems.test(field))
    const wanted = comparisonWith(sources, others)
    refuse([...errors, ...wrongGiven(items)])
    if (items.length === 0) throw new HttpProblem('invalid', 'Paste addresses or texts, or choose files.')
    if (items.length === 1) throw new HttpProblem('invalid', oneReport)
    await known.handOver(items)
    const once = clickedOnce(c, text(form, 'once'))
    address = `/comparisons/${(await submitForm(wanted, deps, c.var.caller.key, once)).submission.id}`
  })
  if (own.length === 0) return c.redirect(address, 303)
  // Everything that is wrong is told at once, also where another field stopped the check.
  const others = await wrongIn(() => {
    refuse(wrongGiven(items))
    return prepareEvent({ sources }, deps.settings)
  })
  const wrong = [...own.filter((one) => !errors.includes(one)), ...others]
  const unique = wrong.filter((one, at) => wrong.findIndex(({ pointer }) => pointer === one.pointer) === at)
  return send(c, formPage(await stateOf({ ...given, items }, unique, known, deps), deps.settings), 422)
}

const isOfItems = /^(?:once|more|given|files|(?:item|outlet|day)-\d+)$/u

/** The API takes it, since a program may ask what is read of one; a person at the form forgot the other. */
const oneReport =
  'This is one report, and a comparison needs two. Give another address, text or file; if the text is of several, part them by lines of ---.'

async function wrongIn(work: () => unknown): Promise<readonly ProblemError[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    return error.errors.length === 0 ? [{ pointer: '/given', detail: error.message }] : error.errors
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

const startScript = asset(
  'js',
  'text/javascript; charset=utf-8',
  readFileSync(sourceFile('server', 'pages', 'start.js'), 'utf8'),
)

const labels = {
  given: 'What is given',
  title: 'Title',
  zone: 'Time zone',
  deadlineSeconds: 'Longest time',
  callbackUrl: 'Webhook',
  notes: 'Notes of a second reader',
}
type Field = keyof typeof labels
type Typed = Readonly<Record<Exclude<Field, 'notes'>, string>>
const nothingTyped: Typed = { given: '', title: '', zone: '', deadlineSeconds: '', callbackUrl: '' }

type FormState = {
  readonly typed: Typed
  readonly items: readonly SeenItem[]
  /** Pointers: `/sources/2/outlet` is the third item's, `/given` the field's. */
  readonly errors: readonly ProblemError[]
  /** Sent back with the form, so that a second click makes no second comparison. */
  readonly once: string
  readonly withoutReader?: boolean
}

const emptyForm = (once: string): FormState => ({ typed: nothingTyped, items: [], errors: [], once })

function formPage(state: FormState, settings: ServerSettings): string {
  const { typed, items, errors, once, withoutReader = false } = state
  const wrong = sorted(errors.map((error) => placed(error, items)))
  const isWrong = errors.length > 0
  return layout(
    { title: isWrong ? 'Error: new comparison' : 'New comparison', here: '/', scripts: [startScript] },
    html`<h1>Compare reports of one event</h1>
      ${errorSummary(labels, wrong)}
      <div class="start">
        <form id="new" method="post" action="/comparisons" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="once" value="${once}" />
          <label for="given">Paste addresses or texts</label>
          <p class="hint" id="given-hint">
            Addresses one a line, with or without https. A text begins with its headline; between two texts a
            line <span class="whole">---</span>.
          </p>
          ${errorList('given-error', wrong.given ?? [])}
          <textarea
            id="given"
            name="given"
            spellcheck="false"
            autocomplete="off"
            aria-describedby="given-hint${wrong.given ? ' given-error' : ''}"
            ${wrong.given && html`aria-invalid="true"`}
          >
${typed.given}</textarea>
          <label for="files"
            >Or saved pages and texts <span class="hint">drop them anywhere on this page</span></label
          >
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept=".html,.htm,.xhtml,.txt,.md,.mhtml,.warc,.xml"
          />
          <p class="do">
            <button type="submit">Compare</button>
            <button class="quiet" type="submit" name="more" value="1">Read it first</button>
          </p>
          ${options(typed, wrong, settings, withoutReader)}
        </form>
        <div data-recognised>${recognised(state)}</div>
      </div>`,
  )
}

/** What stands beside the field: also alone, as the answer to the page's script. */
function recognised({ items, errors, once, typed }: FormState): Markup {
  const left = errors.filter(({ pointer }) => pointer === '/given')
  if (items.length === 0)
    return html`<h2 class="vh">What was recognised</h2>
      ${leftOver(left, typed.given)}
      <p role="status" data-reading>What is given stands here, read, before it is compared.</p>
      <form class="aside" method="post" action="/comparisons/sample">
        <input type="hidden" name="once" value="${once}" />
        <p>New here? Six outlets, all invented, report on one harbour strike.</p>
        <button class="quiet" type="submit">Try the sample</button>
      </form>
      <p class="hint">
        An outlet that answers no program? <a href="/take">Take its page from your own browser.</a>
      </p>`
  return html`<h2>${count(items.filter(({ seen }) => seen.state !== 'feed').length, 'report')}</h2>
    ${leftOver(left, typed.given)}
    <p role="status" data-reading>${verdict(items)}</p>
    <ol class="items">
      ${items.map((one, place) => itemRow(one, place, items, errors))}
    </ol>
    <p class="hint">Unmark what does not belong.</p>`
}

function leftOver(errors: readonly ProblemError[], given: string): Markup {
  if (errors.length === 0) return nothing
  return html`<p class="error" data-left="${given}">${errors.map(({ detail }) => detail).join(' ')}</p>`
}

/** Of what was read: how many reports each event has, by the place of its first. */
function eventSizes(items: readonly SeenItem[]): ReadonlyMap<number, number> {
  return countsOf(items.flatMap(({ seen, event }, place) => (seen.state === 'read' ? [event ?? place] : [])))
}

function verdict(items: readonly SeenItem[]): string {
  const reports = items.filter(({ seen }) => seen.state !== 'feed')
  const read = items.filter(({ seen }) => seen.state === 'read')
  const events = eventSizes(items).size
  const copies = read.filter(({ copyOf }) => copyOf !== null).length
  return [
    ...(reports.length < 2 ? ['A comparison needs two reports.'] : []),
    ...(read.length < 2
      ? []
      : [
          events === 1
            ? 'They seem to be of one event.'
            : events === read.length
              ? 'They seem to be of different events.'
              : 'Most seem to be of one event.',
        ]),
    ...(copies === 0 ? [] : [`${count(read.length - copies, 'independent text')}.`]),
    ...(items.some(({ seen }) => seen.state === 'waiting')
      ? ['What was not read yet is read when you compare.']
      : []),
  ].join(' ')
}

function itemRow(
  one: SeenItem,
  place: number,
  items: readonly SeenItem[],
  errors: readonly ProblemError[],
): Markup {
  const { seen, value, outlet, publishedAt, copyOf } = one
  const name = shorten(withoutCredentials(nameOf(one)), 120)
  if (seen.state === 'feed')
    return html`<li>
      <p>
        <b>A feed</b>${seen.title === null ? '' : `: ${shorten(seen.title, 100)}`},
        ${seen.entries === 1 ? '1 entry' : `${seen.entries} entries`}
      </p>
      ${
        seen.address === null
          ? html`<p class="hint">Give its file under <a href="/watching">Watching</a>.</p>`
          : html`<form method="post" action="/watching">
              <input type="hidden" name="address" value="${seen.address}" />
              <button class="quiet">Watch it</button>
            </form>`
      }
      <input type="hidden" form="new" name="item-${place}" value="${value}" />
    </li>`
  const wrong = errors.filter(
    ({ pointer }) => pointer.split('/')[1] === 'sources' && pointer.split('/')[2] === String(place),
  )
  const text = seen.state === 'read' ? seen.text : null
  const told = outlet === '' ? (text?.outlet ?? '') : outlet
  return html`<li>
    <label class="check"
      ><input type="checkbox" form="new" name="item-${place}" value="${value}" checked />
      <span>${told !== '' && html`<b>${told}</b> `}${text?.headline ?? name}</span></label
    >
    <p class="hint">
      ${
        text === null
          ? seen.state === 'none'
            ? nothing
            : 'not read yet'
          : html`${text.publishedAt === null ? 'no day found' : time(text.publishedAt)} ·
            ${count(text.length ?? 0, 'word')}${told !== '' && name.startsWith(told) ? nothing : html` · ${name}`}`
      }
    </p>
    ${seen.state === 'none' && html`<p class="error">${shorten(withoutName(seen.why, nameOf(one)), 300)}</p>`}
    ${copyOf !== null && html`<p class="warning">The same text as ${copyName(items[copyOf])}</p>`}
    ${isElsewhere(one, place, items) && html`<p class="warning">Seems to be of another event.</p>`}
    ${wrong.map(({ detail }) => html`<p class="error">${detail}</p>`)}
    <details ${wrong.length > 0 && html`open`}>
      <summary>Outlet and day</summary>
      <div class="pair">
        <label
          >Outlet
          <input form="new" name="outlet-${place}" value="${outlet}" maxlength="200" autocomplete="off"
        /></label>
        <label
          >Published
          <input
            form="new"
            name="day-${place}"
            value="${publishedAt}"
            placeholder="2026-03-13 06:20"
            autocomplete="off"
        /></label>
      </div>
    </details>
  </li>`
}

const copyName = (other: SeenItem | undefined): string =>
  other?.seen.state === 'read' ? other.seen.text.outlet || shorten(nameOf(other), 60) : 'another one'

/** Of the smaller part, where the reports seem to be of several events. */
function isElsewhere({ seen, event }: SeenItem, place: number, items: readonly SeenItem[]): boolean {
  const sizes = eventSizes(items)
  const largest = Math.max(...sizes.values())
  return seen.state === 'read' && largest > 1 && (sizes.get(event ?? place) ?? 0) < largest
}

function options(
  typed: Typed,
  wrong: Errors<Field>,
  settings: ServerSettings,
  withoutReader: boolean,
): Markup {
  const ask = fieldMakers(labels, wrong)
  const names: readonly Field[] = ['title', 'zone', 'deadlineSeconds', 'callbackUrl', 'notes']
  return html`${readerBox(settings, withoutReader)}
    <details ${names.some((name) => wrong[name] !== undefined) && html`open`}>
      <summary>More options</summary>
      ${ask.input('title', 'text', typed.title, 'May stay empty; then the first headline is taken.')}
      ${ask.input(
        'zone',
        'text',
        typed.zone,
        `For dates in reports that state none, such as Europe/Moscow. Empty: ${settings.defaultZone}.`,
      )}
      ${ask.input(
        'deadlineSeconds',
        'text',
        typed.deadlineSeconds,
        `Seconds after which the comparison is made from what has arrived. Empty: ${settings.defaultDeadlineSeconds}.`,
        html`inputmode="numeric"`,
      )}
      ${ask.input('callbackUrl', 'url', typed.callbackUrl, 'An address to which the outcome is sent, signed.')}
      ${ask.file(
        'notes',
        'A notes file (.json): what the texts bear out of it is printed, marked as theirs. No model reads then.',
        html`accept=".json"`,
      )}
    </details>`
}

/** From a pointer into the request to the field of the form. */
function placed({ pointer, detail }: ProblemError, items: readonly SeenItem[]): readonly [Field, string] {
  const [first = '', second = ''] = pointer.split('/').slice(1)
  const one = first === 'sources' ? items[Number(second || NaN)] : undefined
  if (one) return ['given', `${shorten(withoutCredentials(nameOf(one)), 120)}: ${detail}`]
  const name = first === 'options' ? second : first
  return Object.hasOwn(labels, name) ? [name as Field, detail] : ['given', detail]
}
