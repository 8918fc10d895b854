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

/** Found by earlier versions alone. */
const past: readonly string[] = ['quote-context', 'loaded-words', 'prominence']

it.each([
  ...FindingKind.options.filter((kind) => !past.includes(kind)).map((kind) => ({ ...finding, kind })),
  ...ConflictType.options.map((type) => ({ ...finding, detail: { type } })),
])('$kind $detail.type', (one) => {
  expect(ruleOf(one)).not.toEqual([])
})

it('says the limits as they are', () => {
  expect(ruleOf({ ...finding, kind: 'certainty-differs' }).join(' ')).toContain('links of at least .55')
})
