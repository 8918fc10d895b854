/**
 * In:    an article's text and blocks.
 * Out:   every stretch in quotation marks, with nesting; a quotation that runs over several paragraphs (each opened
 *        anew, closed once) is one stretch with a piece for each paragraph.
 * Never: decides whether the words are an utterance, a title or irony.
 *
 * Marks: “ ” " '' `` « » „ ‘ ’ '. An apostrophe is no mark. A double mark left open ends with its block, and the next
 * block takes it up only if it starts with an opening mark of the same kind; so one lost mark harms one paragraph.
 */
import type { Block } from '../../model/article.js'
import type { Span } from '../../model/span.js'

export type Quotation = {
  /** One piece a paragraph, in text order, marks included. */
  readonly pieces: readonly Span[]
  /** 0 for outermost, 1 for a quotation inside one, … */
  readonly depth: number
  /** False when the closing mark was lost. */
  readonly closed: boolean
}

type Open = { start: number; kind: 'double' | 'single'; pieces: Span[]; depth: number }

const doubleMarks = new Set(['“', '”', '"', '«', '»', '„', '‟', '〝', '〞'])
/** Words that begin with an apostrophe, and decades. */
const elision = /^(?:bout|em|til|till|cause|tis|twas|round|n|\d0s)\b/iu
const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)
const isSpace = (char: string): boolean => char === '' || /\s/u.test(char)

export function scanQuotations(text: string, blocks: readonly Block[]): readonly Quotation[] {
  const found: Quotation[] = []
  let carried: Open | undefined
  for (const block of blocks) {
    if (block.kind === 'caption') continue
    carried = scanBlock(text, block, carried, found)
  }
  if (carried) found.push({ pieces: carried.pieces, depth: carried.depth, closed: false })
  return found.sort((a, b) => startOf(a) - startOf(b) || a.depth - b.depth)
}

function startOf(quotation: Quotation): number {
  return quotation.pieces[0]?.start ?? 0
}

/** Scans one block; what is still open at its end and may go on in the next block is returned. */
function scanBlock(
  text: string,
  block: Block,
  carried: Open | undefined,
  found: Quotation[],
): Open | undefined {
  const stack: Open[] = []
  let place = block.start
  const first = markAt(text, place, block)
  if (carried) {
    if (first?.kind === 'double' && first.canOpen) {
      stack.push({ ...carried, start: place })
      place += first.length
    } else found.push({ pieces: carried.pieces, depth: carried.depth, closed: false })
  }
  while (place < block.end) {
    const mark = markAt(text, place, block)
    if (!mark) {
      place++
      continue
    }
    const end = place + mark.length
    const top = stack.at(-1)
    const openSame = stack.findLastIndex((open) => open.kind === mark.kind)
    const closes = openSame >= 0 && (mark.canClose || !mark.canOpen)
    if (closes && !(mark.canOpen && mark.certain && top?.kind !== mark.kind)) {
      closeDownTo(stack, openSame, end, found)
    } else if (
      mark.canOpen &&
      openSame < 0 &&
      (mark.kind === 'double' || singleCloses(text, end, block.end))
    ) {
      stack.push({ start: place, kind: mark.kind, pieces: [], depth: stack.length })
    } else if (mark.canOpen && mark.certain && mark.kind === 'double' && openSame >= 0) {
      // a new opening mark while one is open: the closing mark was lost, the earlier stretch ends before it
      closeDownTo(stack, openSame, lastNonSpace(text, place), found, false)
      stack.push({ start: place, kind: mark.kind, pieces: [], depth: stack.length })
    }
    place = end
  }
  const outer = stack.find((open) => open.kind === 'double')
  if (!outer) return undefined
  return { ...outer, pieces: [...outer.pieces, { start: outer.start, end: lastNonSpace(text, block.end) }] }
}

function closeDownTo(stack: Open[], index: number, end: number, found: Quotation[], closed = true): void {
  const open = stack[index]
  stack.length = index
  if (open) found.push({ pieces: [...open.pieces, { start: open.start, end }], depth: open.depth, closed })
}

function lastNonSpace(text: string, end: number): number {
  let place = end
  while (place > 0 && isSpace(text.charAt(place - 1))) place--
  return place
}

type Mark = {
  kind: 'double' | 'single'
  length: number
  canOpen: boolean
  canClose: boolean
  certain: boolean
}

function markAt(text: string, place: number, block: Block): Mark | undefined {
  const char = text.charAt(place)
  const two = text.slice(place, place + 2)
  const before = place > block.start ? text.charAt(place - 1) : ''
  const pair = two === "''" || two === '``' || two === '’’' || two === '‘‘'
  if (pair || doubleMarks.has(char)) {
    const length = pair ? 2 : 1
    const after = place + length < block.end ? text.charAt(place + length) : ''
    if (char === '“' || char === '«' || char === '„' || two === '``' || two === '‘‘')
      return { kind: 'double', length, canOpen: true, canClose: false, certain: true }
    if (char === '”' || char === '»' || two === '’’')
      return { kind: 'double', length, canOpen: false, canClose: true, certain: true }
    const canOpen = (isSpace(before) || /[([{—–―:'‘-]/u.test(before)) && !isSpace(after)
    return { kind: 'double', length, canOpen, canClose: !canOpen, certain: false }
  }
  const after = place + 1 < block.end ? text.charAt(place + 1) : ''
  if ((char === '‘' || char === "'") && elision.test(text.slice(place + 1, place + 8))) return undefined
  if (char === '‘')
    return {
      kind: 'single',
      length: 1,
      canOpen: isWordChar(after) || after === '…',
      canClose: false,
      certain: true,
    }
  if (char === '’')
    return { kind: 'single', length: 1, canOpen: false, canClose: !isWordChar(after), certain: true }
  if (char === "'") {
    const canOpen = (isSpace(before) || /["“([—–]/u.test(before)) && isWordChar(after)
    return {
      kind: 'single',
      length: 1,
      canOpen,
      canClose: !isSpace(before) && !isWordChar(after),
      certain: false,
    }
  }
  return undefined
}

/** Whether a single mark opened here is closed within the block, so that it is no apostrophe ('90s, 'em). */
function singleCloses(text: string, from: number, end: number): boolean {
  for (let place = from; place < end && place < from + 600; place++) {
    const char = text.charAt(place)
    if (char !== '’' && char !== "'") continue
    const before = text.charAt(place - 1)
    const after = place + 1 < end ? text.charAt(place + 1) : ''
    if (!isSpace(before) && !isWordChar(after)) return true
  }
  return false
}
