/** The user's codebook in a study: its table, and rates of its codes. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { codeElements, readCodebook } from '../../src/editions/coding/codebook.js'
import { projectFile, readProject } from '../../src/editions/coding/project.js'
import { studyCodes } from '../../src/study/codes.js'
import { makeStudy } from '../../src/study/study.js'
import { itemAt } from '../../src/text/item-at.js'
import { articles, ferryReport } from '../report/fixture.js'
import { codedBy } from '../support/coded-project.js'

const yaml = `
name: C
codes:
  - name: Sea
    applies: [statement]
    rules: [{ words: [sail] }]
  - name: Irony
    applies: [utterance]
  - name: Never given
`
const codebook = readCodebook(Buffer.from(yaml), 'codes.yaml')
if (typeof codebook === 'string') throw new Error(codebook)

const project = projectFile({
  ...{
    name: 'C',
    origin: '',
    description: '',
    users: [],
    isBlind: true,
    codes: codeElements(codebook.codes),
  },
  sources: [{ article: articles.tide, name: 'Tide', selections: [] }],
})
/** Ada looked at Tide Radio alone. */
const ada = readProject(
  codedBy(project, { coder: 'Ada', codes: [['"We will return to the table,"', 'Irony']] }),
  'ada.qdpx',
  codebook.codes,
)

/** 22 events of the same texts, with other ids. */
const events = Array.from({ length: 22 }, (_, at) => ({
  event: `e${String(at).padStart(2, '0')}`,
  folder: null,
  read: () => Promise.resolve(JSON.stringify(ferryReport).replaceAll(/\ba-(?=[0-9a-f]{8})/gu, `a-${at}x`)),
}))

async function made(codes: ReturnType<typeof studyCodes>) {
  const files = new Map<string, string>()
  const append = (name: string, text: string): Promise<void> => {
    files.set(name, (files.get(name) ?? '') + text)
    return Promise.resolve()
  }
  const options = {
    version: 'test',
    actors: [],
    variables: { names: [], of: () => undefined },
    audit: new Map(),
    codes,
    leftOut: [],
  }
  const study = await makeStudy(events, options, { append })
  const rates = study.rates.filter(({ measure }) => measure.startsWith('code.'))
  return { study, files, rates }
}

test('codes are counted of the things they apply to, outlet by outlet, and stand in a table of their own', async () => {
  if (typeof codebook === 'string' || typeof ada === 'string') throw new Error('no codebook')
  const codes = studyCodes(codebook, [{ ...ada, codings: [] }], null)
  const { study, files, rates } = await made(codes)
  expect(rates.map(({ outlet, cases, of, unknown }) => [outlet, cases, of, unknown])).toEqual([
    [articles.inland.outlet.name, 22, 22, 0],
    [articles.wireCopy.outlet.name, 22, 44, 0],
    [articles.tide.outlet.name, 22, 66, 0],
    [articles.courier.outlet.name, 22, 88, 0],
  ])
  expect(rates.at(-1)).toMatchObject({ rate: 0.25, events: 22 })
  const rows = parse<Record<string, string>>(files.get('codings.csv') ?? '', { columns: true })
  expect(rows).toHaveLength(88)
  expect(rows[0]).toMatchObject({
    event: 'e00',
    outlet: 'Varrick Courier',
    kind: 'statement',
    code: 'Sea',
    by: 'rule',
    shown_by: 'sailings',
  })
  expect(files.get('datapackage.json')).toContain('codings.csv')
  expect(files.get('index.html')).toContain('href="codings.csv"')
  expect(study.measures.find(({ group }) => group === 'codes')?.precision).toBeNull()
})

test('codes whose ids begin alike, or would lead out of the folder, are counted apart and stay in it', async () => {
  if (typeof codebook === 'string') throw new Error('no codebook')
  const sea = itemAt(codebook.codes, 0)
  const alike = ['/../../../a', '/../../../b'].map((id) => ({ ...sea, id, name: id }))
  const { study, files, rates } = await made(studyCodes({ ...codebook, codes: alike }, [], null))
  const own = study.measures.filter(({ group }) => group === 'codes')
  expect(new Set(own.map(({ id }) => id)).size).toBe(2)
  expect(rates.map(({ of }) => of)).toEqual([22, 44, 66, 88, 22, 44, 66, 88])
  for (const name of files.keys()) expect(name).not.toContain('..')
})

test('rates of a code are corrected for an outlet of which coders judged enough, unless people coded in the study', async () => {
  if (typeof codebook === 'string' || typeof ada === 'string') throw new Error('no codebook')
  const judged = (outlet: string, of: number) =>
    ({ outlet, kind: 'statement', cases: { right: of / 2, of }, others: { right: of, of } }) as const
  const outlets = [judged(articles.courier.outlet.name, 20), judged(articles.tide.outlet.name, 8)]
  const none = {
    judged: 40,
    shared: 0,
    equal: null,
    alpha: null,
    interval: null,
    precision: null,
    recall: null,
  }
  const code = itemAt(codebook.codes, 0)
  const score = {
    ...{ schema: 'synoptic/coding-score@1' as const, items: 40, coders: [] },
    codes: [{ code: code.name, ...none, outlets }],
  }
  const { rates } = await made(studyCodes(codebook, [], score))
  const corrected = rates.filter((rate) => rate.corrected !== null)
  expect(corrected.map(({ outlet, rate }) => [outlet, rate])).toEqual([[articles.courier.outlet.name, 0.25]])
  // Half of the cases were right, and nothing was missed.
  expect(corrected[0]?.corrected).toMatchObject({ rate: 0.125, judged: 40 })
  const hand = { ...ada, codings: ada.codings.map((coding) => ({ ...coding, code })) }
  const byHand = await made(studyCodes(codebook, [hand], score))
  expect(byHand.rates.filter((rate) => rate.corrected !== null)).toEqual([])
})

test('a code for people alone is counted in texts that people coded in, and unknown elsewhere', async () => {
  if (typeof codebook === 'string' || typeof ada === 'string') throw new Error('no codebook')
  const figure = { value: 0.8, interval: { low: 0.6, high: 0.9 } }
  const row = {
    code: 'Irony',
    judged: 9,
    shared: 9,
    equal: 1,
    alpha: 1,
    interval: null,
    precision: figure,
    recall: null,
    outlets: [],
  }
  const score = { schema: 'synoptic/coding-score@1' as const, items: 9, coders: [], codes: [row] }
  const lost = { ...ada, troubles: ['the code "Oath" is not in the codebook; 1 coding is left out.'] }
  const codes = studyCodes(codebook, [lost], score)
  const { study, rates } = await made(codes)
  const irony = rates.filter(({ measure }) => measure.startsWith('code.utterance'))
  expect(irony.map(({ outlet, cases, of, unknown }) => [outlet, cases, of, unknown])).toEqual([
    [articles.tide.outlet.name, 22, 22, 0],
    [articles.courier.outlet.name, 0, 0, 22],
  ])
  expect(study.measures.find(({ id }) => id.startsWith('code.utterance'))?.precision).toMatchObject({
    value: 0.8,
    set: 'the things with the code in your own double coding',
  })
  expect(codes.troubles()).toEqual([
    'ada.qdpx: the code "Oath" is not in the codebook; 1 coding is left out.',
  ])
})
