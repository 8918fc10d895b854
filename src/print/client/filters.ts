/**
 * Filters: which rows of a list or table show.
 *
 * In: the parts of the page, each with its items and their facts in data attributes, and, where it has one, a bar of
 * controls (`data-f` names what each compares with); the reports shown. Out: hidden attributes.
 * Never: reads an item's text twice.
 */
import { all, allOf, one, printedText, words } from './dom.js'
import type { Outlets } from './outlets.js'

type Item = { readonly element: HTMLElement; readonly text: () => string }
type Wishes = readonly (readonly [key: string, value: string])[]

export function startFilters(outlets: Outlets): void {
  for (const part of all('.part')) attach(part, outlets)
}

function attach(part: HTMLElement, outlets: Outlets): void {
  const bar = one('.filters', part)
  // A bar within a list is about that list alone.
  const items = all('[data-item]', bar?.parentElement ?? part).map(itemOf)
  if (items.length === 0) return
  const tables = all('table.matrix, table.by-outlet', part)
  const none = one('.none-left', part)
  const told = bar && one('output', bar)
  /** After a ruling nothing goes that is shown: the finding that holds the focus may be the one that no longer fits. */
  const update = (keeping = false): void => {
    const shown = outlets.shown()
    for (const table of tables)
      table.className = table.className.replace(/\bn\d+\b/, `n${Math.max(1, shown.size)}`)
    const wishes = bar ? wishesOf(bar) : []
    let count = 0
    for (const item of items) {
      const visible = matches(item, wishes, shown) || (keeping && !item.element.hidden)
      if (visible) count++
      item.element.hidden = !visible
    }
    if (told) told.textContent = `${count} of ${items.length} shown`
    if (none) none.hidden = count > 0
  }
  const afresh = (): void => {
    update()
  }
  outlets.whenChanged(afresh)
  if (bar) {
    bar.addEventListener('input', afresh)
    bar.addEventListener('change', afresh)
    document.addEventListener('synoptic-ruled', () => {
      update(true)
    })
    one('button[data-f="clear"]', bar)?.addEventListener('click', () => {
      clear(bar)
      outlets.showAll()
    })
  }
  update()
}

function itemOf(element: HTMLElement): Item {
  let text: string | undefined
  return {
    element,
    text: () => (text ??= printedText(one('[data-words]', element) ?? element).toLowerCase()),
  }
}

/** An item that says who tells it goes when none of these reports is shown. */
function matches({ element, text }: Item, wishes: Wishes, shown: ReadonlySet<string>): boolean {
  const told = words(element.dataset['told'])
  if (told.length > 0 && !told.some((letter) => shown.has(letter))) return false
  return wishes.every(([key, wanted]) =>
    key === 'words' ? text().includes(wanted.toLowerCase()) : words(element.dataset[key]).includes(wanted),
  )
}

/** What is asked for: one for each control that is set. */
function wishesOf(bar: HTMLElement): Wishes {
  const controls = [
    ...allOf(HTMLSelectElement, 'select[data-f]', bar),
    ...allOf(HTMLInputElement, 'input[type="search"], input[type="checkbox"]:checked', bar),
  ]
  return controls
    .map((control) => [control.dataset['f'] ?? '', control.value.trim()] as const)
    .filter(([, value]) => value !== '')
}

function clear(bar: HTMLElement): void {
  for (const control of allOf(HTMLSelectElement, 'select', bar)) control.selectedIndex = 0
  for (const control of allOf(HTMLInputElement, 'input[type="search"]', bar)) control.value = ''
  for (const control of allOf(HTMLInputElement, 'input[type="checkbox"]', bar)) control.checked = false
}
