/**
 * Labels of buttons and fields that stand in larger boxes.
 *
 * Reason: what is pressed or filled in is no report, wherever it stands; small boxes around such controls go as a whole
 * (drop-form-boxes.ts).
 */
import { descendants, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

const CONTROLS: ReadonlySet<string> = new Set(
  'button input select textarea option datalist dialog'.split(' '),
)

export const dropControls: PageRule = {
  id: 'control',
  *find(root: PageNode) {
    for (const node of descendants(root)) if (CONTROLS.has(node.tag)) yield node
  },
}
