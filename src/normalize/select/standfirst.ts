/**
 * Standfirst: the sentences under the headline that say what the article tells.
 *
 * In:    candidate blocks in order, the chosen ones, and the descriptions that the page states.
 * Out:   which of the candidates are standfirst, chosen or not.
 * Never: a caption, a line above the headline, a paragraph of the article's own.
 *
 * Reason: most pages set it in the article's head, beside the headline, where extractors do not look. It stands between
 * headline and text, and its page states it as its description, names it so, sets it as a heading, or it is prose. One that
 * the text repeats is kept as well: it is what the outlet puts in front.
 */
import type { DraftBlock } from '../blocks.js'
import { fold } from '../folded-words.js'
import { attribute, type PageNode } from '../page-tree.js'
import { isProse } from './container.js'

const MAX_WORDS = 110
const MAX_PROSE_WORDS = 60
/** Several sentences of prose above the text are another text. */
const MAX_PROSE = 3
/** Blocks between heading and text: date, author, picture, tools. */
const MAX_DISTANCE = 14
/** A heading below the headline that has a sentence's length; words. */
const HEADING_WORDS = 6
const HEADING_DISTANCE = 4
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
const HEADING = /^h[2-5]$/u

export function standfirstOf(
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
    (block, at) =>
      isStated(block, stated) ||
      isNamed(block) ||
      (at < HEADING_DISTANCE && isHeading(block)) ||
      (prose.length <= MAX_PROSE && prose.includes(block)),
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

function isHeading({ owner, words }: DraftBlock): boolean {
  return HEADING.test(owner.tag) && words >= HEADING_WORDS
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
