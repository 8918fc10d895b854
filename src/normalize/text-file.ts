/**
 * Text file: the blocks of a plain text, which stays as it is.
 *
 * In:    decoded text. Out: the same text with the places of headline and blocks.
 * Never: changes a character. The rules are those of the contract: blocks are runs of non-blank lines; a line that starts
 * as a list item is one; a short line without end punctuation between blank lines is a subhead; a first line that a
 * blank line follows is the headline.
 */
import type { Block } from '../model/article.js'
import type { BuiltText } from './text.js'
import { isSubhead } from './words.js'

type Line = { readonly start: number; readonly end: number; readonly blank: boolean }

/** `•`, `-`, `*` or `1.`; a dash before a digit is a minus, a number before a digit is a decimal. */
const LIST_ITEM = /^(?:•|[-*](?=[\s\p{L}\p{Pi}"'])|\d{1,3}\.(?=\s))/u

export function readTextFile(text: string): BuiltText {
  const lines = splitLines(text)
  const blocks: Block[] = []
  for (let i = 0; i < lines.length;) {
    const end = runEnd(lines, i)
    const between = lines[i - 1]?.blank === true && lines[end]?.blank === true
    blocks.push(...blocksOfRun(text, lines.slice(i, end), between))
    i = Math.max(end, i + 1)
  }
  const headline = firstLineIsHeadline(lines) ? blocks[0] : undefined
  if (!headline) return { text, headline: null, blocks }
  return {
    text,
    headline: { start: headline.start, end: headline.end },
    blocks: [{ ...headline, kind: 'headline' }, ...blocks.slice(1)],
  }
}

/** Lines without their white space at both ends. */
function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const end of text.matchAll(/\r\n|[\r\n]/gu)) {
    lines.push(lineBetween(text, from, end.index))
    from = end.index + end[0].length
  }
  if (from < text.length || lines.length === 0) lines.push(lineBetween(text, from, text.length))
  return lines
}

function lineBetween(text: string, from: number, to: number): Line {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  const start = from + (raw.length - raw.trimStart().length)
  return { start, end: start + trimmed.length, blank: trimmed === '' }
}

/** Index after the run of non-blank lines that starts at `from`. */
function runEnd(lines: readonly Line[], from: number): number {
  let end = from
  while (end < lines.length && lines[end]?.blank === false) end++
  return end
}

function blocksOfRun(text: string, run: readonly Line[], betweenBlanks: boolean): Block[] {
  const blocks: Block[] = []
  for (const line of run) {
    const last = blocks.at(-1)
    const item = LIST_ITEM.test(text.slice(line.start, line.end))
    if (item) blocks.push({ kind: 'list-item', start: line.start, end: line.end })
    else if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, end: line.end }
    else blocks.push({ kind: 'paragraph', start: line.start, end: line.end })
  }
  const [only] = blocks
  if (
    betweenBlanks &&
    run.length === 1 &&
    only?.kind === 'paragraph' &&
    isSubhead(text.slice(only.start, only.end))
  )
    return [{ ...only, kind: 'subhead' }]
  return blocks
}

function firstLineIsHeadline(lines: readonly Line[]): boolean {
  const first = lines.findIndex((line) => !line.blank)
  return first !== -1 && lines[first + 1]?.blank === true
}
