/** Block rules, in the order in which they run: a row has the blocks it looks at, what it asks of them, and why they are not the article. */
import { listFile } from '../../english/word-lists.js'
import type { BlockKind } from '../../model/article.js'
import type { DraftBlock } from '../blocks.js'
import { fold, foldedWords } from '../folded-words.js'
import { MONTHS } from '../metadata/dates.js'
import { ancestors, descendants, nodeText, type PageNode } from '../page-tree.js'
import { isNotice, isPageLine, POINTER_HEADING } from './page-lines.js'
import { holdsProse } from './prose.js'

export type ArticleFacts = {
  readonly headline: string | null
  readonly bylines: readonly string[]
  readonly outlet: string | null
}

export type BlockRule = {
  /** Kebab-case name that `removed` carries. */
  readonly id: string
  readonly removes: string
  readonly reason: string
  readonly data?: string
  readonly kinds?: readonly BlockKind[]
  /** Fewest and most words of a block that is looked at. */
  readonly words?: readonly [least: number, most: number]
  /** Made once for the blocks of an article, in order; asked for each. */
  readonly test: (
    blocks: readonly DraftBlock[],
    facts: ArticleFacts,
  ) => (block: DraftBlock, at: number) => boolean
}

export const blockRules: readonly BlockRule[] = [
  {
    id: 'other-article',
    removes: 'Further articles below the first',
    reason: 'two reports read as one would make an outlet say what another of its reports says',
    test: (blocks, { headline }) => {
      const others = blocksOfOthers(blocks, headline)
      return (block) => others.has(block)
    },
  },
  {
    id: 'repeated-headline',
    removes: 'Leading lines that repeat the headline',
    reason: 'the headline is a block of its own already; further down the words are the article’s',
    test: (_blocks, { headline }) => {
      const own = fold(headline ?? '')
      return ({ text, owner }, at) =>
        own !== '' && at < 4 && (fold(text) === own || (owner.tag === 'h1' && fold(text).includes(own)))
    },
  },
  {
    id: 'repeated-block',
    removes: 'Paragraphs shown twice, word for word',
    reason: 'what is told once must not count as told twice; the standfirst may return',
    words: [8, Infinity],
    test: () => {
      const seen = new Set<string>()
      return ({ kind, text }) => {
        const before = seen.size
        return seen.add(`${String(kind === 'standfirst')} ${fold(text)}`).size === before
      }
    },
  },
  {
    id: 'ornament',
    removes: 'Lines without a letter or digit',
    reason: 'they part a page for the eye and tell nothing',
    words: [0, 0],
    test: () => () => true,
  },
  {
    id: 'byline',
    removes: 'Lines that only date the article, name its authors or credit the work on it',
    reason: 'they are metadata, and kept as such',
    data: 'pages/byline-words.txt',
    words: [0, 60],
    test: (_blocks, { bylines, outlet }) => {
      const names = new Set([...bylines, outlet ?? ''].flatMap(foldedWords))
      const authors = new Set(bylines.flatMap(foldedWords))
      return (block) => isBylineOrDate(block, names, authors) || isWorkCredit(block)
    },
  },
  {
    id: 'headed-links',
    removes: 'Links below a line such as "More from the paper"',
    reason: 'content systems let editors set such lists in the article’s own paragraphs',
    data: 'pages/pointers.txt',
    test: () => {
      let below = false
      return ({ kind, text, words, linkWords }) => {
        const isLink = kind !== 'caption' && words > 0 && words <= 30 && linkWords >= words * LINK_SHARE
        below = (words <= 8 && POINTER_HEADING.test(text.toLowerCase())) || (below && isLink)
        return below && isLink
      }
    },
  },
  {
    id: 'boilerplate',
    removes:
      'Short lines about the page: pointers to other stories, newsletter and share prompts, rights, cookies',
    reason: 'templates without telling class names put them between the paragraphs',
    data: 'pages/boilerplate.txt pages/lines.txt pages/pointers.txt',
    words: [0, 150],
    test:
      () =>
      ({ text, words }) =>
        words <= 45 ? isPageLine(text) : isNotice(text),
  },
  {
    id: 'link-line',
    removes: 'Paragraphs that are one link to another story',
    reason: 'wholly a link and without an end, between two paragraphs, is a pointer; a linked sentence stays',
    kinds: ['paragraph', 'list-item', 'subhead'],
    words: [0, 25],
    test: () => isPointer,
  },
  {
    id: 'repeated-quote',
    removes: 'Pull quotes: words shown a second time in large type',
    reason: 'a repeated quotation would count as said twice',
    test: (blocks) => {
      const folded = blocks.map(({ text }) => fold(text))
      return ({ kind, owner, text }) => {
        const isSetApart =
          kind === 'blockquote' ||
          [owner.hint, owner.parent?.hint ?? ''].some((hint) => QUOTE_NAME.test(hint))
        const own = isSetApart ? fold(text) : ''
        return own.length >= 12 && folded.some((other) => other.length > own.length && other.includes(own))
      }
    },
  },
  {
    id: 'author-note',
    removes: 'Notes on the author below the text',
    reason: 'they tell of the writer, not of the event',
    words: [0, 70],
    test:
      (blocks, { bylines }) =>
      (block, at) =>
        at >= blocks.length - 6 && isNote(block, bylines),
  },
  {
    id: 'orphan-subhead',
    removes: 'Subheads with nothing below them, at the end of the article',
    reason: 'what they headed was removed or never belonged',
    kinds: ['subhead'],
    test: (blocks) => {
      const last = blocks.findLastIndex(({ kind }) => kind !== 'subhead')
      return (_block, at) => at > last
    },
  },
]

