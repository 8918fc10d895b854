/**
 * Which blocks are the article. Readability decides; where it finds next to nothing, all prose is taken, and where the page states a
 * body of which it shows less than half, that body is. The two opinions are told to the caller.
 */
import { isApart, type DraftBlock, cleanText } from '../blocks.js'
import { type JsonLdNode, strings } from '../metadata/json-ld.js'
import { descendants, type PageNode, withEntities, attribute } from '../page-tree.js'
import { foldedWords, countWords, fold } from '../folded-words.js'
import { isProse, joinBlocks, recoverBlocks } from './recover.js'
import { readabilityVote, WITHOUT_TEXT, type Head } from './readability.js'
import { itemAt } from '../../text/item-at.js'

export type Choice = {
  readonly blocks: readonly DraftBlock[]
  /** Candidates that were not chosen. */
  readonly outside: readonly DraftBlock[]
  readonly by: 'readability' | 'prose' | 'json-ld'
  /** Share (0 to 1) of the stated body's words that stand in the chosen blocks; null where there is no such opinion. */
  readonly ofStated: number | null
  /** Words of the stated body. */
  readonly statedWords: number
}

/** What the page states of its article. */
type Stated = {
  readonly article: JsonLdNode | null
  readonly descriptions: readonly string[]
}

/** Words below which an extraction is next to nothing. */
const NOTHING = 25
/** Words a stated body must have to be preferred. */
const MIN_STATED = 80
/** Words a second opinion must have to count as one. */
const MIN_OPINION = 60

export function chooseBlocks(
  root: PageNode,
  candidates: readonly DraftBlock[],
  { article, descriptions, bylines, title }: Stated & Head,
): Choice {
  const stated = statedBlocks(statedParagraphs(article), root)
  const recovered = joinBlocks(
    candidates,
    recoverBlocks(candidates, safeVote(root, candidates, { title, bylines })),
  )
  const prose = candidates.filter(isProse)
  const isNothing = wordsOf(recovered) < NOTHING && wordsOf(recovered) < wordsOf(prose)
  const body = isNothing ? prose : recovered
  const standfirst = standfirstOf(candidates, body, descriptions)
  const shown = inOrder(candidates, [...body, ...standfirst]).map((block): DraftBlock =>
    standfirst.has(block) ? { ...block, kind: 'standfirst' } : block,
  )
  const blocks = wordsOf(stated) >= MIN_STATED && wordsOf(shown) * 2 < wordsOf(stated) ? stated : shown
  const chosen = new Set(blocks === stated ? [] : [...body, ...standfirst])
  return {
    blocks,
    outside: candidates.filter((block) => !chosen.has(block)),
    by: blocks === stated ? 'json-ld' : isNothing ? 'prose' : 'readability',
    ofStated: shareIn(stated, blocks),
    statedWords: wordsOf(stated),
  }
}

/** Line breaks, and pictures, frames and fields, above which Readability is not asked: its time grows with their square. */
const MAX_BREAKS = 1000
const MAX_EMPTY = 1000

/** Readability recurses where we do not: on absurdly nested pages it gives no opinion. */
function safeVote(root: PageNode, candidates: readonly DraftBlock[], head: Head): ReadonlySet<DraftBlock> {
  if (isTooMuch(root)) return new Set()
  try {
    return readabilityVote(root, candidates, head)
  } catch (error) {
    if (error instanceof RangeError) return new Set()
    throw error
  }
}

function isTooMuch(root: PageNode): boolean {
  let breaks = 0
  let empty = 0
  for (const { tag } of descendants(root)) {
    if (tag === 'br') breaks++
    else if (WITHOUT_TEXT.has(tag)) empty++
  }
  return breaks > MAX_BREAKS || empty > MAX_EMPTY
}

function inOrder(candidates: readonly DraftBlock[], some: readonly DraftBlock[]): readonly DraftBlock[] {
  const wanted = new Set(some)
  return candidates.filter((block) => wanted.has(block))
}

function wordsOf(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isApart(block) ? 0 : block.words), 0)
}

/** Share of word triples of `other` that stand in `chosen`. */
function shareIn(other: readonly DraftBlock[], chosen: readonly DraftBlock[]): number | null {
  if (wordsOf(other) < MIN_OPINION) return null
  const known = new Set(triples(chosen))
  const wanted = triples(other)
  if (wanted.length === 0) return null
  return wanted.filter((triple) => known.has(triple)).length / wanted.length
}

function triples(blocks: readonly DraftBlock[]): string[] {
  return blocks.flatMap(({ text }) => {
    const words = foldedWords(text)
    return words.slice(2).map((word, index) => `${itemAt(words, index)} ${itemAt(words, index + 1)} ${word}`)
  })
}

const MAX_LENGTH = 500_000

