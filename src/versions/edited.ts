/** What changed within one sentence that both versions have. */
import { daysAndMonths } from '../english/calendar.js'
import { stopwords } from '../english/function-words.js'
import { numberWords } from '../english/figure-words.js'
import { isAllegationWord, isHedgeWord } from '../english/hedges.js'
import { negationsAndDenials } from '../english/negation.js'
import { speechVerbs } from '../english/telling-verbs.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quantity, Quote } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import type { ChangeKind } from '../model/versions.js'
import { countsOf } from '../text/grouped.js'
import { contains, hull, overlap, touchesAny } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { hunksOf, type Hunk, type Pair } from './pairs.js'
import type { Part, Parts } from './parts.js'

export type Typed = {
  readonly kind: ChangeKind
  readonly was: string | null
  readonly now: string | null
}

export function changesIn(pair: Pair<Part>, old: Parts, fresh: Parts): readonly Typed[] {
  const own = outsideMarks(hunksOf(pair.old.words, pair.new.words), old, fresh)
  if (own.length === 0) return []
  const sides = { old: old.article, new: fresh.article }
  const credited = creditChanges(pair, own, sides)
  const left = own.map((hunk) => withoutCredits(hunk, credited.spans))
  const figures = left.map((hunk) => figureChange(hunk, sides))
  const found = [
    ...figures.flatMap(({ change }) => change),
    ...credited.changes,
    ...wordChanges(left, sides, hedges, 'hedge-lost', 'hedge-added'),
    ...wordChanges(left, sides, negations, 'negation-lost', 'negation-added'),
  ]
  const parts = left.flatMap((hunk, i) => (figures[i]?.change.length ? [] : partOnlyThere(hunk, sides)))
  const all = [...found, ...parts]
  if (all.length > 0) return all
  const isSame = figures.every(({ same }, i) => same || !hasMatter(left[i]))
  return isSame ? [] : [{ kind: 'reworded', was: null, now: null }]
}

type Sides = { readonly old: AnnotatedArticle; readonly new: AnnotatedArticle }

function outsideMarks(hunks: readonly Hunk[], old: Parts, fresh: Parts): readonly Hunk[] {
  return hunks
    .map(({ removed, added }) => ({
      removed: removed.filter((word) => !touchesAny(old.quotations, word)),
      added: added.filter((word) => !touchesAny(fresh.quotations, word)),
    }))
    .filter(({ removed, added }) => removed.length + added.length > 0)
}

const digits = /\d/u
const dated: ReadonlySet<Quantity['kind']> = new Set(['date', 'time'])

type FigureChange = { readonly change: readonly Typed[]; readonly same: boolean }

function figureChange({ removed, added }: Hunk, sides: Sides): FigureChange {
  const [was, now] = [figuresAt(removed, sides.old), figuresAt(added, sides.new)]
  if (was.length === 0 || now.length === 0) return { change: [], same: false }
  // "Fifty" for "50".
  if (valuesOf(was) === valuesOf(now)) return { change: [], same: true }
  const isDate = [...was, ...now].some(({ isDate }) => isDate)
  return {
    change: [{ kind: isDate ? 'date-changed' : 'number-changed', was: printedOf(was), now: printedOf(now) }],
    same: false,
  }
}

type Figure = { readonly printed: string; readonly value: string; readonly isDate: boolean }

/** Quantities that the words touch; a word that is a figure or a day by itself where annotate read none. */
function figuresAt(words: readonly Token[], { text, quantities }: AnnotatedArticle): readonly Figure[] {
  const read = quantities.filter((quantity) => words.some((word) => overlap(quantity, word) > 0))
  const beside = words.filter((word) => !read.some((quantity) => overlap(quantity, word) > 0))
  return [
    ...read.map(({ kind, value, unit, start, end }) => ({
      printed: text.slice(start, end),
      value: `${value} ${unit ?? ''}`,
      isDate: dated.has(kind),
    })),
    ...beside
      .filter(({ norm }) => digits.test(norm) || numberWords.has(norm) || daysAndMonths.has(norm))
      .map(({ norm, start, end }) => ({
        printed: text.slice(start, end),
        value: norm,
        isDate: daysAndMonths.has(norm),
      })),
  ]
}

const valuesOf = (figures: readonly Figure[]): string => figures.map(({ value }) => value).join(', ')
const printedOf = (figures: readonly Figure[]): string => figures.map(({ printed }) => printed).join(', ')

type Credits = {
  readonly changes: readonly Typed[]
  /** Where they stand: what is explained by them. */
  readonly spans: { readonly old: readonly Span[]; readonly new: readonly Span[] }
}

/** Only where the words of a credit are among those that differ: the same words read otherwise are no change. */
function creditChanges(pair: Pair<Part>, hunks: readonly Hunk[], sides: Sides): Credits {
  const removed = hunks.flatMap((hunk) => hunk.removed)
  const added = hunks.flatMap((hunk) => hunk.added)
  const [inOld, inNew] = [creditsIn(pair.old, sides.old), creditsIn(pair.new, sides.new)]
  const gone = inOld.filter((credit) => isAmong(credit, removed))
  const come = inNew.filter((credit) => isAmong(credit, added))
  const was = gone.length > 0 ? sourcesOf(gone, sides.old) : null
  const now = come.length > 0 ? sourcesOf(come, sides.new) : null
  const spans = { old: gone.flatMap(spansOf), new: come.flatMap(spansOf) }
  if (was !== null && now !== null)
    return {
      changes: was.toLowerCase() === now.toLowerCase() ? [] : [{ kind: 'credit-changed', was, now }],
      spans,
    }
  const [silent, told] = [toldIn(inOld, removed), toldIn(inNew, added)]
  if (silent.length > 0 && told.length === 0) return credits('credit-lost', silent, [], sides)
  if (told.length > 0 && silent.length === 0) return credits('credit-added', [], told, sides)
  if (gone.length > 0 && inNew.length < inOld.length) return credits('credit-lost', gone, [], sides)
  if (come.length > 0 && inOld.length < inNew.length) return credits('credit-added', [], come, sides)
  return accordingTo(removed, added, sides)
}

