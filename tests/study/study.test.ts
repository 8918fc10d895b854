/** A study of drawn events: what stands in its tables, its rates and its pages. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { renderHtml } from '../../src/print/html/page.js'
import { chosenActor } from '../../src/study/measures.js'
import { grouped, kept } from '../../src/text/grouped.js'
import { itemAt } from '../../src/text/item-at.js'
import { compareSample, samples } from '../support/event.js'
import { copy, source, studyOf, type Made } from './made.js'

const rows = (made: Made, name: string) =>
  parse<Readonly<Record<string, string>>>(made.files.get(name) ?? '', { columns: true })

let reports: readonly Report[]
let many: Made
beforeAll(async () => {
  reports = await Promise.all(samples.map(compareSample))
  const sources = Array.from({ length: 24 }, (_, number) =>
    reports.map((report, at) =>
      source(`event-${String(number).padStart(2, '0')}-${at}`, copy(report, number)),
    ),
  ).flat()
  const variables = {
    names: ['country'],
    of: (outlet: string) => (outlet === 'Brightline' ? { country: 'NO' } : undefined),
  }
  many = await studyOf(sources, { variables, actors: [chosenActor('Steve Witkoff=Witkoff')] })
})

describe('the tables', () => {
  test('have event and outlet in front, a row a thing, and no list in a cell', () => {
    for (const name of ['articles', 'statements', 'quotes', 'actors', 'findings']) {
      const [first] = rows(many, `${name}.csv`)
      expect(Object.keys(first ?? {}).slice(0, 2), name).toEqual(['event', 'outlet'])
    }
    const pack = JSON.parse(many.files.get('datapackage.json') ?? '') as {
      resources: {
        path: string
        bytes: number
        schema: { fields: { name: string; type: string }[]; primaryKey: string[] }
      }[]
    }
    for (const { path, bytes, schema } of pack.resources) {
      const text = many.files.get(path) ?? ''
      expect(Buffer.byteLength(text), path).toBe(bytes)
      expect(text.split('\r\n')[0], path).toBe(schema.fields.map(({ name }) => name).join(','))
      const keys = rows(many, path).map((row) => schema.primaryKey.map((name) => row[name]).join('\u0000'))
      expect(new Set(keys).size, path).toBe(keys.length)
      expect(schema.fields.map(({ type }) => type)).not.toContain('list')
    }
  })

  test('name what is known of an outlet beside it', () => {
    const countries = new Set(
      rows(many, 'articles.csv').map((row) => `${row['outlet'] ?? ''}: ${row['outlet_country'] ?? ''}`),
    )
    expect(countries).toContain('Brightline: NO')
  })

  test('have one actor over all events', () => {
    const witkoff = rows(many, 'actors.csv').filter((row) => row['actor'] === 'Steve Witkoff')
    expect(new Set(witkoff.map((row) => row['event'])).size).toBe(24)
    expect(new Set(witkoff.map((row) => row['actor_id'])).size).toBe(1)
  })
})

describe('a rate', () => {
  test('counts what was told by most others, and leaves out of it what could not be told', () => {
    const groups = new Map<string, Map<string, string>>()
    for (const row of rows(many, 'articles.csv'))
      if (row['completeness'] !== 'unreadable')
        kept(groups, row['event'] ?? '', () => new Map<string, string>()).set(
          row['article_id'] ?? '',
          row['independent_text'] ?? '',
        )
    const expected = new Map<string, { cases: number; of: number; unknown: number }>()
    const statements = grouped(rows(many, 'statements.csv'), (row) => [
      `${row['event']} ${row['statement_id']}`,
    ])
    for (const cells of statements.values())
      for (const { event = '', article_id: article = '', outlet = '', state } of cells) {
        const texts = groups.get(event) ?? new Map<string, string>()
        const others = new Set([...texts.values()].filter((group) => group !== texts.get(article)))
        const telling = cells
          .filter((row) => row['state'] === 'present')
          .map((row) => texts.get(row['article_id'] ?? ''))
        const tellers = new Set(telling.filter((group) => group !== undefined && others.has(group))).size
        if (tellers < 2 || tellers * 2 <= others.size) continue
        const sums = kept(expected, outlet, () => ({ cases: 0, of: 0, unknown: 0 }))
        if (state === 'unknown') sums.unknown++
        else sums.of++
        if (state === 'absent') sums.cases++
      }
    const counted = many.study.rates
      .filter(({ measure }) => measure === 'lacks')
      .map(({ outlet, cases, of, unknown }) => [outlet, { cases, of, unknown }] as const)
    expect(new Map(counted)).toEqual(expected)
    expect(counted.some(([, { cases }]) => cases > 0)).toBe(true)
    expect(counted.some(([, { unknown }]) => unknown > 0)).toBe(true)
  })

  test('of few events is a count', async () => {
    const few = await studyOf(reports.map((report, at) => source(`e${at}`, report)))
    const { rates, differences } = few.study
    expect(rates.every(({ rate, interval }) => rate === null && interval === null)).toBe(true)
    expect(rates.some(({ cases }) => cases > 0)).toBe(true)
    expect(differences).toEqual([])
    expect(few.files.get('index.html')).toContain('too few events for a rate')
  })

  test('stands by the name of the outlet, whatever its size', () => {
    const names = many.study.rates.filter(({ measure }) => measure === 'lacks').map(({ outlet }) => outlet)
    expect(names).toEqual([...names].sort())
  })

  test('is uncorrected unless people judged enough of this outlet', async () => {
    expect(many.study.rates.every((rate) => rate.corrected === null)).toBe(true)
    const audit = new Map(
      rows(many, 'statements.csv').map(
        (row) => [`${row['statement_id'] ?? ''} ${row['article_id'] ?? ''}`, 'right'] as const,
      ),
    )
    const sources = Array.from({ length: 24 }, (_, number) =>
      source(`event-${String(number).padStart(2, '0')}`, copy(itemAt(reports, 0), number)),
    )
    const judged = await studyOf(sources, { audit })
    const lacks = judged.study.rates.filter(
      ({ measure, corrected }) => measure === 'lacks' && corrected !== null,
    )
    expect(lacks.length).toBeGreaterThan(0)
    // All were judged right: the rate stays.
    for (const { rate, corrected } of lacks) expect(corrected?.rate).toBeCloseTo(rate ?? -1, 10)
  })
})

describe('times', () => {
  /** The first report's articles with these times, in their order. */
  const timed = (...times: readonly string[]): Report => {
    const report = itemAt(reports, 0)
    const articles = report.articles.slice(0, times.length).map((article, at) => ({
      ...article,
      outlet: { id: `o-${at}`, name: `Outlet ${at}` },
      publishedAt: itemAt(times, at),
    }))
    const sorted = [...times].sort()
    return {
      ...report,
      articles,
      event: { ...report.event, from: itemAt(sorted, 0), to: sorted.at(-1) ?? null },
    }
  }
  const orderIn = (made: Made): readonly (string | undefined)[] =>
    rows(made, 'articles.csv').map((row) => row['order'])

  test('say who came first, and from when to when the reports are', async () => {
    const made = await studyOf([source('e', timed('2026-03-02T09:00:00Z', '2026-03-04T08:00:00Z'))])
    expect(orderIn(made)).toEqual(['1', '2'])
    expect([made.study.from, made.study.to]).toEqual(['2026-03-02T09:00:00Z', '2026-03-04T08:00:00Z'])
    const first = made.study.rates.filter(({ measure }) => measure === 'first')
    expect(first.map(({ cases, of }) => [cases, of])).toEqual([
      [1, 1],
      [0, 1],
    ])
  })

  test('of which one is a day alone put nobody of that day first', async () => {
    const made = await studyOf([source('e', timed('2026-03-02', '2026-03-02T08:00:00Z'))])
    expect(orderIn(made)).toEqual(['1', '1'])
    expect(made.study.rates.filter(({ measure, cases }) => measure === 'first' && cases > 0)).toEqual([])
  })
})

