/**
 * Whether a report tells, outside the quotation, what it cut from it.
 *
 * In:    the shorter version, the removed words, the sentence they stand in, and what they carry.
 * Out:   true when one sentence outside the quoted words tells it: it holds most of the removed content words (of the whole
 *        sentence, where few were removed), and for a negation or hedge a word that carries the same; of what carries nothing
 *        half is enough beside the quoted words. Never: takes another sentence that shares a name with the cut for one that
 *        tells it.
 */
import type { Edit } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { negations } from '../../english/negation.js'
import { isHedgeWord } from '../../english/hedges.js'
import { conditions, opposing } from '../../english/conditions.js'
import type { Version } from './version.js'

/** Share of the sought words that the sentence holds: of the removed words alone more, since there are few. */
const enough = { removed: 0.75, around: 0.6 } as const
/** Fewer removed content words than this say too little: the sentence they were cut from is looked for. */
const telling = 3
/** Share of the removed content words that must stand there in any case. */
const leastOwn = 0.5

/** What must stand in the sentence as well: a thing told without its negation or doubt is told otherwise. */
const carriers: ReadonlyMap<Edit['carries'], (word: Word) => boolean> = new Map([
  ['negation', ({ norm }: Word) => negations.has(norm)],
  ['hedge', isHedgeWord],
])
/** These join or turn clauses; they are no part of what is told. */
const joints = [conditions, opposing, negations]

export function toldElsewhere(
  version: Version,
  removed: readonly Word[],
  around: readonly Word[],
  carries: Edit['carries'],
): boolean {
  const own = contentOf(removed)
  const isTelling = own.size >= telling
  const sought = isTelling ? own : contentOf([...removed, ...around])
  const least = isTelling ? enough.removed : enough.around
  if (sought.size === 0) return false
  const carrier = carriers.get(carries)
  return sentencesOf(version.view).some((sentence) => {
    const told = outsideQuoted(sentence, version)
    if (told === null || (carrier && !told.words.some(carrier))) return false
    const heldOfOwn = shareHeld(own, told.held)
    if (told.isBeside && carries === null) return own.size > 0 && heldOfOwn >= leastOwn
    // The rest of the sentence alone does not tell what was cut from it.
    return shareHeld(sought, told.held) >= least && heldOfOwn >= leastOwn
  })
}

type Wording = { readonly words: readonly Word[]; readonly held: ReadonlySet<string> }

/** Each sentence with all its words: most of a report's sentences hold none that the version quotes. */
const sentencesOf = once((view: ArticleView): readonly (Wording & Span)[] =>
  view.sentences.map(({ start, end }) => {
    const words = wordsIn(view, { start, end })
    return { start, end, words, held: contentOf(words) }
  }),
)

/** What a sentence tells outside the quoted words, and whether it has some of them; null where most of it is quoted. */
function outsideQuoted(
  sentence: Wording & Span,
  { quotedSpans }: Version,
): (Wording & { readonly isBeside: boolean }) | null {
  const inside = quotedSpans.filter((span) => overlap(span, sentence) > 0)
  if (inside.length === 0) return { ...sentence, isBeside: false }
  if (inside.some((span) => overlap(span, sentence) * 2 > sentence.end - sentence.start)) return null
  const words = sentence.words.filter((word) => !inside.some((span) => overlap(span, word) > 0))
  return { words, held: contentOf(words), isBeside: true }
}

function shareHeld(keys: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return keys.size === 0 ? 1 : [...keys].filter((key) => held.has(key)).length / keys.size
}

function contentOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(
    words.flatMap(({ key, norm }) => (key === '' || joints.some((list) => list.has(norm)) ? [] : [key])),
  )
}
