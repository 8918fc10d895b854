/** A sample for two coders, and what follows from what they coded: agreement, and the program’s precision and recall. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { readCodebook } from '../../src/editions/coding/codebook.js'
import { readProject, type ReadProject } from '../../src/editions/coding/project.js'
import { marks, sampler } from '../../src/editions/coding/sample.js'
import { codingText, scoreCodings } from '../../src/editions/coding/score.js'
import { CodingKey, CodingScore, type Code } from '../../src/model/codebook.js'
import { ferryReport } from '../report/fixture.js'
import { codedBy } from '../support/coded-project.js'

const codebook = readCodebook(
  strToU8('{ name: C, codes: [{ name: Sea, rules: [{ words: [sail, passenger] }] }, { name: Irony }] }'),
  'codes.yaml',
)
if (typeof codebook === 'string') throw new Error(codebook)
const allCodes = [...codebook.codes, ...Object.values(marks)]

function drawn(size = 6, seed = '1', events = ['strike', 'again']) {
  if (typeof codebook === 'string') throw new Error(codebook)
  const { add, draw } = sampler(codebook, size, seed, 'synoptic 0')
  for (const event of events) add(event, ferryReport)
  const found = draw()
  if (typeof found === 'number') throw new Error(`at least ${found}`)
  return { ...found, projects: found.files.slice(0, 2).map(({ content }) => content as Uint8Array) }
}
const xmlOf = (project: Uint8Array | undefined): string =>
  strFromU8(unzipSync(project ?? new Uint8Array())['project.qde'] ?? new Uint8Array())

describe('the sample', () => {
  const { key, projects } = drawn()
  const xml = projects.map(xmlOf)

  it('hides from the coders where a text is from, what the program coded, and each other’s order', () => {
    for (const one of xml) {
      for (const { outlet } of ferryReport.articles) expect(one).not.toContain(outlet.name)
      const given = [...one.matchAll(/targetGUID="([^"]+)"/gu)].map(([, id]) => id)
      expect(new Set(given)).toEqual(new Set([marks.item.id]))
    }
    const order = (one = ''): string[] =>
      [...one.matchAll(/<TextSource guid="([^"]+)"/gu)].map(([, id = '']) => id)
    expect(order(xml[0]).toSorted()).toEqual(order(xml[1]).toSorted())
    expect(xml[0]).toContain('name="Coder 1"')
    expect(xml[1]).toContain('name="Coder 2"')
  })

  it('is drawn by outlet and code where there is room for one of each, else by code', () => {
    const wide = drawn(14).key
    expect(
      wide.strata.map(({ outlet, code, size, sampled }) => [outlet, code !== null, size, sampled]),
    ).toEqual([
      ['Inland Review', true, 2, 2],
      ['Morning Post of the Sound', true, 4, 3],
      ['Tide Radio', false, 4, 3],
      ['Tide Radio', true, 4, 2],
      ['Varrick Courier', false, 6, 2],
      ['Varrick Courier', true, 4, 2],
    ])
    expect(drawn(4).key.strata.map(({ outlet, size }) => [outlet, size])).toEqual([
      [null, 10],
      [null, 14],
    ])
    expect(() => drawn(1)).toThrow('at least 2')
    for (const [at, { sampled }] of wide.strata.entries())
      expect(wide.items.filter(({ stratum }) => stratum === at)).toHaveLength(sampled)
  })

  it('is the same for the same seed, another for another, and keeps to its schema', () => {
    expect(drawn().key).toEqual(key)
    expect(drawn().projects).toEqual(projects)
    expect(drawn(6, '2').key.items).not.toEqual(key.items)
    expect(CodingKey.parse(JSON.parse(JSON.stringify(key)))).toEqual(key)
  })

  it('comes back with what each coder made of each thing', () => {
    const told = key.items.map(({ item, kind, codes }) => ({ name: `${item} ${kind}`, codes }))
    const [agrees, parts] = [
      told.map(({ name, codes }) => [name, codes.length > 0 ? 'Sea' : 'no code fits'] as const),
      told.slice(2).map(({ name }, at) => [name, at === 0 ? 'cannot tell' : 'Irony'] as const),
    ]
    const files = [agrees, parts].map((codes, at) => {
      const read = readProject(
        codedBy(projects[at] ?? new Uint8Array(), { coder: 'Ada', codes }),
        `${at}.qdpx`,
        allCodes,
      )
      if (typeof read === 'string') throw new Error(read)
      return read
    })
    const score = CodingScore.parse(scoreCodings(key, files))
    expect(score.coders).toEqual([
      { name: '0.qdpx', coded: 6, cannotTell: 0, open: 0 },
      { name: '1.qdpx', coded: 3, cannotTell: 1, open: 2 },
    ])
    const alone = scoreCodings(key, files.slice(0, 1)).codes[0]
    expect([alone?.precision?.value, alone?.recall?.value, alone?.alpha]).toEqual([1, 1, null])
    expect(alone?.recall?.interval?.low).toBeLessThan(0.7)
  })
})

/** Things in strata of one code, `1` where the program gave it; what each coder says of each: `1`, `0`, `.` not looked at. */
function figures(strata: readonly (readonly [size: number, program: string, ...coders: string[]])[]) {
  const code: Code = { ...marks.none, id: 'c', name: 'c', applies: ['statement'] }
  const things = strata.flatMap(([, program], stratum) =>
    Array.from(program, (mark, at) => ({ stratum, mark, at })),
  )
  const items = things.map(({ stratum, mark, at }) => ({
    ...{
      item: `${stratum}-${at}`,
      stratum,
      event: 'e',
      outlet: 'o',
      article: 'a',
      kind: 'statement' as const,
      thing: 't',
    },
    text: String(stratum * 1000 + at).padStart(64, '0'),
    passages: [{ start: 10, end: 20 }],
    codes: mark === '1' ? ['c'] : [],
  }))
  const sum = (mark: string): number =>
    strata.reduce((total, [size, program]) => total + (program.includes(mark) ? size : 0), 0)
  const key: CodingKey = {
    schema: 'synoptic/coding-key@1',
    generator: 'synoptic 0',
    seed: '1',
    codes: [
      {
        id: 'c',
        name: 'c',
        applies: ['statement'],
        hasRules: true,
        things: sum('1') + sum('0'),
        coded: sum('1'),
      },
    ],
    strata: strata.map(([size, program]) => ({ outlet: 'o', code: null, size, sampled: program.length })),
    items,
  }
  const coders = Math.max(...strata.map((row) => row.length)) - 2
  const projects = Array.from({ length: coders }, (_, coder): ReadProject => ({
    file: `${coder}.qdpx`,
    texts: [],
    troubles: [],
    codings: things.flatMap(({ stratum, at }) => {
      const said = String(strata[stratum]?.[coder + 2] ?? '').charAt(at)
      if (said === '.') return []
      const text = String(stratum * 1000 + at).padStart(64, '0')
      return [{ text, start: 12, end: 20, code: said === '1' ? code : marks.none, coder: 'x', isNamed: true }]
    }),
  }))
  return scoreCodings(key, projects)
}

