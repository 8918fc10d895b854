/**
 * Filters: which rows of a list or table show, in which order they stand.
 *
 * In: the parts of the page, each with its items and their facts in data attributes, and, where it has one, a bar of
 * controls (`data-f` names what each compares with); the reports shown. Out: hidden attributes and the order of rows.
 * Never: reads an item's text twice.
 */
import { all, allOf, one, oneOf, printedText, words } from './dom.js'
import type { Outlets } from './outlets.js'

type Item = { readonly element: HTMLElement; readonly text: () => string }
type Wishes = readonly (readonly [key: string, value: string])[]

export function startFilters(outlets: Outlets): void {
  for (const part of all('.part')) attach(part, outlets)
}

function attach(part: HTMLElement, outlets: Outlets): void {
  const items = all('[data-item]', part).map(itemOf)
  if (items.length === 0) return
  const bar = one('.filters', part)
  const table = one('table.matrix, table.by-outlet', part)
  const none = one('.none-left', part)
  const told = bar && one('output', bar)
  /** After a ruling nothing goes that is shown: the finding that holds the focus may be the one that no longer fits. */
  const update = (keeping = false): void => {
    const shown = outlets.shown()
    if (table) table.className = table.className.replace(/\bn\d+\b/, `n${Math.max(1, shown.size)}`)
    const wishes = bar ? wishesOf(bar) : []
    let count = 0
    for (const item of items) {
      const visible = matches(item, wishes, shown) || (keeping && !item.element.hidden)
      if (visible) count++
      item.element.hidden = !visible
    }
    if (bar) sortItems(items, bar)
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
    ...allOf(HTMLInputElement, 'input[type="search"]', bar),
  ]
  return controls
    .map((control) => [control.dataset['f'] ?? '', control.value.trim()] as const)
    .filter(([key, value]) => value !== '' && key !== 'sort')
}

/** Sorting is by a number in a data attribute, high first where its name starts with `-`. */
function sortItems(items: readonly Item[], bar: HTMLElement): void {
  const order = oneOf(HTMLSelectElement, 'select[data-f="sort"]', bar)?.value
  const parent = items[0]?.element.parentElement
  if (order === undefined || !parent || bar.dataset['sorted'] === order) return
  const previous = bar.dataset['sorted']
  bar.dataset['sorted'] = order
  if (previous === undefined && order === 'rank') return
  const down = order.startsWith('-')
  const key = down ? order.slice(1) : order
  const value = (item: Item): number => Number(item.element.dataset[key] ?? 0) * (down ? -1 : 1)
  const rank = (item: Item): number => Number(item.element.dataset['rank'] ?? 0)
  const sorted = [...items].sort((a, b) => value(a) - value(b) || rank(a) - rank(b))
  parent.append(...sorted.map((item) => item.element))
}

function clear(bar: HTMLElement): void {
  for (const control of allOf(HTMLSelectElement, 'select', bar)) control.selectedIndex = 0
  for (const control of allOf(HTMLInputElement, 'input', bar)) control.value = ''
}
