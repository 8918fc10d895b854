/**
 * Byline lines: the author's name as a line of text, where no markup names it.
 *
 * In:    the blocks of the page before cleaning. Out: texts that hold names, in the order in which they are to be believed.
 * Never: takes a name out of running text: the line begins as bylines do, leads to a page on an author, stands beside a
 *        date, closes the text as agencies' credits do, or signs it.
 */
import type { DraftBlock } from '../blocks.js'
import { isPageLine } from '../clean/page-lines.js'
import { attribute, descendants, nodeText, type PageNode } from '../page-tree.js'
import { isProse } from '../select/container.js'
import { isDatePart } from './visible-date.js'

/** Blocks below the heading among which a byline stands. */
const BELOW_HEADING = 8
/** Blocks at the end of a page among which a closing credit stands. */
const LAST_BLOCKS = 40
const MAX_LINE = 120
const OPENING =
  /^(?:(?:exclusive |analysis |opinion |review |interview )?by|words by|story by|written by|reported by)\s+(?=\p{Lu})/iu
/** In these languages the word may be a name itself, so that two more must follow, and no sentence. */
const OPENING_ELSEWHERE =
  /^(?:[Vv]on:?|Par:?|Por:?|Di|Door|Af|Av|Text:|Oleh) (?:(?:Dr|Prof)\. )?\p{Lu}\S* \p{Lu}.{0,80}[^.!?:]$/u
/** Addresses of pages on authors. */
const AUTHOR_PATH =
  /\/(?:authors?|autor(?:en|es|i|e)?|auteurs?|autores|journalists?|people|profiles?|staff|contributors?)\/[^/?#]/iu
/** "(Reporting by Lia Morrow in Port Alder; Editing by …)" */
const CLOSING = /^\(?reporting by (?<names>[^;()]{3,160})/iu
const PARTS = / [|·•–—] | ?[|·•] ?/u

export function bylineLines(blocks: readonly DraftBlock[]): string[] {
  const heading = blocks.findIndex(({ owner }) => owner.tag === 'h1')
  const below = heading === -1 ? [] : blocks.slice(heading + 1, heading + 1 + BELOW_HEADING).filter(isLine)
  const opening = below.find(({ text }) => OPENING.test(text) || OPENING_ELSEWHERE.test(text))
  if (opening) return [opening.text]
  const linked = below.flatMap(authorLinks)
  if (linked.length > 0) return linked
  const dated = below.flatMap(({ text }) => besideDate(text))
  if (dated.length > 0) return dated
  const closing = closingNames(blocks.slice(-LAST_BLOCKS))
  return closing.length > 0 ? closing : signature(blocks)
}

function isLine({ text }: DraftBlock): boolean {
  return text.length <= MAX_LINE && !/["“”]/u.test(text)
}

/** Names that lead to a page on who bears them. */
function authorLinks({ owner }: DraftBlock): string[] {
  return [...descendants(owner)]
    .filter((node) => node.tag === 'a' && AUTHOR_PATH.test(attribute(node, 'href')))
    .map(nodeText)
    .filter((name) => name.includes(' '))
}

/** "Ilse Grau · 3 March 2026 · 4 min read": what stands before the date in a line of parts. */
function besideDate(line: string): string[] {
  const parts = line.split(PARTS)
  const date = parts.findIndex(isDatePart)
  return date < 1 ? [] : parts.slice(0, date).filter((part) => /^\S+(?:\s+\S+){1,4}$/u.test(part.trim()))
}

function closingNames(blocks: readonly DraftBlock[]): string[] {
  for (const { text } of blocks) {
    const found = CLOSING.exec(text)?.groups?.['names']
    if (found !== undefined)
      return found.split(/, (?:and )?| and /u).map((name) => name.split(/ in (?=\p{Lu})/u)[0] ?? '')
  }
  return []
}

/**
 * A name alone in one of the last lines of the element that holds most of the page's prose, or in brackets at the end of that
 * prose: "(Ann Lee)".
 */
function signature(blocks: readonly DraftBlock[]): string[] {
  const home = homeOfProse(blocks)
  if (home === null) return []
  const lines = blocks
    .filter(({ owner, kind }) => owner.parent === home && kind !== 'caption')
    .slice(-LAST_LINES)
  const last = lines.findLast(({ words }) => words >= PROSE_WORDS)
  const alone = lines.slice(last ? lines.indexOf(last) + 1 : 0).find(({ text }) => isSignature(text))
  const inBrackets = last && IN_BRACKETS.exec(last.text)?.groups?.['name']
  return alone ? [alone.text] : inBrackets !== undefined && isSignature(inBrackets) ? [inBrackets] : []
}

const LAST_LINES = 4
const PROSE_WORDS = 5
const IN_BRACKETS = /[.!?]["”’»]? ?\((?<name>[^()]{5,60})\)\P{L}*$/u

/** The element whose own paragraphs hold most prose. */
function homeOfProse(blocks: readonly DraftBlock[]): PageNode | null {
  const words = new Map<PageNode, number>()
  for (const block of blocks)
    if (isProse(block) && block.owner.parent)
      words.set(block.owner.parent, (words.get(block.owner.parent) ?? 0) + block.words)
  return [...words].reduce<[PageNode | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )[0]
}

/** Two to four words, each as a name has it. */
function isSignature(text: string): boolean {
  return (
    /^[^\s:]+(?: [^\s:]+){1,3}$/u.test(text) &&
    isPersonName(text) &&
    !/[.!?;]$/u.test(text) &&
    !isPageLine(text)
  )
}

/** Particles of names; every other word of a name begins with a capital letter. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da das do dos du des van von der den ten ter zu zur af av al el bin ibn ben la le y e und and of the'.split(
    ' ',
  ),
)
const MAX_NAME_WORDS = 6

/** Whether visible words may be a name: in markup made for machines any text is believed, in a page's own lines it is not. */
export function isPersonName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length <= MAX_NAME_WORDS &&
    !/\d/u.test(text) &&
    words.every(
      (word) =>
        PARTICLES.has(word) ||
        /^[\p{Lu}\p{Lt}\p{Lo}(]/u.test(word) ||
        /^(?:d|l|al|el)[’'-]\p{Lu}/u.test(word),
    )
  )
}
