/**
 * Join: parts of the article that stand in boxes of their own beside the box that was chosen.
 *
 * In:    candidate blocks in order, and the chosen ones.
 * Out:   the chosen ones and those that stand in boxes of the same build beside them, or as bare text in the same element.
 * Never: joins a box of links, or one without prose.
 *
 * Reason: editors' tools build an article of several boxes of one class, a box a section or a paragraph, and extractors
 * keep the one they like best; old ones part the paragraphs of one element by line breaks alone.
 */
import type { DraftBlock } from '../blocks.js'
import { ancestors, descendants, type PageNode } from '../page-tree.js'
import { isProse } from './container.js'

/** Share of words in links from which a box leads elsewhere. */
const MAX_LINK_SHARE = 0.4

export function joinBlocks(
  candidates: readonly DraftBlock[],
  chosen: readonly DraftBlock[],
): readonly DraftBlock[] {
  const kept = new Set(chosen)
  const trunk = trunkOf(chosen)
  const prose = wordsOfProse(candidates)
  return candidates.filter((block) => kept.has(block) || isOfTrunk(block, trunk, prose))
}

type Trunk = {
  /** Elements that hold chosen prose, with the builds of those of their children that do. */
  readonly builds: ReadonlyMap<PageNode, ReadonlySet<string>>
  /** Elements whose own text is chosen prose. */
  readonly owners: ReadonlySet<PageNode>
}

function trunkOf(chosen: readonly DraftBlock[]): Trunk {
  const builds = new Map<PageNode, Set<string>>()
  const heading = headingsAbove(chosen)
  const owners = new Set<PageNode>()
  for (const block of chosen) {
    if (!isProse(block)) continue
    owners.add(block.owner)
    for (let node = block.owner; node.parent && !heading.has(node); node = node.parent) {
      const known = builds.get(node.parent) ?? new Set()
      const build = buildOf(node)
      if (build !== null) known.add(build)
      builds.set(node.parent, known)
    }
  }
  return { builds, owners }
}

/** All elements around first-level headings: what stands beside such an element are other reports. */
function headingsAbove(chosen: readonly DraftBlock[]): ReadonlySet<PageNode> {
  const around = new Set<PageNode>()
  const first = chosen[0]?.owner
  const root = first && [...ancestors(first)].at(-1)
  if (!root) return around
  for (const node of descendants(root))
    if (node.tag === 'h1' && node.words > 0) for (const above of ancestors(node)) around.add(above)
  return around
}

/** Words of prose below each element. */
function wordsOfProse(candidates: readonly DraftBlock[]): ReadonlyMap<PageNode, number> {
  const words = new Map<PageNode, number>()
  for (const block of candidates) {
    if (!isProse(block)) continue
    for (const node of [block.owner, ...ancestors(block.owner)])
      words.set(node, (words.get(node) ?? 0) + block.words)
  }
  return words
}

function isOfTrunk(block: DraftBlock, trunk: Trunk, prose: ReadonlyMap<PageNode, number>): boolean {
  if (trunk.owners.has(block.owner)) return block.linkWords <= block.words * MAX_LINK_SHARE
  let box = block.owner
  while (box.parent && !trunk.builds.has(box.parent)) box = box.parent
  if (!box.parent || trunk.builds.has(box)) return false
  const build = buildOf(box)
  return (
    build !== null &&
    trunk.builds.get(box.parent)?.has(build) === true &&
    box.linkWords <= box.words * MAX_LINK_SHARE &&
    prose.has(box)
  )
}

/** Element and class; null for a paragraph or an element without a class, which any neighbour may resemble. */
function buildOf({ tag, attributes }: PageNode): string | null {
  const name = attributes.get('class')?.trim() ?? ''
  return name === '' || tag === 'p' ? null : `${tag} ${name}`
}
