/**
 * npm run bench:desk -- [--stories 20000] [--on sqlite,postgres] [--clients 40] [--seconds 20]
 *
 * In:  a store of so many comparisons, of some 600 words each, with outlets, tags, rulings, stories and a log as a desk has after years; the built
 *      program serving it, asked by ten people with keys. Out: for each page milliseconds by the clock (the least and the median of nine,
 *      one at a time) and of the server's processor time; then so many clients at once: half and 95 of 100 within how many milliseconds.
 * Never: passes over an answer that is none: it ends with 1.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'libsql'
import pg from 'pg'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { type Role, scopesOf } from '../../src/model/api-key.js'
import { createKey } from '../../src/server/keys.js'
import { dataFile } from '../../src/text/data-file.js'
import { itemAt } from '../../src/text/item-at.js'
import { termsOf } from '../../src/text/terms.js'
import { chance, pause } from '../../scripts/soak/setup.js'
import { listening, quantile } from '../../scripts/soak/embedded.js'
import { program } from '../support/program.js'
import { ended } from '../support/service.js'
import { databaseOn, sql, startPostgres, startRedis } from '../support/services.js'

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '20000' },
    on: { type: 'string', default: 'sqlite,postgres' },
    clients: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '20' },
  },
})
const many = Number(values.stories)
const random = chance(34)
const minute = 60_000
const apart = 20 * minute
const end = Date.now()
const timeOf = (i: number): number => end - (many - i) * apart
const idOf = (i: number): string => `c-${String(i).padStart(6, '0')}`

/** Words of news, commonest first; the n-th as often as one of n. */
const vocabulary = readFileSync(dataFile('background.txt'), 'utf8')
  .split('\n')
  .slice(0, 20_000)
  .map((line) => line.slice(0, line.indexOf(' ')))
const word = (): string => itemAt(vocabulary, Math.floor(vocabulary.length ** random()) - 1)
const wordsOf = (count: number): string => Array.from({ length: count }, word).join(' ')
const outlets = Array.from({ length: 300 }, (_, n) => `The ${word()} ${n}`)
const outletsOf = (i: number): readonly string[] =>
  [0, 1, 2, 3].map((place) => itemAt(outlets, (i * 13 + place * 31) % outlets.length))
/** Of whom one story in a thousand tells. */
const person = 'Orsolya Kettlewell'

type Row = Readonly<Record<string, string | number | null>>
type Put = (table: string, rows: readonly Row[]) => Promise<void>

