/** The audit: what the sheet shows and hides, how it is drawn, and the figures that follow from answers. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { AuditKey, AuditResult } from '../../src/model/audit.js'
import { auditOf, type Answer } from '../../src/editions/audit/sample.js'
import { equalShares } from '../../src/editions/strata.js'
import { auditText, readSheet, score } from '../../src/editions/audit/score.js'
import { ferryReport } from '../report/fixture.js'

const named = [{ file: 'report.json', report: ferryReport }]
const made = (seed = '1', size = 40) => {
  const sample = auditOf(named, size, seed)
  if (typeof sample === 'number') throw new Error(`at least ${sample}`)
  const [sheet, texts, key] = sample.files.map(({ content }) => String(content))
  return { sheet: sheet ?? '', texts: texts ?? '', key: AuditKey.parse(JSON.parse(key ?? '')) }
}

describe('the sheet', () => {
  const { sheet, texts, key } = made()

  it('shows passages and texts, and hides outlets, kinds, confidences and the state of cells', () => {
    expect(texts).toContain('===== Text 1-A =====')
    expect(texts).toContain('There was no fire at the pier')
    for (const file of [sheet, texts]) {
      for (const { outlet, url } of ferryReport.articles) {
        expect(file).not.toContain(outlet.name)
        if (url !== null) expect(file).not.toContain(new URL(url).hostname)
      }
      for (const hidden of [
        'Ida Brandt',
        'Sound Press Agency',
        '0.85',
        '0.62',
        'quote-shortened',
        'omitted-claim',
        'absent',
      ])
        expect(file).not.toContain(hidden)
    }
  })

  it('hides outlets that are named after a file, too', () => {
    const articles = ferryReport.articles.map((article, at) => ({
      ...article,
      outlet: { id: `${at}`, name: `file${at}` },
    }))
    const findings = ferryReport.findings.map((one) => ({
      ...one,
      sentence: 'Says this: file0. Does not: file1 and file2.',
    }))
    const sample = auditOf([{ file: 'report.json', report: { ...ferryReport, articles, findings } }], 40, '1')
    if (typeof sample === 'number') throw new Error(`at least ${sample}`)
    expect(String(sample.files[0]?.content)).toContain('Says this: Report')
    expect(String(sample.files[0]?.content)).not.toMatch(/file\d/u)
  })

  it('has each item of the key once, in an order that does not follow the strata', () => {
    const items = sheet.split('\r\n').flatMap((line) => /^i-[0-9a-f]{8}(?=,)/.exec(line)?.[0] ?? [])
    expect(items).toEqual(key.items.map(({ item }) => item))
    expect(key.items.map(({ stratum }) => stratum)).not.toEqual(
      key.items.map(({ stratum }) => stratum).toSorted(),
    )
    for (const { stratum, outlet, sampled } of key.strata)
      expect(
        key.items.filter((item) => item.stratum === stratum && item.outlet === outlet),
        `${stratum} ${outlet ?? ''}`,
      ).toHaveLength(sampled)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(made().sheet).toBe(sheet)
    expect(made('2').sheet).not.toBe(sheet)
  })
})

test('cells are drawn from each outlet, and from all together where the sample is too small for that', () => {
  const absent = (size: number) =>
    made('1', size).key.strata.filter(({ stratum }) => stratum === 'claim cell absent')
  expect(absent(40).length).toBeGreaterThan(1)
  for (const { outlet, sampled } of absent(40)) {
    expect(ferryReport.articles.map((article) => article.outlet.name)).toContain(outlet)
    expect(sampled).toBeGreaterThan(0)
  }
  expect(absent(12).map(({ outlet }) => outlet)).toEqual([null])
})

test('an outlet weighs as many cells as it has, however many were judged', () => {
  const items = ['a', 'b', 'c', 'd'].map((item) => ({
    item,
    stratum: 'claim cell present' as const,
    outlet: item === 'a' ? 'Large' : 'Small',
    report: 0,
    target: [item],
  }))
  const key = AuditKey.parse({
    ...{ schema: 'synoptic/audit-key@1', generator: '', seed: '1', reports: [], items },
    strata: [
      { stratum: 'claim cell present', outlet: 'Large', size: 90, sampled: 1 },
      { stratum: 'claim cell present', outlet: 'Small', size: 10, sampled: 3 },
    ],
  })
  const answers = new Map<string, Answer>([
    ['a', 'yes'],
    ['b', 'no'],
    ['c', 'no'],
    ['d', 'no'],
  ])
  const [row] = score(key, answers).rows
  expect(row).toMatchObject({ size: 100, sampled: 4, right: 1, wrong: 3 })
  expect(row?.precision?.value).toBeCloseTo(0.9, 9)
})

test('shares are equal as far as sizes allow, and sum to what was asked for', () => {
  expect(equalShares([10, 1, 10], 9)).toEqual([4, 1, 4])
  expect(equalShares([3, 3], 100)).toEqual([3, 3])
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 200 }),
      (sizes, total) => {
        const shares = equalShares(sizes, total)
        const all = sizes.reduce((a, b) => a + b)
        const most = Math.max(...shares)
        return (
          shares.reduce((a, b) => a + b) === Math.min(total, all) &&
          shares.every((share, i) => share <= (sizes[i] ?? 0) && (share >= most - 1 || share === sizes[i]))
        )
      },
    ),
  )
})

/** `8 yes 2 no` of each stratum, of how many there are. */
function keyAndAnswers(strata: Readonly<Record<string, readonly [size: number, answers: string]>>) {
  const given = new Map<string, Answer>()
  const items = Object.entries(strata).flatMap(([stratum, [, answers]]) =>
    [...answers.matchAll(/(\d+) (\S+)/g)].flatMap(([, number, answer]) =>
      Array.from({ length: Number(number) }, (_, index) => {
        const item = `i-${stratum}-${answer ?? ''}-${index}`
        if (answer !== 'open') given.set(item, answer as Answer)
        return { item, stratum, report: 0, target: ['f'] }
      }),
    ),
  )
  const key = AuditKey.parse({
    schema: 'synoptic/audit-key@1',
    generator: 'synoptic 0.1.0',
    seed: '1',
    reports: ['r.json'],
    strata: Object.entries(strata).map(([stratum, [size]]) => ({
      stratum,
      size,
      sampled: items.filter((one) => one.stratum === stratum).length,
    })),
    items,
  })
  return { key, given }
}

