/**
 * Requests made to hold a server, one kind after the other on a server of its own: how long `/healthz` takes, how long its
 * main thread works between two turns, and how much memory it has at most.
 */
import { connect } from 'node:net'
import { heldUp, submit, watched, type Watched } from './embedded.js'
import { pause } from './setup.js'

export type PressedFigures = {
  readonly kinds: Readonly<Record<string, Watched>>
  readonly wrong: readonly string[]
}

const limitMegabytes = 700

export async function pressed(events: number): Promise<PressedFigures> {
  const kinds: Record<string, Watched> = {}
  const wrong: string[] = []
  for (const [name, press] of Object.entries(presses(events))) {
    const { watched: figures } = await watched(press)
    kinds[name] = figures
    const over = figures.megabytes > limitMegabytes ? [`the server took ${figures.megabytes} MB`] : []
    wrong.push(...[...heldUp(figures), ...over].map((sentence) => `${name}: ${sentence}`))
  }
  return { kinds, wrong }
}

type Press = (url: string) => Promise<void>

const presses = (events: number): Readonly<Record<string, Press>> => ({
  [`a batch of ${events} events of 20 texts`]: (url) =>
    batch(
      url,
      Array.from({ length: events }, (_, event) => texts(20, (n) => `Ferry ${event} of ${n}`)),
    ),
  'a batch of 45 MB in one event': (url) =>
    batch(url, [texts(20, (n) => `${n} ${'The ferry came in. '.repeat(118_000)}`)]),
  '60 submissions at once': async (url) => {
    const body = JSON.stringify(texts(2, (n) => `Ferry ${n} came in.`))
    await Promise.all(Array.from({ length: 60 }, () => submit(url, body)))
  },
  '300 HEAD on a stream, then a stream': async (url) => {
    const id = await submitted(url)
    for (let count = 0; count < 300; count++)
      await fetch(`${url}/api/comparisons/${id}/events`, { method: 'HEAD' })
    expectStatus(200, await fetch(`${url}/api/comparisons/${id}/events`))
  },
  '200 sockets that ask for a report of 20 texts and never read': async (url) => {
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
  },
  'a kept file of 9 MB that a form names 75 times': async (url) => {
    const first = new FormData()
    first.append('files', new Blob(['The ferry came in. '.repeat(470_000)]), 'a.txt')
    const page = await (await fetch(`${url}/comparisons`, { method: 'POST', body: first })).text()
    const kept = /name="kept" value="([^"]+)"/u.exec(page)?.[1] ?? ''
    const again = new FormData()
    for (let count = 0; count < 75; count++) again.append('kept', kept)
    expectStatus(422, await fetch(`${url}/comparisons`, { method: 'POST', body: again }))
  },
})

function texts(count: number, text: (n: number) => string) {
  return { sources: Array.from({ length: count }, (_, n) => ({ text: text(n), name: `${n}.txt` })) }
}

async function submitted(url: string): Promise<string> {
  const id = await submit(
    url,
    JSON.stringify(texts(20, (n) => `Ferry ${n}\n\n${'It came in, he said. '.repeat(200)}`)),
  )
  if (!('id' in id)) throw new Error(`refused with ${id.status}`)
  return id.id
}

async function batch(url: string, events: readonly unknown[]): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  expectStatus(
    202,
    await fetch(`${url}/api/batches`, { method: 'POST', headers, body: JSON.stringify({ events }) }),
  )
  // It is queued and begun meanwhile.
  await pause(20_000)
}

function expectStatus(status: number, answer: Response): void {
  void answer.body?.cancel()
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}`)
}