async function fill(
  put: Put,
  keys: readonly string[],
  real: string,
  findings: readonly string[],
): Promise<void> {
  const by = (i: number) => ({ by_key: itemAt(keys, i % keys.length), by_name: `Person ${i % keys.length}` })
  const step = 500
  for (let from = 0; from < many; from += step) {
    const some = Array.from({ length: Math.min(step, many - from) }, (_, n) => from + n)
    const titles = some.map((i) => `${wordsOf(7)} ${i}`)
    const rows = (rowsOf: (i: number, title: string) => readonly Row[]): readonly Row[] =>
      some.flatMap((i, n) => rowsOf(i, titles[n] ?? ''))
    await put(
      'comparisons',
      rows((i, title) => {
        const state = i % 10 === 1 ? 'failed' : i % 20 === 2 ? 'partial' : 'complete'
        const counts = { sources: 4, readable: 4, independentTexts: 4, findings: 30 }
        const blocks = { cannot: 3, quoted: 4, told: 5 }
        const said = { title, complete: true, nothingComparable: false, errors: [], first: wordsOf(20) }
        const row = { id: idOf(i), state, title, batch: i % 3 === 0 ? `b-${i % 400}` : null, reasons: '[]' }
        const options = JSON.stringify({ zone: 'UTC', deadlineSeconds: 60 })
        const summary = state === 'failed' ? null : JSON.stringify({ ...said, ...counts, blocks })
        const times = { created_at: timeOf(i), deadline_at: timeOf(i), finished_at: timeOf(i) + minute }
        return [{ ...row, ...times, options, summary, round: 0, submitted_by: itemAt(keys, i % keys.length) }]
      }),
    )
    await put(
      'listed',
      rows((i, title) => [
        {
          comparison: idOf(i),
          words: termsOf(
            `${title} ${outletsOf(i).join(' ')} ${i % 1_000 === 7 ? person : ''} ${wordsOf(1_200)}`,
          ),
        },
      ]),
    )
    await put(
      'comparison_outlets',
      rows((i) =>
        outletsOf(i).map((outlet, position) => ({
          comparison: idOf(i),
          position,
          outlet,
          folded: termsOf(outlet),
        })),
      ),
    )
    await put(
      'comparison_tags',
      rows((i) => (i % 3 === 0 ? [{ comparison: idOf(i), tag: `desk ${i % 20}` }] : [])),
    )
    await put(
      'comparison_sources',
      rows((i) =>
        outletsOf(i).map((outlet, position) => {
          const location = `https://o${position}.example/${i}`
          const source = JSON.stringify({ name: location, kind: 'url', location, outlet })
          const rest = { state: 'read', sha256: `${i}-${position}`, address: location, text: `${i}` }
          return { comparison: idOf(i), position, source, article_key: `a-${i}-${position}`, ...rest }
        }),
      ),
    )
    await put(
      'articles',
      rows((i) =>
        outletsOf(i).map((outlet, position) => {
          const about = JSON.stringify({ outlet, headline: wordsOf(8), publishedAt: null, words: 400 })
          const row = { key: `a-${i}-${position}`, sha256: `${i}-${position}`, text: `${i}`, about }
          return { ...row, article: wordsOf(100), terms: '', created_at: timeOf(i) }
        }),
      ),
    )
    const rulings = (i: number): readonly Row[] =>
      Array.from({ length: i % 4 === 0 ? 3 : 0 }, (_, n) => ({
        ...{ comparison: idOf(i), finding: itemAt(findings, n), ...by(i + n), at: timeOf(i) },
        ...{ verdict: 'accept', correction: '', note: wordsOf(6), sentence: wordsOf(14) },
      }))
    await put('rulings', rows(rulings))
    await put(
      'changes',
      rows((i) =>
        Array.from({ length: 4 }, () => ({
          ...{ ...by(i), at: timeOf(i), what: 'asked for a comparison' },
          ...{ target: `/comparisons/${idOf(i)}`, from_what: null, to_what: null },
        })),
      ),
    )
    await put(
      'stories',
      rows((i, title) => [
        { id: `s-${i}`, title, created_at: timeOf(i), changed_at: timeOf(i) + apart * (i % 50) },
      ]),
    )
    await put(
      'story_reports',
      rows((i) =>
        outletsOf(i).map((outlet, n) => {
          const address = `https://o${n}.example/${i}`
          const source = JSON.stringify({ name: address, kind: 'url', location: address, outlet })
          return { story: `s-${i}`, address, source, sha256: null, added_at: timeOf(i) }
        }),
      ),
    )
    await put(
      'watch_articles',
      rows((i) =>
        outletsOf(i).map((outlet, n) => {
          const address = `https://w${n}.example/${i}`
          const version = { text: `${i}`, page: `${i}`, fetchedAt: timeOf(i), headline: 'Ferry late' }
          const article = {
            ...{ address, feed: 'https://w.example/feed', outlet, publishedAt: null, foundAt: timeOf(i) },
            ...{ looks: 5, dueAt: null, validators: null, trouble: null, grouped: null },
            versions: [{ ...version, unreadable: null }],
          }
          return {
            ...{ address, feed: article.feed, host: `w${n}.example`, text: `${i}`, story: `s-${i}` },
            ...{ place: i * 4 + n, found_at: timeOf(i), due_at: null, article: JSON.stringify(article) },
          }
        }),
      ),
    )
  }
  await put(
    'batches',
    Array.from({ length: 400 }, (_, n) => ({
      ...{ id: `b-${n}`, title: `Batch ${n}`, total: Math.ceil(many / 1_200), created_at: end - n * apart },
    })),
  )
  await put(
    'saved_searches',
    Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `q-${n}`, name: `Search ${n}`, query: `?q=${word()}`, created_at: end },
    })),
  )
  // One report that a whole desk ruled on, over and over.
  await put(
    'rulings',
    Array.from({ length: 5_000 }, (_, n) => ({
      ...{ comparison: real, finding: itemAt(findings, n % findings.length), ...by(n >> 2), at: end },
      ...{
        verdict: n % 3 === 0 ? 'dismiss' : 'accept',
        correction: '',
        note: wordsOf(6),
        sentence: 'They differ.',
      },
    })),
  )
}

