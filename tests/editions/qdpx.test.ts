/** The REFI-QDA project: structure after the standard's schema (1.5, chapter 8), references, and positions in code points. */
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { qdpx } from '../../src/editions/qdpx.js'
import { articles, ferryReport } from '../report/fixture.js'
import { markedReport, words } from './marked-report.js'

/** Element: children in the order the schema's sequence has them, required attributes, optional ones. */
const schema: Readonly<Record<string, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  Project: [
    [
      'Users',
      'CodeBook',
      'Variables',
      'Cases',
      'Sources',
      'Notes',
      'Links',
      'Sets',
      'Graphs',
      'Description',
      'NoteRef',
    ],
    ['name'],
    [
      'xmlns',
      'origin',
      'creatingUserGUID',
      'creationDateTime',
      'modifyingUserGUID',
      'modifiedDateTime',
      'basePath',
    ],
  ],
  Users: [['User'], [], []],
  User: [[], ['guid'], ['name', 'id']],
  CodeBook: [['Codes'], [], []],
  Codes: [['Code'], [], []],
  Code: [['Description', 'NoteRef', 'Code'], ['guid', 'name', 'isCodable'], ['color']],
  Variables: [['Variable'], [], []],
  Variable: [['Description'], ['guid', 'name', 'typeOfVariable'], []],
  Sources: [['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'], [], []],
  TextSource: [
    ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
    ['guid'],
    [
      'name',
      'richTextPath',
      'plainTextPath',
      'creatingUser',
      'creationDateTime',
      'modifyingUser',
      'modifiedDateTime',
    ],
  ],
  PlainTextSelection: [
    ['Description', 'Coding', 'NoteRef'],
    ['guid', 'startPosition', 'endPosition'],
    ['name', 'creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime'],
  ],
  Coding: [['CodeRef', 'NoteRef'], ['guid'], ['creatingUser', 'creationDateTime']],
  CodeRef: [[], ['targetGUID'], []],
  VariableValue: [['VariableRef', 'TextValue'], [], []],
  VariableRef: [[], ['targetGUID'], []],
  TextValue: [[], [], []],
  Description: [[], [], []],
}
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function opened(report: Report) {
  const files = unzipSync(qdpx(report))
  const xml = strFromU8(files['project.qde'] ?? new Uint8Array())
  const document = new new JSDOM().window.DOMParser().parseFromString(xml, 'application/xml')
  return { files, elements: [...document.getElementsByTagName('*')] }
}

const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((one) => one.tagName === name)

/** Elements that the schema does not let stand empty, and those of which an element has one at most. */
const neverEmpty = ['Users', 'Codes', 'CodeBook', 'Variables', 'Sources', 'VariableValue', 'Coding']
const onceAtMost = [
  'Users',
  'CodeBook',
  'Variables',
  'Sources',
  'Description',
  'Codes',
  'CodeRef',
  'VariableRef',
]

describe.each([
  ['by hand', ferryReport],
  ['with astral characters and CRLF', markedReport],
  ['of sources that could not be read', { ...ferryReport, findings: [], articles: [articles.lost] }],
])('a project %s', (_name, report) => {
  const { files, elements } = opened(report)

  it('keeps the schema: names, order, numbers, attributes, GUIDs', () => {
    expect(elements.length).toBeGreaterThan(10)
    for (const element of elements) {
      const [children = [], required = [], optional = []] = schema[element.tagName] ?? []
      expect([element.tagName, element.namespaceURI]).toEqual([element.tagName, 'urn:QDA-XML:project:1.0'])
      expect(Object.keys(schema)).toContain(element.tagName)
      const places = [...element.children].map(({ tagName }) => children.indexOf(tagName))
      expect([element.tagName, places]).toEqual([element.tagName, places.toSorted((a, b) => a - b)])
      expect(places).not.toContain(-1)
      if (neverEmpty.includes(element.tagName))
        expect([element.tagName, places.length]).not.toEqual([element.tagName, 0])
      for (const name of onceAtMost) expect(named([...element.children], name).length).toBeLessThanOrEqual(1)
      const attributes = element.getAttributeNames()
      expect(attributes).toEqual(expect.arrayContaining([...required]))
      for (const name of attributes) expect([...required, ...optional]).toContain(name)
    }
    const guids = elements.flatMap((element) => element.getAttribute('guid') ?? [])
    expect(new Set(guids).size).toBe(guids.length)
    for (const one of guids) expect(one).toMatch(guid)
  })

  it('resolves every reference and holds every source', () => {
    const guids = new Set(elements.flatMap((element) => element.getAttribute('guid') ?? []))
    for (const element of elements) {
      for (const name of ['targetGUID', 'creatingUser', 'creatingUserGUID']) {
        const target = element.getAttribute(name)
        if (target !== null) expect([element.tagName, guids.has(target)]).toEqual([element.tagName, true])
      }
    }
    const paths = named(elements, 'TextSource').map((one) =>
      one.getAttribute('plainTextPath')?.replace('internal://', 'sources/'),
    )
    expect(Object.keys(files).sort()).toEqual(['project.qde', ...paths].sort())
  })

  it('codes each passage of evidence, once', () => {
    const passages = report.findings.flatMap(({ evidence }) => evidence)
    expect(named(elements, 'PlainTextSelection')).toHaveLength(passages.length)
    expect(named(elements, 'Coding')).toHaveLength(passages.length)
  })

  it('is the same bytes in every run', () => {
    expect(Buffer.from(qdpx(report)).equals(Buffer.from(qdpx(report)))).toBe(true)
  })
})

it('counts code points of the text as stored, line ends as one', () => {
  const { files, elements } = opened(markedReport)
  const found = named(elements, 'TextSource').map((source) => {
    const [selection] = named([...source.children], 'PlainTextSelection')
    const text = strFromU8(files[`sources/${source.getAttribute('guid') ?? ''}.txt`] ?? new Uint8Array())
    expect(text).not.toContain('\r')
    const position = (name: string): number => Number(selection?.getAttribute(name))
    return Array.from(text).slice(position('startPosition'), position('endPosition')).join('')
  })
  expect(found).toEqual(words)
})
