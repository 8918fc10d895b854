/**
 * What one independent text alone tells of the event: `only-here`.
 *
 * Only statements tied to the event: they name somebody or something that most independent texts name, and no other time
 * than the event's (no year or day before the week of publication, no "earlier this year"). The other reports must be
 * complete, their cells `absent`, and the second search must find nothing near in any of them. A report's own
 * background, its closing notes and what is too short to be checked are left out. A few for each report: those with a
 * quotation, a figure or a grave word first. Notes always: what one report
 * alone tells is for the tables.
 */
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { overlap, totalLength } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import {
  blockKindAt,
  entries,
  inHeadline,
  inLead,
  presentCells,
  wordsIn,
  type ArticleView,
  type Context,
  type Word,
} from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { accusatory, harm } from '../../english/accusations.js'
import { stopwords } from '../../english/function-words.js'
import { nameWords } from '../../english/speakers.js'
import { closest, needleIn, type Found } from '../search/second-search.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const onlyHere: Lens = { name: 'only-here', find: look }

/**
 * From this share of the sought words on the thing counts as told elsewhere. Stricter than for an omission: the other
 * reports owe nothing to one text.
 */
const foundAt = 0.42
const leastWords = 5
/** Share of its sentence, or of its attribution's content, that a clause must be. */
const wholeEnough = 0.6
/** Findings for one report. */
const mostEach = 3

type Candidate = {
  readonly view: ArticleView
  readonly column: ClaimColumn
  readonly mention: Mention
  readonly weight: number
  readonly nearest: readonly (Found & { readonly view: ArticleView })[]
  readonly score: number
}

function look(context: Context): readonly Draft[] {
  if (context.allTexts < 2) return []
  const core = coreNames(context)
  const found = context.alignment.claims.flatMap((column) => candidate(context, column, core))
  return context.views.flatMap((view) =>
    found
      .filter((item) => item.view === view)
      .sort(
        byKeys(
          (item) => -item.weight,
          (item) => item.score,
          (item) => item.mention.start,
        ),
      )
      .slice(0, mostEach)
      .map((item) => toDraft(context, item)),
  )
}

/** Last words of the names of people and bodies that most independent texts have. */
function coreNames(context: Context): ReadonlySet<string> {
  const tellers = new Map<string, Set<string>>()
  for (const view of context.views)
    for (const entity of view.article.entities.filter(
      ({ kind }) => kind === 'person' || kind === 'organisation',
    ))
      for (const word of nameWords(entity.name).slice(-1))
        tellers.set(word, (tellers.get(word) ?? new Set()).add(view.id))
  return new Set(
    [...tellers].flatMap(([word, ids]) => (context.texts([...ids]) * 2 > context.allTexts ? [word] : [])),
  )
}

function candidate(context: Context, column: ClaimColumn, core: ReadonlySet<string>): readonly Candidate[] {
  const present = presentCells(column)
  const ids = present.map(([id]) => id)
  const [first] = present
  if (!first || context.texts(ids) !== 1) return []
  const view = context.view(first[0])
  const mention = first[1].mentions[0]
  if (!view || !mention || !isStatement(view, mention) || !isTied(view, mention, core)) return []
  const others = context.views.filter((other) => context.texts([other.id, view.id]) > 1)
  const absent = new Map(entries(column))
  if (others.some((other) => absent.get(other.id)?.state !== 'absent')) return []
  const needles = [needleIn(view, mention)]
  const nearest = others.flatMap((other) => {
    const found = closest(other, needles)
    return found ? [{ ...found, view: other }] : []
  })
  const score = Math.max(0, ...nearest.map((item) => item.score))
  if (score >= context.limit(foundAt)) return []
  return [{ view, column, mention, weight: weightOf(view, mention), nearest, score }]
}