function intoSqlite(folder: string): { readonly put: Put; readonly close: () => Promise<void> } {
  const database = new Database(path.join(folder, 'synoptic.db'))
  database.exec('begin')
  const put: Put = (table, rows) => {
    const names = Object.keys(rows[0] ?? {})
    if (names.length === 0) return Promise.resolve()
    const marks = names.map(() => '?').join(', ')
    const insert = database.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`)
    for (const row of rows) insert.run(...names.map((name) => row[name]))
    return Promise.resolve()
  }
  return {
    put,
    close() {
      database.exec('commit')
      database.close()
      return Promise.resolve()
    },
  }
}

async function intoPostgres(
  url: string,
): Promise<{ readonly put: Put; readonly close: () => Promise<void> }> {
  const client = new pg.Client(url)
  await client.connect()
  return {
    async put(table, rows) {
      const names = Object.keys(rows[0] ?? {}).join(', ')
      if (names === '') return
      const from = `select ${names} from json_populate_recordset(null::${table}, $1)`
      await client.query(`insert into ${table} (${names}) ${from}`, [JSON.stringify(rows)])
    },
    async close() {
      await client.query('analyze')
      await client.end()
    },
  }
}

type Place = {
  readonly environment: Readonly<Record<string, string>>
  readonly store: () => ReturnType<typeof sqliteStore>
  readonly into: () => ReturnType<typeof intoPostgres>
  readonly close: () => Promise<void>
}

async function placeOf(kind: string): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-desk-'))
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  if (kind === 'sqlite')
    return {
      environment: { SYNOPTIC_DATA: folder },
      store: () => sqliteStore(folder, false),
      into: () => Promise.resolve(intoSqlite(folder)),
      close: () => Promise.resolve().then(remove),
    }
  const [redis, postgres] = [await startRedis('redis'), await startPostgres()]
  await sql(postgres.url, 'create database desk')
  const url = databaseOn(postgres.url, 'desk')
  return {
    environment: { SYNOPTIC_DATA: folder, REDIS_URL: redis.url, DATABASE_URL: url },
    store: () => postgresStore(url, () => undefined),
    into: () => intoPostgres(url),
    async close() {
      await redis.stop()
      await postgres.stop()
      remove()
    },
  }
}

/** Keys are asked for where it listens beyond this machine. */
async function serving(environment: Place['environment']) {
  const rates = { SYNOPTIC_RATE_READS: '1000000', SYNOPTIC_RATE_WRITES: '1000000' }
  const child: ChildProcess = spawn(
    process.execPath,
    [program, 'serve', '--host', '0.0.0.0', '--port', '0'],
    { env: { ...process.env, ...rates, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const { port } = new URL(await listening(child))
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

/** Of all its threads, and of the processes of its pool; in milliseconds. */
function processorMs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}`)
  const read = (file: string): readonly number[] =>
    readFileSync(file, 'latin1').trim().split(' ').filter(Boolean).map(Number)
  const own = tasks.reduce((sum, task) => sum + (read(`${task}/schedstat`)[0] ?? 0) / 1e6, 0)
  return tasks
    .flatMap((task) => read(`${task}/children`))
    .reduce((sum, child) => sum + processorMs(child), own)
}

const wrong: string[] = []
async function ask(
  url: string,
  key: string,
  init: { method?: string; headers?: Record<string, string>; body?: string | FormData } = {},
): Promise<{ ms: number; text: string; location: string }> {
  const headers = { authorization: `Bearer ${key}`, ...init.headers }
  const started = performance.now()
  const answer = await fetch(url, { redirect: 'manual', ...init, headers })
  const text = await answer.text()
  if (answer.status >= 400)
    wrong.push(`${init.method ?? 'GET'} ${url}: ${answer.status} ${text.slice(0, 200)}`)
  return { ms: performance.now() - started, text, location: answer.headers.get('location') ?? '' }
}

const twoTexts = (n: number): string =>
  JSON.stringify({
    sources: ['214', '240'].map((count, i) => ({
      ...{ name: `${i}.txt`, outlet: `Outlet ${i}` },
      text: `Ferry ${n} late\n\nThe ferry Marit came into Orsund on Tuesday with ${count} passengers after nine hours in fog, the coast guard said.`,
    })),
  })

function pagesOf(real: string): readonly (readonly [string, string])[] {
  const day = (i: number): string => new Date(timeOf(i)).toISOString().slice(0, 10)
  const half = Math.floor(many / 2)
  const deep = `after=${timeOf(20)}_${idOf(20)}`
  const week = `from=${day(half)}&until=${day(half + 504)}`
  const outlet = encodeURIComponent(itemAt(outlets, 7))
  return [
    ['list', '/comparisons'],
    ['the last of its pages', `/comparisons?${deep}`],
    ['a name', `/comparisons?q=${encodeURIComponent(person)}`],
    ['a word that nearly all have', '/comparisons?q=the'],
    ['the beginning of many words', '/comparisons?q=con'],
    ['two common words, the last page', `/comparisons?q=said+from&${deep}`],
    ['a word that none has', '/comparisons?q=zzyzx'],
    ['an outlet', `/comparisons?outlet=${outlet}`],
    ['a week long ago', `/comparisons?${week}`],
    ['a week, a word, an outlet', `/comparisons?${week}&q=said&outlet=${outlet}`],
    ['a tag', '/comparisons?tag=desk+3'],
    ['mine', '/comparisons?mine=true'],
    ['mine, with a common word', '/comparisons?mine=true&q=said&kind=all'],
    ['events of batches', '/comparisons?kind=batch'],
    ['failed', '/comparisons?state=failed'],
    ['partial, the last page', `/comparisons?state=partial&${deep}`],
    ['API, 100', '/api/comparisons?limit=100'],
    ['API, a word', '/api/comparisons?limit=100&q=government'],
    ['batches', '/batches'],
    ['a batch', '/batches/b-7'],
    ['stories', '/stories'],
    ['a story', `/stories/s-${many - 5}`],
    ['watching', '/watching'],
    ['start', '/'],
    ['a comparison', `/comparisons/${idOf(half)}/details`],
    ['the report', `/comparisons/${real}/report`],
    ['the report as JSON', `/api/comparisons/${real}/report.json`],
    ['rulings, 5,000 said', `/comparisons/${real}/rulings`],
    ['API, rulings', `/api/comparisons/${real}/rulings`],
    ['yours', '/rulings'],
    ['log', '/log'],
    ['log of one person', '/log?by='],
    ['people', '/people'],
    ['operation', '/operation'],
    ['metrics', '/metrics'],
  ]
}

