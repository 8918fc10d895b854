/** The form for a new comparison. In: what was typed before and what is wrong with it. Out: markup. */
import { html, nothing, type Markup } from '../../view/html/markup.js'
import type { ProblemError } from '../problems.js'
import type { ServerSettings } from '../deps.js'
import { layout } from './layout.js'

export type Typed = Readonly<Record<FieldName, string>>
type FieldName = 'url' | 'title' | 'zone' | 'deadlineSeconds' | 'callbackUrl'
type ErrorField = FieldName | 'files'
type Errors = Readonly<Partial<Record<ErrorField, readonly string[]>>>

export const nothingTyped: Typed = { url: '', title: '', zone: '', deadlineSeconds: '', callbackUrl: '' }

const labels: Readonly<Record<ErrorField, string>> = {
  url: 'Addresses',
  files: 'Files',
  title: 'Title',
  zone: 'Time zone',
  deadlineSeconds: 'Longest time',
  callbackUrl: 'Webhook',
}

export type FormState = {
  readonly typed: Typed
  readonly errors: readonly ProblemError[]
  /** Sent back with the form, so that a second click makes no second comparison. */
  readonly once: string
}

export function formPage({ typed, errors, once }: FormState, settings: ServerSettings): string {
  const byField = sortErrors(errors, typed.url.split(/\s+/u).filter(Boolean))
  const failed = Object.entries(byField) as [ErrorField, readonly string[]][]
  const optionsOpen = failed.some(
    ([field]) => field === 'zone' || field === 'deadlineSeconds' || field === 'callbackUrl',
  )
  return layout(
    { title: failed.length === 0 ? 'New comparison' : 'Error: new comparison', here: '/' },
    html`<h1>Compare reports of one event</h1>
      <p class="lead">
        Give two or more reports: what each tells, tells otherwise and leaves out is set side by side.
      </p>
      ${failed.length === 0 ? nothing : errorSummary(failed)}
      <form method="post" action="/comparisons" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="once" value="${once}" />
        ${field(
          'url',
          byField,
          `One address a line, at most ${settings.maxSources} reports with files counted in.`,
          (about) =>
            html`<textarea id="url" name="url" spellcheck="false" autocomplete="off" ${about}>
${typed.url}</textarea>`,
        )}
        ${field(
          'files',
          byField,
          'Saved pages (.html) or texts (.txt, .md): choose them, or drop them on the field.',
          (about) =>
            html`<input
              id="files"
              name="files"
              type="file"
              multiple
              accept=".html,.htm,.xhtml,.txt,.md"
              ${about}
            />`,
        )}
        ${field('title', byField, 'May stay empty; then the first headline is taken.', (about) =>
          input('title', 'text', typed.title, about),
        )}
        <details ${optionsOpen ? html`open` : nothing}>
          <summary>More options</summary>
          ${field(
            'zone',
            byField,
            `For dates in reports that state none, such as Europe/Moscow. Empty: ${settings.defaultZone}.`,
            (about) => input('zone', 'text', typed.zone, about),
          )}
          ${field(
            'deadlineSeconds',
            byField,
            `Seconds after which the comparison is made from what has arrived. Empty: ${settings.defaultDeadlineSeconds}.`,
            (about) =>
              input('deadlineSeconds', 'text', typed.deadlineSeconds, about, html`inputmode="numeric"`),
          )}
          ${field('callbackUrl', byField, 'An address to which the outcome is sent, signed.', (about) =>
            input('callbackUrl', 'url', typed.callbackUrl, about),
          )}
        </details>
        <p><button type="submit">Compare</button></p>
      </form>`,
  )
}

function field(name: ErrorField, errors: Errors, hint: string, control: (about: Markup) => Markup): Markup {
  const wrong = errors[name] ?? []
  const described = wrong.length === 0 ? `${name}-hint` : `${name}-hint ${name}-error`
  const invalid = wrong.length === 0 ? nothing : html`aria-invalid="true"`
  return html`<div class="field">
    <label for="${name}">${labels[name]}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${
      wrong.length === 0
        ? nothing
        : html`<div id="${name}-error">${wrong.map((text) => html`<p class="error">${text}</p>`)}</div>`
    }
    ${control(html`aria-describedby="${described}" ${invalid}`)}
  </div>`
}

function input(name: FieldName, type: string, value: string, about: Markup, more: Markup = nothing): Markup {
  return html`<input id="${name}" name="${name}" type="${type}" value="${value}" ${more} ${about} />`
}

function errorSummary(failed: readonly [ErrorField, readonly string[]][]): Markup {
  return html`<div class="summary" role="alert">
    <h2>Please look at this again</h2>
    <ul>
      ${failed.map(
        ([name, texts]) =>
          html`<li><a href="#${name}">${labels[name]}</a>: ${texts.slice(0, 3).join('; ')}</li>`,
      )}
    </ul>
  </div>`
}

/** Pointers into the request become fields of the form; sources are addresses first, in the order of their lines. */
function sortErrors(errors: readonly ProblemError[], addresses: readonly string[]): Errors {
  const sorted: Partial<Record<ErrorField, string[]>> = {}
  for (const { pointer, detail } of errors) {
    const [first = '', second = ''] = pointer.split('/').slice(1)
    const [name, text] = fieldOf(first, second, detail, addresses)
    ;(sorted[name] ??= []).push(text)
  }
  return sorted
}

function fieldOf(
  first: string,
  second: string,
  detail: string,
  addresses: readonly string[],
): readonly [ErrorField, string] {
  if (first === 'sources') {
    const address = addresses[Number(second)]
    if (second === '') return ['url', detail]
    return address === undefined ? ['files', detail] : ['url', `${address}: ${detail}`]
  }
  const name = first === 'options' ? second : first
  return isField(name) ? [name, detail] : ['url', detail]
}

function isField(name: string): name is ErrorField {
  return Object.hasOwn(labels, name)
}
