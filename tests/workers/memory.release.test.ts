/** A page that fills the memory of the process that reads it, which takes the processor for long. */
import { afterEach, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { serverOfRun } from '../support/servers-of-run.js'
import { contentOf, submitBeside } from '../support/service.js'
import { openSystem, type System } from '../support/system.js'

let system: System
afterEach(() => system.close())

test('a page that takes too much memory loses itself, not its comparison or its worker', async () => {
  const heavy = `<article>${'<p><b>a</b><i>b</i></p>'.repeat(250_000)}</article>`
  const [redis, postgres] = [await serverOfRun('valkey'), await serverOfRun('postgres')]
  system = await openSystem(redis, postgres, { SYNOPTIC_MEMORY: '128' })
  const content = contentOf(heavy, 'text/html')
  await submitBeside(
    system.service,
    'poison',
    { name: 'heavy.html', kind: 'stored', location: content.sha256, outlet: null },
    600,
    [content],
  )
  await system.work()
  // Memory fills slowly near its limit, and slower on a loaded machine.
  await expect.poll(() => system.finished(), { timeout: 600_000, interval: 50 }).toEqual(['poison'])
  const report = Report.parse(JSON.parse((await system.service.store.report('poison')) ?? 'null'))
  expect(report.complete).toBe(false)
  expect(report.issues.map(({ source, code }) => `${source ?? ''} ${code}`)).toContain(
    'heavy.html normalize-memory',
  )
  expect(report.articles.map(({ completeness }) => completeness.state)).toEqual([
    'unreadable',
    ...Array<string>(3).fill('complete'),
  ])
})