function credits(kind: ChangeKind, gone: readonly Quote[], come: readonly Quote[], sides: Sides): Credits {
  const was = gone.length > 0 ? sourcesOf(gone, sides.old) : null
  const now = come.length > 0 ? sourcesOf(come, sides.new) : null
  return { changes: [{ kind, was, now }], spans: { old: gone.flatMap(spansOf), new: come.flatMap(spansOf) } }
}

/** Credits whose verb of telling is among the words: "He said he hopes" for "He hopes", where the source stays. */
function toldIn(all: readonly Quote[], words: readonly Token[]): readonly Quote[] {
  return all.filter(
    ({ cue, cueLemma }) =>
      cueLemma !== null &&
      speechVerbs.has(cueLemma) &&
      words.some((word) => cue.some((span) => overlap(span, word) > 0)),
  )
}

/** Where annotate names no source: "according to the terms of the bill". */
function accordingTo(removed: readonly Token[], added: readonly Token[], sides: Sides): Credits {
  const [was, now] = [from(removed), from(added)]
  const spans = { old: was, new: now }
  if (was.length > 0 && now.length === 0)
    return { changes: [{ kind: 'credit-lost', was: printed(was, sides.old), now: null }], spans }
  if (now.length > 0 && was.length === 0)
    return { changes: [{ kind: 'credit-added', was: null, now: printed(now, sides.new) }], spans }
  return { changes: [], spans: { old: [], new: [] } }
}

function from(words: readonly Token[]): readonly Token[] {
  const at = words.findIndex(({ norm }, i) => norm === 'according' && words[i + 1]?.norm === 'to')
  return at < 0 ? [] : words.slice(at)
}

const spansOf = ({ source, cue }: Quote): readonly Span[] => [...source, ...cue]

function creditsIn(sentence: Span, { quotes }: AnnotatedArticle): readonly Quote[] {
  return quotes.filter(({ source, parent }) => {
    const [first] = source
    return first !== undefined && parent === undefined && contains(sentence, first)
  })
}

function isAmong({ source }: Quote, words: readonly Token[]): boolean {
  const inside = words.filter((word) => source.some((span) => contains(span, word)))
  const size = source.reduce((sum, { start, end }) => sum + end - start, 0)
  return inside.reduce((sum, { start, end }) => sum + end - start, 0) > size / 2
}

function sourcesOf(credits: readonly Quote[], { text }: AnnotatedArticle): string {
  const printed = credits
    .flatMap(({ source }) => hull(source) ?? [])
    .map(({ start, end }) => text.slice(start, end))
  return [...new Set(printed)].join(', ')
}

function withoutCredits({ removed, added }: Hunk, spans: Credits['spans']): Hunk {
  const beside = (words: readonly Token[], credits: readonly Span[]): readonly Token[] =>
    words.filter((word) => !credits.some((span) => overlap(span, word) > 0))
  return { removed: beside(removed, spans.old), added: beside(added, spans.new) }
}

type Telling = (word: Token, text: string) => boolean

const hedges: Telling = (word, text) =>
  isAllegationWord(word.norm) ||
  isHedgeWord({ norm: word.norm, proper: /^\p{Lu}/u.test(text.slice(word.start, word.end)) })
const negations: Telling = ({ norm }) => negationsAndDenials.has(norm)

function wordChanges(
  hunks: readonly Hunk[],
  sides: Sides,
  tells: Telling,
  lost: ChangeKind,
  gained: ChangeKind,
): readonly Typed[] {
  const small = hunks.filter((hunk) => partOnlyThere(hunk, sides).length === 0)
  const told = (words: readonly Token[], { text }: AnnotatedArticle): readonly string[] =>
    words.filter((word) => tells(word, text)).map(({ start, end }) => text.slice(start, end))
  const gone = small.flatMap(({ removed }) => told(removed, sides.old))
  const come = small.flatMap(({ added }) => told(added, sides.new))
  if (gone.length > come.length) return [{ kind: lost, was: gone.join(', '), now: null }]
  if (come.length > gone.length) return [{ kind: gained, was: null, now: come.join(', ') }]
  return []
}

/** So much matter on one side alone is a part of its own, and no other wording. */
const leastPart = 5

function partOnlyThere({ removed, added }: Hunk, sides: Sides): readonly Typed[] {
  const [gone, come] = [matterOf(removed), matterOf(added)]
  const common = [...countsOf(gone)].filter(([word]) => come.includes(word)).length
  if (gone.length - common >= leastPart && come.length <= gone.length / 4)
    return [{ kind: 'statement-removed', was: printed(removed, sides.old), now: null }]
  if (come.length - common >= leastPart && gone.length <= come.length / 4)
    return [{ kind: 'statement-added', was: null, now: printed(added, sides.new) }]
  return []
}

function matterOf(words: readonly Token[]): readonly string[] {
  return words.filter(({ norm }) => !stopwords.has(norm)).map(({ norm }) => norm)
}

function printed(words: readonly Token[], { text }: AnnotatedArticle): string {
  const whole = hull(words)
  return whole ? text.slice(whole.start, whole.end) : ''
}

/** A difference in "the" and "a" alone is none that a reader would name. */
function hasMatter(hunk: Hunk | undefined): boolean {
  return hunk !== undefined && matterOf([...hunk.removed, ...hunk.added]).length > 0
}
