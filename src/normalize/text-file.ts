/**
 * The blocks of a plain text, which stays as it is; the rules are the contract’s: blocks are runs of non-blank lines, a line that starts
 * as a list item is one, a short line without end punctuation or behind `##` is a subhead, a first line before a blank one or behind
 * `#` is the headline, a line that credits a picture its caption. Lines of the imprint stand by themselves.
 */
import type { Block, BlockKind } from '../model/article.js'
import { creditsPicture } from './captions.js'
import { readImprint, type Imprint, splitLines, type Line } from './imprint.js'
import { dateRunOn } from './metadata/visible-date.js'
import { countWords, fold, isSubhead } from './folded-words.js'
import type { Span } from '../model/span.js'

type TextFile = BuiltText & { readonly imprint: Imprint }

/** `•`, `-`, `*` or `1.`; a dash before a digit is a minus, a number before a digit is a decimal. */
const LIST_ITEM = /^(?:•|[-*](?=[\s\p{L}\p{Pi}"'])|\d{1,3}\.(?=\s))/u
/** A heading of Markdown. */
const HEADING = /^#{1,6}[ \t]{1,9}(?=\S)/u

export function readTextFile(text: string): TextFile {
  const lines = splitLines(text)
  const imprint = readImprint(text, lines)
  const blocks: Block[] = []
  for (let i = 0; i < lines.length;) {
    const end = runEnd(lines, i)
    const run = lines.slice(i, end)
    const between = lines[i - 1]?.blank === true && lines[end]?.blank === true
    blocks.push(...blocksOfRun(text, run, between, imprint))
    i = Math.max(end, i + 1)
  }
  const line = headlineOf(text, lines, imprint)
  if (!line) return { text, headline: null, blocks, imprint }
  const date = dateRunOn(text.slice(line.start, line.end))
  const headline = date === null ? line : { start: line.start, end: line.start + date.at }
  const publishedAt = imprint.publishedAt ?? date?.iso ?? null
  return { text, headline, blocks: withHeadline(blocks, headline), imprint: { ...imprint, publishedAt } }
}

/** Index after the run of non-blank lines that starts at `from`. */
function runEnd(lines: readonly Line[], from: number): number {
  let end = from
  while (end < lines.length && lines[end]?.blank === false) end++
  return end
}

function blocksOfRun(text: string, run: readonly Line[], betweenBlanks: boolean, imprint: Imprint): Block[] {
  const blocks: Block[] = []
  for (const line of run) {
    const words = text.slice(line.start, line.end)
    const heading = headingMark(words)
    const last = blocks.at(-1)
    if (imprint.lines.has(line.start)) blocks.push({ kind: 'imprint', start: line.start, end: line.end })
    else if (heading > 0) blocks.push({ kind: 'subhead', start: line.start + heading, end: line.end })
    else if (LIST_ITEM.test(words)) blocks.push({ kind: 'list-item', start: line.start, end: line.end })
    else if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, end: line.end }
    else blocks.push({ kind: 'paragraph', start: line.start, end: line.end })
  }
  const [only] = blocks
  if (run.length > 1 || only?.kind !== 'paragraph') return blocks
  const words = text.slice(only.start, only.end)
  if (creditsPicture(words) && countWords(words) <= mostCaptionWords) return [{ ...only, kind: 'caption' }]
  return betweenBlanks && isSubhead(words) ? [{ ...only, kind: 'subhead' }] : blocks
}

/** A longer paragraph that begins with "Video:" is an article about one. */
const mostCaptionWords = 60

/** Length of the mark that makes a line a heading of Markdown, its spaces included; 0 for other lines. */
function headingMark(words: string): number {
  return HEADING.exec(words)?.[0].length ?? 0
}

type Draft = {
  readonly kind: BlockKind
  readonly text: string
  readonly words?: number
  readonly linkWords?: number
}

/** Words of a lead outside the link, half as many as in it at most: "Read also:", "A warning:". */
const leadWords = 4

function isLink({ words = 0, linkWords = 0 }: Draft): boolean {
  return linkWords > 2 && words - linkWords <= Math.min(leadWords, linkWords / 2)
}

/** The first line that tells something, if it stands as a headline does; else the title that the front matter states. */
function headlineOf(text: string, lines: readonly Line[], imprint: Imprint): BuiltText['headline'] {
  const told = (line: Line | undefined): boolean => line !== undefined && !imprint.lines.has(line.start)
  const at = lines.findIndex((line) => !line.blank && told(line))
  const first = lines[at]
  const next = lines.slice(at + 1).find(told)
  const mark = first ? headingMark(text.slice(first.start, first.end)) : 0
  const stands = first !== undefined && (mark > 0 || next?.blank === true)
  const { title } = imprint
  const own = first ? { start: first.start + mark, end: first.end } : null
  if (title === null) return stands ? own : null
  const repeated =
    own !== null && fold(text.slice(own.start, own.end)) === fold(text.slice(title.start, title.end))
  return stands && (mark > 0 || repeated) ? own : title
}

function withHeadline(blocks: readonly Block[], { start, end }: { start: number; end: number }): Block[] {
  return blocks.map((block) =>
    block.start <= start && end <= block.end ? { kind: 'headline', start, end } : block,
  )
}

const SEPARATOR = '\n\n'

export type BuiltText = {
  readonly text: string
  readonly headline: Span | null
  readonly blocks: readonly Block[]
}

export function buildText(headline: string | null, drafts: readonly Draft[]): BuiltText {
  const pieces: readonly Draft[] =
    headline === null ? drafts : [{ kind: 'headline', text: headline }, ...drafts]
  let start = 0
  const blocks = pieces.map((draft): Block => {
    const { kind, text } = draft
    const block = {
      kind,
      start,
      end: start + text.length,
      ...(isLink(draft) && { link: true as const }),
    }
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