async function onOne(kind: string): Promise<void> {
  const place = await placeOf(kind)
  const store = await place.store()
  const keys: string[] = []
  const ids: string[] = []
  const roles: readonly Role[] = ['runs', ...Array.from({ length: 9 }, () => 'edits' as const)]
  for (const [n, role] of roles.entries()) {
    const { key, stored } = await createKey(`Person ${n}`, scopesOf[role], store, end - 1)
    keys.push(key)
    ids.push(stored.id)
  }
  await store.close()
  const [runs = ''] = keys
  let server = await serving(place.environment)
  const sample = await ask(`${server.url}/comparisons/sample`, runs, { method: 'POST', body: new FormData() })
  const real = /[^/]+$/u.exec(sample.location)?.[0] ?? ''
  const report = `${server.url}/api/comparisons/${real}/report.json`
  while (!(await ask(`${server.url}/api/comparisons/${real}`, runs)).text.includes('"finishedAt":"'))
    await pause(200)
  const findings = [...new Set((await ask(report, runs)).text.match(/\bf-[0-9a-f]{12}\b/gu))]
  await server.stop()
  const into = await place.into()
  await fill(into.put, ids, real, findings)
  await into.close()
  server = await serving(place.environment)

  console.log(`${kind}: ${many} comparisons, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  console.log('| page | least, ms | median, ms | processor, ms | kB |\n| --- | --- | --- | --- | --- |')
  for (const [name, at] of pagesOf(real)) {
    const target = `${server.url}${at}${at.endsWith('by=') ? (ids[3] ?? '') : ''}`
    const { text: first } = await ask(target, runs)
    const before = processorMs(server.pid)
    const times: number[] = []
    for (let n = 0; n < 9; n++) times.push((await ask(target, runs)).ms)
    const cpu = (processorMs(server.pid) - before) / times.length
    const cells = [Math.min(...times), quantile(times, 0.5), cpu].map((ms) => ms.toFixed(0))
    console.log(`| ${name} | ${cells.join(' | ')} | ${(first.length / 1_000).toFixed(0)} |`)
  }

  const until = performance.now() + Number(values.seconds) * 1_000
  const pages = pagesOf(real).filter(([, at]) => !at.endsWith('by='))
  const reads: number[] = []
  const writes: number[] = []
  const [finding = ''] = findings
  await Promise.all(
    Array.from({ length: Number(values.clients) }, async (_, client) => {
      const key = itemAt(keys, client % keys.length)
      const own = pages.filter(([, at]) => key === runs || !/log|people|operation|metrics/u.test(at))
      for (let n = 0; performance.now() < until; n++) {
        const at = (client * 7 + n) % 40
        const json = { 'content-type': 'application/json' }
        if (at === 0) {
          const body = { method: 'POST', headers: json, body: twoTexts(client * 1_000 + n) }
          writes.push((await ask(`${server.url}/api/comparisons`, key, body)).ms)
        } else if (at % 10 === 3) {
          const body = {
            method: 'PUT',
            headers: json,
            body: JSON.stringify({ verdict: 'accept', note: `${n}`, sentence: 'They differ.' }),
          }
          writes.push((await ask(`${server.url}/api/comparisons/${real}/rulings/${finding}`, key, body)).ms)
        } else reads.push((await ask(server.url + itemAt(own, (client + n) % own.length)[1], key)).ms)
        // Who reads a page looks at it for a moment.
        await pause(500 + 1_000 * random())
      }
    }),
  )
  const told = (times: readonly number[]): string =>
    `${times.length}, p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, most ${quantile(times, 1).toFixed(0)} ms`
  console.log(`${values.clients} clients: reads ${told(reads)}; submits and rulings ${told(writes)}`)
  await server.stop()
  await place.close()
}

for (const kind of values.on.split(',')) await onOne(kind)
for (const sentence of wrong.slice(0, 20)) console.log(`wrong: ${sentence}`)
process.exitCode = wrong.length === 0 ? 0 : 1
