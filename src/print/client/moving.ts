/** Moving through the page: tabs, links and chips, which open what they lead to, and keys through lists of rows. */
import { all, one } from './dom.js'
import type { Outlets } from './filters.js'

export function startMoving(outlets: Outlets): void {
  startTabs()
  document.addEventListener('keydown', moveInList)
  const openTarget = (): void => {
    openLinked(outlets)
    // An entry of the history that was here before: the browser itself brings back where a reader was.
    history.replaceState(document.documentElement.dataset['tab'], '')
  }
  addEventListener('hashchange', () => {
    const target = linkedTo()
    const isLed = history.state === null && !target?.contains(document.activeElement)
    openTarget()
    // The link that was followed is in a tab that shows no more; the focus would go with it.
    if (isLed && target instanceof HTMLDetailsElement) one('summary', target)?.focus({ preventScroll: true })
  })
  openTarget()
}

export function linkedTo(): HTMLElement | null {
  return document.getElementById(location.hash.slice(1))
}

function startTabs(): void {
  const links = all('[data-to-tab]')
  const show = (tab: string): void => {
    document.documentElement.dataset['tab'] = tab
    for (const link of links)
      if (link.dataset['toTab'] === tab) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    document.dispatchEvent(new Event('synoptic-tab'))
  }
  /** Where a preset hides the tab that shows, the first that it leaves takes its place. */
  const keepShown = (): void => {
    const current = links.find((link) => link.hasAttribute('aria-current'))
    if (current?.checkVisibility() === false)
      show(links.find((link) => link.checkVisibility())?.dataset['toTab'] ?? '')
  }
  /** The tab that this entry of the history was left at; of a new one, the tab of what it leads to. */
  const follow = (): void => {
    const left: unknown = history.state
    const target = linkedTo()
    const led = target === null ? 'findings' : target.closest<HTMLElement>('.part')?.dataset['tab']
    const tab = typeof left === 'string' ? left : led
    if (tab !== undefined) show(tab)
    keepShown()
  }
  show('findings')
  follow()
  addEventListener('hashchange', follow)
  addEventListener('popstate', follow)
  document.addEventListener('synoptic-shown', (event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') show(event.detail)
    else keepShown()
  })
  document.addEventListener('click', (event) => {
    const at = event.target instanceof Element ? event.target : null
    const link = at?.closest<HTMLElement>('[data-to-tab]')
    const chip = at?.closest<HTMLElement>('[data-to]')
    if (link) {
      event.preventDefault()
      history.pushState(link.dataset['toTab'], '', link.getAttribute('href') ?? '')
      show(link.dataset['toTab'] ?? '')
      const main = one('main')
      if (main && main.getBoundingClientRect().top < 0) main.scrollIntoView()
    } else if (chip) {
      event.preventDefault()
      location.hash = chip.dataset['to'] ?? ''
    }
  })
}

/** Up, down, home and end, while a row has focus. */
function moveInList(event: KeyboardEvent): void {
  const from = event.target
  if (!(from instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
  if (!from.matches('.entry > summary')) return
  const shown = all('.entry > summary', from.closest('.part') ?? document).filter((summary) =>
    summary.checkVisibility(),
  )
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
}

/** A row that a link leads to is open, whatever holds it is open, and no filter hides it. */
function openLinked(outlets: Outlets): void {
  const target = linkedTo()
  if (target === null) return
  if (target.closest('[data-off]')) outlets.showAll()
  for (let element: HTMLElement | null = target; element !== null; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true
    if (element.dataset['item'] !== undefined) element.hidden = false
  }
  if (history.state === null) target.scrollIntoView()
}
