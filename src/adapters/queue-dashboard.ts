/** Bull Board over BullMQ's queues, as a Hono app to be mounted. Who may see it is for the server to say. */
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Queue } from 'bullmq'
import type { Hono } from 'hono'

export function queueDashboard(queues: readonly Queue[], path: string): Hono {
  const adapter = new HonoAdapter(serveStatic)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Synoptic queues' } },
  })
  adapter.setBasePath(path)
  return adapter.registerPlugin()
}
