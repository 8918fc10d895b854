/** What an operator looks after, on one page. In: what was counted and asked. Out: the page. */
import type { Feed } from '../../model/watch.js'
import type { QueueDepth } from '../../ports/queue.js'
import type { Census } from '../../ports/store.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import type { ServerSettings } from '../deps.js'
import { layout, operators } from './layout.js'

export type Operation = {
  readonly census: Census
  readonly checks: Readonly<Record<'store' | 'queue', string>>
  readonly depth: Readonly<Record<string, QueueDepth>>
  readonly feeds: readonly Feed[]
  readonly settings: Pick<ServerSettings, 'reader' | 'retention'>
  readonly dashboard: string | null
}

const dayMs = 86_400_000

export function operationPage({ census, checks, depth, feeds, settings, dashboard }: Operation): string {
  const { reader, retention } = settings
  const asked = feeds.filter(({ dueAt }) => dueAt !== null)
  const failing = asked.filter((feed) => feed.failing !== null)
  const kept = (ms: number | null): string =>
    ms === null ? 'for ever' : count(Math.round(ms / dayMs), 'day')
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
        ${dashboard !== null && html`<dd><a href="${dashboard}">Jobs, one by one</a></dd>`}
        ${row('Reader', readerLines(reader, census))}
        ${row('Watched', [`${count(asked.length, 'source')}, of which ${failing.length} give nothing now`])}
      </dl>`,
  )
}

function readerLines(reader: Operation['settings']['reader'], census: Census): readonly string[] {
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
