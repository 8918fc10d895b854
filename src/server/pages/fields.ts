/** Fields of a form: label, hint, what is wrong, control. In: a field's words and errors. Out: markup. Never: a name of its own. */
import { html, type Markup, nothing } from '../../print/html/markup.js'
import type { ServerSettings } from '../deps.js'
import type { Kept } from '../read-body.js'

export type Labels<Name extends string> = Readonly<Record<Name, string>>
export type Errors<Name extends string> = Readonly<Partial<Record<Name, readonly string[]>>>

/** `control` is given the attributes that tie it to the hint and the errors. */
export function field<Name extends string>(
  name: Name,
  labels: Labels<Name>,
  errors: Errors<Name>,
  hint: string,
  control: (about: Markup) => Markup,
): Markup {
  const wrong = errors[name] ?? []
  const described = wrong.length === 0 ? `${name}-hint` : `${name}-hint ${name}-error`
  const invalid = wrong.length === 0 ? nothing : html`aria-invalid="true"`
  return html`<div class="field">
    <label for="${name}">${labels[name]}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${errorList(`${name}-error`, wrong)} ${control(html`aria-describedby="${described}" ${invalid}`)}
  </div>`
}

export function input(
  name: string,
  type: string,
  value: string,
  about: Markup,
  more: Markup = nothing,
): Markup {
  return html`<input id="${name}" name="${name}" type="${type}" value="${value}" ${more} ${about} />`
}

export function textarea(name: string, value: string, about: Markup): Markup {
  return html`<textarea id="${name}" name="${name}" spellcheck="false" autocomplete="off" ${about}>
${value}</textarea>`
}

export function errorList(id: string, wrong: readonly string[]): Markup {
  if (wrong.length === 0) return nothing
  return html`<div id="${id}">${wrong.map((text) => html`<p class="error">${text}</p>`)}</div>`
}

/** Errors told above, of one field. */
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
    <label
      ><input type="checkbox" name="reader" value="false" ${refused && html`checked`} /> Without it</label
    >
  </fieldset>`
}

export function keptFiles(kept: readonly Kept[]): Markup {
  if (kept.length === 0) return nothing
  return html`<fieldset>
    <legend>Files that are here already</legend>
    ${kept.map(
      ({ value, name }) =>
        html`<label class="check"
          ><input type="checkbox" name="kept" value="${value}" checked /> ${name}</label
        >`,
    )}
  </fieldset>`
}
