/**
 * Which reports the tables of the page show: one choice for all of them.
 *
 * In: the page's boxes; elements that stand for one report carry its letter in `data-o`. Out: `data-off` on those left
 * out, which the style sheet hides, and a call to whoever asked. Never: hides a finding or its evidence.
 */
import { all, allOf, one } from './dom.js'
import { grouped } from '../../text/grouped.js'

export type Outlets = {
  readonly shown: () => ReadonlySet<string>
  readonly showAll: () => void
  readonly whenChanged: (call: () => void) => void
}

export function startOutlets(): Outlets {
  const place = one('[data-outlets]')
  const boxes = place === null ? [] : allOf(HTMLInputElement, 'input[type="checkbox"]', place)
  const elements = byLetter()
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
  if (place) {
    one('button', place)?.addEventListener('click', showAll)
  }
  return {
    shown: () => new Set(boxes.flatMap(({ value }) => (off.has(value) ? [] : [value]))),
    showAll,
    whenChanged: (call) => calls.push(call),
  }
}

function byLetter(): ReadonlyMap<string, readonly HTMLElement[]> {
  const letters = grouped(all('[data-o]'), (element) => [element.dataset['o'] ?? ''])
  return letters
}
