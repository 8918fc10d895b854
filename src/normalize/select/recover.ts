/** Recover: blocks that Readability dropped from the middle or the head of the article. */
import { isApart, type DraftBlock } from '../blocks.js'
import type { PageNode } from '../page-tree.js'

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
  return candidates.filter((block, index) => kept.has(block) || isAmong(block, index, containers))
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
