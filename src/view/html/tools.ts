/**
 * What the reader may set for the whole page: what it is read for, and colours. Hidden until the script shows it.
 *
 * In: nothing. Out: markup. Never: a setting that changes what the report holds.
 */
import { html, nothing, type Markup } from './markup.js'

/** Whom a preset is for; a part names those it serves. */
export type Reader = 'check' | 'framing' | 'class'

export function readers(): Markup {
  return html`${group('read', 'Read for', [
      ['all', 'everything'],
      ['check', 'checking'],
      ['framing', 'framing'],
      ['class', 'class'],
    ])}
    <p class="class-bar">
      The findings are kept back, so that the reports can be read first.
      <button type="button" data-show="findings">Show the findings</button>
    </p>`
}

export function themes(): Markup {
  return group('theme', 'Colours', [
    ['auto', 'as the device'],
    ['light', 'light'],
    ['dark', 'dark'],
  ])
}

function group(name: string, legend: string, choices: readonly (readonly [string, string])[]): Markup {
  return html`<fieldset class="seg ${name}">
    <legend>${legend}</legend>
    ${choices.map(
      ([value, words], index) =>
        html`<label
          ><input
            type="radio"
            name="${name}"
            value="${value}"
            ${index === 0 ? html`checked` : nothing}
          /><span>${words}</span></label
        >`,
    )}
  </fieldset>`
}
