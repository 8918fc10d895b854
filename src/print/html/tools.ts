/**
 * What the reader may set for the whole page: what it is read for, colours, and which reports the tables show. Hidden
 * until the script shows it.
 *
 * In: labels. Out: markup. Never: a setting that changes what the report holds.
 */
import type { ArticleLabel } from '../labels.js'
import { html, nothing, type Markup } from './markup.js'

/** Whom a preset is for; a part names those it serves. */
export type Reader = 'check' | 'framing' | 'class'

/** All settings in one small menu. */
export function settings(labels: readonly ArticleLabel[]): Markup {
  return html`<details class="settings" data-settings data-js hidden>
    <summary>Settings</summary>
    <div class="panel" role="region" aria-label="How this page is shown">
      ${readers()} ${themes()} ${labels.length > 1 ? outletChoice(labels) : nothing}
    </div>
  </details>`
}

function readers(): Markup {
  return group('read', 'Read for', [
    ['all', 'everything'],
    ['check', 'checking'],
    ['framing', 'framing'],
    ['class', 'class'],
  ])
}

/** Shown while a class reads. */
export function classBar(): Markup {
  return html`<p class="class-bar">
    The findings are kept back, so that the reports can be read first.
    <button type="button" data-show="findings">Show the findings</button>
  </p>`
}

function themes(): Markup {
  return group('theme', 'Colours', [
    ['auto', 'as the device'],
    ['light', 'light'],
    ['dark', 'dark'],
  ])
}

/** One choice for all tables. */
function outletChoice(labels: readonly ArticleLabel[]): Markup {
  return html`<div class="outlets" data-outlets>
    <fieldset class="chips">
      <legend>Reports shown in all tables: <output>all</output></legend>
      ${labels.map(
        (label) =>
          html`<label
            ><input type="checkbox" value="${label.letter}" checked />
            <span class="letter">${label.letter}</span> <span class="outlet">${label.outlet}</span></label
          >`,
      )}
    </fieldset>
    <button type="button">Show all reports</button>
  </div>`
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
