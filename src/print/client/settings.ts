/**
 * How the page is read: for what (everything, check, framing, class) and in which colours.
 *
 * In: the two groups of radio buttons, the address (`?read=class`), what was chosen before. Out: attributes of the root
 * element, which the style sheet goes by. Never: takes a part out of the document.
 */
import { allOf, one } from './dom.js'
import type { Kept } from './kept.js'

export function startSettings(kept: Kept): void {
  group('theme', kept.get('synoptic-theme'), (value) => {
    kept.set('synoptic-theme', value)
  })
  const keepBack = (): void => {
    document.documentElement.dataset['findings'] = 'hidden'
  }
  group('read', new URLSearchParams(location.search).get('read'), keepBack)
  keepBack()
  one('[data-show="findings"]')?.addEventListener('click', () => {
    document.documentElement.dataset['findings'] = 'shown'
    document.dispatchEvent(new CustomEvent('synoptic-shown', { detail: 'findings' }))
    one('#findings h2')?.focus()
  })
  startMenu()
}

/** The menu closes by Escape, and by a click beside it. */
function startMenu(): void {
  const menu = one('[data-settings]')
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.hasAttribute('open')) return
    menu.removeAttribute('open')
    one('summary', menu)?.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (menu && target instanceof Node && !menu.contains(target)) menu.removeAttribute('open')
  })
}

/** What is chosen at first counts if it is one of the group's values. */
function group(name: string, first: string | null, chosen: (value: string) => void): void {
  const buttons = allOf(HTMLInputElement, `input[type="radio"][name="${name}"]`)
  const apply = (value: string): void => {
    document.documentElement.dataset[name] = value
  }
  for (const button of buttons) {
    if (button.value === first) button.checked = true
    button.addEventListener('change', () => {
      apply(button.value)
      chosen(button.value)
      document.dispatchEvent(new Event('synoptic-shown'))
    })
  }
  const checked = buttons.find((button) => button.checked)
  if (checked) apply(checked.value)
}
