/** The form for a new comparison. In: what was given before and what is wrong with it. Out: markup. */
import { html, nothing, type Markup } from '../../print/html/markup.js'
import type { ProblemError } from '../problems.js'
import type { ServerSettings } from '../deps.js'
import type { Given, Kept } from '../read-body.js'
import type { PastedSource } from '../submission.js'
import {
  errorList,
  type Errors,
  errorSummary,
  field,
  input,
  keptFiles,
  readerBox,
  sorted,
  textarea,
} from './fields.js'
import { layout } from './layout.js'

export type Typed = Readonly<Record<FieldName, string>>
type FieldName = 'url' | OptionName | 'title'
type OptionName = 'zone' | 'deadlineSeconds' | 'callbackUrl'
type ErrorField = FieldName | 'files' | 'text' | 'notes'

export const nothingTyped: Typed = { url: '', title: '', zone: '', deadlineSeconds: '', callbackUrl: '' }

const labels: Readonly<Record<ErrorField, string>> = {
  url: 'Addresses',
  text: 'Texts',
  files: 'Files',
  title: 'Title',
  zone: 'Time zone',
  deadlineSeconds: 'Longest time',
  callbackUrl: 'Webhook',
  notes: 'Notes of a second reader',
}

export type FormState = {
  readonly typed: Typed
  /** Pasted texts, empty ones too: as many places as are shown, two at least. */
  readonly pasted: readonly PastedSource[]
  /** Files that came with the form before, and need not be chosen again. */
  readonly kept: readonly Kept[]
  /** Pointers lead into `given`. */
  readonly errors: readonly ProblemError[]
  readonly given: readonly Given[]
  /** Sent back with the form, so that a second click makes no second comparison. */
  readonly once: string
  /** The box that refuses the reader. */
  readonly withoutReader?: boolean
}

export const emptyForm = (once: string): FormState => ({
  typed: nothingTyped,
  pasted: [],
  kept: [],
  errors: [],
  given: [],
  once,
})

const emptyText: PastedSource = { pasted: '', outlet: '', publishedAt: '' }
const fewestTexts = 2

export function formPage(
  { typed, pasted, kept, errors, given, once, withoutReader = false }: FormState,
  settings: ServerSettings,
): string {
  const wrong = sorted(errors.map((error) => placed(error, given)))
  const isWrong = Object.keys(wrong).length > 0
  const isEmpty = !isWrong && kept.length === 0 && pasted.length === 0 && typed.url === ''
  return layout(
    { title: isWrong ? 'Error: new comparison' : 'New comparison', here: '/' },
    html`<h1>Compare reports of one event</h1>
      <p class="lead">
        Give two or more reports: what each tells, tells otherwise and leaves out is set side by side.
      </p>
      ${errorSummary(labels, wrong)} ${isEmpty ? sample(once) : nothing}
      ${isEmpty ? html`<p class="hint">An outlet that answers no program? <a href="/take">Take its page from your own browser.</a></p>` : nothing}
      <form id="new" method="post" action="/comparisons" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="once" value="${once}" />
        ${field(
          'url',
          labels,
          wrong,
          `One address a line, at most ${settings.maxSources} reports with texts and files counted in.`,
          (about) => textarea('url', typed.url, about),
        )}
        ${texts(pasted, wrong)} ${files(kept, wrong)}
        ${field('title', labels, wrong, 'May stay empty; then the first headline is taken.', (about) =>
          input('title', 'text', typed.title, about),
        )}
        ${readerBox(settings, withoutReader)} ${options(typed, wrong, settings)}
        <p><button type="submit">Compare</button></p>
      </form>`,
  )
}

function sample(once: string): Markup {
  return html`<form class="aside" method="post" action="/comparisons/sample">
    <input type="hidden" name="once" value="${once}" />
    <p>New here? Six outlets, all invented, report on one harbour strike.</p>
    <button class="quiet" type="submit">Try the sample</button>
  </form>`
}

