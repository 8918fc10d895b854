/** Which rows of a list show, by words and choices, and which reports: one choice for all lists. */
import { plainLetters } from '../../text/fold.js'
import { grouped } from '../../text/grouped.js'
import { all, allOf, one, printedText, words } from './dom.js'

export type Outlets = {
  readonly shown: () => ReadonlySet<string>
  readonly showAll: () => void
  readonly whenChanged: (call: () => void) => void
}

export function startOutlets(): Outlets {
  const place = one('[data-outlets]')
  const boxes = place === null ? [] : allOf(HTMLInputElement, 'input[type="checkbox"]', place)
  const elements = grouped(all('[data-o]'), (element) => [element.dataset['o'] ?? ''])
  const told = place === null ? null : one('output', place)
  const calls: (() => void)[] = []
  const off = new Set<string>()
  const apply = (): void => {
    for (const { value, checked } of boxes) {
      if (checked !== off.has(value)) continue
      if (checked) off.delete(value)
      else off.add(value)
      for (const element of elements.get(value) ?? []) element.toggleAttribute('data-off', !checked)
    }
    if (told) told.textContent = off.size === 0 ? 'all' : `${boxes.length - off.size} of ${boxes.length}`
    for (const call of calls) call()
  }
  const showAll = (): void => {
    for (const box of boxes) box.checked = true
    apply()
  }
  for (const box of boxes) box.addEventListener('change', apply)
  if (place) one('button', place)?.addEventListener('click', showAll)
  return {
    shown: () => new Set(boxes.flatMap(({ value }) => (off.has(value) ? [] : [value]))),
    showAll,
    whenChanged: (call) => calls.push(call),
  }
}

type Item = { readonly element: HTMLElement; readonly text: () => string }
type Wishes = readonly (readonly [key: string, value: string])[]

export function startFilters(outlets: Outlets): void {
  for (const part of all('.part')) {
    const bars = all('.filters', part)
    for (const bar of bars.length === 0 ? [null] : bars) attach(part, bar, outlets)
  }
}

function attach(part: HTMLElement, bar: HTMLElement | null, outlets: Outlets): void {
  // A bar within a list is about that list alone; what one report alone tells is no part of the lists.
  const items = all('[data-item]', bar?.parentElement ?? part)
    .filter((element) => element.closest('.alone') === null)
    .map(itemOf)
  if (items.length === 0) return
  const none = (bar?.parentElement && one('.none-left', bar.parentElement)) ?? all('.none-left', part).at(-1)
  const told = bar && one('output', bar)
  /** After a ruling nothing goes that is shown: the finding that holds the focus may be the one that no longer fits. */
  const update = (keeping = false): void => {
    const shown = outlets.shown()
    const wishes = bar ? wishesOf(bar) : []
    let count = 0
    for (const item of items) {
      const visible = matches(item, wishes, shown) || (keeping && !item.element.hidden)
      if (visible) count++
      item.element.hidden = !visible
    }
    if (told) told.textContent = `${count} of ${items.length} shown`
    if (none) none.hidden = count > 0
    // What was asked for shows, also where all reports tell it alike.
    const alike = wishes.length > 0 && one('.alike', part)
    if (alike && one('[data-item]:not([hidden])', alike)) alike.setAttribute('open', '')
  }
  const afresh = (): void => {
    update()
  }
  outlets.whenChanged(afresh)
  if (bar) {
    bar.addEventListener('input', afresh)
    document.addEventListener('synoptic-ruled', () => {
      update(true)
    })
    one('button[data-f="clear"]', bar)?.addEventListener('click', () => {
      for (const control of allOf(HTMLSelectElement, 'select', bar)) control.selectedIndex = 0
      for (const control of allOf(HTMLInputElement, 'input', bar)) {
        if (control.type === 'checkbox') control.checked = false
        else control.value = ''
      }
      outlets.showAll()
    })
  }
  update()
}

/** An item's text is read once, when it is asked for. */
function itemOf(element: HTMLElement): Item {
  let text: string | undefined
  return {
    element,
    text: () => (text ??= folded(printedText(one('[data-words]', element) ?? element))),
  }
}

/** As a keyboard writes it: straight quotation marks, no accents, lower case. */
function folded(words: string): string {
  return plainLetters(words).replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"')
}

/** An item that says who tells it goes when none of these reports is shown. */
function matches({ element, text }: Item, wishes: Wishes, shown: ReadonlySet<string>): boolean {
  const told = words(element.dataset['told'])
  if (told.length > 0 && !told.some((letter) => shown.has(letter))) return false
  return wishes.every(([key, wanted]) =>
    key === 'words' ? text().includes(folded(wanted)) : words(element.dataset[key]).includes(wanted),
  )
}

/** What is asked for: one for each control that is set. */
function wishesOf(bar: HTMLElement): Wishes {
  return [
    ...allOf(HTMLSelectElement, 'select[data-f]', bar),
    ...allOf(HTMLInputElement, 'input[type="search"], input[type="checkbox"]:checked', bar),
  ]
    .map((control) => [control.dataset['f'] ?? '', control.value.trim()] as const)
    .filter(([, value]) => value !== '')
}
