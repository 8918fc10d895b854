/**
 * Lines over the entries of a live blog: the hour, who wrote the entry, its label ("21:00 Ann Lee", "20:42 KEY EVENT").
 *
 * Reason: they are about the entry, not of it. The hour is kept with the entry's first block (live-entries.ts). Only where
 * several such lines stand in the article.
 */
import type { DraftBlock } from '../blocks.js'
import { entryTimes } from '../live-entries.js'
import type { BlockRule } from './rule.js'

export const dropEntryLines: BlockRule = {
  id: 'entry-line',
  find: (blocks: readonly DraftBlock[], { bylines }) => entryTimes(blocks, bylines).keys(),
}
