/**
 * Small boxes around a button or an input field: sign-up boxes, share bars, polls.
 *
 * Reason: nothing to press or fill in belongs to a report, and the words beside it are about the pressing. The box is the largest
 * element around it that stays small and holds no prose. What a button opens is the article's own (disclosure.ts), and so is a heading beside a
 * button without a label.
 */
import { ancestors, descendants, type PageNode } from '../page-tree.js'
import { holdsProse, isDisclosure } from './disclosure.js'
import type { PageRule } from './rule.js'

const MAX_WORDS = 45
const PROSE_WORDS = 25
/** A page with so few words elsewhere would lose its article. */
const MAX_SHARE = 0.25

const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea', 'form'])
const NEVER: ReadonlySet<string> = new Set(['body', 'article', 'main'])

export const dropFormBoxes: PageRule = {
  id: 'form-box',
  *find(root) {
    for (const node of descendants(root)) {
      if (!CONTROLS.has(node.tag) || node.element.getAttribute('type') === 'hidden') continue
      const box = largestBox(node, root)
      if (box && !isOpened(node, box)) yield box
    }
  },
}

function largestBox(control: PageNode, root: PageNode): PageNode | null {
  let box: PageNode | null = isSmall(control, root) ? control : null
  for (const around of ancestors(control)) {
    if (!isSmall(around, root) || around.tag === 'p' || around.tag === 'li') break
    box = around
  }
  return box
}

/** The box is what the button opens, or the heading of it. */
function isOpened(control: PageNode, box: PageNode): boolean {
  return isDisclosure(control) && (control.words === 0 || holdsProse(box))
}

function isSmall(node: PageNode, root: PageNode): boolean {
  if (NEVER.has(node.tag) || node.words > MAX_WORDS || node.words > root.words * MAX_SHARE) return false
  for (const inner of descendants(node))
    if (inner.tag === 'h1' || inner.tag === 'time' || (inner.tag === 'p' && inner.words > PROSE_WORDS))
      return false
  return true
}
