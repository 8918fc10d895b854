/** Applies cleaning rules in order and keeps a record of every piece that carried words. */
import type { Removed } from '../../model/article.js'
import type { DraftBlock } from '../blocks.js'
import { nodeText, removeNode, type PageNode } from '../page-tree.js'
import type { ArticleFacts, BlockRule, PageRule } from './rule.js'

/** Takes what the rules find out of the tree and its document. */
export function cleanPage(root: PageNode, rules: readonly PageRule[]): Removed[] {
  const removed: Removed[] = []
  for (const rule of rules)
    for (const node of [...rule.find(root)]) {
      if (node === root || !isAttached(node, root)) continue
      const text = nodeText(node)
      if (text !== '') removed.push({ rule: rule.id, text })
      removeNode(node)
    }
  return removed
}

function isAttached(node: PageNode, root: PageNode): boolean {
  let at = node
  for (let up = at.parent; up; up = at.parent) {
    if (!up.children.includes(at)) return false
    at = up
  }
  return at === root
}

export function cleanBlocks(
  blocks: readonly DraftBlock[],
  rules: readonly BlockRule[],
  facts: ArticleFacts,
): { readonly blocks: readonly DraftBlock[]; readonly removed: readonly Removed[] } {
  const removed: Removed[] = []
  let kept = blocks
  for (const rule of rules) {
    const found = new Set(rule.find(kept, facts))
    if (found.size === 0) continue
    for (const block of kept) if (found.has(block)) removed.push({ rule: rule.id, text: block.text })
    kept = kept.filter((block) => !found.has(block))
  }
  return { blocks: kept, removed }
}
