/** Whether a report tells, outside the quotation, what it cut from it. */
import { overlap } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import { wordsIn } from '../context.js'
import { keyOf } from '../lexicon/concepts.js'
import { stopwords } from '../lexicon/stopwords.js'
import type { Version } from './version.js'

const enough = 0.6

/** True when one sentence outside the quoted words holds most of the removed content words. */
export function toldElsewhere(version: Version, removed: string): boolean {
  const keys = new Set(
    tokenize(removed)
      .filter((token) => !stopwords.has(token.norm))
      .map((token) => keyOf(token.norm)),
  )
  if (keys.size === 0) return false
  return version.view.sentences.some((sentence) => {
    if (version.quotedSpans.some((span) => overlap(span, sentence) * 2 > sentence.end - sentence.start))
      return false
    const held = new Set(wordsIn(version.view, sentence).map((word) => word.key))
    return [...keys].filter((key) => held.has(key)).length >= enough * keys.size
  })
}
