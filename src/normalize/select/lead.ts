/**
 * Lead: the sentence under the headline that stands outside the article's container.
 *
 * In:    candidate blocks in order, and the chosen ones.
 * Out:   short prose between the last first-level heading and the first chosen block that tells what the chosen blocks do not.
 * Never: a caption, a line without an end, a summary of the article in its own words.
 *
 * Reason: many pages set the standfirst in the article's head, beside the headline, where extractors do not look. What it
 * alone tells would seem to be left out by the report.
 */
import type { DraftBlock } from '../blocks.js'
import { foldedWords } from '../words.js'
import { isProse } from './container.js'

const MAX_WORDS = 60
const MAX_LEADS = 3
/** Blocks between heading and text: date, author, picture, tools. */
const MAX_DISTANCE = 12
/** Share of a lead's longer words that the article has, too, from which the lead tells nothing of its own. */
const SUMMARY = 0.6
/** Shorter words tell nothing; longer ones are compared by their first letters, which stands in for inflection. */
const MIN_LETTERS = 4
const STEM_LETTERS = 5

export function leadBlocks(
  candidates: readonly DraftBlock[],
  chosen: readonly DraftBlock[],
): readonly DraftBlock[] {
  const wanted = new Set(chosen)
  const first = candidates.findIndex((block) => wanted.has(block) && block.kind !== 'caption')
  if (first === -1) return []
  const heading = candidates.slice(0, first + 1).findLastIndex(({ owner }) => owner.tag === 'h1')
  if (heading === -1 || first - heading > MAX_DISTANCE) return []
  const prose = candidates
    .slice(heading + 1, first)
    .filter((block) => isProse(block) && block.words <= MAX_WORDS)
  if (prose.length === 0 || prose.length > MAX_LEADS) return []
  const told = new Set(chosen.flatMap(stems))
  return prose.filter((block) => {
    const own = stems(block)
    return own.filter((stem) => told.has(stem)).length < own.length * SUMMARY
  })
}

function stems({ text }: DraftBlock): string[] {
  return foldedWords(text)
    .filter((word) => word.length >= MIN_LETTERS)
    .map((word) => word.slice(0, STEM_LETTERS))
}