function texts(pasted: readonly PastedSource[], wrong: Errors<ErrorField>): Markup {
  const places = [...pasted, emptyText, emptyText].slice(0, Math.max(fewestTexts, pasted.length))
  const isOpen = pasted.length > 0 || wrong.text !== undefined
  return html`<details class="group" ${isOpen ? html`open` : nothing}>
    <summary>Paste texts</summary>
    <div id="text" tabindex="-1">${errorList('text-error', wrong.text ?? [])}</div>
    <div data-texts>${places.map((text, index) => textPlace(text, index + 1))}</div>
    <p>
      <button class="quiet" type="submit" name="more" value="${places.length + 1}" data-more>
        Add another text
      </button>
    </p>
  </details>`
}

function textPlace({ pasted, outlet, publishedAt }: PastedSource, number: number): Markup {
  return html`<fieldset data-text>
    <legend>Text <span data-number>${number}</span></legend>
    <div class="pair">
      <label>Outlet <input name="outlet" type="text" value="${outlet}" autocomplete="off" /></label>
      <label
        >Published
        <input
          name="publishedAt"
          type="text"
          value="${publishedAt}"
          placeholder="2026-03-13 06:20"
          autocomplete="off"
      /></label>
    </div>
    <label>Text <textarea name="text" autocomplete="off">${pasted}</textarea></label>
    <p class="hint">
      The first line is the headline. Outlet and time may stay empty; a day alone is enough, and a time may
      state its offset: 2026-03-13 06:20+01:00.
    </p>
  </fieldset>`
}

function files(kept: readonly Kept[], wrong: Errors<ErrorField>): Markup {
  return html`${keptFiles(kept)}
  ${field(
    'files',
    labels,
    wrong,
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
  )}`
}

function options(typed: Typed, wrong: Errors<ErrorField>, settings: ServerSettings): Markup {
  const names: readonly ErrorField[] = ['zone', 'deadlineSeconds', 'callbackUrl', 'notes']
  return html`<details ${names.some((name) => wrong[name] !== undefined) ? html`open` : nothing}>
    <summary>More options</summary>
    ${field(
      'zone',
      labels,
      wrong,
      `For dates in reports that state none, such as Europe/Moscow. Empty: ${settings.defaultZone}.`,
      (about) => input('zone', 'text', typed.zone, about),
    )}
    ${field(
      'deadlineSeconds',
      labels,
      wrong,
      `Seconds after which the comparison is made from what has arrived. Empty: ${settings.defaultDeadlineSeconds}.`,
      (about) => input('deadlineSeconds', 'text', typed.deadlineSeconds, about, html`inputmode="numeric"`),
    )}
    ${field('callbackUrl', labels, wrong, 'An address to which the outcome is sent, signed.', (about) =>
      input('callbackUrl', 'url', typed.callbackUrl, about),
    )}
    ${field(
      'notes',
      labels,
      wrong,
      'A notes file (.json): what the texts bear out of it is printed, marked as theirs. No model reads then.',
      (about) => html`<input id="notes" name="notes" type="file" accept=".json" ${about} />`,
    )}
  </details>`
}

/** From a pointer into the request to the field of the form: `/sources/2/outlet` is what the third source was given in. */
function placed({ pointer, detail }: ProblemError, given: readonly Given[]): readonly [ErrorField, string] {
  const [first = '', second = '', third = ''] = pointer.split('/').slice(1)
  if (first === 'sources') {
    const source = given[Number(second)]
    if (second === '' || !source) return ['url', detail]
    return [
      source.field,
      `${source.called}${third === '' ? '' : `, ${partNames[third] ?? third}`}: ${detail}`,
    ]
  }
  const name = first === 'options' ? second : first
  return isField(name) ? [name, detail] : ['url', detail]
}

const partNames: Readonly<Record<string, string>> = {
  publishedAt: 'Published',
  outlet: 'Outlet',
  text: 'Text',
}

function isField(name: string): name is ErrorField {
  return Object.hasOwn(labels, name)
}
