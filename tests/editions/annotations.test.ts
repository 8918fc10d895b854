/** W3C Web Annotations: held against the rules of the model (https://www.w3.org/TR/annotation-model/). */
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { annotationPage } from '../../src/editions/annotations.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryReport } from '../report/fixture.js'
import { markedReport, words } from './marked-report.js'

type Selector = {
  type: string
  exact?: string
  prefix?: string
  suffix?: string
  start?: number
  end?: number
}
type Target = { type: string; source: string; state: { type: string; cached: string }; selector?: Selector[] }
type Annotation = {
  id: string
  type: string
  motivation: string
  body: { type: string; value: string }[]
  target: Target[]
}
type Page = { '@context': string; id: string; type: string; startIndex: number; items: Annotation[] }

const page = (report: Report): Page => JSON.parse(annotationPage(report)) as Page
const iri = /^[a-z][a-z0-9+.-]*:\S+$/i

test.each([
  ['by hand', ferryReport],
  ['with astral characters', markedReport],
  ['without texts', withoutText(ferryReport)],
])('a page %s keeps the rules of the model', (_name, report) => {
  const made = page(report)
  expect(made).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    startIndex: 0,
  })
  const ids = [made.id, ...made.items.map(({ id }) => id)]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(iri)
  expect(made.items).toHaveLength(report.findings.length)
  made.items.forEach((annotation, index) => {
    expect(annotation).toMatchObject({ type: 'Annotation', motivation: 'classifying' })
    expect(annotation.body.every(({ type, value }) => type === 'TextualBody' && value !== '')).toBe(true)
    expect(annotation.target).toHaveLength(report.findings[index]?.evidence.length ?? -1)
    for (const { type, source, state, selector = [] } of annotation.target) {
      expect(type).toBe('SpecificResource')
      expect(source).toMatch(iri)
      expect(state.cached).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/)
      for (const one of selector) {
        if (one.type === 'TextQuoteSelector') expect(one.exact).not.toBe('')
        else expect(one).toMatchObject({ type: 'TextPositionSelector', start: expect.any(Number) as number })
      }
    }
  })
})

test('positions count code points, and both selectors name the same words', () => {
  const targets = page(markedReport).items[0]?.target ?? []
  targets.forEach(({ selector = [] }, index) => {
    const [quote, position] = selector
    const text = Array.from(markedReport.articles[index]?.text ?? '')
    expect(quote?.exact).toBe(words[index])
    expect(text.slice(position?.start, position?.end).join('')).toBe(words[index])
    const prefix = Array.from(quote?.prefix ?? '')
    expect(text.slice((position?.start ?? 0) - prefix.length, position?.start)).toEqual(prefix)
  })
  // In UTF-16 the first passage starts three units later: two ships in the headline, one in the text.
  expect(targets[0]?.selector?.[1]?.start).toBe((markedReport.findings[0]?.evidence[0]?.start ?? 0) - 3)
})

test('an article without an address is named by the hash of its text', () => {
  const second = page(markedReport).items[0]?.target[1]
  expect(second?.source).toBe(second?.state.cached)
})

test('words that are withheld are not printed', () => {
  expect(annotationPage(withoutText(ferryReport))).not.toContain(
    'Crews walked out at dawn after talks on rosters failed',
  )
})
