/** The start: one field for everything, beside it what was recognised, one button. In: what was given before, what is wrong with it. Out: markup. */
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { readFileSync } from 'node:fs'
import { sourceFile } from '../../text/data-file.js'
import { withoutCredentials } from '../../text/web-address.js'
import type { ProblemError } from '../problems.js'
import type { ServerSettings } from '../deps.js'
import type { SeenItem } from '../recognise.js'
import { nameOf } from '../start-items.js'
import { errorList, type Errors, errorSummary, fieldMakers, readerBox, sorted } from './fields.js'
import { asset, layout } from './layout.js'
import { time, withoutName } from './lists.js'

export const startScript = asset(
  'js',
  'text/javascript; charset=utf-8',
  readFileSync(sourceFile('server', 'pages', 'start.js'), 'utf8'),
)

export type Typed = Readonly<Record<FieldName, string>>
type FieldName = 'given' | OptionName | 'title'
type OptionName = 'zone' | 'deadlineSeconds' | 'callbackUrl'
type ErrorField = FieldName | 'notes'

export const nothingTyped: Typed = { given: '', title: '', zone: '', deadlineSeconds: '', callbackUrl: '' }

const labels: Readonly<Record<ErrorField, string>> = {
  given: 'What is given',
  title: 'Title',
  zone: 'Time zone',
  deadlineSeconds: 'Longest time',
  callbackUrl: 'Webhook',
  notes: 'Notes of a second reader',
}

export type FormState = {
  readonly typed: Typed
  readonly items: readonly SeenItem[]
  /** Pointers: `/sources/2/outlet` is the third item's, `/given` the field's. */
  readonly errors: readonly ProblemError[]
  /** Sent back with the form, so that a second click makes no second comparison. */
  readonly once: string
  readonly withoutReader?: boolean
}

export const emptyForm = (once: string): FormState => ({ typed: nothingTyped, items: [], errors: [], once })

export function formPage(state: FormState, settings: ServerSettings): string {
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
export function recognised({ items, errors, once, typed }: FormState): Markup {
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

/** Of an item that was read: the place of the first report of its event. */
const eventOf = (one: SeenItem, items: readonly SeenItem[]): number => one.event ?? items.indexOf(one)

function verdict(items: readonly SeenItem[]): string {
  const reports = items.filter(({ seen }) => seen.state !== 'feed')
  const read = items.filter(({ seen }) => seen.state === 'read')
  const events = new Set(read.map((one) => eventOf(one, items))).size
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
    ${isElsewhere(one, items) && html`<p class="warning">Seems to be of another event.</p>`}
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
function isElsewhere(one: SeenItem, items: readonly SeenItem[]): boolean {
  if (one.seen.state !== 'read') return false
  const read = items.filter(({ seen }) => seen.state === 'read')
  const size = (event: number): number => read.filter((item) => eventOf(item, items) === event).length
  const largest = Math.max(...read.map((item) => size(eventOf(item, items))))
  return largest > 1 && size(eventOf(one, items)) < largest
}

function options(
  typed: Typed,
  wrong: Errors<ErrorField>,
  settings: ServerSettings,
  withoutReader: boolean,
): Markup {
  const ask = fieldMakers(labels, wrong)
  const names: readonly ErrorField[] = ['title', 'zone', 'deadlineSeconds', 'callbackUrl', 'notes']
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
function placed(
  { pointer, detail }: ProblemError,
  items: readonly SeenItem[],
): readonly [ErrorField, string] {
  const [first = '', second = ''] = pointer.split('/').slice(1)
  const one = first === 'sources' ? items[Number(second || NaN)] : undefined
  if (one) return ['given', `${shorten(withoutCredentials(nameOf(one)), 120)}: ${detail}`]
  const name = first === 'options' ? second : first
  return Object.hasOwn(labels, name) ? [name as ErrorField, detail] : ['given', detail]
}
