/** From the cleaned page tree to a draft for each run of text that a reader sees as one block, in document order, with its node. */
import type { BlockKind } from '../model/article.js'
import { attribute, EMBEDDED, INLINE, type PageNode } from './page-tree.js'
import { countWords, isSubhead } from './folded-words.js'

export type DraftBlock = {
  readonly kind: BlockKind
  /** White space collapsed, not empty. */
  readonly text: string
  /** Nearest element that is no inline element. */
  readonly owner: PageNode
  readonly words: number
  /** Words inside links, and inside bold type. */
  readonly linkWords: number
  readonly boldWords: number
  readonly links: number
}

/** What stands in an article without being its text: captions, and other people's posts. */
export function isApart({ kind }: DraftBlock): boolean {
  return kind === 'caption' || kind === 'embed'
}

type Context = {
  readonly kind: BlockKind
  readonly link: PageNode | null
  readonly bold: boolean
  readonly pre: boolean
}

const SKIPPED: ReadonlySet<string> = new Set('button input select textarea option datalist dialog'.split(' '))
const BOLD: ReadonlySet<string> = new Set(['b', 'strong'])
/** Inline elements that style alone may set apart: kicker and headline, a label and its date. */
const PARTED: ReadonlySet<string> = new Set(['span', 'time', 'strong', 'b', 'small', 'mark'])
/** A word, or the hour before a name. */
const WORD_BEHIND = /(?:\p{Ll}{3}|\d:\d{2})$/u
const NAME_AHEAD = /^(?:\p{Lu}|\d)/u
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

export function draftBlocks(root: PageNode): DraftBlock[] {
  const walker = new BlockWalker()
  walker.visit(root, root, { kind: 'paragraph', link: null, bold: false, pre: false })
  walker.flush('paragraph', root)
  return walker.blocks
}

/** Recursion is bounded by the depth limit of the page tree. */
class BlockWalker {
  readonly blocks: DraftBlock[] = []
  #pieces: Piece[] = []
  #breaks = 0
  /** An inline element has begun or ended since the last text. */
  #border = false

  visit(node: PageNode, owner: PageNode, context: Context): void {
    for (const child of node.children) {
      if (typeof child === 'string') this.#text(child, owner, context)
      else if (child.tag === 'br') this.#break(owner, context)
      else if (SKIPPED.has(child.tag) || EMBEDDED.has(child.tag)) continue
      else if (INLINE.has(child.tag)) {
        // Date and hour stand in elements of their own, parted by style alone.
        if (node.tag === 'time') this.#text(' ', owner, context)
        if (PARTED.has(child.tag)) this.#border = true
        this.visit(child, owner, inlineContext(child, context))
        if (PARTED.has(child.tag)) this.#border = true
      } else this.#block(child, owner, context)
    }
  }

  flush(kind: BlockKind, owner: PageNode): void {
    for (const pieces of paragraphsOf(this.#pieces)) {
      const draft = draftOf(pieces, kind, owner)
      if (draft) this.blocks.push(draft)
    }
    this.#pieces = []
    this.#breaks = 0
  }

  #block(node: PageNode, owner: PageNode, context: Context): void {
    this.flush(context.kind, owner)
    const kind = kindOf(node, context.kind)
    if (node.tag === 'tr' && isDataRow(node)) this.#row(node, kind)
    else this.visit(node, node, { ...context, kind, pre: context.pre || node.tag === 'pre' })
    this.flush(kind, node)
  }

  /** One block a row, cells separated by a bar. */
  #row(row: PageNode, kind: BlockKind): void {
    const before = this.blocks.length
    for (const cell of row.children) {
      if (typeof cell === 'string') continue
      this.visit(cell, row, { kind, link: null, bold: false, pre: false })
      this.flush(kind, row)
    }
    const cells = this.blocks.splice(before)
    if (cells.length > 0) this.blocks.push(joinCells(cells, row))
  }

  #text(text: string, owner: PageNode, context: Context): void {
    const parts = context.pre ? text.split(/\n[^\S\n]*\n/u) : [text]
    parts.forEach((part, index) => {
      if (index > 0) this.flush(context.kind, owner)
      if (part.trim() !== '') this.#breaks = 0
      if (this.#border && NAME_AHEAD.test(part) && WORD_BEHIND.test(this.#pieces.at(-1)?.text ?? ''))
        this.#pieces.push({ text: ' ', link: null, bold: false })
      if (part !== '') this.#border = false
      this.#pieces.push({ text: part, link: context.link, bold: context.bold })
    })
  }

  /** Two line breaks with nothing between them end a paragraph. */
  #break(owner: PageNode, context: Context): void {
    this.#breaks++
    if (this.#breaks >= 2) this.flush(context.kind, owner)
    else this.#pieces.push({ text: BREAK, link: null, bold: context.bold })
  }
}

function inlineContext(node: PageNode, context: Context): Context {
  return {
    ...context,
    link: node.tag === 'a' ? node : context.link,
    bold: context.bold || BOLD.has(node.tag),
  }
}

function kindOf(node: PageNode, outer: BlockKind): BlockKind {
  if (outer === 'caption' || outer === 'embed') return outer
  if (isEmbeddedPost(node)) return 'embed'
  if (HEADINGS.has(node.tag)) return 'subhead'
  if (node.tag === 'figcaption' || node.tag === 'caption' || isNamedCaption(node)) return 'caption'
  if (node.tag === 'li' || node.tag === 'dt' || node.tag === 'dd') return 'list-item'
  if (node.tag === 'blockquote') return 'blockquote'
  if (node.tag === 'tr') return 'table-row'
  if (node.tag === 'td' || node.tag === 'th') return outer === 'table-row' ? 'paragraph' : outer
  return outer
}

