/**
 * The role a figure plays in its clause: what governs it ("killed three", "a lead of 1,204 votes", "the bill was put at 48
 * million") and what narrows it ("three other women", "24 of the injured"), and what befell those whom it counts.
 *
 * In:    an article view, the figure's span and its sentence.
 * Out:   governing words as terms, and the words that narrow the count to a part or set it apart from another.
 * Method: part-of-speech tags of the sentence; the nearest verb to the left that no punctuation, number or relative
 *        word cuts off, through a copula the noun before it; else the nearest verb to the right. No parser.
 */
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { normalizeWord } from '../../text/tokens.js'
import type { ArticleView } from '../../likeness/view.js'
import { apartWords, copulas, earlierWords, joints, lasting, takesLives } from '../../english/figure-words.js'
import { stopwords } from '../../english/function-words.js'
import { tollOf, type Toll } from '../../english/tolls.js'
import { tagsOf } from '../tags.js'
import { termOf, type Term } from '../../likeness/terms.js'

export type Role = {
  /** The verb, or the noun a copula or "of" ties the figure to. */
  readonly governors: readonly Term[]
  /** What a length of time is the length of: `talks` of "nineteen hours of talks" and "talks that lasted for 17 hours". */
  readonly measures: Term | null
  /** Words that set the figure apart from another of its kind: "other", "40 more" (not "more than 40"), "previous". */
  readonly apart: ReadonlySet<string>
  /** Part of a whole told in the same sentence: "24 of the injured", "two thirds of them". */
  readonly partitive: boolean
  /** What befell the people counted; null where the clause tells of nothing of the kind. */
  readonly toll: Toll | null
}

/** How many words a governor may stand away. */
const reach = 7
export function roleOf(view: ArticleView, span: Span, sentence: number): Role {
  const tags = tagsOf(view, sentence)
  const first = tags.findIndex((tag) => tag.end > span.start)
  if (first < 0) return { governors: [], measures: null, apart: new Set(), partitive: false, toll: null }
  const last = phraseEnd(tags, first, span)
  const left = leftGovernor(tags, first)
  const governors = left.length > 0 ? left : rightGovernor(tags, last)
  return {
    governors: governors.filter((tag) => !stopwords.has(tag.lemma)).map((tag) => asTerm(view, tag)),
    measures: termAt(view, measuredBehind(tags, last, span) ?? measuredBefore(tags, first)),
    apart: new Set(
      tags
        .slice(Math.max(0, first - 2), last + 3)
        .filter((_, at, near) => near[at + 1]?.lower !== 'than')
        .map((tag) => tag.lower)
        .filter((word) => apartWords.has(word))
        .map((word) => (earlierWords.has(word) ? 'earlier' : word)),
    ),
    partitive: isPart(tags, first, last),
    toll: tollBehind(tags, first, last) ?? tollBefore(tags, first, left),
  }
}

/** "12 dead", "two villagers slightly injured", "40 were hurt". */
function tollBehind(tags: readonly TaggedWord[], first: number, last: number): Toll | null {
  let end = last + 1
  while (['AUX', 'ADV'].includes(tags[end]?.pos ?? '') && end < last + 4) end++
  return firstToll([...tags.slice(first, last + 1), ...tags.slice(end, end + 1)])
}

/** "killed 12", "a death toll of 12", "the toll rose to 12", "claimed 12 lives". */
function tollBefore(tags: readonly TaggedWord[], first: number, left: readonly TaggedWord[]): Toll | null {
  const before = tags.slice(Math.max(0, first - reach), first)
  if (before.some(({ lower }) => lower === 'toll')) return 'killed'
  const lives = tags.slice(first, first + 3).some(({ lower }) => lower === 'lives')
  return firstToll(left) ?? (lives && left.some(({ lemma }) => takesLives.has(lemma)) ? 'killed' : null)
}

/** "nineteen hours of talks", "a five-hour meeting". */
function measuredBehind(tags: readonly TaggedWord[], last: number, span: Span): TaggedWord | null {
  const end = tags[last]
  if (tags[last + 1]?.lower !== 'of') return end?.pos === 'NOUN' && end.start >= span.end ? end : null
  return tags.slice(last + 2, last + 5).find(({ pos }) => pos === 'NOUN') ?? null
}

/** "talks that lasted for 17 hours", "the meeting, which took about five hours". */
function measuredBefore(tags: readonly TaggedWord[], first: number): TaggedWord | null {
  const from = Math.max(0, first - reach)
  const verb = tags.slice(from, first).findLastIndex(({ lemma }) => lasting.has(lemma))
  if (verb < 0) return null
  return (
    tags.slice(Math.max(0, from + verb - reach), from + verb).findLast(({ pos }) => pos === 'NOUN') ?? null
  )
}

function firstToll(tags: readonly TaggedWord[]): Toll | null {
  return tags.map(({ lemma, lower }) => tollOf(lower, lemma)).find((toll) => toll !== null) ?? null
}

/** The last word of the noun phrase that the figure opens. */
function phraseEnd(tags: readonly TaggedWord[], first: number, span: Span): number {
  let last = first
  while (last + 1 < tags.length) {
    const next = tags[last + 1]
    if (!next) break
    const inside = next.start < span.end
    if (!inside && !['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(next.pos)) break
    last++
  }
  return last
}

function leftGovernor(tags: readonly TaggedWord[], first: number): readonly TaggedWord[] {
  let copula = false
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const tag = tags[at]
    if (!tag || tag.pos === 'PUNCT' || tag.pos === 'NUM' || joints.has(tag.lower)) return []
    if (tag.pos === 'VERB' && !copulas.has(tag.lemma)) return [tag]
    if (tag.pos === 'AUX' || (tag.pos === 'VERB' && copulas.has(tag.lemma))) copula = true
    else if (tag.pos === 'NOUN' && (copula || tags[at + 1]?.lower === 'of')) return [tag]
  }
  return []
}

function rightGovernor(tags: readonly TaggedWord[], last: number): readonly TaggedWord[] {
  for (let at = last + 1; at <= Math.min(tags.length - 1, last + reach); at++) {
    const tag = tags[at]
    if (!tag || tag.pos === 'PUNCT' || tag.pos === 'NUM' || tag.pos === 'CCONJ') return []
    if (tag.pos !== 'VERB') continue
    const object = tags.slice(at + 1, at + 4).find((next) => next.pos === 'NOUN')
    return object ? [tag, object] : [tag]
  }
  return []
}

function isPart(tags: readonly TaggedWord[], first: number, last: number): boolean {
  const after = tags.slice(last + 1, last + 3).map((tag) => tag.lower)
  const ahead = tags.slice(Math.max(0, first - 3), first).map((tag) => tag.lower)
  const of =
    after[0] === 'of' && /^(?:the|them|those|these|whom|which|its|their|his|her)$/u.test(after[1] ?? '')
  const percent = tags.slice(first, last + 1).some(({ lower }) => /^(?:%|percent|cent)$/u.test(lower))
  return (of && !percent) || ahead.includes('including') || ahead.includes('among')
}

function termAt(view: ArticleView, tag: TaggedWord | null): Term | null {
  return tag === null || stopwords.has(tag.lemma) ? null : asTerm(view, tag)
}

function asTerm(view: ArticleView, tag: TaggedWord): Term {
  const proper = /^\p{Lu}/u.test(view.text.slice(tag.start, tag.end))
  // By stem alone: the thesaurus puts what is paid and what is earned in one line.
  const term = termOf({ norm: normalizeWord(tag.lemma), proper })
  return { ...term, key: term.stem }
}
