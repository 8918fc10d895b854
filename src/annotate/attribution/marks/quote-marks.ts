/**
 * Every stretch in quotation marks, with nesting; one that runs over several paragraphs has a piece for each. Marks: “ ” " '' `` « » „ ‘ ’
 * '; not apostrophes, feet and inches. A double mark left open ends with its block, and the next block takes it up only with an
 * opening mark of the same kind: one lost mark harms one paragraph.
 */
import { bearsClaims, type Block } from '../../../model/article.js'
import type { Span } from '../../../model/span.js'
import { functionWords } from '../../../english/function-words.js'
import type { Marked, Quote } from '../../../model/annotation.js'
import { overlap, spanLength } from '../../../text/spans.js'

export type Quotation = {
  /** One piece a paragraph, in text order, marks included. */
  readonly pieces: readonly Span[]
  /** 0 for outermost, 1 for a quotation inside one, … */
  readonly depth: number
  /** False when the closing mark was lost. */
  readonly closed: boolean
}

type Open = {
  start: number
  kind: 'double' | 'single'
  /** “ and « say by themselves that they open. */
  certain: boolean
  pieces: Span[]
  depth: number
}

const doubleMarks = new Set(['“', '”', '"', '«', '»', '„', '‟', '〝', '〞'])
/** Words that begin with an apostrophe, and decades. */
const elision = /^(?:bout|em|til|till|cause|tis|twas|round|n|\d0s)\b/iu
const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)
const isSpace = (char: string): boolean => char === '' || /\s/u.test(char)

export function scanQuotations(text: string, blocks: readonly Block[]): readonly Quotation[] {
  const found: Quotation[] = []
  let carried: Open | undefined
  for (const block of blocks) {
    if (!bearsClaims(block.kind)) continue
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
  let nests: ReadonlyMap<number, number> | undefined
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
    const openSame = lastOpen(stack, mark)
    const closes = openSame >= 0 && (mark.canClose || !mark.canOpen)
    if (closes && !(mark.canOpen && mark.certain && top?.kind !== mark.kind)) {
      closeDownTo(stack, openSame, end, found)
    } else if (
      openSame < 0 &&
      (mark.canOpen || mark.mayOpen) &&
      (mark.kind === 'double' || singleCloses(text, end, block.end))
    ) {
      push(stack, place, mark)
    } else if (mark.canOpen && mark.certain && mark.kind === 'double' && openSame >= 0) {
      // a new opening mark while one is open: nested, or the closing mark was lost and the earlier stretch ends before it
      nests ??= lowestBehind(text, block)
      const needed = stack[openSame]?.certain === true ? -1 : 0
      if ((nests.get(place) ?? 1) > needed)
        closeDownTo(stack, openSame, lastNonSpace(text, place), found, false)
      push(stack, place, mark)
    }
    place = end
  }
  const outer = stack.find((open) => open.kind === 'double')
  if (!outer) return undefined
  return { ...outer, pieces: [...outer.pieces, { start: outer.start, end: lastNonSpace(text, block.end) }] }
}

function push(stack: Open[], start: number, { kind, certain }: Mark): void {
  stack.push({ start, kind, certain, pieces: [], depth: stack.length })
}

/** The last stretch open that the mark may close: of a pair of curly and straight ones the one of its form. */
function lastOpen(stack: readonly Open[], mark: Mark): number {
  const same = stack.findLastIndex(({ kind, certain }) => kind === mark.kind && certain === mark.certain)
  return same >= 0 ? same : stack.findLastIndex(({ kind }) => kind === mark.kind)
}

/**
 * For each curly opening mark of a block, by its place: how far the curly marks from it on fall, at the lowest, below what was
 * open before it (0: it is closed; -1: one around it is, too). One pass, since a hostile block may hold nothing but marks.
 */
function lowestBehind(text: string, block: Block): ReadonlyMap<number, number> {
  const marks: { place: number; before: number; after: number }[] = []
  let open = 0
  for (let place = block.start; place < block.end; place++) {
    const mark = markAt(text, place, block)
    if (!mark) continue
    if (mark.kind === 'double' && mark.certain) {
      const after = open + (mark.canOpen ? 1 : -1)
      marks.push({ place, before: open, after })
      open = after
    }
    place += mark.length - 1
  }
  const lowest = new Map<number, number>()
  let least = Infinity
  for (const { place, before, after } of marks.reverse()) {
    least = Math.min(least, after)
    lowest.set(place, least - before)
  }
  return lowest
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
  /** Opens where nothing is open: a blank was lost before it (`he said."We`). */
  mayOpen?: boolean
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
    if (isInches(text, place, block)) return undefined
    if (char === '”' || char === '»' || two === '’’')
      return { kind: 'double', length, canOpen: false, canClose: true, certain: true }
    const canOpen = (isSpace(before) || /[([{—–―:'‘-]/u.test(before)) && !isSpace(after)
    const mayOpen = isWordChar(after) && /[^\p{N}\s]/u.test(before)
    return { kind: 'double', length, canOpen, mayOpen, canClose: !canOpen, certain: false }
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

/** `6’2”`, with another mark behind that closes. */
function isInches(text: string, place: number, block: Block): boolean {
  if (!/\d['’]\s?\d{1,2}$/u.test(text.slice(Math.max(block.start, place - 5), place))) return false
  return /["”]/u.test(text.slice(place + 1, block.end))
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

const mostWords = 12
const termBefore =
  /\b(?:so-called|called|known as|dubbed|termed|labell?ed|christened|codenamed|the term|the word|the phrase|means|meaning)\s*$/iu
const nameFor = /\b(?:name|term|word|expression|nickname) for [\p{L}\p{N} -]{1,40}[:,—–]\s*$/iu
const lastWord = /(?<![\p{L}.])[\p{L}.]+$/u
const nameAfter = /^\s*\p{Lu}\p{Ll}/u

export function markedOf(
  text: string,
  quotations: readonly Quotation[],
  quotes: readonly Quote[],
): readonly Marked[] {
  const told = quotes.flatMap((quote) => quote.content)
  const marked: Marked[] = []
  for (const quotation of quotations) {
    const piece = quotation.pieces[0]
    if (!piece || quotation.depth > 0 || quotation.pieces.length > 1) continue
    const covered = told.reduce((sum, span) => sum + overlap(span, piece), 0)
    if (covered * 2 >= spanLength(piece)) continue
    const kind = kindOf(text, piece)
    if (kind) marked.push({ kind, start: piece.start, end: piece.end })
  }
  return marked
}

function kindOf(text: string, span: Span): Marked['kind'] | undefined {
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length === 0 || words.length > mostWords) return undefined
  const before = text.slice(Math.max(0, span.start - 60), span.start)
  const after = text.slice(span.end, span.end + 30)
  const capital = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || functionWords.has(word.toLowerCase()))
  if (capital && words.length <= 2 && followsName(before) && nameAfter.test(after)) return 'nickname'
  if (/\bnicknamed\s*$/iu.test(before)) return 'nickname'
  if (/\b(?:en|sub)?titled\s*$/iu.test(before)) return 'title'
  if (termBefore.test(before) || nameFor.test(before)) return 'term'
  if (capital && /^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(span.start, span.end))) return 'title'
  return 'scare'
}

function followsName(before: string): boolean {
  return /\p{Lu}/u.test(lastWord.exec(before.trimEnd())?.[0] ?? '')
}
