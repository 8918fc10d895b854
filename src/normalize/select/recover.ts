/** Recover: blocks that Readability dropped from the middle or the head of the article. */
import { isApart, type DraftBlock } from '../blocks.js'
import { type PageNode, ancestors, descendants } from '../page-tree.js'

const PROSE_WORDS = 12
const PROSE_END = /[.!?…:;]["'”’»)\]]*$/u
const MOST_LINKS_OF_PROSE = 0.4

/** A dozen words, ended, few of them links. */
export function isProse(block: DraftBlock): boolean {
  const { text, words, linkWords } = block
  return (
    !isApart(block) &&
    words >= PROSE_WORDS &&
    linkWords <= words * MOST_LINKS_OF_PROSE &&
    PROSE_END.test(text)
  )
}

/** Kept blocks an element must hold as children to be taken for the article's container. */
const MIN_KEPT = 3
/** Levels from a block up to a child of the container: a paragraph in a quotation in a box. */
const MAX_LEVELS = 4
/** Share of words in links above which a dropped unit stays dropped. */
const MAX_LINK_SHARE = 0.5

type Range = { first: number; last: number; count: number; direct: boolean }

export function recoverBlocks(
  candidates: readonly DraftBlock[],
  kept: ReadonlySet<DraftBlock>,
): readonly DraftBlock[] {
  const containers = keptRanges(candidates, kept)
  const chosen = candidates.filter((block, index) => kept.has(block) || isAmong(block, index, containers))
  return chosen
}

/** Elements that hold kept blocks, or boxes of one kept block each, as children, with the places of the first and the last. */
function keptRanges(candidates: readonly DraftBlock[], kept: ReadonlySet<DraftBlock>): Map<PageNode, Range> {
  const ranges = new Map<PageNode, Range>()
  const add = (container: PageNode | null, index: number, direct: boolean): void => {
    if (!container) return
    const range = ranges.get(container) ?? { first: index, last: index, count: 0, direct }
    ranges.set(container, {
      first: range.first,
      last: index,
      count: range.count + 1,
      direct: direct || range.direct,
    })
  }
  for (const [index, block] of candidates.entries()) {
    if (!kept.has(block) || block.kind === 'caption') continue
    add(block.owner.parent, index, true)
    const box = boxOf(block.owner)
    if (box !== block.owner) add(box.parent, index, false)
  }
  return new Map([...ranges].filter(([, range]) => range.count >= MIN_KEPT))
}

/** The outermost element around a node that holds nothing else. */
function boxOf(node: PageNode): PageNode {
  let box = node
  while (box.parent?.words === node.words) box = box.parent
  return box
}

function isAmong(block: DraftBlock, index: number, containers: ReadonlyMap<PageNode, Range>): boolean {
  let unit: PageNode = block.owner
  for (let level = 0; level < MAX_LEVELS && unit.parent; level++, unit = unit.parent) {
    const range = containers.get(unit.parent)
    if (!range) continue
    if (index > range.last || unit.linkWords > unit.words * MAX_LINK_SHARE) return false
    return index > range.first ? block.words > 0 : range.direct && isProse(block)
  }
  return false
}

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
