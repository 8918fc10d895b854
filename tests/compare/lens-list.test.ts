/** Whatever is found, a lens says what it asked for it. */
import { expect, it } from 'vitest'
import { ruleOf } from '../../src/compare/lens-list.js'
import { ConflictType, FindingKind, type Finding } from '../../src/model/comparison.js'

const finding: Finding = {
  id: 'f-1',
  kind: 'conflict',
  severity: 'note',
  articles: [],
  column: null,
  evidence: [],
  confidence: 1,
  salience: 1,
  detail: {},
  sentence: '',
}

/** Found by earlier versions, or handed in as notes; no lens asks for them. */
const past: ReadonlySet<string> = new Set([
  'quote-context',
  'quote-paraphrased',
  'quote-complementary',
  'attribution-dropped',
  'certainty-differs',
  'attribution-verb',
  'agency',
  'headline-body',
  'source-balance',
  'loaded-words',
  'prominence',
  'charge',
])

it.each([
  ...FindingKind.options.filter((kind) => !past.has(kind)).map((kind) => ({ ...finding, kind })),
  ...ConflictType.options.filter((type) => !past.has(type)).map((type) => ({ ...finding, detail: { type } })),
])('$kind $detail.type', (one) => {
  expect(ruleOf(one)).not.toEqual([])
})

it('says the limits as they are', () => {
  expect(ruleOf({ ...finding, kind: 'quote-shortened' }).join(' ')).toContain(
    'no more than .12 are content words',
  )
})
