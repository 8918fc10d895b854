/** Codebooks: read, applied by their rules, and by people in a program of their own; what is broken or hostile is refused in words. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { codingsOf } from '../../src/editions/coding/apply.js'
import { codeElements, qdc, readCodebook } from '../../src/editions/coding/codebook.js'
import {
  otherTexts,
  plainText,
  projectFile,
  readProject,
  sourceGuid,
} from '../../src/editions/coding/project.js'
import type { Codebook } from '../../src/model/codebook.js'
import type { Report } from '../../src/model/report.js'
import { sha256 } from '../../src/text/hash.js'
import { hull } from '../../src/text/spans.js'
import { ferryReport, makeArticle } from '../report/fixture.js'
import { markedReport } from './marked-report.js'
import { codedBy } from '../support/coded-project.js'

function codebookOf(yaml: string): Codebook {
  const found = readCodebook(strToU8(yaml), 'codes.yaml')
  if (typeof found === 'string') throw new Error(found)
  return found
}

/** `Varrick Courier: statement "words": code`, each once. */
function coded(report: Report, codebook: Codebook, hands: Parameters<typeof codingsOf>[2] = []): string[] {
  return codingsOf(report, codebook, hands).map(({ article, kind, spans, code, coder, shown }) => {
    const { start = 0, end = 0 } = hull(spans) ?? {}
    const why = shown.length === 0 ? '' : ` (${shown.join('; ')})`
    const { outlet } = report.articles.find(({ id }) => id === article.id) ?? { outlet: { name: '' } }
    return `${outlet.name}: ${kind} "${article.text.slice(start, end)}": ${code.name}${coder && ` by ${coder}`}${why}`
  })
}
const rule = (more: string): Codebook => codebookOf(`{ name: C, codes: [{ name: it, ${more} }] }`)

describe('a rule', () => {
  test.each([
    [
      'of words finds their other forms, whatever the case',
      'rules: [{ words: [Sail, strand passenger] }], applies: [statement]',
      [
        'Varrick Courier: statement "The ferry line Halden Sound stopped all sailings on Tuesday.": it (sailings)',
        'Morning Post of the Sound: statement "The ferry line Halden Sound stopped all sailings on Tuesday.": it (sailings)',
        'Tide Radio: statement "Halden Sound stopped all sailings on Tuesday": it (sailings)',
        'Inland Review: statement "The ferry line Halden Sound stopped every sailing on Tuesday": it (sailing)',
        'Tide Radio: statement "the number of stranded passengers at 2,500": it (stranded passengers)',
      ],
    ],
    [
      'of words exactly finds no other form, and none with what it goes without',
      'rules: [{ exactly: [sailings, sailing], without: [every] }], applies: [statement]',
      [
        'Varrick Courier: statement "The ferry line Halden Sound stopped all sailings on Tuesday.": it (sailings)',
        'Morning Post of the Sound: statement "The ferry line Halden Sound stopped all sailings on Tuesday.": it (sailings)',
        'Tide Radio: statement "Halden Sound stopped all sailings on Tuesday": it (sailings)',
      ],
    ],
    [
      'of speakers finds what they are credited with, by any of their names',
      'rules: [{ speakers: [MARA HOLT] }], applies: [utterance]',
      [
        'Varrick Courier: utterance ""We will return to the table, but not under threat of a strike,"": it (MARA HOLT)',
        'Tide Radio: utterance ""We will return to the table,"": it (MARA HOLT)',
      ],
    ],
    [
      'with two conditions holds where one passage meets both',
      'rules: [{ speakers: [Mara Holt], words: [threat] }], applies: [utterance]',
      [
        'Varrick Courier: utterance ""We will return to the table, but not under threat of a strike,"": it (threat; Mara Holt)',
      ],
    ],
    [
      'of kinds of finding codes each report that shows one',
      'rules: [{ findings: [quote-shortened] }]',
      [
        'Varrick Courier: finding ""We will return to the table, but not under threat of a strike,"": it (quote-shortened)',
        'Tide Radio: finding ""We will return to the table,"": it (quote-shortened)',
      ],
    ],
    ['is not there of a code for people alone', 'description: irony', []],
  ])('%s', (_name, more, codings) => {
    expect(coded(ferryReport, rule(more))).toEqual(codings)
  })

  it('of names finds whom the reports mean, also where another word stands for the name', () => {
    const [actor] = ferryReport.actors ?? []
    const found = coded(ferryReport, rule(`rules: [{ names: ["${actor?.name ?? ''}"] }], applies: [actor]`))
    expect(found.length).toBe(Object.keys(actor?.byArticle ?? {}).length)
  })

  it('reads the excerpts of a report that holds no texts', () => {
    const articles = ferryReport.articles.map((article) => ({
      ...article,
      text: '',
      excerpts: article.text === '' ? [] : [{ start: 0, end: article.text.length, text: article.text }],
    }))
    const sailing = rule('rules: [{ words: [sail] }], applies: [statement]')
    expect(coded({ ...ferryReport, articles }, sailing)).toHaveLength(coded(ferryReport, sailing).length)
  })
})

