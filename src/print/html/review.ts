/**
 * The reader's own review: what the script fills. The form stands once, in a template; the script puts a copy of it into
 * each finding that is opened.
 *
 * In: a View. Out: markup. Never: shown without script, since nothing could be kept.
 */
import { longestNote, type Verdict } from '../../model/review.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

const choices: readonly (readonly [Verdict | '', string])[] = [
  ['', 'none yet'],
  ['accept', 'accept'],
  ['correct', 'correct'],
  ['dismiss', 'dismiss'],
]

export function reviewPart(view: View): Markup {
  const { report } = view
  const sources = report.articles.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])).sort()
  return html`<div
      class="review-part"
      data-review
      data-title="${report.event.title}"
      data-generator="${report.generator.name} ${report.generator.version}"
      data-sources="${sources.join(' ')}"
      data-known="${report.findings.map(({ id }) => id).join(' ')}"
    >
      <p class="lead">
        Open a finding to accept, correct or dismiss it, with a note. Rulings stay in this browser, and leave
        it as a file when you export them: <code>npx synoptic compare --review</code> reads it. They follow a
        finding into a new report as long as its passages and sources are the same; others are listed here as
        no longer applying.
      </p>
      <p>
        <button type="button" class="main" data-next>Next finding without a ruling</button>
        <span class="note">In an open finding: a accept, c correct, d dismiss, n next.</span>
      </p>
      <div class="controls">
        <label>Reviewer <input type="text" data-reviewer autocomplete="off" maxlength="200" /></label>
        <button type="button" data-export>Export rulings</button>
        <label class="file"
          >Import rulings <input type="file" accept=".json,application/json" data-import
        /></label>
        <button type="button" data-forget>Forget all</button>
        <button type="button" data-restore hidden>Bring them back</button>
      </div>
      <p data-review-status aria-live="polite"></p>
      <ul class="ruled-list" data-ruled-list></ul>
    </div>
    <template data-review-form>
      <div class="review">
        <fieldset class="seg">
          <legend>Your ruling</legend>
          ${choices.map(([value, words]) => html`<label><input type="radio" value="${value}" /><span>${words}</span></label>`)}
        </fieldset>
        <label class="correction" hidden
          >It should read <textarea rows="2" maxlength="${longestNote}"></textarea>
        </label>
        <label class="remark">Note <textarea rows="2" maxlength="${longestNote}"></textarea></label>
        <p class="note said" aria-live="polite"></p>
        <p class="copy-row">
          <button type="button" data-copy>Copy this finding</button>
          <span class="note" aria-live="polite"></span>
        </p>
      </div>
    </template>`
}
