/** The bar and the words of a comparison's page tell the same. */
import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { comparisonPage } from '../../src/server/routes/comparison-pages.js'
import type { ComparisonBody } from '../../src/server/schemas.js'

const view = (progress: ComparisonBody['progress']): ComparisonBody => ({
  id: 'c-1',
  title: null,
  state: 'running',
  reasons: [],
  createdAt: '2026-03-01T06:00:00Z',
  deadlineAt: '2026-03-01T07:00:00Z',
  finishedAt: null,
  batch: null,
  notes: null,
  notesReason: null,
  summary: null,
  links: { self: '/a', report: '/b', events: '/c', page: '/d' },
  options: { zone: 'UTC', deadlineSeconds: 3_600 },
  progress,
  sources: [],
  webhook: null,
})

it.each([
  [{ total: 4, waiting: 4, fetched: 0, read: 0, lost: 0 }, 0, '0 of 4 sources done'],
  [{ total: 4, waiting: 0, fetched: 4, read: 0, lost: 0 }, 0.5, '0 of 4 sources done, 4 fetched'],
  [{ total: 4, waiting: 0, fetched: 1, read: 2, lost: 1 }, 0.875, '3 of 4 sources done, 1 fetched'],
])('of %j', (progress, value, words) => {
  const { document } = new JSDOM(comparisonPage(view(progress), false, null, [], [])).window
  expect(Number(document.querySelector('progress')?.getAttribute('value'))).toBe(value)
  expect(document.querySelector('[data-told]')?.textContent.trim()).toBe(words)
})
