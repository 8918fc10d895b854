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
import type { ChangeKind, VersionChange } from '../model/versions.js'
import { countsOf } from '../text/grouped.js'
import { contains, hull, overlap, touchesAny } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { both, hunksOf, otherSide, type Hunk, type Pair, type Side } from './pairs.js'
import type { Part, Parts } from './parts.js'

export type Typed = Pick<VersionChange, 'kind' | 'was' | 'now'>
type Articles = Pair<AnnotatedArticle>

export function changesIn(pair: Pair<Part>, parts: Pair<Parts>): readonly Typed[] {
  const own = hunksOf(pair.old.words, pair.new.words)
    .map((hunk) =>
      both(hunk, (words, side) => words.filter((word) => !touchesAny(parts[side].quotations, word))),
    )
    .filter((hunk) => hunk.old.length + hunk.new.length > 0)
  if (own.length === 0) return []
  const articles = both(parts, ({ article }) => article)
  const credited = creditChanges(pair, own, articles)
  const left = own.map((hunk) => both(hunk, (words, side) => beside(words, credited.spans[side])))
  const figures = left.map((hunk) => figureChange(hunk, articles))
  const parted = left.map((hunk) => partOnlyThere(hunk, articles))
  const small = left.filter((_, i) => parted[i]?.length === 0)
  const found = [
    ...figures.flatMap(({ change }) => change),
    ...credited.changes,
    ...wordChanges(small, articles, hedges, 'hedge'),
    ...wordChanges(small, articles, negations, 'negation'),
    ...parted.flatMap((change, i) => (figures[i]?.change.length ? [] : change)),
  ]
  if (found.length > 0) return found
  const isSame = figures.every(({ same }, i) => same || !hasMatter(left[i]))
  return isSame ? [] : [{ kind: 'reworded', was: null, now: null }]
}

function beside(words: readonly Token[], spans: readonly Span[]): readonly Token[] {
  return words.filter((word) => !spans.some((span) => overlap(span, word) > 0))
}

const digits = /\d/u
const dated: ReadonlySet<Quantity['kind']> = new Set(['date', 'time'])

type FigureChange = { readonly change: readonly Typed[]; readonly same: boolean }

function figureChange(hunk: Hunk, articles: Articles): FigureChange {
  const { old: was, new: now } = both(hunk, (words, side) => figuresAt(words, articles[side]))
  if (was.length === 0 || now.length === 0) return { change: [], same: false }
  // "Fifty" for "50".
  if (valuesOf(was) === valuesOf(now)) return { change: [], same: true }
  const kind = [...was, ...now].some(({ isDate }) => isDate) ? 'date-changed' : 'number-changed'
  return { change: [{ kind, was: printedOf(was), now: printedOf(now) }], same: false }
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
  readonly spans: Pair<readonly Span[]>
}

/** Only where the words of a credit are among those that differ: the same words read otherwise are no change. */
function creditChanges(pair: Pair<Part>, hunks: readonly Hunk[], articles: Articles): Credits {
  const words = both(pair, (_, side) => hunks.flatMap((hunk) => hunk[side]))
  const all = both(pair, (sentence, side) => creditsIn(sentence, articles[side]))
  const own = both(all, (some, side) => some.filter((credit) => isAmong(credit, words[side])))
  if (own.old.length > 0 && own.new.length > 0) return credits('credit-changed', own, articles)
  const told = both(all, (some, side) => toldIn(some, words[side]))
  if (told.old.length > 0 !== told.new.length > 0)
    return credits(told.old.length > 0 ? 'credit-lost' : 'credit-added', told, articles)
  const more = all.old.length - all.new.length
  if (own.old.length > 0 && more > 0) return credits('credit-lost', own, articles)
  if (own.new.length > 0 && more < 0) return credits('credit-added', own, articles)
  return accordingTo(words, articles)
}

function credits(kind: ChangeKind, quotes: Pair<readonly Quote[]>, articles: Articles): Credits {
  const { old: was, new: now } = both(quotes, (some, side) =>
    some.length > 0 ? sourcesOf(some, articles[side]) : null,
  )
  const isSame = was?.toLowerCase() === now?.toLowerCase()
  return {
    changes: isSame ? [] : [{ kind, was, now }],
    spans: both(quotes, (some) => some.flatMap(({ source, cue }) => [...source, ...cue])),
  }
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
function accordingTo(words: Hunk, articles: Articles): Credits {
  const spans = both(words, from)
  const { old: was, new: now } = both(spans, (some, side) =>
    some.length > 0 ? printed(some, articles[side]) : null,
  )
  if ((was === null) === (now === null)) return { changes: [], spans: { old: [], new: [] } }
  return { changes: [{ kind: was === null ? 'credit-added' : 'credit-lost', was, now }], spans }
}

function from(words: readonly Token[]): readonly Token[] {
  const at = words.findIndex(({ norm }, i) => norm === 'according' && words[i + 1]?.norm === 'to')
  return at < 0 ? [] : words.slice(at)
}

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

type Telling = (word: Token, text: string) => boolean

const hedges: Telling = (word, text) =>
  isAllegationWord(word.norm) ||
  isHedgeWord({ norm: word.norm, proper: /^\p{Lu}/u.test(text.slice(word.start, word.end)) })
const negations: Telling = ({ norm }) => negationsAndDenials.has(norm)

function wordChanges(
  hunks: readonly Hunk[],
  articles: Articles,
  tells: Telling,
  what: 'hedge' | 'negation',
): readonly Typed[] {
  const { old: gone, new: come } = both(articles, ({ text }, side) =>
    hunks
      .flatMap((hunk) => hunk[side])
      .filter((word) => tells(word, text))
      .map(({ start, end }) => text.slice(start, end)),
  )
  if (gone.length > come.length) return [{ kind: `${what}-lost`, was: gone.join(', '), now: null }]
  if (come.length > gone.length) return [{ kind: `${what}-added`, was: null, now: come.join(', ') }]
  return []
}

/** So much matter on one side alone is a part of its own, and no other wording. */
const leastPart = 5

function partOnlyThere(hunk: Hunk, articles: Articles): readonly Typed[] {
  const matter = both(hunk, matterOf)
  const common = [...countsOf(matter.old)].filter(([word]) => matter.new.includes(word)).length
  const isAlone = (side: Side): boolean =>
    matter[side].length - common >= leastPart && matter[otherSide[side]].length <= matter[side].length / 4
  if (isAlone('old')) return [{ kind: 'statement-removed', was: printed(hunk.old, articles.old), now: null }]
  if (isAlone('new')) return [{ kind: 'statement-added', was: null, now: printed(hunk.new, articles.new) }]
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
  return hunk !== undefined && matterOf([...hunk.old, ...hunk.new]).length > 0
}
