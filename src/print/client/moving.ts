/**
 * Moving by keyboard through lists of things that open, and opening what a link leads to.
 *
 * In: summaries of findings, rows and quotations. Out: focus. Keys (up, down, home, end) work while such a summary has
 * focus, and nowhere else. Never: a key taken from a field.
 */
import { all } from './dom.js'
import type { Outlets } from './outlets.js'

const lists = ['#findings .finding > summary', '.matrix th details > summary', '.entry > summary']

export function startMoving(outlets: Outlets): void {
  const openTarget = (): void => {
    openLinked(outlets)
  }
  document.addEventListener('keydown', (event) => {
    const from = event.target
    if (!(from instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
    const list = lists.find((selector) => from.matches(selector))
    if (list === undefined) return
    const shown = all(list).filter((summary) => summary.offsetParent !== null)
    const at = shown.indexOf(from)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    }
    const next = shown[steps[event.key] ?? -1]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  })
  addEventListener('hashchange', openTarget)
  openTarget()
}

/** A finding, row or quotation that a link leads to is open, whatever holds it is open, and no filter hides it. */
function openLinked(outlets: Outlets): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target === null) return
  if (target.closest('[data-off]')) outlets.showAll()
  for (let element: HTMLElement | null = target; element !== null; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true
    if (element.dataset['item'] !== undefined) element.hidden = false
  }
  const row = target.matches('.matrix tbody') ? target.querySelector('details') : null
  if (row) row.open = true
  target.scrollIntoView()
}
