/**
 * The reader's review: opens what was kept, puts the form into findings, keeps marks and list up to date.
 *
 * In: the page. Out: rulings. Never: a form built before its finding is opened; pages have many.
 */
import { all, one, oneOf, words } from '../dom.js'
import type { Kept } from '../kept.js'
import { formFor } from './form.js'
import { markFindings, startPanel } from './panel.js'
import { startQueue } from './queue.js'
import { openRulings } from './store.js'

export function startReview(kept: Kept): void {
  const panel = one('[data-review]')
  const template = oneOf(HTMLTemplateElement, '[data-review-form]')
  if (panel === null || template === null) return
  const rulings = openRulings(kept, {
    title: panel.dataset['title'] ?? '',
    generator: panel.dataset['generator'] ?? '',
    sources: words(panel.dataset['sources']),
  })
  const changed = (): void => {
    markFindings(rulings)
    list()
    document.dispatchEvent(new Event('synoptic-ruled'))
  }
  const list = startPanel(panel, rulings, kept, () => {
    for (const form of all('.finding .review')) form.remove()
    openForms()
    changed()
  })
  const openForms = (): void => {
    for (const finding of all('details.finding[open]')) formFor(finding, template, rulings, changed)
  }
  for (const finding of all('details.finding'))
    finding.addEventListener('toggle', () => {
      if (finding.hasAttribute('open')) formFor(finding, template, rulings, changed)
    })
  openForms()
  changed()
  startQueue(panel)
}
