/** The form for a new batch. In: what was given before and what is wrong with it. Out: markup. */
import { html } from '../../print/html/markup.js'
import type { ServerSettings } from '../deps.js'
import type { Kept } from '../read-body.js'
import { errorSummary, fieldMakers, keptFiles, readerBox, sorted } from './fields.js'
import { layout, lists } from './layout.js'

export type BatchField = 'events' | 'manifest' | 'files' | 'title'

const labels: Readonly<Record<BatchField, string>> = {
  events: 'Events',
  manifest: 'Manifest',
  files: 'Files',
  title: 'Title',
}

export type BatchFormState = {
  readonly typed: { readonly events: string; readonly title: string }
  readonly kept: readonly Kept[]
  readonly errors: readonly (readonly [BatchField, string])[]
  readonly once: string
}

const example = `Harbour strike
https://courier.example/harbour
https://post.example/port-strike

Talks in Orla
https://radio.example/talks
orla-gazette.html`

export function batchFormPage(
  { typed, kept, errors, once }: BatchFormState,
  settings: ServerSettings,
): string {
  const { maxEvents, maxSources } = settings
  const wrong = sorted(errors)
  const ask = fieldMakers(labels, wrong)
  return layout(
    {
      title: `${errors.length === 0 ? '' : 'Error: '}New batch – Batches`,
      here: '/comparisons',
      beside: lists('/batches'),
    },
    html`<h1>Compare many events</h1>
      <p class="lead">
        Each event is compared on its own. Give the events here, or a manifest; at most ${maxEvents} events of
        ${maxSources} sources each.
      </p>
      ${errorSummary(labels, wrong)}
      <form method="post" action="/batches" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="once" value="${once}" />
        ${ask.area(
          'events',
          typed.events,
          'An event is a title, then a line for each source: an address, or the name of a file that is chosen below. An empty line ends it.',
        )}
        <details>
          <summary>An example</summary>
          <pre tabindex="0">${example}</pre>
        </details>
        ${ask.file(
          'manifest',
          'Instead of the field above: a .csv with the columns event and source, and where wanted title, outlet and publishedAt; or .jsonl or .yaml.',
          html`accept=".csv,.jsonl,.ndjson,.yaml,.yml"`,
        )}
        ${keptFiles(kept)} ${ask.file('files', 'Saved pages and texts that the events name.', html`multiple`)}
        ${ask.input('title', 'text', typed.title, 'Of the batch; may stay empty.')}
        ${readerBox(settings, false)}
        <p><button type="submit">Compare all</button></p>
      </form>`,
  )
}
