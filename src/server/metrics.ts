/** Metrics of one process for Prometheus, and its log. Never a label without bound. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { JobNotice } from '../jobs/deps.js'
import type { EventQueue } from '../ports/queue.js'

export type Metrics = {
  readonly contentType: string
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
  const registry = new Registry()
  const registers = [registry]
  const counter = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers })
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers })
  const times = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: Label[]
  ) => new Histogram({ name, help, buckets, labelNames, registers })
  const up = gauge('synoptic_queue_up', 'Whether the queue answers.')
  const depth = gauge('synoptic_queue_depth', 'Jobs in the queue.', 'queue', 'state')
  const stages = times('synoptic_stage_seconds', 'Time of one job, by stage.', stageBuckets, 'stage')
  const jobs = counter('synoptic_jobs_total', 'Jobs that ended, by stage and outcome.', 'stage', 'outcome')
  const failures = counter('synoptic_job_failures_total', 'Tries that failed.', 'stage', 'cause')
  const lost = counter('synoptic_sources_lost_total', 'Sources that gave no article, by cause.', 'cause')
  const finished = counter('synoptic_comparisons_finished_total', 'Comparisons that ended.', 'state')
  const findings = counter('synoptic_findings_total', 'Findings in finished reports.')
  const requeued = counter('synoptic_comparisons_requeued_total', 'Comparisons queued again from the store.')
  const gone = counter('synoptic_processes_lost_total', 'Working processes found gone without a farewell.')
  const fetched = counter('synoptic_pages_fetched_total', 'Pages fetched, or taken over.', 'host', 'shared')
  const articles = counter('synoptic_articles_total', 'Articles read.', 'host', 'completeness')
  const words = counter('synoptic_article_words_total', 'Words of the articles read, by host.', 'host')
  const asked = counter('synoptic_reader_requests_total', 'Requests to the second reader.')
  const tokens = counter('synoptic_reader_tokens_total', 'Tokens of the second reader.', 'direction')
  const unread = counter('synoptic_reader_failures_total', 'Events of which the reader gave no notes.')
  const noted = counter('synoptic_notes_taken_total', 'Notes that stood.')
  const refused = counter('synoptic_notes_refused_total', 'Notes that did not stand, by reason.', 'reason')
  const requests = times(
    'synoptic_http_request_seconds',
    'Time of one request.',
    requestBuckets,
    'route',
    'method',
    'status',
  )
  const hosts = bounded(mostHosts)
  const codes = bounded(mostCodes)

  return {
    contentType: registry.contentType,
    notice(notice) {
      switch (notice.kind) {
        case 'ran':
          jobs.inc({ stage: notice.stage, outcome: notice.outcome })
          if (notice.cause !== null) failures.inc({ stage: notice.stage, cause: codes(notice.cause) })
          if (notice.outcome !== 'later') stages.observe({ stage: notice.stage }, notice.seconds)
          return
        case 'fetched':
          fetched.inc({ host: hosts(notice.host), shared: String(notice.shared) })
          return
        case 'read': {
          if (notice.article === null) return
          const host = hosts(notice.host ?? 'none')
          articles.inc({ host, completeness: notice.article.completeness })
          words.inc({ host }, notice.article.words)
          return
        }
        case 'lost':
          lost.inc({ cause: codes(notice.code) })
          return
        case 'finished':
          finished.inc({ state: notice.state })
          findings.inc(notice.findings)
          return
        case 'asked':
          asked.inc(notice.requests)
          tokens.inc({ direction: 'in' }, notice.tokensIn)
          tokens.inc({ direction: 'out' }, notice.tokensOut)
          if (notice.reason !== null) unread.inc()
          return
        case 'noted':
          noted.inc(notice.taken)
          for (const [reason, count] of Object.entries(notice.refused)) refused.inc({ reason }, count)
          return
        case 'requeued':
          requeued.inc()
          return
        case 'process-lost':
          gone.inc()
      }
    },
    request(route, method, status, seconds) {
      requests.observe({ route, method, status: String(status) }, seconds)
    },
    // The queue is asked now, since other processes fill and empty it too; without it the rest is still told.
    async text(queue) {
      depth.reset()
      const depths = await queue.depth().catch(() => null)
      up.set(depths === null ? 0 : 1)
      for (const [name, states] of Object.entries(depths ?? {}))
        for (const [state, number] of Object.entries(states)) depth.set({ queue: name, state }, number)
      return registry.metrics()
    },
  }
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

export function logger(): Log {
  return (level, event, fields = {}) => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`)
  }
}

/** A job put off because it is not its host's turn is no news. */
export function logNotice(log: Log, notice: JobNotice): void {
  if (notice.kind === 'ran' && notice.outcome === 'later') return
  const trouble = notice.kind === 'process-lost' || (notice.kind === 'ran' && notice.outcome === 'failed')
  log(trouble ? 'warning' : 'info', notice.kind, notice)
}
