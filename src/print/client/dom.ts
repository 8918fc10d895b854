/** The few things every part of the page's script does with elements. Never: markup from text; words go in as textContent. */

export function all(selector: string, within: ParentNode = document): readonly HTMLElement[] {
  return allOf(HTMLElement, selector, within)
}

export function one(selector: string, within: ParentNode = document): HTMLElement | null {
  return oneOf(HTMLElement, selector, within)
}

/** Those elements of the selector that are of the type: `allOf(HTMLInputElement, 'input', bar)`. */
export function allOf<T extends Element>(
  type: new () => T,
  selector: string,
  within: ParentNode = document,
): readonly T[] {
  return [...within.querySelectorAll(selector)].filter((element): element is T => element instanceof type)
}

export function oneOf<T extends Element>(
  type: new () => T,
  selector: string,
  within: ParentNode = document,
): T | null {
  return allOf(type, selector, within)[0] ?? null
}

/** `make('button', { type: 'button' }, 'Export')`; attributes, never event handlers. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export function words(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : value.split(' ')
}

/** White space as a reader sees it, without hints for screen readers (`.vh`) and words that are struck out. */
export function printedText(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hint of copy.querySelectorAll('.vh, del')) hint.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}
