/** /api/batches/{id}/<table>.csv: one tidy table of each kind over all events of a batch that are finished. */
import { z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { writeCsv } from '../../report/tables/csv.js'
import { pooledRows } from '../../report/tables/pooled-rows.js'
import type { Table } from '../../report/tables/table.js'
import { tables } from '../../report/tables/tables.js'
import type { ServerDeps } from '../deps.js'
import { documentOf } from '../report-formats.js'
import { route, type App } from '../route.js'
import type { Streams } from '../streams.js'
import { BatchPath, findBatch } from './batches.js'

export function batchTableRoutes(app: App, deps: ServerDeps, open: Streams): void {
  for (const table of tables) tableRoute(app, table, deps, open)
}

/** Rows of all finished events below one header, written as they are made. */
function tableRoute(app: App, { name, columns, row }: Table, deps: ServerDeps, open: Streams): void {
  route(
    app,
    {
      method: 'get',
      path: `/api/batches/{id}/${name}.csv`,
      tag: 'batches',
      scope: 'read',
      summary: `${name}.csv of all events that are finished`,
      description: `${row} The columns event (id of the comparison) and event_title stand in front.`,
      request: { params: BatchPath },
      responses: {
        200: { description: 'The table.', content: { 'text/csv': { schema: z.string() } } },
      },
      problems: ['not-found', 'busy'],
    },
    async (c) => {
      const { id } = await findBatch(c, deps.store)
      const leave = open.enter()
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${id}.${name}.csv"`)
      return stream(c, async (out) => {
        try {
          await out.write(writeCsv(['event', 'event_title', ...columns.map((column) => column.name)], []))
          for (const member of await deps.store.batchMembers(id)) {
            if (out.aborted || deps.stopping.aborted) return
            await out.write(await rowsOfEvent(member.id, name, deps))
          }
        } finally {
          leave()
        }
      })
    },
  )
}

/** Empty where nothing was compared. */
async function rowsOfEvent(id: string, table: Table['name'], deps: ServerDeps): Promise<string> {
  const submission = await deps.store.find(id)
  const report =
    submission?.state === 'complete' || submission?.state === 'partial' ? await deps.store.report(id) : null
  if (!submission || report === null) return ''
  const { title, summary } = submission
  const csv = await documentOf(`${table}.csv`, report, deps)
  return pooledRows(String(csv), [id, title ?? summary?.title ?? ''])
}