test('alpha is that of Krippendorff (2011), example A: two coders, ten things, yes or no', () => {
  const { codes, coders } = figures([[10, '0000000000', '0100000010', '1110010000']])
  expect(codes[0]?.alpha).toBeCloseTo(0.095, 3)
  expect(codes[0]?.equal).toBe(0.6)
  expect(codes[0]?.interval?.low).toBeLessThan(0.095)
  expect(coders.map(({ coded }) => coded)).toEqual([10, 10])
})

test('alpha leaves out what one coder alone judged', () => {
  const [all] = figures([[12, '000000000000', '0100000010..', '1110010000.1']]).codes
  expect([all?.judged, all?.shared]).toEqual([11, 10])
  expect(all?.alpha).toBeCloseTo(0.095, 3)
})

test('precision and recall stand for all things, each stratum by its size', () => {
  // 100 things with the code, 8 of 10 right: 80 hits. 900 without, 1 of 10 wrong: 90 missed. 300 in a third stratum, 0 of 5: none.
  const [row] = figures([
    [100, '1111111111', '1111111100'],
    [900, '0000000000', '0000000001'],
    [300, '00000', '00000'],
  ]).codes
  expect(row?.precision?.value).toBeCloseTo(0.8, 9)
  expect(row?.precision?.interval?.low).toBeCloseTo(0.4902, 3)
  expect(row?.recall?.value).toBeCloseTo(80 / 170, 9)
  const { low = 1, high = 0 } = row?.recall?.interval ?? {}
  expect([low < 0.2, high > 0.8]).toEqual([true, true])
  const [part] = row?.outlets ?? []
  expect(part).toMatchObject({ kind: 'statement', cases: { right: 8, of: 10 } })
  // 900 and 300 things by 10 and 5 judged: worth 1200² ÷ (10 × 90² + 5 × 60²).
  expect(part?.others.of).toBeCloseTo(14.545, 3)
  expect((part?.others.right ?? 0) / (part?.others.of ?? 1)).toBeCloseTo(0.925, 9)
})

test('where coders part, each counts for its share; what nobody judged weighs nothing', () => {
  const [row] = figures([[40, '1111', '11..', '10..']]).codes
  expect([row?.judged, row?.precision?.value, row?.recall]).toEqual([2, 0.75, null])
})

test('what is printed names each code with its figures', () => {
  const text = codingText(figures([[10, '1100', '1100', '1000']]))
  expect(text).toContain('0.qdpx: 4 coded, 0 cannot tell, 0 left open')
  expect(text).toMatch(/ c: 4 judged by two or more, 75 % alike, alpha 0\.53 .*; precision 75 %/u)
})