test('study.json keeps to its schema, with rates and without', async () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/study.schema.json', import.meta.url), 'utf8'),
  ) as object
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  for (const { files } of [many, await studyOf([source('alone', itemAt(reports, 0))]), await studyOf([])])
    expect(validate(JSON.parse(files.get('study.json') ?? '')), JSON.stringify(validate.errors)).toBe(true)
})

test('the same event in two batches counts once, and is named', async () => {
  const report = itemAt(reports, 0)
  const { study } = await studyOf([source('first', report), source('second', report)])
  expect(study.events).toBe(1)
  expect(study.leftOut).toEqual([{ event: 'second', reason: 'it has the same reports as first' }])
})

test('a report that cannot be read is left out with the reason, and the rest stands', async () => {
  const report = itemAt(reports, 0)
  const broken = { event: 'broken', folder: null, read: () => Promise.resolve('{"schema":') }
  const { study, files } = await studyOf([broken, source('whole', report)])
  expect(study.events).toBe(1)
  expect(files.get('method.md')).toContain('Left out: 1 event.')
  expect(study.leftOut[0]?.event).toBe('broken')
})

describe('the pages', () => {
  test('lead from every dot to its cases, and from each case to its report', () => {
    const page = many.files.get('index.html') ?? ''
    const links = [...page.matchAll(/href="(cases\/[^"]+)"/gu)].map(([, name = '']) => name)
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(many.files.get(link), link).toMatch(/href="\.\.\/\.\.\/reports\/event-/u)
  })

  test('lead to what the page of the event’s report has', () => {
    const pages = reports.map((report) => renderHtml(report))
    const links = [...many.files].flatMap(([name, text]) =>
      name.startsWith('cases/') ? [...text.matchAll(/event-\d+-(\d)\/report\.html#([\w-]+)"/gu)] : [],
    )
    expect(links.length).toBeGreaterThan(100)
    const dead = links.filter(([, at, id]) => !pages[Number(at)]?.includes(`id="${id ?? ''}"`))
    expect(new Set(dead.map(([, , id]) => id))).toEqual(new Set())
    expect(links.some(([, , id = '']) => id.startsWith('f-'))).toBe(true)
  })

  test('escape what reports bring', async () => {
    const report = itemAt(reports, 0)
    const hostile = JSON.parse(
      JSON.stringify(report).replaceAll('Brightline', '<script>x</script>'),
    ) as Report
    const { files } = await studyOf([source('<img src=x>', hostile)])
    for (const [name, text] of files)
      if (name.endsWith('.html')) expect(text, name).not.toMatch(/<script|<img/u)
    for (const name of files.keys()) expect(name).toMatch(/^[\p{L}\p{N}./-]+$/u)
  })
})

test('the method note says how many events, how right each detector is, and what is uncorrected', () => {
  const note = many.files.get('method.md') ?? ''
  expect(note).toContain('reports of 48 events')
  expect(note).toContain('81 % (77 to 84)')
  expect(note).toContain('All rates are uncorrected.')
})
