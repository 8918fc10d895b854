/** What a second reader says of passages, in the scored pairs of claims. */
import { describe, expect, it } from 'vitest'
import { claimItems } from '../../src/align/claim-columns.js'
import type { Pair } from '../../src/align/matcher.js'
import { withVerdicts } from '../../src/align/verdicts.js'
import { Lexicon } from '../../src/likeness/lexicon.js'
import type { PairVerdict } from '../../src/model/alignment.js'
import { article } from './draw.js'

const lexicon = new Lexicon()
const reports = [
  'The mayor closed the harbour bridge on Monday.',
  'The town council shut the only road in March.',
  'Engineers found a crack in the cable on Friday.',
].map((text, at) => article(`${at}.txt`, text))
const items = reports.flatMap((report, number) => claimItems(report, number, lexicon))

const said = (i: number, j: number, verdict: PairVerdict['verdict']): PairVerdict => {
  const place = (at: number): PairVerdict['a'] => {
    const { id = '', text = '' } = reports[at] ?? {}
    return { article: id, start: 0, end: text.length }
  }
  return { a: place(i), b: place(j), verdict }
}
const scored = (verdicts: readonly PairVerdict[], pairs: readonly Pair[] = []): Record<string, number> =>
  Object.fromEntries(
    withVerdicts(pairs, items, { verdicts, lexicon }).map(({ i, j, score }) => [`${i} ${j}`, score]),
  )
const [weak, least] = [
  { i: 0, j: 2, score: 0.06 },
  { i: 0, j: 2, score: 0.01 },
]

describe('passages of which a reader says', () => {
  it('that they tell the same are linked, that they do not are not', () => {
    expect(items).toHaveLength(3)
    expect(scored([said(0, 1, 'same'), said(1, 2, 'different')])).toEqual({ '0 1': 1, '1 2': 0 })
  })

  it('nothing sure are left to the matcher', () => {
    expect(scored([said(0, 2, 'near')], [weak])).toEqual({ '0 2': 0.06 })
  })

  it('that they answer one question are linked where the matcher finds it possible', () => {
    expect(scored([said(0, 2, 'value')], [weak])['0 2']).toBeGreaterThan(0.9)
    expect(scored([said(0, 2, 'value')], [least])['0 2']).toBe(0.01)
    expect(scored([said(0, 2, 'matter')], [weak])['0 2']).toBe(0.06)
    expect(scored([said(0, 2, 'value'), said(0, 2, 'different')], [weak])['0 2']).toBe(0)
  })

  it('that both tell what a third tells are linked where the matcher compared them', () => {
    const same = [said(0, 1, 'same'), said(1, 2, 'same')]
    expect(scored(same, [least])['0 2']).toBeGreaterThan(0.9)
    expect(scored(same)['0 2']).toBeUndefined()
    expect(scored([...same, said(0, 2, 'different')], [least])['0 2']).toBe(0)
  })
})
