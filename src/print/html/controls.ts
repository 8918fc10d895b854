/** What the script works, hidden until it shows it: filters of a list, settings of the page, the reader’s own review. */
import type { DeskPlace } from '../../model/pool-job.js'
import { longestNote } from '../../model/review.js'
import { reviewedReport, verdictWords } from '../blocks.js'
import type { ArticleLabel } from '../labels.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

type Options = readonly (readonly [value: string, words: string])[]

export type Choice = { readonly key: string; readonly name: string; readonly options: Options }

type FilterPlan = {
  /** Id of the part whose items are filtered. */
  readonly target: string
  readonly name: string
  /** Whether words may be asked for. */
  readonly words?: boolean
  /** Lists to choose from; `key` is the data attribute that items are compared by. The first choice asks for nothing. */
  readonly choices: readonly Choice[]
  /** What an item may have: those with all that are chosen show. */
  readonly chips?: Options
}

export function filterBar({ target, name, words: asks = true, choices, chips = [] }: FilterPlan): Markup {
  const id = (key: string): string => `f-${target}-${key}`
  return html`<div class="filters" role="group" aria-label="${name}" data-list="${target}" data-js hidden>
    <div class="controls">
      ${
        asks &&
        html`<label for="${id('words')}"
          >Search <input type="search" id="${id('words')}" data-f="words" autocomplete="off"
        /></label>`
      }
      ${choices
        .filter(({ options }) => options.length > 0)
        .map(
          ({ key, name: called, options }) =>
            html`<label for="${id(key)}"
              >${called}
              <select id="${id(key)}" data-f="${key}">
                <option value="">any</option>
                ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
              </select></label
            >`,
        )}
      ${
        chips.length > 0 &&
        html`<span class="toggles"
          >${chips.map(([value, words]) => html`<label class="toggle"><input type="checkbox" data-f="chips" value="${value}" /><span>${words}</span></label>`)}</span
        >`
      }
      <button type="button" data-f="clear">Clear filters</button>
      <output aria-live="polite"></output>
    </div>
  </div>`
}

/** Whom a preset is for; a part names those it serves. */
export type Reader = 'check' | 'framing' | 'class'

/** All settings in one small menu; the choice of reports is one for all lists. */
export function settings(labels: readonly ArticleLabel[]): Markup {
  return html`<details class="settings" data-settings data-js hidden>
    <summary>Settings</summary>
    <div class="panel" role="region" aria-label="How this page is shown">
      ${radios('read', 'Show', [
        ['all', 'everything'],
        ['check', 'without “Headlines and leads” and “Who is heard” (under People)'],
        ['framing', 'without “Figures, dates, places” (under Claims)'],
        ['class', 'the texts alone, without the differences'],
      ])}
      ${radios('theme', 'Appearance', [
        ['auto', 'as on this device'],
        ['light', 'light'],
        ['dark', 'dark'],
      ])}
      ${
        labels.length >= 2 &&
        html`<div class="outlets" data-outlets>
          <fieldset class="chips">
            <legend>
              Reports shown under Claims, Quotations and People (all of them under Differences):
              <output>all</output>
            </legend>
            ${labels.map(
              ({ letter, outlet }) =>
                html`<label
                  ><input type="checkbox" value="${letter}" checked /> <span class="letter">${letter}</span>
                  <span class="outlet">${outlet}</span></label
                >`,
            )}
          </fieldset>
          <button type="button">Show all reports</button>
        </div>`
      }
    </div>
  </details>`
}

/** One of several; the first holds until another is chosen. */
function radios(name: string, legend: string, choices: Options): Markup {
  return html`<fieldset class="seg ${name}">
    <legend>${legend}</legend>
    ${choices.map(
      ([value, words], index) =>
        html`<label
          ><input type="radio" name="${name}" value="${value}" ${index === 0 && html`checked`} /><span
            >${words}</span
          ></label
        >`,
    )}
  </fieldset>`
}

/** Shown while a class reads. */
export const classBar = html`<p class="class-bar">
  The differences are kept back, so that the reports can be read first.
  <button type="button" data-show="findings">Show the differences</button>
</p>`

const verdicts = [
  ['', 'None yet'],
  ...Object.entries(verdictWords).map(([verdict, words]) => [
    verdict,
    words.slice(0, 1).toUpperCase() + words.slice(1),
  ]),
]

const keptHere = html`<p class="lead">
  Open a difference to say whether it is right, wrong, or right, but badly put, or that you are unsure, with a
  note. Your verdicts are kept in this browser; export them to share. When the comparison is made again, they
  are kept for each difference whose passages are the same.
</p>`

function keptAtDesk({ mine, page, whose }: DeskPlace): Markup {
  const name = mine.reviewer === '' ? '' : ` as ${mine.reviewer}’s`
  return html`<p class="lead">
      Open a difference to say whether it is right, wrong, or right, but badly put, or that you are unsure,
      with a note. Verdicts are kept by the service${name}.
      <a href="${page}">All verdicts, where people disagree, and whom to ask</a>
    </p>
    <p>
      Shown on this page:
      ${whose.map(
        ({ name: of, href, shown }) =>
          html`<a href="${href}" ${shown && html`aria-current="true"`}>${of}</a> `,
      )}
    </p>`
}

/** What the script fills. The form stands once, in a template; the script puts a copy of it into each finding that is opened. */
export function reviewPart({ report }: View, desk: DeskPlace | undefined): Markup {
  const about = reviewedReport(report)
  return html`<div
      class="review-part"
      data-review
      data-title="${about.title}"
      data-generator="${about.generator}"
      data-sources="${about.sources.join(' ')}"
      data-known="${report.findings.map(({ id }) => id).join(' ')}"
      ${
        desk !== undefined && [
          html`data-desk="${desk.href}" `,
          // By itself: where an attribute begins is told by the text before it.
          html`data-mine="${JSON.stringify({ schema: 'synoptic/review@1', report: about, ...desk.mine })}"`,
        ]
      }
    >
      ${desk === undefined ? keptHere : keptAtDesk(desk)}
      <p>
        <button type="button" class="main" data-next>Next difference to judge</button>
        <span class="note keys"
          >Keys in an open difference: r = right, e = right, but badly put, w = wrong, u = unsure, n =
          next.</span
        >
      </p>
      <div class="controls">
        ${
          desk === undefined &&
          html`<label
            >Your name <input type="text" data-reviewer autocomplete="off" maxlength="200"
          /></label>`
        }
        <button type="button" data-export>Export verdicts</button>
        <label class="file"
          >Import verdicts <input type="file" accept=".json,application/json" data-import
        /></label>
        ${
          desk === undefined &&
          html`<button type="button" data-forget>Delete all verdicts</button>
            <button type="button" data-restore hidden>Bring them back</button>`
        }
      </div>
      <p data-review-status aria-live="polite"></p>
      <ul class="ruled-list" data-ruled-list></ul>
    </div>
    <template data-review-form>
      <div class="review">
        <fieldset class="seg">
          <legend>Your verdict</legend>
          ${verdicts.map(([value, words]) => html`<label><input type="radio" value="${value}" /><span>${words}</span></label>`)}
        </fieldset>
        <label class="correction" hidden
          >It should read <textarea rows="2" maxlength="${longestNote}"></textarea>
        </label>
        <label class="remark">Note <textarea rows="2" maxlength="${longestNote}"></textarea></label>
        <p class="note said" aria-live="polite"></p>
        <p class="copy-row">
          <button type="button" data-copy>Copy this difference</button>
          <span class="note" aria-live="polite"></span>
        </p>
      </div>
    </template>`
}
