/**
 * Choose: which blocks are the article, by three opinions.
 *
 * In:    the cleaned page, its candidate blocks, the stated article body.
 * Out:   the chosen blocks, which opinion they follow, and how much of the other opinions they hold.
 * Never: hides a disagreement; the caller records it.
 *
 * Readability decides. Where it finds next to nothing the container vote does, where it finds nothing of the prose near the
 * headline that prose does, and where the page states a body of which the page itself shows less than half, that body does.
 */
import { isApart, type DraftBlock, cleanText } from '../blocks.js'
import { type JsonLdNode, strings } from '../metadata/json-ld.js'
import { descendants, type PageNode, withEntities } from '../page-tree.js'
import { foldedWords, countWords } from '../folded-words.js'
import { containerVote, isProse, nearHeadline } from './container.js'
import { joinBlocks, recoverBlocks } from './recover.js'
import { readabilityVote, WITHOUT_TEXT, type Head } from './readability.js'
import { standfirstOf } from './standfirst.js'
import { itemAt } from '../../text/item-at.js'

export type Choice = {
  readonly blocks: readonly DraftBlock[]
  /** Candidates that were not chosen. */
  readonly outside: readonly DraftBlock[]
  readonly by: 'readability' | 'container' | 'json-ld'
  /** Share (0 to 1) of the other opinion's words that stand in the chosen blocks; null where there is no such opinion. */
  readonly ofContainer: number | null
  readonly ofStated: number | null
  /** Words of the stated body. */
  readonly statedWords: number
}

/** What the page states of its article. */
type Stated = {
  readonly headline: string | null
  readonly article: JsonLdNode | null
  readonly descriptions: readonly string[]
}

/** Words below which an extraction is next to nothing. */
const NOTHING = 25
/** How many times as much prose the container vote must find for the whole of it to count as the article, too. */
const SMALL_PART = 3
/** So many times the words of the prose near the headline must stand elsewhere to be the article. */
const NEAR_WEIGHT = 4
/** Words a stated body must have to be preferred. */
const MIN_STATED = 80
/** Words a second opinion must have to count as one. */
const MIN_OPINION = 60

export function chooseBlocks(
  root: PageNode,
  candidates: readonly DraftBlock[],
  { headline, article, descriptions, bylines, title }: Stated & Head,
): Choice {
  const container = [...containerVote(candidates)]
  const stated = statedBlocks(statedParagraphs(article), root)
  const joined = joinBlocks(
    candidates,
    recoverBlocks(candidates, safeVote(root, candidates, { title, bylines })),
  )
  const recovered = recoverBlocks(candidates, new Set(joined))
  const isNothing = wordsOf(recovered) < NOTHING && wordsOf(recovered) < wordsOf(container)
  const isSmall = wordsOf(recovered) * SMALL_PART < wordsOf(container.filter(isProse))
  const near = nearHeadline(candidates, headline)
  const isNear = new Set(near)
  const isElsewhere =
    wordsOf(near.filter(isProse)) * NEAR_WEIGHT > wordsOf(recovered) &&
    !recovered.some((block) => isNear.has(block))
  const body = isElsewhere
    ? inOrder(candidates, [...containerVote(near)])
    : isNothing
      ? container
      : isSmall
        ? inOrder(candidates, [...recovered, ...container])
        : recovered
  const standfirst = standfirstOf(candidates, body, descriptions)
  const shown = inOrder(candidates, [...body, ...standfirst]).map((block): DraftBlock =>
    standfirst.has(block) ? { ...block, kind: 'standfirst' } : block,
  )
  const blocks = wordsOf(stated) >= MIN_STATED && wordsOf(shown) * 2 < wordsOf(stated) ? stated : shown
  const chosen = new Set(blocks === stated ? [] : [...body, ...standfirst])
  return {
    blocks,
    outside: candidates.filter((block) => !chosen.has(block)),
    by: blocks === stated ? 'json-ld' : body !== recovered ? 'container' : 'readability',
    ofContainer: shareIn(container.filter(isProse), blocks),
    ofStated: shareIn(stated, blocks),
    statedWords: wordsOf(stated),
  }
}

/**
 * Line breaks, and pictures, frames and fields, above which Readability is not asked: its time grows with the square of their
 * number. Of 280 news pages none comes to more than 222 breaks and 334 such elements.
 */
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
