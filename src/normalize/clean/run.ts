/** Applies cleaning rules in order and keeps a record of every piece that carried words. */
import type { Removed } from '../../model/article.js'
import type { DraftBlock } from '../blocks.js'
import { descendants, nodeText, removeNode, type PageNode } from '../page-tree.js'
import type { ArticleFacts, BlockRule } from './block-rules.js'
import { found, type PageRule } from './page-rules.js'
import { proseWords } from './prose.js'

/** Takes what the rules find out of the tree and its document. */
export function cleanPage(root: PageNode, rules: readonly PageRule[]): Removed[] {
  const removed: Removed[] = []
  for (const rule of rules) {
    const headings = [...descendants(root)].filter(({ tag, words }) => tag === 'h1' && words > 0)
    let words: number | undefined
    const prose = () => (words ??= proseWords(root))
    for (const node of found(rule, { root, headings, prose })) {
      if (!isAttached(node, root)) continue
      const text = nodeText(node)
      if (text !== '') removed.push({ rule: rule.id, text })
      removeNode(node)
    }
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
  for (const { id, kinds, words: [least, most] = [0, Infinity], test } of rules) {
    const is = test(kept, facts)
    const found = kept.map(
      (block, at) =>
        block.words >= least && block.words <= most && kinds?.includes(block.kind) !== false && is(block, at),
    )
    removed.push(...kept.flatMap(({ text }, at) => (found[at] === true ? { rule: id, text } : [])))
    kept = kept.filter((_block, at) => found[at] !== true)
  }
  return { blocks: kept, removed }
}
