/**
 * Filter bars: which rows of a list or table show, which reports have columns, in which order rows stand.
 *
 * In: a bar of controls (`data-f` names what each compares with) and the items of the part it stands for, each with its
 * facts in data attributes. Out: hidden attributes and the order of rows. Never: reads an item's text twice.
 */
import { all, allOf, one, oneOf, printedText, words } from './dom.js'

type Item = { readonly element: HTMLElement; readonly text: () => string }

export function startFilters(): void {
  for (const bar of all('.filters')) attach(bar)
}

function attach(bar: HTMLElement): void {
  const target = document.getElementById(bar.dataset['for'] ?? '')
  if (target === null) return
  const items = all('[data-item]', target).map(itemOf)
  const columns = columnsOf(target)
  const update = (): void => {
    const shown = shownOutlets(bar)
    for (const [letter, cells] of columns) setHidden(cells, shown !== null && !shown.has(letter))
    const table = one('table.matrix', target)
    if (table && shown !== null) table.className = `matrix n${Math.max(1, shown.size)}`
    const wishes = wishesOf(bar)
    let count = 0
    for (const item of items) {
      const visible = matches(item, wishes, shown)
      if (visible) count++
      item.element.hidden = !visible
    }
    sortItems(items, bar)
    const told = one('output', bar)
    if (told) told.textContent = `${count} of ${items.length} shown`
    const none = one('.none-left', target)
    if (none) none.hidden = count > 0 || items.length === 0
  }
  bar.addEventListener('input', update)
  bar.addEventListener('change', update)
  document.addEventListener('synoptic-ruled', update)
  one('button[data-f="clear"]', bar)?.addEventListener('click', () => {
    clear(bar)
    update()
  })
  update()
}

function itemOf(element: HTMLElement): Item {
  let text: string | undefined
  return {
    element,
    text: () => (text ??= printedText(one('[data-words]', element) ?? element).toLowerCase()),
  }
}

function columnsOf(target: HTMLElement): ReadonlyMap<string, readonly HTMLElement[]> {
  const columns = new Map<string, HTMLElement[]>()
  for (const cell of all('[data-o]', target)) {
    const letter = cell.dataset['o'] ?? ''
    const cells = columns.get(letter)
    if (cells) cells.push(cell)
    else columns.set(letter, [cell])
  }
  return columns
}

function setHidden(cells: readonly HTMLElement[], hidden: boolean): void {
  if (cells[0]?.hidden === hidden) return
  for (const cell of cells) cell.hidden = hidden
}

/** Letters of the ticked reports; null where the bar does not ask. */
function shownOutlets(bar: HTMLElement): ReadonlySet<string> | null {
  const boxes = allOf(HTMLInputElement, 'input[data-f="outlet"]', bar)
  return boxes.length === 0 ? null : new Set(boxes.filter((box) => box.checked).map((box) => box.value))
}

function matches(
  item: Item,
  wishes: readonly (readonly [string, string])[],
  shown: ReadonlySet<string> | null,
): boolean {
  const told = words(item.element.dataset['told'])
  if (shown !== null && told.length > 0 && !told.some((letter) => shown.has(letter))) return false
  return wishes.every(([key, wanted]) =>
    key === 'words'
      ? item.text().includes(wanted.toLowerCase())
      : words(item.element.dataset[key]).includes(wanted),
  )
}

/** What is asked for: `[key, value]` for each control that is set. */
function wishesOf(bar: HTMLElement): readonly (readonly [string, string])[] {
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
  for (const control of allOf(HTMLInputElement, 'input', bar)) {
    if (control.type === 'checkbox') control.checked = true
    else control.value = ''
  }
}
