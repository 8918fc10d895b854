/**
 * A bar of filters for one part of the page. Hidden until the script shows it: without script there is nothing to filter.
 *
 * In: what may be asked. Out: markup. Never: a control that the part has no use for.
 */
import { html, nothing, type Markup } from './markup.js'

/** A list to choose from; `key` is the data attribute that items are compared by. The first choice asks for nothing. */
type Choice = {
  readonly key: string
  readonly name: string
  readonly any: string
  readonly options: readonly (readonly [value: string, words: string])[]
}

export type FilterPlan = {
  /** Id of the part whose items are filtered. */
  readonly target: string
  readonly name: string
  readonly choices: readonly Choice[]
  /** What an item may have: those with all that are chosen show. */
  readonly chips?: readonly (readonly [value: string, words: string])[]
}

export function filterBar(plan: FilterPlan): Markup {
  const id = (name: string): string => `f-${plan.target}-${name}`
  return html`<div
    class="filters"
    role="group"
    aria-label="${plan.name}"
    data-for="${plan.target}"
    data-js
    hidden
  >
    <div class="controls">
      <label for="${id('words')}"
        >Words <input type="search" id="${id('words')}" data-f="words" autocomplete="off"
      /></label>
      ${plan.choices
        .filter(({ options }) => options.length > 0)
        .map(
          ({ key, name, any, options }) =>
            html`<label for="${id(key)}"
              >${name}
              <select id="${id(key)}" data-f="${key}">
                <option value="">${any}</option>
                ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
              </select></label
            >`,
        )}
      ${
        plan.chips === undefined
          ? nothing
          : html`<span class="toggles"
              >${plan.chips.map(([value, words]) => html`<label class="toggle"><input type="checkbox" data-f="chips" value="${value}" /><span>${words}</span></label>`)}</span
            >`
      }
      <button type="button" data-f="clear">Show all</button>
      <output aria-live="polite"></output>
    </div>
  </div>`
}
