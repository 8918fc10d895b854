/**
 * Page texts: what a page says, for the checks of completeness.
 *
 * In:    blocks of the whole page, furniture included. Out: their texts in order.
 * Never: a label on a link to another article: "Subscribers only" over a teaser says nothing of this one.
 */
import type { DraftBlock } from '../blocks.js'
import { BARRIER_ELSEWHERE } from './wall-languages.js'
import { BARRIER } from './wall-patterns.js'

const MAX_LABEL_WORDS = 6
const MIN_TITLE_WORDS = 4

export function pageTextsOf(blocks: readonly DraftBlock[]): string[] {
  return blocks
    .filter((block, at) => !(isLabel(block) && [blocks[at - 1], blocks[at + 1]].some(isLinkedTitle)))
    .map(({ text }) => text)
}

function isLabel({ text, words }: DraftBlock): boolean {
  return words <= MAX_LABEL_WORDS && isBarrier(text)
}

function isLinkedTitle(block: DraftBlock | undefined): boolean {
  if (block === undefined || block.words < MIN_TITLE_WORDS || isBarrier(block.text)) return false
  return block.linkWords >= block.words
}

/** Whether a text asks to subscribe before the article is shown whole. */
export function isBarrier(text: string): boolean {
  const lower = text.toLowerCase()
  return BARRIER.test(lower) || BARRIER_ELSEWHERE.test(lower)
}
