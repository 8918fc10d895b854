/** The classroom files: what the student's source must not hold, what the key must, and how rows are chosen. */
import { describe, expect, it, test } from 'vitest'
import { FindingKind } from '../../src/model/comparison.js'
import type { Report } from '../../src/model/report.js'
import { choose } from '../../src/editions/classroom/exercises.js'
import { explanations, keySheet, lessonRows, studentSheet } from '../../src/editions/classroom/sheets.js'
import { filesOf } from '../../src/editions/make.js'
import { maskOf } from '../../src/editions/masking.js'
import { withoutText } from '../../src/report/without-text.js'
import { kindWords } from '../../src/print/words.js'
import { compareSample, samples } from '../support/event.js'
import { ferryReport } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'
import { manyReport } from '../report/many.js'

function sheetsOf(report: Report) {
  return { student: studentSheet(report) ?? '', key: keySheet(report) ?? '' }
}

/** What the reader of the source sees, entities undone. */
const plain = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

function expectNothingGivenAway(student: string, report: Report): void {
  const source = plain(student)
  for (const { sentence, id } of report.findings) {
    expect(source).not.toContain(sentence)
    expect(source).not.toContain(id)
  }
  for (const kind of FindingKind.options.filter((name) => name.includes('-')))
    expect(source).not.toContain(kind)
  for (const words of Object.values(kindWords)) expect(source).not.toContain(words)
  for (const { outlet, url, bylines, id, source: file } of report.articles) {
    for (const name of [outlet.name, id, file, ...bylines]) expect(source).not.toContain(name)
    if (url !== null) expect(source).not.toContain(new URL(url).hostname)
  }
  for (const sure of ['How sure', 'when tested', 'control']) expect(source).not.toContain(sure)
}

describe('by hand', () => {
  const { student, key } = sheetsOf(ferryReport)

  it('the student’s source holds excerpts and tasks, and nothing that gives away', () => {
    expect(student).toContain('There was no fire at the pier')
    expect(student).toContain('☐ tell the same')
    for (const [name] of explanations) expect(student).toContain(`<b>${name}:</b>`)
    expectNothingGivenAway(student, ferryReport)
  })

  it('the key names outlets, says what each row shows and how sure that is', () => {
    for (const words of ['A Varrick Courier', 'C Tide Radio', 'How sure:', kindWords.conflict])
      expect(key).toContain(words)
    expect(plain(key)).toContain(ferryReport.findings[0]?.sentence)
    expect(key).toContain('<mark>A ferry burned at the pier in the night</mark>, the harbour office said.')
  })

  it('both are one file each: no script, nothing loaded, a policy', () => {
    for (const page of [student, key]) {
      expect(plain(page)).toMatch(
        /content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
      )
      expect(page).not.toMatch(/<script|<link|<img|url\(|@import| style=| on\w+=/i)
    }
  })

  it('the same report gives the same bytes', () => {
    expect(sheetsOf(ferryReport)).toEqual(sheetsOf(ferryReport))
  })

  it('works on excerpts alone', () => {
    const bare = sheetsOf(withoutText(ferryReport))
    expect(bare.student).toContain('There was no fire at the pier')
    expectNothingGivenAway(bare.student, ferryReport)
  })
})

test('a name that an outlet gives itself is masked in its excerpts', () => {
  const [courier, ...others] = ferryReport.articles
  if (courier === undefined) throw new Error('fixture changed')
  const words = 'the harbour office said'
  const self = 'VarrickCourier understood'
  const telling = {
    ...courier,
    text: courier.text.replace(words, self.padEnd(words.length, '.').slice(0, words.length)),
  }
  expect(telling.text).toContain('VarrickCourier')
  const { student } = sheetsOf({ ...ferryReport, articles: [telling, ...others] })
  expect(student).toContain('Report A')
  expect(student).not.toContain('VarrickCourier')
})

describe.each(samples)('a report on %s', (name) => {
  it('gives differences and controls, and gives nothing away', async () => {
    const report = await compareSample(name)
    const exercises = choose(report, maskOf(report)).flatMap((page) => page.exercises)
    expect(exercises.filter(({ finding }) => finding !== null).length).toBeGreaterThanOrEqual(2)
    expect(exercises.filter(({ finding }) => finding === null).length).toBeGreaterThanOrEqual(1)
    const { student, key } = sheetsOf(report)
    expectNothingGivenAway(student, report)
    expect(key).toContain('The same')
  })
})

it('takes just the rows that somebody chose, on as many pages as they need, and its key the same', async () => {
  const report = await compareSample('harbour-accord')
  const rows = lessonRows(report)
  const ids = rows.map(({ id }) => id)
  const idsOf = (chosen: readonly string[]): string[] =>
    choose(report, maskOf(report), chosen).flatMap(({ exercises }) => exercises.map(({ id }) => id))
  const two = [ids[0] ?? '', ids.at(-1) ?? '']
  expect(idsOf(two).sort()).toEqual(two.sort())
  expect(idsOf(ids).sort()).toEqual([...ids].sort())
  const sheets = [studentSheet(report, two), keySheet(report, two)].map((sheet) => sheet ?? '')
  expect(sheets.map((sheet) => [...sheet.matchAll(/id="[ek]\d+"/gu)].length)).toEqual([2, 2])
  expectNothingGivenAway(studentSheet(report, ids) ?? '', report)
  expect([...(studentSheet(report, ids) ?? '').matchAll(/class="page"/gu)].length).toBeGreaterThan(2)
  expect(studentSheet(report, ['f-none'])).toBeNull()
})

test.each(hostile.map((words) => [words.slice(0, 30), words]))(
  'hostile text is inert: %j',
  (_name, words) => {
    const { student, key } = sheetsOf(hostileReport(words))
    for (const page of [student, key]) {
      expect(page).not.toMatch(/<(script|iframe|img|svg|object|b onclick)/i)
      expect(page).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e]/)
    }
  },
)

test('without two passages to set side by side there are no files', () => {
  expect(filesOf({ ...ferryReport, findings: [], claims: [], quotes: [] }, ['classroom'])).toEqual([])
  expect(filesOf(manyReport(3), ['classroom'])).toHaveLength(2)
})