const harm = codebookOf(`
name: Harm
codes:
  - name: Harm
    codes:
      - name: Fire
        description: Fires & what burned.
        applies: [statement]
        rules: [{ words: [fire, burn] }]
      - name: Irony
  - name: Promise
`)

describe('a codebook', () => {
  it('keeps what holds codes together, and is the same as a .qdc, which takes no rules', () => {
    expect(
      harm.codes.map(({ name, isCodable, applies, rules }) => [name, isCodable, applies, rules.length]),
    ).toEqual([
      ['Harm', false, ['statement', 'utterance'], 0],
      ['Harm / Fire', true, ['statement'], 1],
      ['Harm / Irony', true, ['statement', 'utterance'], 0],
      ['Promise', true, ['statement', 'utterance'], 0],
    ])
    const back = readCodebook(strToU8(qdc(harm)), 'codes.qdc')
    if (typeof back === 'string') throw new Error(back)
    const told = ({ codes }: Codebook) =>
      codes.map(({ id, name, isCodable, description }) => [id, name, isCodable, description])
    expect(told(back)).toEqual(told(harm))
  })

  const deep = `${'<Code name="a">'.repeat(60)}${'</Code>'.repeat(60)}`
  test.each([
    [
      'a key that there is not',
      '{ name: a, codes: [{ name: b, rule: [] }] }',
      /no codebook at codes\.0: .*"rule"/u,
    ],
    [
      'a rule without a condition',
      '{ name: a, codes: [{ name: b, rules: [{ without: [c] }] }] }',
      /a rule needs a condition/u,
    ],
    ['a code twice', '{ name: a, codes: [{ name: b }, { name: B }] }', /the code "b" twice/u],
    ['aliases that stand for gigabytes', 'name: a\nx: &x [1]\ny: *x\ncodes: []', /no YAML/u],
    ['brackets without end', '['.repeat(100_000), /no YAML/u],
    [
      'entities of its own',
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><CodeBook>&c;</CodeBook>',
      /document type declaration/u,
    ],
    ['an entity that it does not declare', '<CodeBook>&c;</CodeBook>', /no well-formed XML/u],
    ['elements without end', `<CodeBook><Codes>${deep}</Codes></CodeBook>`, /more than 40 deep/u],
    ['XML that breaks off', '<CodeBook><Codes>', /no well-formed XML/u],
    ['another XML', '<html/>', /no REFI-QDA codebook/u],
    ['no code', '<CodeBook><Codes/></CodeBook>', /has no code/u],
  ])('with %s is refused in words', (_name, text, words) => {
    expect(readCodebook(strToU8(text), 'codes')).toMatch(words)
  })
})

/** The project of a report as it is given to people: with the codebook, and what its rules coded. */
function projectOf(report: Report, codebook: Codebook): Uint8Array {
  return projectFile({
    name: 'Ferries',
    origin: 'Synoptic',
    description: '',
    users: [],
    codes: codeElements(codebook.codes),
    isBlind: false,
    sources: report.articles
      .filter(({ text }) => text !== '')
      .map((article) => ({
        article,
        name: article.outlet.name,
        selections: codingsOf(report, codebook)
          .filter((coding) => coding.article === article)
          .map(({ spans, code, kind, thing, shown }) => ({
            key: [kind, thing, article.id, code.id],
            ...(hull(spans) ?? { start: 0, end: 0 }),
            name: kind,
            description: shown.join('; '),
            codes: [code.id],
          })),
      })),
  })
}

