/** For what the page is read and in which colours, kept in localStorage where it may be used, else in this page’s memory. */
import { allOf, one } from './dom.js'

export type Kept = {
  readonly get: (key: string) => string | null
  readonly set: (key: string, value: string) => void
  /** Whether what is set will be there after the page is closed. */
  readonly lasting: boolean
}

/** Some browsers give a file on disk no storage at all. */
export function openKept(): Kept {
  const probe = 'synoptic-probe'
  try {
    const storage = localStorage
    storage.setItem(probe, '1')
    storage.removeItem(probe)
    return {
      lasting: true,
      get: (key) => storage.getItem(key),
      set: (key, value) => {
        // A full store must not stop the reader; what does not fit is exported from the page as it stands.
        try {
          storage.setItem(key, value)
        } catch (error) {
          console.warn('Synoptic: the browser did not keep this.', error)
        }
      },
    }
  } catch {
    return inMemory(() => null)
  }
}

/** For as long as this page stands; `first`: what a key holds before anything is set. */
export function inMemory(first: () => string | null): Kept {
  const memory = new Map<string, string>()
  return {
    lasting: false,
    get: (key) => memory.get(key) ?? first(),
    set: (key, value) => void memory.set(key, value),
  }
}

export function startSettings(kept: Kept): void {
  const root = document.documentElement.dataset
  group('theme', kept.get('synoptic-theme'), (value) => {
    kept.set('synoptic-theme', value)
  })
  const keepBack = (): void => {
    root['findings'] = 'hidden'
  }
  group('read', new URLSearchParams(location.search).get('read'), keepBack)
  keepBack()
  one('[data-show="findings"]')?.addEventListener('click', () => {
    root['findings'] = 'shown'
    document.dispatchEvent(new CustomEvent('synoptic-shown', { detail: 'findings' }))
    one('#findings h2')?.focus()
  })
  // The menu closes by Escape, by a click beside it, and when the focus goes on.
  const menu = one('[data-settings]')
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.hasAttribute('open')) return
    menu.removeAttribute('open')
    one('summary', menu)?.focus()
  })
  const closeBeside = ({ target }: Event): void => {
    if (menu && target instanceof Node && !menu.contains(target)) menu.removeAttribute('open')
  }
  document.addEventListener('click', closeBeside)
  document.addEventListener('focusin', closeBeside)
}

/** What is chosen at first counts if it is one of the group's values. */
function group(name: string, first: string | null, chosen: (value: string) => void): void {
  const buttons = allOf(HTMLInputElement, `input[type="radio"][name="${name}"]`)
  for (const button of buttons) {
    if (button.value === first) button.checked = true
    button.addEventListener('change', () => {
      document.documentElement.dataset[name] = button.value
      chosen(button.value)
      document.dispatchEvent(new Event('synoptic-shown'))
    })
  }
  const checked = buttons.find((button) => button.checked)
  if (checked) document.documentElement.dataset[name] = checked.value
}