/** Share of words in links from which a block is a link. */
const LINK_SHARE = 0.9

// ---- other-article

/** Pages load the next report when a reader gets to the end. */
function blocksOfOthers(blocks: readonly DraftBlock[], headline: string | null): ReadonlySet<DraftBlock> {
  const branches = otherBranches(rootOf(blocks[0]), headline)
  return new Set(
    blocks.filter(({ owner }) => [owner, ...ancestors(owner)].some((node) => branches.has(node))),
  )
}

function rootOf(block: DraftBlock | undefined): PageNode | null {
  let root = block?.owner ?? null
  while (root?.parent) root = root.parent
  return root
}

function otherBranches(root: PageNode | null, headline: string | null): ReadonlySet<PageNode> {
  if (root === null || headline === null) return new Set()
  const headings = [...descendants(root)].filter((node) => node.tag === 'h1' && node.words > 0)
  const own = headings.find((node) => fold(nodeText(node)) === fold(headline))
  if (!own) return new Set()
  return new Set(
    articlesBeside(
      root,
      [...ancestors(own)].find(({ tag }) => tag === 'article'),
    ),
  )
}

/** `article` elements with a heading and prose of their own, outside the one that holds headline and text. */
function articlesBeside(root: PageNode, home: PageNode | undefined): PageNode[] {
  if (home === undefined || home.words < root.words * HOME_SHARE) return []
  const inside = new Set([...descendants(home), ...ancestors(home)])
  return [...descendants(root)].filter(
    (node) => node.tag === 'article' && !inside.has(node) && holdsHeading(node) && holdsProse(node),
  )
}

/** Share of what is left of the page that the article has, where others follow it. */
const HOME_SHARE = 0.1

function holdsHeading(node: PageNode): boolean {
  for (const { tag, words } of descendants(node)) if (/^h[1-4]$/u.test(tag) && words > 0) return true
  return false
}

// ---- byline

const LINE_WORDS = listFile('pages/byline-words.txt').words('words')
/** A year, a time of day, a distance in time. */
const DATED =
  /\d{4}|\d{1,2}:\d{2}|\b\d{1,2}[.h]\d{2} ?(?:uhr|[ap]\.?m|[A-Z]{2,4})\b|\b(?:ago|назад)(?!\p{L})|^\d{1,2} \p{L}{3,4}, \d{1,2}/iu
/** A day, a year, an hour. */
const NUMBER = /^\d+(?:st|nd|rd|th|am|pm|h\d{0,2})?$/u