function read(project: Uint8Array, codebook: Codebook = harm) {
  const found = readProject(project, 'ada.qdpx', codebook.codes)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const texts = new Set(ferryReport.articles.map(({ text }) => sha256(plainText(text))))
const guids = new Set(ferryReport.articles.map(sourceGuid))

describe('a project that people worked in', () => {
  const given = projectOf(ferryReport, harm)
  const codes = [
    ['There was no fire', 'Irony'],
    ['We will return to the table', 'Promise'],
    ['Continue reading', 'Irony'],
  ] as const

  it('gives back what they coded, on the things that stand there, and nothing of the program’s', () => {
    const project = read(codedBy(given, { coder: 'Ada', codes }))
    expect(project.troubles).toEqual([])
    expect(otherTexts(project, texts, guids)).toEqual([])
    expect(coded(ferryReport, harm, project.codings).filter((line) => line.includes('by Ada'))).toEqual([
      'Varrick Courier: utterance "We will return to the table": Promise by Ada',
      'Tide Radio: statement "There was no fire": Harm / Irony by Ada',
      'Tide Radio: utterance "We will return to the table": Promise by Ada',
      'Inland Review: passage "Continue reading": Harm / Irony by Ada',
    ])
    expect(read(given).codings).toEqual([])
  })

  it('is read also from a program that drops the coders’ names and writes line ends of its own', () => {
    const project = read(codedBy(given, { coder: 'Ada', codes, otherwise: true }))
    const found = coded(ferryReport, harm, project.codings).filter((line) => line.includes('by ada.qdpx'))
    expect(found).toHaveLength(4)
    expect(found.join()).not.toContain('Fire')
  })

  it('is found after characters beyond U+FFFF and CRLF', () => {
    const words = 'No ferry sailed <today>.'
    const project = read(
      codedBy(projectOf(markedReport, harm), { coder: 'Ada', codes: [[words, 'Promise']] }),
    )
    expect(coded(markedReport, harm, project.codings)).toEqual([
      `The 🚢 Post: passage "${words}": Promise by Ada`,
    ])
  })

  it('is not taken where a text was changed, is another, or does not have the place', () => {
    const saved = codedBy(given, { coder: 'Ada', codes })
    const files = unzipSync(saved)
    const edited = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.endsWith('.txt') && Buffer.from(bytes).includes('There was no fire')
          ? strToU8(Buffer.from(bytes).toString().replace('no fire', 'a fire'))
          : bytes,
      ]),
    )
    expect(otherTexts(read(zipSync(edited)), texts, guids)).toEqual([
      'Tide Radio: its text was changed since the project was written; 2 codings are left out.',
    ])
    const article = makeArticle({ outlet: 'Elsewhere', blocks: ['We will return to the table'] })
    const other = codedBy(
      projectOf({ ...ferryReport, articles: [article], claims: [], quotes: [], findings: [] }, harm),
      { coder: 'Ada', codes },
    )
    expect(otherTexts(read(other), texts, guids)).toEqual([
      'Elsewhere: its text is none of these reports’; 1 coding is left out.',
    ])
    const qde = Buffer.from(files['project.qde'] ?? [])
      .toString()
      .replace(
        /startPosition="\d+" endPosition="\d+" creatingUser="0/u,
        'startPosition="0" endPosition="99999" creatingUser="0',
      )
    expect(read(zipSync({ ...files, 'project.qde': strToU8(qde) })).troubles).toEqual([
      'Varrick Courier: places that are not in its text; 1 coding is left out.',
    ])
  })

  it('is taken by the names of codes where a program made new ids, and a strange code is named', () => {
    const files = unzipSync(codedBy(given, { coder: 'Ada', codes }))
    const promise = harm.codes.find(({ name }) => name === 'Promise')?.id ?? ''
    const renamed = (name: string): Uint8Array =>
      zipSync({
        ...files,
        'project.qde': strToU8(
          Buffer.from(files['project.qde'] ?? [])
            .toString()
            .replaceAll(promise, '11111111-1111-4111-8111-111111111111')
            .replace('name="Promise"', `name="${name}"`),
        ),
      })
    expect(read(renamed('promise')).codings).toHaveLength(4)
    expect(read(renamed('Oath')).troubles).toEqual([
      'the code "Oath" is not in the codebook; 2 codings are left out.',
    ])
  })

  const qde = (xml: string): Uint8Array => zipSync({ 'project.qde': strToU8(xml) })
  test.each([
    ['that is no zip', strToU8('hello'), /no zip file/u],
    ['without a project', zipSync({ 'a.txt': strToU8('a') }), /holds no project\.qde/u],
    [
      'with a name that leads out of it',
      zipSync({ '../../etc/cron.d/a': strToU8('a') }),
      /leads out of its folder/u,
    ],
    ['with a name from the root', zipSync({ '/etc/passwd': strToU8('a') }), /leads out of its folder/u],
    ['that says it unpacks to gigabytes', bomb(), /unpacks to more than 300 MB/u],
    [
      'with entities of its own',
      qde('<!DOCTYPE a [<!ENTITY b "bb">]><Project>&b;</Project>'),
      /document type declaration/u,
    ],
    ['of another kind', qde('<CodeBook/>'), /no Project/u],
  ])('%s is refused in words', (_name, bytes, words) => {
    expect(readProject(bytes, 'ada.qdpx', harm.codes)).toMatch(words)
  })
})

/** A zip whose directory says that one file has four gigabytes. */
function bomb(): Uint8Array {
  const zip = zipSync({ 'project.qde': strToU8('a'.repeat(1000)) })
  const at = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  new DataView(zip.buffer).setUint32(at + 24, 0xfffffff0, true)
  return zip
}