describe('the figures', () => {
  const { key, given } = keyAndAnswers({
    'finding conflict': [10, '8 yes 2 no'],
    'finding naming': [90, '5 yes 5 no 3 cannot-tell 2 open'],
    'claim cell present': [300, '9 yes 1 no'],
    'claim cell absent': [100, '2 yes 8 no'],
  })
  const result = AuditResult.parse(score(key, given))

  it('give precision with Wilson’s interval, and leave "cannot tell" and open rows out of it', () => {
    expect(result.rows[0]?.precision?.value).toBe(0.8)
    expect(result.rows[0]?.precision?.interval?.low).toBeCloseTo(0.4902, 4)
    expect(result.rows[1]).toMatchObject({
      right: 5,
      wrong: 5,
      cannotTell: 3,
      open: 2,
      precision: { value: 0.5 },
    })
    expect(result).toMatchObject({ items: 45, answered: 43, cannotTell: 3, open: 2 })
  })

  it('weigh the kinds by how many there are', () => {
    expect(result.findings?.value).toBeCloseTo(0.1 * 0.8 + 0.9 * 0.5, 9)
    // Effective size 1 / (0.1²/10 + 0.9²/10) = 12.2: wider than 20 items of one stratum would be.
    expect(result.findings?.interval?.high).toBeGreaterThan(0.53 + 0.2)
  })

  it('give recall of cells from both sides: 300 × 0.9 found, 100 × 0.2 lost', () => {
    const [claims] = result.cells
    expect(claims?.present.recall?.value).toBeCloseTo(270 / 290, 9)
    expect(claims?.absent.recall?.value).toBeCloseTo(80 / 110, 9)
    expect(claims?.absent.precision?.value).toBe(0.8)
    expect(claims?.present.recall?.interval?.low).toBeLessThan(270 / 290)
  })

  it('stand in the text with their cases', () => {
    const text = auditText(result)
    expect(text).toContain('finding conflict: 8 of 10, 80 % (49 to 94) (10 drawn of 10)')
    expect(text).toContain('3 cannot tell')
    expect(text).toContain('2 left open')
  })

  it('give no recall where nothing was judged to be so', () => {
    const { key, given } = keyAndAnswers({
      'claim cell present': [30, '10 no'],
      'claim cell absent': [50, '10 no'],
    })
    const [claims] = score(key, given).cells
    expect(claims?.present).toMatchObject({ precision: { value: 0 }, recall: null })
    // 50 called absent and so, 30 called present that were absent too.
    expect(claims?.absent.recall?.value).toBeCloseTo(50 / 80, 9)
  })

  it('are not known where nobody could tell', () => {
    const unclear = keyAndAnswers({ 'finding naming': [9, '4 cannot-tell'] })
    expect(score(unclear.key, unclear.given).findings).toBeNull()
  })
})

describe('a filled sheet', () => {
  const { sheet, key } = made()
  const fill = (answer: (index: number) => string, mark = ','): string =>
    ['item,answer', ...key.items.map(({ item }, index) => `${item},${answer(index)}`)]
      .join('\r\n')
      .replaceAll(',', mark)

  it('is read as spreadsheets save it', () => {
    for (const mark of [',', ';', '\t']) {
      const read = readSheet(`\ufeff${fill((index) => (index % 2 === 0 ? 'Yes' : 'cannot tell'), mark)}`, key)
      expect(read.ok && [read.answers.size, read.missing]).toEqual([key.items.length, 0])
    }
  })

  it('scores what the key says', () => {
    const read = readSheet(
      fill(() => 'yes'),
      key,
    )
    const result = read.ok ? score(key, read.answers) : null
    expect(
      result?.rows
        .filter(({ stratum }) => stratum.startsWith('finding'))
        .every(({ precision }) => precision?.value === 1),
    ).toBe(true)
    expect(result?.rows.find(({ stratum }) => stratum === 'claim cell absent')?.precision?.value).toBe(0)
  })

  test.each([
    ['nothing', '', /empty/],
    ['no such columns', 'a,b\n1,2', /first line must name the columns/],
    ['no rows', 'item,answer\n', /no rows/],
    ['no answers', sheet, /no answer is filled in/],
    [
      'another item',
      'item,answer\ni-00000000,yes',
      /row 2 has the item "i-00000000", which is not in the key/,
    ],
    [
      'an item twice',
      `item,answer\n${key.items[0]?.item ?? ''},yes\n${key.items[0]?.item ?? ''},no`,
      /stands in two rows/,
    ],
    [
      'another answer',
      `item,answer\n${key.items[0]?.item ?? ''},perhaps`,
      /has the answer "perhaps"; it must be yes, no, cannot-tell/,
    ],
    ['a broken quotation', 'item,answer\n"i-1,yes', /no CSV/],
  ])('with %s is refused with the reason', (_name, text, reason) => {
    const read = readSheet(text, key)
    expect(read.ok ? '' : read.problem).toMatch(reason)
  })
})
