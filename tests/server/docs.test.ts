/** docs/api.md and docs/settings.md say what the server does: problems, routes, variables, metrics. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '../../src/config.js'
import { readServerConfig, serverSettings, serviceSettings } from '../../src/service-config.js'
import { documentOf } from '../../src/server/route.js'
import { problems } from '../../src/server/problems.js'
import { root } from '../support/event.js'
import { startServer } from './harness.js'

const docs = readFileSync(path.join(root, 'docs/api.md'), 'utf8')
const variables = readFileSync(path.join(root, 'docs/settings.md'), 'utf8')

it('names every problem with its status', () => {
  const section = /## Problems\n(.+?)\n## /su.exec(docs)?.[1] ?? ''
  const named = [...section.matchAll(/(\d{3}) ((?:`[a-z-]+`(?:,\s)?)+)/gu)].flatMap(
    ([, status, codes = '']) =>
      [...codes.matchAll(/`([a-z-]+)`/gu)].map(([, code]) => [code, Number(status)]),
  )
  const wanted = Object.entries(problems).map(([code, { status }]) => [code, status])
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(wanted))
})

it('names every route, and the scope that it says for them is the one they ask for', async () => {
  const server = await startServer({ working: false })
  const { paths } = documentOf(server.app)
  await server.close()
  for (const [route, methods] of Object.entries(paths ?? {}))
    for (const [method, operation] of Object.entries(
      methods as Record<string, { security: Record<string, string[]>[] }>,
    )) {
      const last = route.split('/').findLast((part) => !part.startsWith('{')) ?? ''
      if (!/^report\.|\.csv$/u.test(last)) expect(docs, route).toMatch(new RegExp(`[\`/]${last}\``, 'u'))
      const [security] = operation.security
      const scope = security === undefined ? 'none' : Object.values(security).flat().join()
      expect(scope, `${method} ${route}`).toBe(scopeAsTold(method, route))
    }
})

/** "What only looks needs the scope `read`" and the exceptions that stand behind it. */
function scopeAsTold(method: string, route: string): string {
  if (['/healthz', '/readyz', '/openapi.json'].includes(route)) return 'none'
  if (['/api/articles/{sha256}', '/api/log', '/metrics', '/admin/queues'].includes(route)) return 'admin'
  return method === 'get' && !route.endsWith('/shares') ? 'read' : 'submit'
}

it('serves each document, its links within them, with the address by which it is reached', async () => {
  const server = await startServer({ working: false })
  const read = async (at: string): Promise<string> => {
    const answer = await server.request(at)
    expect(answer.status, at).toBe(200)
    return answer.text()
  }
  const names = readdirSync(path.join(root, 'docs')).flatMap((file) => /^(.+)\.md$/u.exec(file)?.[1] ?? [])
  const list = await read('/docs')
  const pages = new Map<string, string>()
  for (const name of names) {
    expect(list).toContain(`href="/docs/${name}"`)
    pages.set(`/docs/${name}`, await read(`/docs/${name}`))
  }
  for (const [at, page] of pages) {
    expect(page, at).not.toMatch(/<!-- |(?:127\.0\.0\.1|localhost):8080(?!:)|href="[^"]*\.md/u)
    for (const [, target = '', place] of page.matchAll(/href="(\/docs\/[^"#]+|(?=#))(?:#([^"]+))?"/gu))
      if (place !== undefined && place !== 'main')
        expect(pages.get(target === '' ? at : target), `${at}: ${target}#${place}`).toContain(`id="${place}"`)
    for (const [, picture = ''] of page.matchAll(/src="(\/docs\/[^"]+)"/gu)) await read(picture)
  }
  expect(pages.get('/docs/tasks')).toContain(`curl -s ${server.url}/api/comparisons`)
  const behind = await server.request('/docs/tasks', { headers: { 'x-forwarded-proto': 'https' } })
  expect(await behind.text()).toContain(`curl -s ${server.url.replace('http:', 'https:')}/api/comparisons`)
  for (const at of ['/docs/nothing', '/docs/images/x.png', '/docs/..%2fREADME'])
    expect((await server.request(at)).status, at).toBe(404)
  await server.close()
})

it('names every variable of the server, and none that there is not', () => {
  const known = new Set(Object.keys({ ...settings, ...serviceSettings, ...serverSettings }))
  const among = (text: string): string[] =>
    [...text.matchAll(/`(SYNOPTIC_\w+)`/g)].map(([, name = '']) => name)
  expect(Object.keys(serverSettings).filter((name) => !among(variables).includes(name))).toEqual([])
  expect(among(docs).filter((name) => !known.has(name))).toEqual([])
})

it('gives the defaults', () => {
  const { host, port, settings: bounds, retention, deliver } = readServerConfig({})
  const day = 86_400_000
  for (const row of [
    `- \`SYNOPTIC_HOST\` (${host}):`,
    `- \`SYNOPTIC_PORT\` (${port}):`,
    `- \`SYNOPTIC_MAX_BODY\` (${bounds.maxBodyBytes}):`,
    `- \`SYNOPTIC_MAX_BATCH_BODY\` (${bounds.maxBatchBytes}):`,
    `- \`SYNOPTIC_MAX_SOURCES\` (${bounds.maxSources}):`,
    `${bounds.maxStreams} open streams`,
    `${bounds.maxInspections} inspections at once`,
    `${bounds.rates.failedKeys.perMinute} wrong keys a minute from one address`,
    `- \`SYNOPTIC_WEBHOOK_TRIES\` (${deliver.tries}):`,
    `- \`SYNOPTIC_KEEP_REPORTS\` (${(retention.reportsMs ?? 0) / day}):`,
    `- \`SYNOPTIC_KEEP_ARTICLES\` (${(retention.articlesMs ?? 0) / day}):`,
    `- \`SYNOPTIC_KEEP_PAGES\` (${(retention.contentsMs ?? 0) / day}):`,
    `- \`SYNOPTIC_KEEP_FETCHES\` (${(retention.fetchesMs ?? 0) / day}):`,
  ])
    expect(docs + variables).toContain(row)
})

it('refuses wrong settings with a sentence for each', () => {
  expect(() => readServerConfig({ SYNOPTIC_PORT: 'x', SYNOPTIC_KEEP_PAGES: '-1' })).toThrow(
    /SYNOPTIC_PORT should be a whole number.*SYNOPTIC_KEEP_PAGES should be a number of days/,
  )
})
