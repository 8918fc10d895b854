/** Byline lines: the author's name as a line of text, where no markup names it. */
import type { DraftBlock } from '../blocks.js'
import { isDatePart } from './visible-date.js'

/** Blocks below the heading among which a byline stands. */
const BELOW_HEADING = 8
const MAX_LINE = 120
const OPENING =
  /^(?:(?:exclusive |analysis |opinion |review |interview )?by|words by|story by|written by|reported by)\s+(?=\p{Lu})/iu
/** In these languages the word may be a name itself, so that two more must follow, and no sentence. */
const OPENING_ELSEWHERE =
  /^(?:[Vv]on:?|Par:?|Por:?|Di|Door|Af|Av|Text:|Oleh) (?:(?:Dr|Prof)\. )?\p{Lu}\S* \p{Lu}.{0,80}[^.!?:]$/u
const PARTS = / [|·•–—] | ?[|·•] ?/u

export function bylineLines(blocks: readonly DraftBlock[]): string[] {
  const heading = blocks.findIndex(({ owner }) => owner.tag === 'h1')
  const below = heading === -1 ? [] : blocks.slice(heading + 1, heading + 1 + BELOW_HEADING).filter(isLine)
  const opening = below.find(({ text }) => OPENING.test(text) || OPENING_ELSEWHERE.test(text))
  if (opening) return [opening.text]
  return below.flatMap(({ text }) => besideDate(text))
}

function isLine({ text }: DraftBlock): boolean {
  return text.length <= MAX_LINE && !/["“”]/u.test(text)
}

/** "Ilse Grau · 3 March 2026 · 4 min read": what stands before the date in a line of parts. */
function besideDate(line: string): string[] {
  const parts = line.split(PARTS)
  const date = parts.findIndex(isDatePart)
  return date < 1 ? [] : parts.slice(0, date).filter((part) => /^\S+(?:\s+\S+){1,4}$/u.test(part.trim()))
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
