/**
 * Two versions of one report, drawn in one text: `[-was-]` stands in the old version alone, `{+is+}` in the new one alone. What
 * is expected stands beside it, a change a line: its kind, and the words that changed where they are few.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChangeKind, Versions } from '../../src/model/versions.js'
import { compareVersions } from '../../src/pipeline.js'
import { article } from '../align/draw.js'
import { generator, readSample } from '../support/event.js'
import { renderVersions, versionsMarkdown, versionsPage } from '../../src/print/versions.js'

const HEAD = 'Council closes the old bridge\n\n'
const REST =
  'The council of Dorn met for three hours on Monday. Lorries will have to take the road over the hill until the spring. The bridge was built in 1911.\n\n' +
  'Engineers found cracks in two of its pillars last week. “We cannot take the risk of another winter with these pillars,” said Ann Lee, the mayor. Shopkeepers fear for their trade.'

const old = (drawn: string): string =>
  drawn.replace(/\[-([^\]]*?)-\]/gu, '$1').replace(/\{\+([^}]*?)\+\}/gu, '')
const fresh = (drawn: string): string =>
  drawn.replace(/\[-([^\]]*?)-\]/gu, '').replace(/\{\+([^}]*?)\+\}/gu, '$1')

const between = (a: string, b: string): Versions =>
  compareVersions({ old: article('old.txt', a), new: article('new.txt', b), generator })

const drawn = ({ changes }: Versions): readonly string[] =>
  changes.map(({ kind, was, now }) =>
    [kind, ...((was ?? now) ? [`${was ?? ''} → ${now ?? ''}`] : [])].join(': '),
  )

const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'a headline that softens',
    `Council [-closes-]{+may close+} the old bridge\n\n${REST}`,
    ['headline-changed'],
  ],
  ['a number', HEAD + REST.replace('two of its', '[-two-]{+four+} of its'), ['number-changed: two → four']],
  ['a number in another spelling is none', HEAD + REST.replace('three hours', '[-three-]{+3+} hours'), []],
  ['a day', HEAD + REST.replace('on Monday', 'on [-Monday-]{+Tuesday+}'), ['date-changed: Monday → Tuesday']],
  [
    'a quotation that is cut',
    HEAD + REST.replace(' of another winter with these pillars', '[- of another winter with these pillars-]'),
    ['quotation-cut'],
  ],
  [
    'a quotation that is altered',
    HEAD + REST.replace('cannot take', '[-cannot-]{+will not+} take'),
    ['quotation-altered'],
  ],
  [
    'a quotation that loses its marks',
    HEAD + REST.replace('“We', '[-“-]We').replace('pillars,”', 'pillars,[-”-]'),
    ['quotation-altered'],
  ],
  [
    'a quotation that goes',
    `${HEAD}${REST}\n\nNobody spoke against it.[- “It is the end of this street as we know it,” said Bo Ek, a baker.-]`,
    ['quotation-removed'],
  ],
  [
    'a credit that goes',
    `${HEAD}${REST}\n\nThe repair will cost the town a fifth of its budget[-, Ms Lee said-].`,
    ['credit-lost: Ms Lee → '],
  ],
  [
    'a credit whose source stays',
    `${HEAD}${REST}\n\nMs Lee [-said she -]hopes for money from the county.`,
    ['credit-lost: Ms Lee → '],
  ],
  [
    'a hedge that comes',
    `${HEAD}${REST}\n\nThe builder {+reportedly+} saved on cement for the pillars.`,
    ['hedge-added:  → reportedly'],
  ],
  ['a denial', HEAD + REST.replace('was built', 'was {+not+} built'), ['negation-added:  → not']],
  [
    'a statement',
    `${HEAD}${REST}{+ A ferry will carry walkers across the river from Thursday on.+}`,
    ['statement-added'],
  ],
  [
    'a note of correction, and what it corrects',
    HEAD +
      REST.replace('in 1911', 'in [-1911-]{+1921+}') +
      '{+\n\nCorrection: An earlier version of this report gave a wrong year for the bridge.+}',
    ['correction-note', 'date-changed: 1911 → 1921'],
  ],
  [
    'other words',
    HEAD + REST.replace('fear for their trade', '[-fear-]{+worry+} for their trade'),
    ['reworded'],
  ],
  [
    'what moves, and what ticks',
    `[-Updated 5 minutes ago\n\n-]${HEAD}${REST}{+\n\nUpdated 9 minutes ago+}`.replace(
      /^\[-Updated[^\]]*-\]/u,
      '',
    ),
    [],
  ],
]

describe('what changed', () => {
  test.each(cases)('%s', (_, text, expected) => {
    expect(drawn(between(old(text), fresh(text)))).toEqual(expected)
  })

  const mirrored: Readonly<Partial<Record<ChangeKind, ChangeKind>>> = {
    'quotation-cut': 'quotation-lengthened',
    'quotation-removed': 'quotation-added',
    'credit-lost': 'credit-added',
    'hedge-added': 'hedge-lost',
    'negation-added': 'negation-lost',
    'statement-added': 'statement-removed',
  }
  test.each(cases)('read backwards: %s', (_, text) => {
    const there = between(old(text), fresh(text)).changes
    const back = between(fresh(text), old(text)).changes
    expect(back.map(({ kind }) => kind).sort()).toEqual(
      there.map(({ kind }) => mirrored[kind] ?? kind).sort(),
    )
    expect(back.map(({ was, now }) => `${now ?? ''}${was ?? ''}`).sort()).toEqual(
      there.map(({ was, now }) => `${was ?? ''}${now ?? ''}`).sort(),
    )
  })
})

test('a report of the sample against itself has no change, however its paragraphs are ordered', async () => {
  const [first] = await readSample('moscow-talks')
  if (!first) throw new Error('the sample is empty')
  const [headline = '', ...paragraphs] = first.text.split('\n\n')
  fc.assert(
    fc.property(fc.shuffledSubarray(paragraphs, { minLength: paragraphs.length }), (shuffled) => {
      const found = between(first.text, [headline, ...shuffled].join('\n\n'))
      expect(drawn(found)).toEqual([])
    }),
    { numRuns: 3, seed: 1 },
  )
})

test('two reports of one event are no two versions', async () => {
  const [a, b] = await readSample('harbour-accord')
  if (!a || !b) throw new Error('the sample is empty')
  expect(compareVersions({ old: a, new: b, generator })).toMatchObject({
    state: 'other-articles',
    changes: [],
  })
})

test('what a version that ends early lacks is not called removed', () => {
  const whole = article('old.txt', HEAD + REST)
  const half = article('new.txt', HEAD + REST.slice(0, REST.indexOf('Engineers')))
  const cut = { ...half, completeness: { state: 'truncated', reasons: ['paywall-markup'] } } as const
  const found = compareVersions({ old: whole, new: cut, generator })
  expect(drawn(found)).toEqual([])
  expect(found.notTold.old).toBeGreaterThan(1)
  expect(renderVersions(found, 80)).toContain('The new version ends early')
})

test('words that are on the page still, and were cleaned away, are not called removed', () => {
  const one = article('old.txt', `${HEAD}${REST} A ferry will carry walkers across the river.`)
  const other = article('new.txt', HEAD + REST)
  const removed = [{ rule: 'furniture', text: 'More. A ferry will carry walkers across the river.' }]
  expect(drawn(compareVersions({ old: one, new: { ...other, removed }, generator }))).toEqual([])
  expect(drawn(compareVersions({ old: one, new: other, generator }))).toEqual(['statement-removed'])
})

describe('printed', () => {
  const text = `Council [-closes-]{+may close+} <b>the</b> old bridge\n\n${REST.replace('two of its', '[-two-]{+four+} of its')}`
  const found = between(old(text), fresh(text))

  test('in the terminal, with marks', () => {
    expect(renderVersions(found, 100).split('\n').slice(3)).toEqual([
      '',
      '2 changes.',
      '',
      'Headline changed',
      '  was  Council [-closes-] <b>the</b> old bridge',
      '  now  Council {+may close+} <b>the</b> old bridge',
      '',
      'Number changed: “two” → “four”',
      '  was  Engineers found cracks in [-two-] of its pillars last week.',
      '  now  Engineers found cracks in {+four+} of its pillars last week.',
      '',
    ])
  })

  test('as Markdown and as a page, nothing of an article being markup', () => {
    expect(versionsMarkdown(found)).toContain(
      '> Was: Engineers found cracks in ~~two~~ of its pillars last week.',
    )
    const page = versionsPage(found)
    expect(page).toContain('cracks in <del>two</del> of its')
    expect(page).not.toContain('<b>')
    expect(page).not.toContain('<script')
  })
})
