/**
 * Pull quotes: words of the article shown a second time in large type.
 *
 * Reason: a repeated quotation would count as said twice. A block goes only if the same words stand in a longer block of the
 * article; a block quotation that stands nowhere else stays.
 */
import { fold } from '../folded-words.js'
import type { BlockRule } from './rule.js'
import { itemAt } from '../../text/item-at.js'

const QUOTE_NAME = /(?:^|[\s_-])(?:pull[-_]?quote\w*|quote\w*|callout\w*|highlight\w*)(?:$|[\s_-])/u
const MIN_LENGTH = 12

export const dropRepeatedQuotes: BlockRule = {
  id: 'repeated-quote',
  *find(blocks) {
    const folded = blocks.map((block) => fold(block.text))
    for (const [index, block] of blocks.entries()) {
      if (
        block.kind !== 'blockquote' &&
        !QUOTE_NAME.test(block.owner.hint) &&
        !QUOTE_NAME.test(block.owner.parent?.hint ?? '')
      )
        continue
      const own = itemAt(folded, index)
      if (own.length < MIN_LENGTH) continue
      if (folded.some((other, place) => place !== index && other.length > own.length && other.includes(own)))
        yield block
    }
  },
}
