/** The page on which one asks the reports of a comparison for some words, or for a statement. */
import type { Asked, AskedAnswer } from '../../model/asked.js'
import { answerLines } from '../../print/asked.js'
import { html, type Markup } from '../../print/html/markup.js'
import type { ServerSettings } from '../deps.js'
import { box } from './fields.js'
import { layout, ofComparison } from './layout.js'

export function askPage({
  id,
  title,
  asked,
  answers,
  reader,
}: {
  readonly id: string
  readonly title: string
  readonly asked: Asked
  /** Null where nothing is asked yet. */
  readonly answers: readonly AskedAnswer[] | null
  /** One that may be asked, too. */
  readonly reader: ServerSettings['reader']
}): string {
  const choice = (value: Asked['for'], label: string): Markup =>
    box('radio', 'for', value, asked.for === value, label)
  return layout(
    { title: `Ask the reports: ${title}`, ...ofComparison(id, 'ask') },
    html`<h1>Ask the reports</h1>
      <p>${title}</p>
      <form method="get" action="/comparisons/${id}/ask">
        <fieldset class="field">
          <legend>What is it?</legend>
          ${choice('quotation', 'Words that somebody said')} ${choice('statement', 'A statement')}
        </fieldset>
        <div class="field">
          <label for="words">The words, or the statement in your own words</label>
          <textarea id="words" name="words" rows="3" maxlength="4000" required>${asked.words}</textarea>
        </div>
        <div class="field">
          <label for="saidBy">Said by</label>
          <p class="hint">
            Of a quotation, if you know: then you are told where it is credited to somebody else.
          </p>
          <input
            id="saidBy"
            name="saidBy"
            maxlength="300"
            value="${asked.for === 'quotation' ? (asked.saidBy ?? '') : ''}"
          />
        </div>
        <p><button type="submit">Ask</button></p>
      </form>
      ${answers !== null && answerList(answers)}
      ${
        answers !== null &&
        asked.for !== 'quotation' &&
        reader !== null &&
        html`<form method="post" action="/comparisons/${id}/ask">
          <input type="hidden" name="words" value="${asked.words}" />
          <p class="hint">
            The model ${reader.model} can judge the passages that come
            nearest${reader.sendsTo !== null && html`; they are sent to ${reader.sendsTo}`}.
          </p>
          <p><button type="submit">Have a second reader judge it</button></p>
        </form>`
      }`,
  )
}

function answerList(answers: readonly AskedAnswer[]): Markup {
  return html`<h2>What they answer</h2>
    <ul class="rows">
      ${answers.map((one) => {
        const [told = '', ...lines] = answerLines(one)
        return html`<li>
          <p><b>${one.outlet || one.source}</b>: ${told}</p>
          ${lines.map((line) => html`<p class="hint">${line}</p>`)}
        </li>`
      })}
    </ul>`
}
