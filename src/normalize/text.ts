/**
 * Text: from chosen blocks to the text of the article and the blocks' places in it. Built once, never changed again.
 *
 * In:    headline or null, and the blocks in order.
 * Out:   text = headline, blank line, blocks separated by one blank line; spans of all.
 */
import type { Block, BlockKind } from '../model/article.js'
import type { Span } from '../model/span.js'

const SEPARATOR = '\n\n'

export type BuiltText = {
  readonly text: string
  readonly headline: Span | null
  readonly blocks: readonly Block[]
}

export function buildText(
  headline: string | null,
  drafts: readonly { readonly kind: BlockKind; readonly text: string; readonly time?: string }[],
): BuiltText {
  const pieces: typeof drafts = headline === null ? drafts : [{ kind: 'headline', text: headline }, ...drafts]
  let start = 0
  const blocks = pieces.map(({ kind, text, time }): Block => {
    const block = { kind, start, end: start + text.length, ...(time !== undefined && { time }) }
    start = block.end + SEPARATOR.length
    return block
  })
  const first = blocks[0]
  return {
    text: pieces.map((piece) => piece.text).join(SEPARATOR),
    headline: headline !== null && first ? { start: first.start, end: first.end } : null,
    blocks,
  }
}