/** Nothing is left of the line once dates, times, names and the words of such lines are taken out. */
function isBylineOrDate(
  { text, words, kind }: DraftBlock,
  names: ReadonlySet<string>,
  authors: ReadonlySet<string>,
): boolean {
  if (words > 22 || kind === 'table-row' || /["“”]/u.test(text)) return false
  const left = foldedWords(text).filter(
    (word) => !LINE_WORDS.has(word) && !MONTHS.has(word) && !NUMBER.test(word),
  )
  if (left.every((word) => names.has(word))) return DATED.test(text) || left.some((word) => authors.has(word))
  // "By Ann Lee" names an author that the page states nowhere else.
  return kind === 'paragraph' && left.length <= 4 && /^[Bb][Yy]\s+\p{Lu}/u.test(text) && !/[.!?]$/u.test(text)
}

const CREDIT = /^\(?(?:(?:additional|further|with) )?(?:reporting|writing|editing)(?:,| and| by)/iu
const CREDIT_WORDS: ReadonlySet<string> = new Set(
  'additional further with reporting writing editing by and in at for of the from de van von da el'.split(
    ' ',
  ),
)

/** "Reporting by Ann Lee in Port Alder; editing by Bo Oh": the work named, and nothing but names behind it. */
function isWorkCredit({ text, kind }: DraftBlock): boolean {
  if (kind !== 'paragraph' || !CREDIT.test(text)) return false
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
  return words.every((word) => CREDIT_WORDS.has(word) || /^\p{Lu}/u.test(word))
}

// ---- link-line

const END = /[.!?…:;,]["'”’»)\]]*$/u
/** An introduction before the link: "MORE:", "Related:". */
const LEAD = /^(?:[\p{Lu}\s]{3,20}|[\p{L}\s]{3,20}):\s/u

function isPointer({ kind, text, words, linkWords, links }: DraftBlock): boolean {
  if (links === 0 || links > 2) return false
  if (linkWords >= words * LINK_SHARE)
    return (
      (text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)) ||
      (words >= 4 && kind === 'paragraph' && !END.test(text))
    )
  return LEAD.test(text) && linkWords >= words - 4 && words >= 4 && !END.test(text)
}

// ---- repeated-quote

const QUOTE_NAME = /(?:^|[\s_-])(?:pull[-_]?quote\w*|quote\w*|callout\w*|highlight\w*)(?:$|[\s_-])/u

// ---- author-note

/** Words may be of any length. Characters. */
const MAX_NOTE = 1000
const ADDRESS =
  /[^\s@]@[\w.-]{1,60}\.\w{2,}|@\w{3,}|\b(?:can|may) be reached\b|\b(?:contact|e-?mail|reach|follow)\s+(?:him|her|them|me|the (?:authors?|reporters?|writers?))(?= (?:on|at|via|by|here|directly|with)\b|\W{0,3}$)|\bfollow\b[^.]{0,40}\bon (?:twitter|x|facebook|instagram)\b/iu
const OCCUPATION =
  /\b(?:is|are|was|writes?|covers?|has (?:written|covered|worked|been)|reports?|joined|teaches|speciali[sz]es)\b[^.]{0,80}\b(?:editor|correspondent|reporter|writer|columnist|journalist|author|professor|fellow|analyst|observer|contributor|briefing|newsletter|for (?:the|this)|about|since|staff|desk|news|times|post|diplomacy|politics)\b/iu
const ASKS_TO_WRITE =
  /^(?:(?:join|contact|e-?mail|reach|follow|have|you can|write|send|the (?:author|reporter|writer))\b|[^\s@]+@[^\s@]+$)/iu

/** The line starts with a stated author, or gives an address to write to. */
function isNote({ text, words }: DraftBlock, bylines: readonly string[]): boolean {
  if (text.length > MAX_NOTE || /["“”]/u.test(text)) return false
  if (bylines.some((name) => text.startsWith(name)))
    if (OCCUPATION.test(text) || ADDRESS.test(text)) return true
  return words <= 35 && ADDRESS.test(text) && ASKS_TO_WRITE.test(text)
}
