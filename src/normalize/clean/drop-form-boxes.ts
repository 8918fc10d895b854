/**
 * Small boxes around a button or an input field: sign-up boxes, share bars, polls.
 *
 * Reason: nothing to press or fill in belongs to a report, and the words beside it are about the pressing. The box is the
 * largest element around it that stays small and holds no prose. What a button opens is the article's own (disclosure.ts),
 * and so is a paragraph with a button to like or share it.
 */
import { ancestors, descendants, nodeText, type PageNode } from '../page-tree.js'
import { holdsProse, isDisclosure } from './disclosure.js'
import type { PageRule } from './rule.js'

const MAX_WORDS = 45
const PROSE_WORDS = 25
/** A page with so few words elsewhere would lose its article. */
const MAX_SHARE = 0.25

const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea', 'form'])
/** Labels of tools that stand beside a paragraph or post, and of the sign that shuts an offer. */
const TOOL =
  /^\P{L}{0,3}(?:share|like|save|listen|play|copy(?: link)?|tweet|print|reply|report|teilen|partager|compartir|condividi|compartilhar)\P{L}{0,8}$/iu
const SHUTS = /^\s*(?:[×✕✖✗x]|close\b|dismiss\b|hide\b|no,? thanks)/iu

const NEVER: ReadonlySet<string> = new Set(['body', 'article', 'main'])

export const dropFormBoxes: PageRule = {
  id: 'form-box',
  *find(root) {
    for (const node of descendants(root)) {
      if (!CONTROLS.has(node.tag) || node.element.getAttribute('type') === 'hidden') continue
      const box = largestBox(node, root)
      if (box && !isArticles(node, box)) yield box
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

/** The box is what the button opens, the heading of it, or a paragraph with a tool beside it. */
function isArticles(control: PageNode, box: PageNode): boolean {
  if (isDisclosure(control)) return control.words === 0 || holdsProse(box)
  return isTool(control) && holdsProse(box) && !holdsField(box)
}

function isTool(control: PageNode): boolean {
  const label = nodeText(control)
  const name = control.element.getAttribute('aria-label') ?? ''
  if (control.tag !== 'button' || SHUTS.test(label) || SHUTS.test(name)) return false
  return control.words === 0 || TOOL.test(label)
}

function holdsField(box: PageNode): boolean {
  for (const { tag } of descendants(box)) if (CONTROLS.has(tag) && tag !== 'button') return true
  return false
}

function isSmall(node: PageNode, root: PageNode): boolean {
  if (NEVER.has(node.tag) || node.words > MAX_WORDS || node.words > root.words * MAX_SHARE) return false
  for (const inner of descendants(node))
    if (inner.tag === 'h1' || inner.tag === 'time' || (inner.tag === 'p' && inner.words > PROSE_WORDS))
      return false
  return true
}
