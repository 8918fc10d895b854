/** /operation: what an operator looks after, on one page. */
import type { Census } from '../../ports/store.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import type { ServerDeps, ServerSettings } from '../deps.js'
import { send, shows } from '../page-answer.js'
import { layout, operators } from '../pages/layout.js'
import type { App } from '../route.js'
import { readiness } from './health.js'

const dayMs = 86_400_000
const kept = (ms: number | null): string => (ms === null ? 'for ever' : count(Math.round(ms / dayMs), 'day'))

export function operationRoute(app: App, deps: ServerDeps): void {
  const ready = readiness(deps)
  app.get('/operation', shows('admin'), async (c) => send(c, await operationPage(deps, ready)))
}

async function operationPage(
  { store, queue, settings: { reader, retention }, dashboard, now }: ServerDeps,
  ready: ReturnType<typeof readiness>,
): Promise<string> {
  const [census, { checks }, depth, feeds] = await Promise.all([
    store.census(new Date(now()).toISOString().slice(0, 10)),
    ready(),
    // The rest is told while it is away.
    queue.depth().catch(() => ({})),
    store.watching.feeds(),
  ])
  const asked = feeds.filter(({ dueAt }) => dueAt !== null)
  const failing = asked.filter((feed) => feed.failing !== null)
  const queues = Object.entries(depth).map(
    ([name, { waiting, active, failed }]) =>
      `${name}: ${waiting} waiting, ${active} under way, ${failed} failed`,
  )
  return layout(
    { title: 'Operation', beside: operators('/operation') },
    html`<h1>Operation</h1>
      <dl class="facts">
        ${row('Store', [
          `${checks.store === 'ok' ? 'takes writes' : 'does not answer'}, ${bytesInWords(census.bytes)}`,
          `${count(census.comparisons, 'comparison')}, ${count(census.batches, 'batch', 'batches')}, ${count(census.articles, 'article')} read, bytes of ${count(census.contents, 'page')}, ${count(census.watchArticles, 'watched article')}`,
        ])}
        ${row('Kept', [
          `comparisons and batches ${kept(retention.reportsMs)}, articles ${kept(retention.articlesMs)}, pages ${kept(retention.contentsMs)}, what each address gave ${kept(retention.fetchesMs)}, the log ${kept(retention.changesMs)}`,
          'Backup: npx synoptic backup <file>; into an empty store: npx synoptic restore <file>',
        ])}
        ${row('Workers', [`${count(census.processes, 'process', 'processes')} at work`])}
        ${row('Queue', [checks.queue === 'ok' ? 'answers' : 'does not answer', ...queues])}
        ${dashboard && html`<dd><a href="${dashboard.path}">Jobs, one by one</a></dd>`}
        ${row('Reader', readerLines(reader, census))}
        ${row('Watched', [`${count(asked.length, 'source')}, of which ${failing.length} give nothing now`])}
      </dl>`,
  )
}

function readerLines(reader: ServerSettings['reader'], census: Census): readonly string[] {
  if (reader === null) return ['none']
  const { tokens, readerAwaited, readerFailed, readerTrouble } = census
  return [
    `${reader.model}, ${count(tokens, 'token')} today`,
    `${count(readerAwaited, 'comparison')} waiting for it, ${readerFailed} without its notes${readerTrouble === null ? '' : `; of the newest: ${readerTrouble}`}`,
  ]
}

function row(name: string, lines: readonly string[]): Markup {
  return html`<dt>${name}</dt>
    ${lines.map((line) => html`<dd>${line}</dd>`)}`
}
