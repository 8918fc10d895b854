/**
 * What a cleaning rule is. A page rule names elements of the page tree before the article is looked for; a block rule
 * judges single blocks of the article afterwards. Rules find; only the runner removes, and it records what it removed.
 */
import type { DraftBlock } from '../blocks.js'
import type { PageNode } from '../page-tree.js'

export type PageRule = {
  /** Kebab-case name that `removed` carries. */
  readonly id: string
  /** Nodes to remove with all they hold. */
  readonly find: (root: PageNode) => Iterable<PageNode>
}

export type ArticleFacts = {
  readonly headline: string | null
  readonly bylines: readonly string[]
  readonly outlet: string | null
}

export type BlockRule = {
  readonly id: string
  /** Blocks to remove; all blocks of the article are given, in order. */
  readonly find: (blocks: readonly DraftBlock[], facts: ArticleFacts) => Iterable<DraftBlock>
}
