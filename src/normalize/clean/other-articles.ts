/** Further articles below the first: pages that load the next report when a reader gets to the end. */
import type { DraftBlock } from '../blocks.js'
import { ancestors, descendants, nodeText, type PageNode } from '../page-tree.js'
import { fold } from '../folded-words.js'
import { holdsProse } from './prose.js'

export function blocksOfOthers(
  blocks: readonly DraftBlock[],
  headline: string | null,
): ReadonlySet<DraftBlock> {
  const branches = otherBranches(rootOf(blocks[0]), headline)
  return new Set(
    blocks.filter(({ owner }) => [owner, ...ancestors(owner)].some((node) => branches.has(node))),
  )
}

function rootOf(block: DraftBlock | undefined): PageNode | null {
  let root = block?.owner ?? null
  while (root?.parent) root = root.parent
  return root
}

function otherBranches(root: PageNode | null, headline: string | null): ReadonlySet<PageNode> {
  if (root === null || headline === null) return new Set()
  const headings = [...descendants(root)].filter((node) => node.tag === 'h1' && node.words > 0)
  const own = headings.find((node) => fold(nodeText(node)) === fold(headline))
  if (!own) return new Set()
  return new Set(
    articlesBeside(
      root,
      [...ancestors(own)].find(({ tag }) => tag === 'article'),
    ),
  )
}

/**
 * `article` elements with a heading and prose of their own, outside the one that holds headline and text. Several short ones of one
 * build right beside it, none of whose headings leads elsewhere, are its entries.
 */
function articlesBeside(root: PageNode, home: PageNode | undefined): PageNode[] {
  if (home === undefined || home.words < root.words * HOME_SHARE) return []
  const inside = new Set([...descendants(home), ...ancestors(home)])
  const others = [...descendants(root)].filter(
    (node) => node.tag === 'article' && !inside.has(node) && holdsHeading(node) && holdsProse(node),
  )
  return others.filter((node) => !isEntry(node, others, home))
}

function isEntry(node: PageNode, others: readonly PageNode[], home: PageNode): boolean {
  const alike = others.filter((other) => other.parent === home.parent && build(other) === build(node))
  return (
    alike.includes(node) &&
    alike.length >= MIN_ENTRIES &&
    alike.every((entry) => entry.words <= MAX_ENTRY_WORDS && !leadsElsewhere(entry))
  )
}

/** Reports that follow each other are longer, or few. */
const MIN_ENTRIES = 3
const MAX_ENTRY_WORDS = 250

function leadsElsewhere(node: PageNode): boolean {
  for (const { tag, words, linkWords } of descendants(node))
    if (tag === 'h1' || (/^h[2-4]$/u.test(tag) && words > 0 && linkWords > 0)) return true
  return false
}

/** Share of what is left of the page that the article has, where others follow it. */
const HOME_SHARE = 0.1

function holdsHeading(node: PageNode): boolean {
  for (const { tag, words } of descendants(node)) if (/^h[1-4]$/u.test(tag) && words > 0) return true
  return false
}

function build({ tag, attributes }: PageNode): string {
  return `${tag} ${attributes.get('class') ?? ''}`
}
