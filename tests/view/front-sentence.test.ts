import { expect, it } from 'vitest'
import type { Edit, Finding } from '../../src/model/comparison.js'
import { frontSentence } from '../../src/view/front-sentence.js'
import { labelArticles } from '../../src/view/labels.js'
import { articles, ferryReport } from '../report/fixture.js'

const [column] = ferryReport.quotes
const [template] = ferryReport.findings
if (!column || !template) throw new Error('fixture changed')
const edit = (removed: string, more: Partial<Edit> = {}): Edit => ({
  type: 'cut-end',
  removed,
  marked: false,
  carries: null,
  elsewhere: false,
  ...more,
})
const said = (edits: readonly Edit[], more: Partial<Finding> = {}): string =>
  frontSentence(
    {
      ...template,
      kind: 'quote-shortened',
      column: column.id,
      articles: [articles.tide.id],
      detail: { edits },
      ...more,
    },
    ferryReport,
    labelArticles(ferryReport),
  )

it('says first what is not printed of a quotation, what carries sense before the rest', () => {
  const cut = said([edit('and that is all'), edit('“if they come back”', { carries: 'condition' })])
  expect(cut).toMatch(
    /^Tide Radio prints words credited to .+ without “if they come back”\. Fullest version in these reports \(.+\): “.+”\.$/,
  )
  expect(cut).not.toContain('and that is all')
  expect(said([edit('and that is all')])).toContain('without “and that is all”')
  expect(said([edit('never', { type: 'replaced', carries: 'negation' })])).toContain(
    'with other words for “never”',
  )
})

it('leaves a finding as it is whose words it could not put so', () => {
  expect(said([])).toBe(template.sentence)
  expect(said([edit('', { type: 'inserted' })])).toBe(template.sentence)
  expect(said([edit('and so on')], { column: null })).toBe(template.sentence)
  expect(said([edit('and so on')], { articles: [articles.tide.id, articles.inland.id] })).toBe(
    template.sentence,
  )
})
