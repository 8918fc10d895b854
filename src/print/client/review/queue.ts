/**
 * Ruling as a mode: the next finding that has no ruling opens with its form in focus, and keys rule on it.
 *
 * In: findings in the order of the page. Out: focus; a ruling by the form that is there. Keys (a, c, d, n) work while the
 * focus is in an open finding, and not in a field of text. Never: a ruling that the form does not show.
 */
import { all, allOf, one, oneOf } from '../dom.js'

const verdicts: Readonly<Record<string, string>> = { a: 'accept', c: 'correct', d: 'dismiss' }

export function startQueue(panel: HTMLElement): void {
  one('[data-next]', panel)?.addEventListener('click', () => {
    next(null)
  })
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    if (event.target.matches('textarea, input:not([type="radio"]), select')) return
    const finding = event.target.closest<HTMLElement>('details.finding[open]')
    if (finding === null) return
    if (event.key === 'n') next(finding)
    else if (!rule(finding, verdicts[event.key])) return
    event.preventDefault()
  })
}

function rule(finding: HTMLElement, verdict: string | undefined): boolean {
  const radio = allOf(HTMLInputElement, '.review [type="radio"]', finding).find(
    ({ value }) => value === verdict,
  )
  radio?.click()
  radio?.focus()
  return radio !== undefined
}

/** The first without a ruling after this one, else the first of all. */
function next(finding: HTMLElement | null): void {
  const findings = all('details.finding')
  const from = finding === null ? 0 : findings.indexOf(finding) + 1
  const order = [...findings.slice(from), ...findings.slice(0, from)]
  const open = order.find(
    (one) => one !== finding && one.closest('[data-ruled]')?.getAttribute('data-ruled') === 'open',
  )
  const status = one('[data-review-status]')
  if (open === undefined) {
    if (status) status.textContent = 'Every finding has a ruling.'
    return
  }
  location.hash = open.id
  open.setAttribute('open', '')
  // The form is put in when the browser tells that the finding is open.
  setTimeout(() => {
    oneOf(HTMLInputElement, '.review [type="radio"]', open)?.focus()
  })
}
