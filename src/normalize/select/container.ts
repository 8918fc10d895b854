/**
 * Container vote: a second opinion on where the article is, which shares nothing with Readability. Each prose block (a
 * dozen words, ended, few links) gives its words to the elements above it, halved at each level; the element with the
 * most wins (after "Maximum Subsequence Segmentation" in spirit, but on the tree: prose clusters, furniture does not).
 */
import { itemAt } from '../../text/item-at.js'
import { isApart, type DraftBlock } from '../blocks.js'
import { ancestors, type PageNode } from '../page-tree.js'

const PROSE_WORDS = 12
const PROSE_END = /[.!?…:;]["'”’»)\]]*$/u
const MAX_LINK_SHARE = 0.4
const LEVELS = 5

export function containerVote(candidates: readonly DraftBlock[]): ReadonlySet<DraftBlock> {
  const best = densest(candidates)
  if (!best) return new Set()
  return new Set(candidates.filter((block) => isInside(block.owner, best)))
}

export function isProse(block: DraftBlock): boolean {
  const { text, words, linkWords } = block
  return (
    !isApart(block) && words >= PROSE_WORDS && linkWords <= words * MAX_LINK_SHARE && PROSE_END.test(text)
  )
}

/** What stands near the headline: behind it in the smallest element around it that holds enough prose; empty where none does. */
export function nearHeadline(
  candidates: readonly DraftBlock[],
  headline: string | null,
): readonly DraftBlock[] {
  const h1s = candidates.filter(({ owner }) => owner.tag === 'h1')
  const heading = h1s.find(({ text }) => text === headline) ?? h1s[0]
  if (!heading) return []
  const path = [heading.owner, ...ancestors(heading.owner)]
  const levels = new Map(path.map((node, level) => [node, level]))
  const behind = candidates.slice(candidates.indexOf(heading) + 1)
  const shared = new Map(behind.map((block) => [block, levelOf(block.owner, levels)]))
  const words = path.map(() => 0)
  for (const [block, level] of shared) if (isProse(block)) words[level] = itemAt(words, level) + block.words
  let sum = 0
  const home = words.findIndex((own) => (sum += own) >= NEAR_WORDS)
  return behind.filter((block) => home !== -1 && (shared.get(block) ?? 0) <= home)
}

/** More than a standfirst and a teaser have. */
const NEAR_WORDS = 80

/** Of the elements around the heading the nearest that holds the node, too, by its number. */
function levelOf(node: PageNode, levels: ReadonlyMap<PageNode, number>): number {
  for (let at: PageNode | null = node; at; at = at.parent) {
    const level = levels.get(at)
    if (level !== undefined) return level
  }
  return levels.size - 1
}

function densest(candidates: readonly DraftBlock[]): PageNode | null {
  const scores = new Map<PageNode, number>()
  for (const block of candidates) {
    if (!isProse(block)) continue
    let share = block.words
    let level = 0
    for (const node of ancestors(block.owner)) {
      if (level++ >= LEVELS) break
      scores.set(node, (scores.get(node) ?? 0) + share)
      share /= 2
    }
  }
  let best: PageNode | null = null
  for (const [node, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = node
  return best
}

function isInside(node: PageNode, container: PageNode): boolean {
  for (let at: PageNode | null = node; at; at = at.parent) if (at === container) return true
  return false
}
