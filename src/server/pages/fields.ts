/** Fields of a form: label, hint, what is wrong, control. In: a field's words and errors. Out: markup. Never: a name of its own. */
import { type Child, html, type Markup, nothing } from '../../print/html/markup.js'
import type { ServerSettings } from '../deps.js'
import type { Kept } from '../read-body.js'

export type Labels<Name extends string> = Readonly<Record<Name, string>>
export type Errors<Name extends string> = Readonly<Partial<Record<Name, readonly string[]>>>

export function fieldMakers<Name extends string>(labels: Labels<Name>, errors: Errors<Name>) {
  /** `control` is given the attributes that tie it to the hint and the errors. */
  const field = (name: Name, hint: string, control: (about: Markup) => Markup): Markup => {
    const wrong = errors[name] ?? []
    const isWrong = wrong.length > 0
    const about = html`aria-describedby="${name}-hint${isWrong && ` ${name}-error`}"
    ${isWrong && html`aria-invalid="true"`}`
    return html`<div class="field">
      <label for="${name}">${labels[name]}</label>
      <p class="hint" id="${name}-hint">${hint}</p>
      ${errorList(`${name}-error`, wrong)} ${control(about)}
    </div>`
  }
  return {
    input: (name: Name, type: string, value: string, hint: string, more: Markup = nothing) =>
      field(
        name,
        hint,
        (about) =>
          html`<input id="${name}" name="${name}" type="${type}" value="${value}" ${more} ${about} />`,
      ),
    file: (name: Name, hint: string, more: Markup) =>
      field(name, hint, (about) => html`<input id="${name}" name="${name}" type="file" ${more} ${about} />`),
    area: (name: Name, value: string, hint: string) =>
      field(
        name,
        hint,
        (about) =>
          html`<textarea id="${name}" name="${name}" spellcheck="false" autocomplete="off" ${about}>
${value}</textarea>`,
      ),
  }
}

export function box(
  type: 'checkbox' | 'radio',
  name: string,
  value: string,
  isOn: boolean,
  label: Child,
): Markup {
  return html`<label class="check"
    ><input type="${type}" name="${name}" value="${value}" ${isOn && html`checked`} /> ${label}</label
  >`
}

export function options(choices: readonly (readonly [value: string, words: string])[], chosen = ''): Markup {
  return html`${choices.map(([value, words]) => html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`)}`
}

/** `of`: its accessible name. */
export function list(className: string, items: readonly Child[], of?: string): Markup {
  return html`<ul class="${className}" ${of !== undefined && html`aria-label="${of}"`}>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

/** Where a list goes on, if it does. `href`: of the next page, to the value of its last parameter. */
export function older(href: string, next: string | null, words = 'Older ones'): Markup {
  return next === null ? nothing : html`<p><a rel="next" href="${href}${next}">${words}</a></p>`
}

export function errorList(id: string, wrong: readonly string[]): Markup {
  if (wrong.length === 0) return nothing
  return html`<div id="${id}">${wrong.map((text) => html`<p class="error">${text}</p>`)}</div>`
}

const mostTold = 3

export function errorSummary<Name extends string>(labels: Labels<Name>, errors: Errors<Name>): Markup {
  const failed = Object.entries(errors) as [Name, readonly string[]][]
  if (failed.length === 0) return nothing
  return html`<div class="summary" role="alert">
    <h2>Please look at this again</h2>
    <ul>
      ${failed.map(
        ([name, texts]) =>
          html`<li>
            <a href="#${name}">${labels[name]}</a>:
            ${texts.slice(0, mostTold).join('; ')}${texts.length > mostTold ? `; and ${texts.length - mostTold} more` : ''}
          </li>`,
      )}
    </ul>
  </div>`
}

/** Errors with the name of the field they belong to, by field. */
export function sorted<Name extends string>(errors: readonly (readonly [Name, string])[]): Errors<Name> {
  const byField: Partial<Record<Name, string[]>> = {}
  for (const [name, text] of errors) (byField[name] ??= []).push(text)
  return byField
}

/** Which model reads what is given here, where one does, and a box to refuse it. */
export function readerBox({ reader }: Pick<ServerSettings, 'reader'>, refused: boolean): Markup {
  if (reader === null) return nothing
  const { model, sendsTo, uploads } = reader
  return html`<fieldset class="reader">
    <legend>A second reader</legend>
    <p class="hint">
      The model ${model} reads the reports,
      too${!uploads && html`, of events that are addresses alone`}${sendsTo !== null && html`; their texts are sent to ${sendsTo}`}.
      What it finds is checked against the texts, and marked. The report is made without, and replaced when it
      has read.
    </p>
    ${box('checkbox', 'reader', 'false', refused, 'Without it')}
  </fieldset>`
}

export function keptFiles(kept: readonly Kept[]): Markup {
  if (kept.length === 0) return nothing
  return html`<fieldset>
    <legend>Files that are here already</legend>
    ${kept.map(({ value, name }) => box('checkbox', 'kept', value, true, name))}
  </fieldset>`
}
