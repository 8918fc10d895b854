/**
 * Tabs: one tab of the page's parts shows at a time; what a link leads to brings its tab along. Without script all parts
 * stand below each other.
 *
 * In: sections with `data-tab`, links with `data-to-tab`, chips with `data-to`. Out: `data-tab` of the root element, which
 * the style sheet goes by. Never: a part taken out of the document: print and search find it.
 */
import { all, one } from './dom.js'

export function startTabs(): void {
  const links = all('[data-to-tab]')
  const show = (tab: string): void => {
    document.documentElement.dataset['tab'] = tab
    for (const link of links)
      if (link.dataset['toTab'] === tab) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    document.dispatchEvent(new Event('synoptic-tab'))
  }
  const follow = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const tab = target?.closest<HTMLElement>('.part')?.dataset['tab']
    if (tab !== undefined) show(tab)
  }
  /** Where a preset hides the tab that shows, the first that it leaves takes its place. */
  const keepShown = (): void => {
    const current = links.find((link) => link.hasAttribute('aria-current'))
    if (current?.checkVisibility() === false)
      show(links.find((link) => link.checkVisibility())?.dataset['toTab'] ?? '')
  }
  show('findings')
  follow()
  keepShown()
  addEventListener('hashchange', follow)
  document.addEventListener('synoptic-shown', (event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') show(event.detail)
    else keepShown()
  })
  for (const link of links)
    link.addEventListener('click', (event) => {
      event.preventDefault()
      history.pushState(null, '', link.getAttribute('href') ?? '')
      show(link.dataset['toTab'] ?? '')
      const main = one('main')
      if (main && main.getBoundingClientRect().top < 0) main.scrollIntoView()
    })
  addEventListener('popstate', follow)
  document.addEventListener('click', (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-to]') : null
    if (chip === null) return
    event.preventDefault()
    location.hash = chip.dataset['to'] ?? ''
  })
}
