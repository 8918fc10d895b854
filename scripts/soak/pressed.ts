/**
 * Requests made to hold a server, one kind after the other on a server of its own, embedded or on PostgreSQL and Redis: how
 * long `/healthz` takes, how long its main thread works between two turns, and how much memory it has at most.
 */
import { connect } from 'node:net'
import { Redis } from 'ioredis'
import { databaseOn, sql } from '../../tests/support/services.js'
import { heldUp, submit, watched, type Environment, type Watched } from './embedded.js'
import { pause, type Servers } from './setup.js'

export type Pressed = Watched & { readonly kind: string; readonly on: 'embedded' | 'distributed' }
export type PressedFigures = { readonly kinds: readonly Pressed[]; readonly wrong: readonly string[] }

const limitMegabytes = 700

/** `servers`: null presses an embedded server. `tell` hears of each kind when it has ended. */
export async function pressed(
  events: readonly number[],
  servers: Servers | null,
  tell: (figures: Pressed) => void,
): Promise<PressedFigures> {
  const kinds: Pressed[] = []
  const wrong: string[] = []
  const on = servers ? 'distributed' : 'embedded'
  for (const [number, { kind, press, before }] of presses(events, servers).entries()) {
    const environment = servers ? await database(servers, `pressed_${number}`) : {}
    const figures = { kind, on, ...(await watched(press, environment, before)).watched } as const
    kinds.push(figures)
    tell(figures)
    const over = figures.megabytes > limitMegabytes ? [`the server took ${figures.megabytes} MB`] : []
    wrong.push(...[...heldUp(figures), ...over].map((sentence) => `${on}, ${kind}: ${sentence}`))
  }
  return { kinds, wrong }
}

/** One line of a table. */
export function pressedLine({ kind, on, healthz, turns, megabytes, load }: Pressed): string {
  const cells = [kind, on, healthz.mostMs, healthz.mostOwnMs, turns.heldMs, megabytes, load.toFixed(1)]
  return `| ${cells.join(' | ')} |\n`
}

export const pressedHead =
  '| request | server | /healthz at most, ms | of that without waiting for a processor | longest turn, ms | memory at most, MB | load before |\n'

async function database({ redis, postgres }: Servers, name: string): Promise<Environment> {
  await sql(postgres.url, `drop database if exists ${name}`)
  await sql(postgres.url, `create database ${name}`)
  return {
    REDIS_URL: redis.url,
    DATABASE_URL: databaseOn(postgres.url, name),
    SYNOPTIC_QUEUE_PREFIX: name,
  }
}

type Press = {
  readonly kind: string
  readonly press: (url: string) => Promise<void>
  readonly before?: (url: string) => Promise<void>
}

function presses(events: readonly number[], servers: Servers | null): readonly Press[] {
  const many = Math.max(...events)
  return [
    ...events.map((count) => ({
      kind: `a batch of ${count} events of 20 texts, and its page`,
      press: (url: string) => batch(url, shortEvents(count)),
    })),
    {
      kind: `a start with ${many} unfinished`,
      before: async (url) => {
        await batch(url, shortEvents(many))
        await emptied(servers)
      },
      press: queued,
    },
    {
      kind: '60 submissions at once',
      press: async (url) => {
        const body = JSON.stringify(texts(2, (n) => `Ferry ${n} came in.`))
        await Promise.all(Array.from({ length: 60 }, () => submit(url, body)))
      },
    },
    {
      kind: 'a batch of 45 MB in one event',
      press: (url) => batch(url, [texts(20, (n) => `${n} ${'The ferry came in. '.repeat(118_000)}`)]),
    },
    { kind: 'a form of 49 MB in 1,000 files', press: manyFiles },
    {
      kind: '300 `HEAD` on a stream, then a stream',
      press: async (url) => {
        const id = await submitted(url)
        for (let count = 0; count < 300; count++)
          await fetch(`${url}/api/comparisons/${id}/events`, { method: 'HEAD' })
        expectStatus(200, await fetch(`${url}/api/comparisons/${id}/events`))
      },
    },
    { kind: '200 sockets that ask for a report of 20 texts and never read', press: unread },
    { kind: 'a kept file of 9 MB that a form names 75 times', press: keptOften },
  ]
}

function texts(count: number, text: (n: number) => string) {
  return { sources: Array.from({ length: count }, (_, n) => ({ text: text(n), name: `${n}.txt` })) }
}

function shortEvents(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, event) => texts(20, (n) => `Ferry ${event} of ${n}`))
}

async function batch(url: string, events: readonly unknown[]): Promise<void> {
  const answer = await fetch(`${url}/api/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  })
  if (answer.status !== 202) throw new Error(`answered ${answer.status}, not 202`)
  const { id } = (await answer.json()) as { id: string }
  await queued(url)
  expectStatus(200, await fetch(`${url}/batches/${id}`))
}

async function manyFiles(url: string): Promise<void> {
  const text = 'The ferry came in. '.repeat(2_600).slice(0, 49_000)
  const form = new FormData()
  for (let n = 0; n < 1_000; n++) form.append('files', new Blob([`${n} ${text}`]), `${n}.txt`)
  const named = Array.from({ length: 500 }, (_, n) => `Event ${n}\n${2 * n}.txt\n${2 * n + 1}.txt`)
  form.append('events', named.join('\n\n'))
  expectStatus(303, await fetch(`${url}/batches`, { method: 'POST', body: form, redirect: 'manual' }))
  await queued(url)
}

/** Until the queue grows no more: what was submitted is in it, and work has begun. */
async function queued(url: string): Promise<void> {
  for (let [before, now] = [-1, await depth(url)]; now > before; [before, now] = [now, await depth(url)])
    await pause(3_000)
}

async function depth(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const lines = [...metrics.matchAll(/^synoptic_queue_depth\{.*state="waiting"\} (\d+)$/gmu)]
  return lines.reduce((sum, [, count]) => sum + Number(count), 0)
}

async function emptied(servers: Servers | null): Promise<void> {
  if (!servers) return
  const redis = new Redis(servers.redis.url)
  await redis.flushall()
  await redis.quit()
}

async function submitted(url: string): Promise<string> {
  const id = await submit(
    url,
    JSON.stringify(texts(20, (n) => `Ferry ${n}\n\n${'It came in, he said. '.repeat(200)}`)),
  )
  if (!('id' in id)) throw new Error(`refused with ${id.status}`)
  return id.id
}

async function unread(url: string): Promise<void> {
  const id = await submitted(url)
  for (;;) {
    const { state } = (await (await fetch(`${url}/api/comparisons/${id}`)).json()) as { state: string }
    if (state !== 'queued' && state !== 'running') break
    await pause(500)
  }
  const sockets = Array.from({ length: 200 }, () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').pause()
    socket.on('error', () => undefined)
    socket.write(`GET /api/comparisons/${id}/report.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    return socket
  })
  await pause(10_000)
  for (const socket of sockets) socket.destroy()
}

async function keptOften(url: string): Promise<void> {
  const first = new FormData()
  first.append('files', new Blob(['The ferry came in. '.repeat(470_000)]), 'a.txt')
  const page = await (await fetch(`${url}/comparisons`, { method: 'POST', body: first })).text()
  const kept = /name="kept" value="([^"]+)"/u.exec(page)?.[1] ?? ''
  const again = new FormData()
  for (let count = 0; count < 75; count++) again.append('kept', kept)
  expectStatus(422, await fetch(`${url}/comparisons`, { method: 'POST', body: again }))
}

function expectStatus(status: number, answer: Response): void {
  void answer.body?.cancel()
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}`)
}