/** Captions outside `figcaption`, told by their name; a long text is no caption, whatever it is called. */
function isNamedCaption(node: PageNode): boolean {
  return (
    node.words <= MAX_CAPTION_WORDS &&
    (CAPTION_NAME.test(node.hint) || attribute(node, 'itemprop') === 'caption')
  )
}

export const CAPTION_NAME =
  /(?:^|[\s_-])(?:(?:[a-z0-9]*caption[a-z0-9]*|cutline[a-z0-9]*|credits?|photo[-_]?(?:credit|desc\w*|text)|media[-_]{0,2}(?:credit|desc\w*)|image[-_]?(?:credit|desc\w*|source|text)|pict?[-_]?sign|legend|(?<!(?:drop|initial|small)[-_])cap)(?:$|[\s_-]))/u
const MAX_CAPTION_WORDS = 120

/** Short lines in bold type, or in elements named so, are subheads where no heading element is used. */
const SUBHEAD_NAME =
  /(?:^|[\s_-])(?:sub-?(?:head(?:ing|line|er)?|title)?|crosshead(?:ing)?|intertitle|zwischentitel)(?:$|[\s_-])/u

/** A row of short cells is data; a row of long cells or of a single one lays out a page. */
function isDataRow(row: PageNode): boolean {
  const cells = row.children.filter((child) => typeof child !== 'string')
  const filled = cells.filter((cell) => cell.words > 0)
  return filled.length >= 2 && filled.every((cell) => cell.words <= MAX_CELL_WORDS)
}

/** Longest cell of a data table; longer ones are columns of a page. By inspection of news tables. */
const MAX_CELL_WORDS = 60

function joinCells(cells: readonly DraftBlock[], row: PageNode): DraftBlock {
  const sum = (pick: (cell: DraftBlock) => number) => cells.reduce((total, cell) => total + pick(cell), 0)
  return {
    kind: 'table-row',
    text: cells.map((cell) => cell.text).join(' | '),
    owner: row,
    words: sum((cell) => cell.words),
    linkWords: sum((cell) => cell.linkWords),
    boldWords: sum((cell) => cell.boldWords),
    links: sum((cell) => cell.links),
  }
}

function draftOf(pieces: readonly Piece[], kind: BlockKind, owner: PageNode): DraftBlock | null {
  const text = cleanText(pieces.map((piece) => piece.text).join(''))
  if (text === '') return null
  const wordsOf = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + countWords(piece.text), 0)
  const linked = pieces.filter((piece) => piece.link !== null)
  const words = countWords(text)
  const boldWords = wordsOf(pieces.filter((piece) => piece.bold))
  const looksLikeSubhead = boldWords >= words || SUBHEAD_NAME.test(owner.hint)
  return {
    kind: kind === 'paragraph' && words > 0 && looksLikeSubhead && isSubhead(text) ? 'subhead' : kind,
    text,
    owner,
    words,
    linkWords: wordsOf(linked),
    boldWords,
    links: new Set(linked.map((piece) => piece.link)).size,
  }
}

/** White space collapsed; soft hyphens, zero-width spaces, byte order marks and bidirectional controls dropped. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

export type Piece = { readonly text: string; readonly link: PageNode | null; readonly bold: boolean }

/** Text of a piece that is a single line break. */
const BREAK = '\n'

/** Words outside its links that a line may have and still be a pointer: "Read also:". */
const LEAD_WORDS = 2
/** A linked name or date of one or two words is no pointer. */
const POINTER_WORDS = 3
const BYLINE = /^\s*by\s+\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,5}\s*$/iu
/** Two or more spaces that browsers show. */
const INDENT = /^\s*[\u00A0\u2002\u2003\u3000]\s*[\u00A0\u2002\u2003\u3000]/u

function paragraphsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines = linesOf(pieces)
  if (lines.length < 2) return [pieces]
  const paragraphs: Piece[][] = []
  let joins = false
  for (const line of lines) {
    const alone = standsAlone(line)
    if (joins && !alone && !INDENT.test(textOf(line)))
      paragraphs.at(-1)?.push({ text: BREAK, link: null, bold: false }, ...line)
    else paragraphs.push(line)
    joins = !alone
  }
  return paragraphs
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces)
    if (piece.text === BREAK && piece.link === null) lines.push([])
    else lines.at(-1)?.push(piece)
  return lines
}

function standsAlone(line: readonly Piece[]): boolean {
  const text = textOf(line)
  if (BYLINE.test(text)) return true
  const linked = countWords(textOf(line.filter((piece) => piece.link !== null)))
  return linked >= POINTER_WORDS && countWords(text) - linked <= LEAD_WORDS
}

function textOf(line: readonly Piece[]): string {
  return line.map((piece) => piece.text).join('')
}

/** A post is short; a box that holds more is the article with posts in it. */
const MAX_WORDS = 400

const NETWORK =
  '(?:twitter|tweet|x|instagram|facebook|fb|tiktok|threads|bluesky|bsky|mastodon|telegram|reddit|linkedin|vk|truth-?social|snapchat|pinterest|weibo)'
/** Classes of the networks' code for embedding, and of the boxes that content systems put around it. */
const NAME = new RegExp(
  `(?:^|\\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-(?:embed|card)\\S*|fb-(?:post|video)|text-post-media|telegram-post|imgur-embed-pub|` +
    `(?:\\S*[-_])?${NETWORK}[-_](?:embed|post|status)\\S*|(?:\\S*[-_])?embed(?:ded)?[-_]{1,2}${NETWORK}(?:[-_]\\S*)?)(?:\\s|$)`,
  'u',
)

function isEmbeddedPost(node: PageNode): boolean {
  return node.words > 0 && node.words <= MAX_WORDS && NAME.test(node.hint)
}