function isStatement(view: ArticleView, mention: Mention): boolean {
  const kind = blockKindAt(view, mention.start)
  if (kind === 'headline' || kind === 'standfirst' || kind === 'subhead') return false
  const words = wordsIn(view, mention)
  const content = words.filter((word) => word.key !== '')
  const claim = view.claims.get(mention.ref)
  if (content.length < leastWords || !claim || /[?]\s*["”]?$/u.test(slice(view, claim))) return false
  return isWhole(view, mention, words)
}

/** Most of its sentence, or of what it credits: a torn-off clause says nothing alone. */
function isWhole(view: ArticleView, mention: Mention, words: readonly Word[]): boolean {
  const last = words.at(-1)
  if (!last || stopwords.has(last.norm)) return false
  const length = mention.end - mention.start
  const quote = view.article.quotes.find((item) =>
    item.content.some((span) => overlap(span, mention) * 2 > length),
  )
  const whole = quote
    ? quote.content
    : view.sentences.filter((sentence) => overlap(sentence, mention) * 2 > length)
  return length >= wholeEnough * totalLength(whole)
}

const otherTime =
  /\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|decade|century)|earlier this (?:year|month)|(?:years?|months?|weeks?) (?:ago|earlier|before)|as of \p{Lu}\p{L}+|decades?|previously|formerly|in the past|once|historically|back in)\b/iu

/** Names one of the event's own, in the event's own time. */
function isTied(view: ArticleView, mention: Mention, core: ReadonlySet<string>): boolean {
  const words = wordsIn(view, mention)
  if (!words.some((word) => word.proper && core.has(word.norm))) return false
  const sentence =
    view.sentences.find((item) => item.start <= mention.start && mention.start < item.end) ?? mention
  if (otherTime.test(slice(view, sentence))) return false
  const published = view.article.publishedAt?.slice(0, 10) ?? null
  return view.article.quantities.every(
    (quantity) =>
      quantity.kind !== 'date' || overlap(quantity, sentence) === 0 || isOfEvent(quantity.value, published),
  )
}

/** Days before publication that still are the event's time. */
const window = 7

function isOfEvent(value: string, published: string | null): boolean {
  if (published === null) return !/^\d{4}(?:-\d{2})?$/u.test(value)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value))
    return value.slice(0, 7) >= published.slice(0, value.length > 4 ? 7 : 4) && value.length > 4
  const days = (Date.parse(published) - Date.parse(value)) / 86_400_000
  return days <= window
}

/** What can be checked, or weighs, is shown first. */
function weightOf(view: ArticleView, mention: Mention): number {
  const words = wordsIn(view, mention)
  const figure = view.article.quantities.some((quantity) => overlap(quantity, mention) > 0)
  const grave = words.some(({ norm }) => accusatory.has(stem(norm)) || harm.has(stem(norm)))
  const high = inLead(view, mention.start) || inHeadline(view, mention.start)
  return (high ? 3 : 0) + (figure ? 1 : 0) + (grave ? 1 : 0) + (mention.voice === 'attributed' ? 1 : 0)
}

function toDraft(context: Context, { view, column, mention, nearest, score }: Candidate): Draft {
  const ids = presentCells(column).map(([id]) => id)
  const others = context.views.filter((other) => !ids.includes(other.id)).map(({ id }) => id)
  return draft(context, {
    kind: 'only-here',
    severity: 'prominence',
    articles: ids,
    column: column.id,
    evidence: [
      ...mention.spans.map((span): Evidence => ({
        article: view.id,
        start: span.start,
        end: span.end,
        role: 'asserts',
      })),
      ...nearest.map((item): Evidence => ({ article: item.view.id, ...item.span, role: 'nearest' })),
    ],
    confidence: 1 - score,
    salience: column.salience,
    detail: {
      reason:
        'names what most independent texts name, in the event’s own time; every other report was searched whole for its words, their stems and related words',
    },
    sentence: templates.onlyHere(names(context, ids), quoted(slice(view, mention)), names(context, others)),
    matter: column.id,
    contested: 0,
    front: false,
  })
}
