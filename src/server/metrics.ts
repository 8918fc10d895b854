/**
 * Metrics of one process in the text format of Prometheus (exposition format 0.0.4).
 *
 * In: job notices and requests. Out: text. Never: a label without bound: hosts beyond the first two hundred are `other`.
 * A small writer of its own, since three kinds of metric are all it takes.
 */
import type { JobNotice } from '../jobs/deps.js'
import type { EventQueue } from '../ports/queue.js'
import { itemAt } from '../text/item-at.js'

type Labels = Readonly<Record<string, string>>

export type Metrics = {
  notice(notice: JobNotice): void
  request(route: string, method: string, status: number, seconds: number): void
  text(queue: EventQueue): Promise<string>
}

const mostHosts = 200
const mostCodes = 100
/** Seconds: from a stored article found again to a page at its time limit. */
const stageBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const requestBuckets = [0.005, 0.025, 0.1, 0.5, 1, 5, 30]

export function createMetrics(): Metrics {
  const stages = histogram('synoptic_stage_seconds', 'Time of one job, by stage.', stageBuckets)
  const jobs = counter('synoptic_jobs_total', 'Jobs that ended, by stage and outcome.')
  const failures = counter('synoptic_job_failures_total', 'Tries that failed, by stage and cause.')
  const lost = counter('synoptic_sources_lost_total', 'Sources that gave no article, by cause.')
  const finished = counter('synoptic_comparisons_finished_total', 'Comparisons that ended, by state.')
  const findings = counter('synoptic_findings_total', 'Findings in finished reports.')
  const requeued = counter('synoptic_comparisons_requeued_total', 'Comparisons queued again from the store.')
  const gone = counter('synoptic_processes_lost_total', 'Working processes found gone without a farewell.')
  const fetched = counter('synoptic_pages_fetched_total', 'Pages fetched, or taken from a recent fetch.')
  const articles = counter('synoptic_articles_total', 'Articles read, by host and completeness.')
  const words = counter('synoptic_article_words_total', 'Words of the articles read, by host.')
  const requests = histogram('synoptic_http_request_seconds', 'Time of one request.', requestBuckets)
  const asked = counter('synoptic_reader_requests_total', 'Requests to the second reader.')
  const tokens = counter('synoptic_reader_tokens_total', 'Tokens of the second reader, by direction.')
  const unread = counter('synoptic_reader_failures_total', 'Events of which the second reader gave no notes.')
  const noted = counter('synoptic_notes_taken_total', 'Notes that stood.')
  const refused = counter('synoptic_notes_refused_total', 'Notes that did not stand, by reason.')
  const hosts = bounded(mostHosts)
  const codes = bounded(mostCodes)
  const work = [stages, jobs, failures, lost, finished, findings, requeued, gone]
  const all = [...work, fetched, articles, words, asked, tokens, unread, noted, refused, requests]

  return {
    notice(notice) {
      switch (notice.kind) {
        case 'ran':
          jobs.add({ stage: notice.stage, outcome: notice.outcome })
          if (notice.cause !== null) failures.add({ stage: notice.stage, cause: codes(notice.cause) })
          if (notice.outcome !== 'later') stages.observe({ stage: notice.stage }, notice.seconds)
          return
        case 'fetched':
          fetched.add({ host: hosts(notice.host), shared: String(notice.shared) })
          return
        case 'read': {
          if (notice.article === null) return
          const host = hosts(notice.host ?? 'none')
          articles.add({ host, completeness: notice.article.completeness })
          words.add({ host }, notice.article.words)
          return
        }
        case 'lost':
          lost.add({ cause: codes(notice.code) })
          return
        case 'finished':
          finished.add({ state: notice.state })
          findings.add({}, notice.findings)
          return
        case 'asked':
          asked.add({}, notice.requests)
          tokens.add({ direction: 'in' }, notice.tokensIn)
          tokens.add({ direction: 'out' }, notice.tokensOut)
          if (notice.reason !== null) unread.add({})
          return
        case 'noted':
          noted.add({}, notice.taken)
          for (const [reason, count] of Object.entries(notice.refused)) refused.add({ reason }, count)
          return
        case 'requeued':
          requeued.add({})
          return
        case 'process-lost':
          gone.add({})
      }
    },
    request(route, method, status, seconds) {
      requests.observe({ route, method, status: String(status) }, seconds)
    },
    async text(queue) {
      const parts = [await depth(queue), ...all.map((metric) => metric.text())]
      return parts.filter((part) => part !== '').join('')
    },
  }
}

/** Asked now, since other processes fill and empty the queue too; without the queue the rest is still told. */
async function depth(queue: EventQueue): Promise<string> {
  const lines = ['# HELP synoptic_queue_up Whether the queue answers.', '# TYPE synoptic_queue_up gauge']
  try {
    const depths = Object.entries(await queue.depth())
    lines.push('synoptic_queue_up 1')
    lines.push('# HELP synoptic_queue_depth Jobs in the queue.', '# TYPE synoptic_queue_depth gauge')
    for (const [name, states] of depths)
      for (const [state, jobs] of Object.entries(states))
        lines.push(sample('synoptic_queue_depth', { queue: name, state }, jobs))
  } catch {
    lines.push('synoptic_queue_up 0')
  }
  return `${lines.join('\n')}\n`
}

function counter(name: string, help: string) {
  const values = new Map<string, { labels: Labels; value: number }>()
  return {
    add(labels: Labels, by = 1): void {
      const key = JSON.stringify(labels)
      values.set(key, { labels, value: (values.get(key)?.value ?? 0) + by })
    },
    text(): string {
      const lines = [...values.values()].map(({ labels, value }) => sample(name, labels, value))
      return block(name, help, 'counter', lines)
    },
  }
}

function histogram(name: string, help: string, bounds: readonly number[]) {
  type Series = { labels: Labels; counts: number[]; sum: number; count: number }
  const all = new Map<string, Series>()
  return {
    observe(labels: Labels, value: number): void {
      const key = JSON.stringify(labels)
      const series = all.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
      all.set(key, series)
      series.sum += value
      series.count++
      series.counts = series.counts.map((count, index) => count + (value <= itemAt(bounds, index) ? 1 : 0))
    },
    text(): string {
      const lines = [...all.values()].flatMap(({ labels, counts, sum, count }) => [
        ...counts.map((value, index) =>
          sample(`${name}_bucket`, { ...labels, le: String(bounds[index]) }, value),
        ),
        sample(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
        sample(`${name}_sum`, labels, sum),
        sample(`${name}_count`, labels, count),
      ])
      return block(name, help, 'histogram', lines)
    },
  }
}

function block(name: string, help: string, type: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('\n')}\n`
}

function sample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text)}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function bounded(most: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (!known.has(value) && known.size >= most) return 'other'
    known.add(value)
    return value
  }
}

export type LogLevel = 'info' | 'warning' | 'error'
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

/** On standard error, one JSON object a line. */
export function logger(now: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    process.stderr.write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`)
  }
}

/** A job put off because it is not its host's turn is no news. */
export function logNotice(log: Log, notice: JobNotice): void {
  if (notice.kind === 'ran' && notice.outcome === 'later') return
  const trouble = notice.kind === 'process-lost' || (notice.kind === 'ran' && notice.outcome === 'failed')
  log(trouble ? 'warning' : 'info', notice.kind, notice)
}