function statedParagraphs(article: JsonLdNode | null): string[] {
  const body = strings(article?.['articleBody']).join('\n\n').slice(0, MAX_LENGTH)
  return withoutMarkup(withoutMarkup(body))
    .split(/\n+/u)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
}

/** Read twice: content systems escape what is escaped already. */
function withoutMarkup(text: string): string {
  return withEntities(
    text.replace(/<\/?(?:p|div|br|li|h\d|blockquote)\b[^<>]*>/giu, '\n\n').replace(/<[^<>]*>/gu, ''),
  )
}

function statedBlocks(paragraphs: readonly string[], root: PageNode): DraftBlock[] {
  return paragraphs.map((text) => ({
    kind: 'paragraph',
    text,
    owner: root,
    words: countWords(text),
    linkWords: 0,
    boldWords: 0,
    links: 0,
  }))
}

// ---- standfirst

const MAX_WORDS = 110
const MAX_PROSE_WORDS = 60
/** Several sentences of prose above the text are another text. */
const MAX_PROSE = 3
/** Blocks between heading and text: date, author, picture, tools. */
const MAX_DISTANCE = 14
const NAMED_WORDS = 4
/** Paragraphs at the head of the text that may be its standfirst. */
const FIRST_CHOSEN = 2
/** A description is the same text if they share so many letters from the start; sites cut it off. */
const SAME_LETTERS = 50
const MIN_LETTERS = 25
/** Letters of a place name before it. */
const MAX_DATELINE = 20

/** Names of standfirsts in the style sheets of newspapers, in the languages of the trade. */
const NAME =
  /(?:^|[\s_-])(?:stand-?first|dek|deck|lead|lede|leadtext|lead-text|teaser-?text|summary|intro(?:duction)?|intro-?text|einleitung|excerpt|spot|sub-?title|sub-?headline|sub-?heading|abstract|vorspann|chapo|chapeau|sottotitolo|sommario|occhiello|entradilla|bajada|sumario|copete|sapo|linha-fina|ingress|manchet|underrubrik|perex|synopsis|tagline|blurb)(?:$|[\s_-])/u

function standfirstOf(
  candidates: readonly DraftBlock[],
  chosen: readonly DraftBlock[],
  descriptions: readonly string[],
): ReadonlySet<DraftBlock> {
  const wanted = new Set(chosen)
  const body = chosen.filter(isProse)
  const first = candidates.findIndex((block) => wanted.has(block) && isProse(block))
  if (first === -1) return new Set()
  const heading = candidates.slice(0, first + 1).findLastIndex(({ owner }) => owner.tag === 'h1')
  const isFar = heading === -1 || first - heading > MAX_DISTANCE
  const stated = descriptions.map(fold).filter((text) => text.length >= MIN_LETTERS)
  const start = isFar ? Math.max(0, first - MAX_DISTANCE) : heading + 1
  const between = candidates
    .slice(start, first)
    .filter((block) => canBe(block) && (!isFar || isStated(block, stated)))
  const prose = between.filter((block) => isProse(block) && block.words <= MAX_PROSE_WORDS)
  const above = between.filter(
    (block) =>
      isStated(block, stated) || isNamed(block) || (prose.length <= MAX_PROSE && prose.includes(block)),
  )
  const head = body.slice(0, FIRST_CHOSEN).filter((block, at) => {
    const next = body[at + 1]
    return (
      canBe(block) &&
      next !== undefined &&
      !isBuiltLike(block, next) &&
      (isStated(block, stated) || isNamed(block))
    )
  })
  return new Set([...above, ...head.filter((block) => block === body[0] || head.includes(body[0] ?? block))])
}

function canBe({ kind, words, linkWords }: DraftBlock): boolean {
  return kind !== 'caption' && kind !== 'table-row' && words <= MAX_WORDS && linkWords * 2 < words
}

function isStated({ text }: DraftBlock, stated: readonly string[]): boolean {
  const own = fold(text)
  return (
    own.length >= MIN_LETTERS &&
    stated.some((other) => {
      const length = Math.min(own.length, other.length, SAME_LETTERS)
      const at = own.indexOf(other.slice(0, length))
      return at !== -1 && at <= MAX_DATELINE
    })
  )
}

function isNamed({ owner, words }: DraftBlock): boolean {
  if (words < NAMED_WORDS) return false
  for (let node: PageNode | null = owner; node && node.words <= MAX_WORDS; node = node.parent)
    if (NAME.test(node.hint) || attribute(node, 'itemprop') === 'description') return true
  return false
}

/** Two paragraphs of one text: same element, same class, both bold or neither. */
function isBuiltLike(one: DraftBlock, other: DraftBlock): boolean {
  const isBold = ({ words, boldWords }: DraftBlock) => boldWords >= words
  return (
    one.owner.tag === other.owner.tag &&
    one.owner.parent === other.owner.parent &&
    one.owner.hint === other.owner.hint &&
    isBold(one) === isBold(other)
  )
}
