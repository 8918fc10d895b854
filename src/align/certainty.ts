/** How sure an article tells what a column is about. In: its mentions there. Out: the firmest of its tellings. */
import type { Certainty, Mention } from '../model/alignment.js'

/** One plain mention makes the cell plain; a hedge beside an allegation makes it hedged. */
export function certaintyOf(mentions: readonly Pick<Mention, 'hedged' | 'allegation'>[]): Certainty {
  if (mentions.every(({ allegation }) => allegation === true)) return 'allegation'
  return mentions.every(({ allegation, hedged }) => allegation === true || hedged) ? 'hedged' : 'plain'
}
