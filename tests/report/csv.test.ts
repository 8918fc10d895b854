/** The CSV files, read back by a small RFC 4180 reader and by what a spreadsheet would do. */
import { describe, expect, it, test } from 'vitest'
import { actors } from '../../src/editions/tables/actors.js'
import { cells } from '../../src/editions/tables/cells.js'
import { writeCsv, pooledRows } from '../../src/editions/tables/table.js'
import { findings } from '../../src/editions/tables/findings.js'
import { quotes } from '../../src/editions/tables/quotes.js'
import { tables } from '../../src/editions/tables/tables.js'
import { articles, ferryReport } from './fixture.js'
import { hostile, hostileReport } from './hostile.js'

/** Rows of cells; throws where the text is no RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex
    const match = cell.exec(csv)
    if (match === null) throw new Error(`no RFC 4180 at ${at}: ${csv.slice(at, at + 40)}`)
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

function records(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = read(csv)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

describe('cells.csv', () => {
  const rows = records(cells.csv(ferryReport))

  it('has a row for each article in each column, absent and unknown included', () => {
    expect(rows).toHaveLength(5 * (ferryReport.claims.length + ferryReport.quotes.length))
    const fire = rows.filter((row) => row['column_id'] === 'cc-fire000000001')
    expect(fire.map((row) => [row['outlet'], row['state'], row['stance'], row['unknown_reason']])).toEqual([
      ['Varrick Courier', 'present', 'asserts', ''],
      ['Morning Post of the Sound', 'absent', '', ''],
      ['Tide Radio', 'present', 'denies', ''],
      ['Inland Review', 'unknown', '', 'truncated'],
      ['Coast Television', 'unknown', '', 'unreadable'],
    ])
    expect(fire[1]?.['nearest_text']).toBe('the terminal at Varrick stood empty until noon')
  })

  it('has offsets that slice to the text, hashes, groups, voice and speaker', () => {
    for (const row of rows.filter((one) => one['state'] === 'present')) {
      const article = ferryReport.articles.find((one) => one.id === row['article_id'])
      expect(article?.text.slice(Number(row['start']), Number(row['end']))).toBe(row['text'])
      expect(row['source_sha256']).toBe(article?.sha256)
    }
    const [first] = rows.filter((row) => row['value'] === '2500 person')
    expect(first).toMatchObject({
      voice: 'attributed',
      speaker: 'Jo Verre',
      certainty: 'hedged',
      sourcing: 'named',
      form: 'altered',
      hedged: 'true',
    })
    expect(rows[0]?.['independence_group']).toBe(rows[1]?.['independence_group'])
  })
})

test('findings.csv has a row for each passage of evidence, in reading order', () => {
  const rows = records(findings.csv(ferryReport))
  expect(rows).toHaveLength(ferryReport.findings.flatMap((finding) => finding.evidence).length)
  expect(rows.map((row) => row['rank'])).toEqual(['1', '1', '2', '2', '2', '3', '3', '4', '5'])
  expect(rows.map((row) => row['block'])).toEqual([
    'cannot',
    'cannot',
    'cannot',
    'cannot',
    'cannot',
    'quoted',
    'quoted',
    'told',
    'note',
  ])
  expect(rows[6]).toMatchObject({
    role: 'cut',
    outlet: 'Tide Radio',
    edits: 'cut-end: but not under threat of a strike',
  })
})

test('quotes.csv has a row for each attribution', () => {
  const rows = records(quotes.csv(ferryReport))
  expect(
    rows.map((row) => [row['outlet'], row['speaker'], row['cue_words'], row['column_ids'], row['form']]),
  ).toEqual([
    ['Varrick Courier', 'Mara Holt', 'said', 'qc-table00000001', 'verbatim'],
    ['Tide Radio', 'Holt', 'said', 'qc-table00000001', 'shortened'],
  ])
  expect(rows[0]?.['source_sha256']).toBe(articles.courier.sha256)
})

test('actors.csv has a row for each label, act and sum of words heard', () => {
  const rows = records(actors.csv(ferryReport))
  const shown = ['actor_name', 'outlet', 'entry_number', 'entry', 'entry_kind', 'words', 'direct_words']
  expect(rows.map((row) => shown.map((name) => row[name]))).toEqual([
    ['Mara Holt', 'Varrick Courier', '1', 'label', 'name', 'Mara Holt', ''],
    ['Mara Holt', 'Varrick Courier', '2', 'heard', '', '', '13'],
    ['Mara Holt', 'Tide Radio', '1', 'label', 'name', 'Holt', ''],
    ['Mara Holt', 'Tide Radio', '2', 'act', 'does', 'return', ''],
    ['Mara Holt', 'Tide Radio', '3', 'heard', '', '', '6'],
  ])
})

describe('a spreadsheet', () => {
  test.each(hostile.map((words) => [words.slice(0, 40), words]))(
    'takes no cell for a formula: %j',
    (_name, words) => {
      const report = hostileReport(words)
      for (const { csv } of tables) {
        const [head = [], ...rows] = read(csv(report))
        for (const row of rows) {
          expect(row).toHaveLength(head.length)
          for (const cell of row) if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        }
      }
    },
  )

  it('and a terminal get no character that acts on them', () => {
    const hostileCells = [
      '\u001b]0;title\u0007\u001b[2J',
      'a\tb',
      'two\nlines',
      'bell\u0007 \u0000 \u009b31m é',
    ]
    expect(writeCsv(['a', 'b', 'c', 'd'], [hostileCells])).toBe(
      'a,b,c,d\r\n\uFFFD]0;title\uFFFD\uFFFD[2J,a\tb,"two\nlines",bell\uFFFD \uFFFD \uFFFD31m é\r\n',
    )
  })

  it('gets titles of events in front of their rows that are no formula either', () => {
    const table = writeCsv(
      ['a', 'b'],
      [
        ['x', 'two "quoted"\r\nlines, here'],
        ['＝1', null],
      ],
    )
    for (const title of ['=1', '+1', '-1', '@A1', '＝1', '＋1', '－1', '＠A1', '\t=1', '\n=1']) {
      const rows = read(pooledRows(table, ['c-1', title]))
      expect(rows).toEqual([
        ['c-1', `'${title}`, 'x', 'two "quoted"\r\nlines, here'],
        ['c-1', `'${title}`, "'＝1", ''],
      ])
    }
    expect(pooledRows(writeCsv(['a'], []), ['c-1'])).toBe('')
  })

  it('gets text, numbers and nothing as they are', () => {
    expect(
      writeCsv(
        ['a', 'b', 'c'],
        [
          ['x "y", z', 0.123456, null],
          ['-1', -1, true],
        ],
      ),
    ).toBe('a,b,c\r\n"x ""y"", z",0.1235,\r\n\'-1,-1,true\r\n')
  })
})
