/**
 * Hidden elements: hover cards, closed consent boxes, texts for screen readers.
 *
 * Reason: a reader of the page does not see them. An element that holds most of the page's words is kept: some pages hide the
 * whole article until a script has run.
 */
import { descendants, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

/** Not shown, or clipped to nothing, as texts for screen readers are. */
const INVISIBLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)/iu
const MOST = 0.3
/** Utility classes of the common style sheets that hide an element, and those that show it on wider screens. */
const HIDDEN_CLASS: ReadonlySet<string> = new Set([
  'hidden',
  'd-none',
  'is-hidden',
  'u-hidden',
  'hide',
  'display-none',
])
const SHOWN_CLASS =
  /^(?:(?:sm|md|lg|xl|2xl|xxl|print|group)[^\s:]{0,20}:(?!hidden)|d-(?:xs|sm|md|lg|xl|xxl|print)-(?!none)|(?:show|visible)$)/u

export const dropHidden: PageRule = {
  id: 'hidden',
  *find(root) {
    for (const node of descendants(root)) if (isHidden(node) && node.words < root.words * MOST) yield node
  },
}

/** Whether a reader does not see it. */
export function isHidden(node: PageNode): boolean {
  const { element } = node
  const hidden = element.getAttribute('hidden')
  // What browsers show as soon as a search finds it is a part that can be opened.
  return (
    (hidden !== null && hidden.toLowerCase() !== 'until-found') ||
    INVISIBLE.test(element.getAttribute('style') ?? '') ||
    isHiddenByClass(element.getAttribute('class') ?? '')
  )
}

function isHiddenByClass(names: string): boolean {
  if (!/hid|none/u.test(names)) return false
  const all = names.split(/\s+/u)
  return all.some((name) => HIDDEN_CLASS.has(name)) && !all.some((name) => SHOWN_CLASS.test(name))
}
