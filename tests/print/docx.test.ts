/** The hand-out: a package that parses, says what the report says, and is the same bytes on every machine. */
import { execFileSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, it, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { docx } from '../../src/print/docx/document.js'
import { sureness } from '../../src/print/words.js'
import { sha256 } from '../../src/text/hash.js'
import { root } from '../support/event.js'
import { ferryReport } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'
import { markedReport } from '../editions/marked-report.js'

const { DOMParser } = new JSDOM().window
const parse = (xml: Uint8Array): Document =>
  new DOMParser().parseFromString(strFromU8(xml), 'application/xml')

function textOf(report: Report): string {
  const document = parse(unzipSync(docx(report))['word/document.xml'] ?? new Uint8Array())
  return [...document.getElementsByTagName('w:p')].map((paragraph) => paragraph.textContent).join('\n')
}

describe('the package', () => {
  const files = unzipSync(docx(ferryReport))

  it('has a content type for each part, and each relation leads to one', () => {
    const types = parse(files['[Content_Types].xml'] ?? new Uint8Array())
    const parts = [...types.getElementsByTagName('Override')].map((one) =>
      one.getAttribute('PartName')?.slice(1),
    )
    for (const part of parts) expect(Object.keys(files)).toContain(part)
    const relations = parse(files['word/_rels/document.xml.rels'] ?? new Uint8Array())
    for (const relation of relations.getElementsByTagName('Relationship'))
      expect(Object.keys(files)).toContain(`word/${relation.getAttribute('Target') ?? ''}`)
    for (const name of Object.keys(files))
      expect(parse(files[name] ?? new Uint8Array()).querySelector('parsererror')).toBeNull()
  })

  it('uses styles that it defines', () => {
    const styles = parse(files['word/styles.xml'] ?? new Uint8Array())
    const known = [...styles.getElementsByTagName('w:style')].map((one) => one.getAttribute('w:styleId'))
    const document = parse(files['word/document.xml'] ?? new Uint8Array())
    for (const name of ['w:pStyle', 'w:tblStyle'])
      for (const one of document.getElementsByTagName(name))
        expect(known).toContain(one.getAttribute('w:val'))
  })
})

it('says the findings, how sure, the passages with their reports, and what could not be read', () => {
  const text = textOf(ferryReport)
  for (const finding of ferryReport.findings.filter(({ severity }) => severity !== 'note')) {
    expect(text).toContain(finding.sentence)
    expect(text).toContain(sureness(finding))
  }
  for (const words of [
    'There was no fire at the pier',
    'C Tide Radio',
    'Main differences (4 of 5)',
    'The passages (4)',
    'could not be fetched',
  ])
    expect(text).toContain(words)
})

test.each(
  [...hostile.map((words) => hostileReport(words)), markedReport].map(
    (report, index) => [index, report] as const,
  ),
)('hostile text %i stays text', (_index, report) => {
  const document = parse(unzipSync(docx(report))['word/document.xml'] ?? new Uint8Array())
  expect(document.querySelector('parsererror')).toBeNull()
  const names = new Set([...document.getElementsByTagName('*')].map(({ tagName }) => tagName))
  for (const name of names) expect(name).toMatch(/^w:/)
  expect(document.documentElement.textContent).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/)
})

it('is the same bytes in another zone', () => {
  const script = `
    import { ferryReport } from './tests/report/fixture.ts'
    import { docx } from './src/print/docx/document.ts'
    import { sha256 } from './src/text/hash.ts'
    process.stdout.write(sha256(docx(ferryReport)))`
  const zone = new Date(1980, 0, 1).getTimezoneOffset() === 240 ? 'Asia/Tokyo' : 'America/Caracas'
  const there = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TZ: zone },
  }).toString()
  expect(there).toBe(sha256(docx(ferryReport)))
})
