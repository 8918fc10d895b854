/**
 * In:    a Reading, a quotation without a credit of its own, the attributions found.
 * Out:   the attribution that goes on in it: of the sentence before, or of the
 *        paragraph before where the whole paragraph is quoted (a quotation that runs over paragraphs).
 * Never: goes back further than one paragraph, or takes a subhead for the next paragraph of what is said above it.
 */
import { itemAt } from '../../../text/item-at.js'
import type { Found, WordRange } from '../found.js'
import type { Reading } from '../reading.js'

const dash = /^[–—-]$/u
const brokenOff = /^[,–—-]$/u

/** Adds the piece to the attribution it continues, if there is one. */
export function continueBefore(r: Reading, piece: WordRange, all: Found[]): void {
  const before = lastWordBefore(r, piece)
  if (before < 0) return
  const split = splitBefore(r, piece, all)
  if (split >= 0) {
    addTo(all, split, piece)
    return
  }
  if (r.sentence[piece.to] === r.sentence[piece.to - 1]) return
  const sameBlock = r.block[before] === r.block[piece.from]
  if (!sameBlock && (r.heading[piece.from] === 1 || !fillsBlock(r, piece))) return
  if (sameBlock && r.sentence[before] === r.sentence[piece.from]) return
  addTo(
    all,
    all.findLastIndex((item) => item.source !== null && reaches(r, item, before)),
    piece,
  )
}

function addTo(all: Found[], at: number, piece: WordRange): void {
  const item = all[at]
  if (!item) return
  all[at] = { ...item, content: [...item.content, piece].sort((a, b) => a.from - b.from) }
}

/**
 * The attribution in the same sentence whose quotation broke off with a comma or dash before its cue, or was followed by a
 * dash, and goes on here in lower case: `“We wait,” Berg said on Monday, speaking at the quay, “and then we sail.”`
 */
function splitBefore(r: Reading, piece: WordRange, all: readonly Found[]): number {
  if (!/^\p{Ll}/u.test(r.words[piece.from + 1]?.surface ?? '')) return -1
  const surface = (at: number): string => r.words[at]?.surface ?? ''
  return all.findLastIndex(({ content, cue }) => {
    const last = content.findLast((part) => part.to <= piece.from)
    if (!last || !cue || cue.from < last.to || cue.to > piece.from) return false
    return (
      r.sentence[last.to - 1] === r.sentence[piece.from] &&
      r.mark[last.to - 1] === 2 &&
      (brokenOff.test(surface(last.to - 2)) ||
        (dash.test(surface(last.to)) && dash.test(surface(piece.from - 1))))
    )
  })
}

function lastWordBefore(r: Reading, { from }: WordRange): number {
  const before = from - 1
  return before >= 0 && itemAt(r.block, from) - itemAt(r.block, before) <= 1 ? before : -1
}

function fillsBlock(r: Reading, { from, to }: WordRange): boolean {
  const opens = from === 0 || r.block[from - 1] !== r.block[from]
  return opens && (to >= r.size || r.block[to] !== r.block[from])
}

/** Whether the attribution stands in the sentence of word `at`, and is a quotation or ends there. */
function reaches(r: Reading, item: Found, at: number): boolean {
  const parts = [...item.content, ...(item.cue ? [item.cue] : []), ...(item.source ? [item.source] : [])]
  return parts.some(({ to }) => r.sentence[to - 1] === r.sentence[at])
}
