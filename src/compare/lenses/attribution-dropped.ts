/**
 * Told with no source named in one report, credited to somebody in the others: `attribution-dropped`.
 *
 * Clause against clause: the two must say the same by their own words, not by their column alone; what is credited in the
 * same column as such a clause needs less in common. Only where the matter
 * is not simply a fact: the credited version is hedged or an allegation, somebody denies it, the wording accuses, or
 * every other report that tells it (two independent texts or more) credits it. A report that credits the same thing
 * elsewhere has dropped nothing.
 */
import type { ClaimColumn, Mention, PresentCell } from '../../model/alignment.js'
import type { Claim } from '../../model/annotation.js'
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import {
  inHeadline,
  presentCells,
  sentenceIndex,
  wordsIn,
  type ArticleView,
  type Context,
  type Event,
} from '../context.js'
import { tagsOf } from '../tags.js'
import { share } from '../search/share.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { accusatory, allegationWords } from '../lexicon/polarity.js'
import { once } from '../once.js'
import { commonWords } from '../search/common-words.js'
import { likeness, termsOf, type Term } from '../search/likeness.js'
import { loosest, type Limit } from '../thresholds.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates, type Stated } from '../wording/templates.js'

export const attributionDropped: Lens = {
  name: 'attribution-dropped',
  find: (context) => {
    const takesPart = ({ view }: Telling): boolean => context.view(view.id) !== undefined
    return [...alike(context.event)].flatMap(([own, others]) =>
      takesPart(own)
        ? look(
            context,
            own,
            sayTheSame(
              others.filter(({ other }) => takesPart(other)),
              context.limit,
            ),
          )
        : [],
    )
  },
}

/** Passages of one column linked less surely than this do not count as telling the same. */
const leastLink = 0.45
/** Least share of the content words that both clauses have, weighted, both ways: in one column, or in two. */
const leastShare = { sure: 0.3, column: 0.38, apart: 0.65, apartButMuch: 0.55, beside: 0.38 } as const
/** So many common words are much. */
const muchCommon = 4
/** From this confidence on both links are sure. */
const sureLink = 0.8
/** Content words that both must have. */
const leastCommon = 2
/** A clause of fewer content words is no statement. */
const leastTerms = 3
/** … and at least this share of the shorter clause's. */
const leastOfShorter = 0.34
const sameWord = 0.75
/** From this confidence on a credited telling stands beside another of its column. */
const besideLink = 0.55

/** Those that have enough in common, and credited ones that share a column with one of them and have less in common. */
function sayTheSame(others: readonly Like[], limit: Limit): readonly Like[] {
  const enough = others.filter(({ score, least, link }) => score >= limit(least) && link >= limit(leastLink))
  const columns = new Set(enough.filter(({ other }) => other.credited).map(({ other }) => other.column))
  const beside = others.filter(
    ({ other, score }) =>
      other.credited &&
      columns.has(other.column) &&
      score >= limit(leastShare.beside) &&
      other.cell.confidence >= limit(besideLink),
  )
  return [...new Set([...enough, ...beside])]
}

type Side = { readonly view: ArticleView; readonly cell: PresentCell }
type Telling = Side & {
  readonly column: ClaimColumn
  readonly mention: Mention
  readonly terms: readonly Term[]
  readonly own: boolean
  readonly credited: boolean
}

/** Another telling that has matter in common, how much, and how much it needs to say the same; 1 where no link is needed. */
type Like = {
  readonly other: Telling
  readonly score: number
  readonly least: number
  readonly link: number
}

/** Every mention of the claim columns that is told by the outlet itself or credited to a printed source. */
function tellings(event: Event): readonly Telling[] {
  return event.alignment.claims.flatMap((column) =>
    presentCells(column).flatMap(([id, cell]) => {
      const view = event.view(id)
      if (!view) return []
      return cell.mentions.flatMap((mention): Telling[] => {
        const own = isOwn(view, mention)
        const credited = isCredited(view, mention)
        if (inHeadline(view, mention.start) || (!own && !credited)) return []
        const terms = termsIn(view, mention)
        return terms.length < leastTerms ? [] : [{ view, cell, column, mention, own, credited, terms }]
      })
    }),
  )
}

/** For each telling in an outlet's own words, those that may say the same; no re-run changes that. */
const alike = once((event: Event): ReadonlyMap<Telling, readonly Like[]> => {
  const told = tellings(event)
  const common = commonWords(
    told.map(({ terms }) => terms),
    sameWord,
  )
  return new Map(
    told
      .filter(({ own }) => own)
      .map((own) => {
        const counts = common(own.terms)
        return [own, told.flatMap((other, at) => likeOf(own, other, counts[at] ?? 0) ?? [])] as const
      }),
  )
})

/** How much two clauses have in common, or null where they tell two things whatever the thresholds. */
function likeOf(own: Telling, other: Telling, common: number): Like | null {
  const fewest = Math.min(own.terms.length, other.terms.length)
  if (other === own || common < Math.max(leastCommon, leastOfShorter * fewest)) return null
  // Agreed here, did not agree there: that is no one thing told with a source and without.
  if (claimOf(own.view, own.mention)?.negated !== claimOf(other.view, other.mention)?.negated) return null
  const together = own.column === other.column
  const link = together ? Math.min(own.cell.confidence, other.cell.confidence) : 1
  const inOne = link >= sureLink ? leastShare.sure : leastShare.column
  const inTwo = common >= muchCommon ? leastShare.apartButMuch : leastShare.apart
  const least = together ? inOne : inTwo
  const score = share(own.terms, other.terms)
  const lowest = Math.min(least, other.credited ? leastShare.beside : least)
  return score >= loosest(lowest) ? { other, score, least, link } : null
}

/** What a verb of telling introduces, told apart from the telling itself. */
function isCredited(view: ArticleView, mention: Mention): boolean {
  const quote = view.article.quotes.find((item) => item.id === claimOf(view, mention)?.quote)
  return (
    mention.voice === 'attributed' &&
    mention.source.length > 0 &&
    quote !== undefined &&
    quote.cue.length > 0 &&
    ![...quote.cue, ...quote.source].some((span) => overlap(span, mention) > 0)
  )
}

function claimOf(view: ArticleView, { ref }: Mention): Claim | undefined {
  return view.claims.get(ref)
}

function termsIn(view: ArticleView, mention: Mention): readonly Term[] {
  return termsOf(mention.spans.flatMap((span) => wordsIn(view, span)))
}

function look(context: Context, own: Telling, same: readonly Like[]): readonly Draft[] {
  const elsewhere = same.some(({ other }) => other.credited && other.view.id === own.view.id)
  const bestOf = new Map<string, Telling>()
  for (const { other } of [...same].sort(
    byKeys(
      ({ score }) => -score,
      ({ other }) => other.mention.ref,
    ),
  ))
    if (other.credited && other.view.id !== own.view.id && !bestOf.has(other.view.id))
      bestOf.set(other.view.id, other)
  const credited = [...bestOf.values()]
  const ids = credited.map(({ view }) => view.id)
  const alsoOwn = new Set(same.filter(({ other }) => other.own).map(({ other }) => other.view.id))
  const others = [...alsoOwn].filter((id) => id !== own.view.id && !ids.includes(id))
  if (elsewhere || credited.length === 0 || context.texts([own.view.id, ...ids]) < 2) return []
  if (others.length >= credited.length) return []
  const allCredit = others.length === 0 && context.texts(ids) >= 2
  const contested = isContested(own, credited)
  if (!allCredit && !contested) return []
  return [toDraft(context, own.column, only(own), credited.map(only), contested)]
}

/** A side that consists of the one mention. */
function only({ view, cell, mention }: Telling): Side {
  return { view, cell: { ...cell, mentions: [mention] } }
}

function isContested(own: Telling, credited: readonly Telling[]): boolean {
  return credited.some(
    (item) =>
      item.mention.allegation === true ||
      item.cell.certainty !== 'plain' ||
      item.cell.stance === 'denies' ||
      accuseAlike(own, item),
  )
}

/** Both clauses hold one word of blame or harm. */
function accuseAlike(own: Telling, other: Telling): boolean {
  return own.terms.some(
    (term) =>
      (accusatory.has(term.stem) || allegationWords.has(term.stem)) &&
      other.terms.some((theirs) => likeness(term, theirs) >= sameWord),
  )
}

/** Verbs of telling: a clause that holds one may credit somebody although no attribution was found. */
const telling = new Set(
  'say says said tell told describe warn announce boast claim insist note argue accord'.split(' ').map(stem),
)

/** A clause that hangs on another says nothing of who vouches for it; "you" and "I" are somebody's words reprinted. */
const dependent =
  /^(?:who|whom|whose|which|where|when|while|as|after|before|because|since|if|whether|so|to|that|with|either|and)\b/iu
const reprinted = new Set(['i', 'me', 'my', 'you', 'your', 'we', 'us', 'our', "i'm", "you're", "we're"])

/** "The two sides, said the aide, had found none": what opens with a verb behind a credit goes on telling what is credited. */
function goesOnAfterCredit(view: ArticleView, { start, end }: Mention): boolean {
  const index = sentenceIndex(view, { start, end })
  const sentence = view.sentences[index]
  const first = tagsOf(view, index).find((tag) => tag.start >= start)
  return (
    sentence !== undefined &&
    (first?.pos === 'VERB' || first?.pos === 'AUX') &&
    view.article.quotes.some(({ cue }) =>
      cue.some((span) => span.start >= sentence.start && span.end <= start),
    )
  )
}

/** No attribution's content touches it, no quotation marks, no verb of telling. */
function isOwn(view: ArticleView, mention: Mention): boolean {
  return (
    mention.voice === 'own' &&
    !goesOnAfterCredit(view, mention) &&
    !dependent.test(view.text.slice(mention.start, mention.end)) &&
    !wordsIn(view, mention).some(({ norm }) => telling.has(stem(norm)) || reprinted.has(norm)) &&
    !view.inMarks.some((span) => overlap(span, mention) > 0) &&
    !view.article.quotes.some((quote) => quote.content.some((span) => overlap(span, mention) > 0))
  )
}

/** An allegation told as fact weighs more than a credit that was left out. */
function toDraft(
  context: Context,
  column: ClaimColumn,
  side: Side,
  credited: readonly Side[],
  contested: boolean,
): Draft {
  const mention = side.cell.mentions[0]
  return draft(context, {
    kind: 'attribution-dropped',
    severity: contested ? 'allegation' : 'attribution',
    articles: [side.view.id],
    column: column.id,
    evidence: [
      ...side.cell.mentions.map((item): Evidence => ({
        article: side.view.id,
        start: item.start,
        end: item.end,
        role: 'asserts',
      })),
      ...credited.flatMap(({ view, cell }) =>
        cell.mentions.flatMap((item): Evidence[] => [
          { article: view.id, start: item.start, end: item.end, role: 'fuller' },
          ...item.source.map((span): Evidence => ({ article: view.id, ...span, role: 'label' })),
        ]),
      ),
    ],
    confidence: Math.min(side.cell.confidence, ...credited.map(({ cell }) => cell.confidence)),
    salience: column.salience,
    detail: {
      positions: [side, ...credited].map((item) => ({
        value: item.cell.mentions[0] ? slice(item.view, item.cell.mentions[0]) : '',
        articles: [item.view.id],
        texts: 1,
        source: item === side ? null : sourceOf(item),
        voice: item === side ? 'own' : 'attributed',
        certainty: item.cell.certainty,
      })),
    },
    sentence: templates.attributionDropped(
      side.view.name,
      quoted(mention ? slice(side.view, mention) : column.label),
      creditedTo(context, credited),
    ),
    matter: `credit ${column.id}`,
    contested: context.texts(credited.map(({ view }) => view.id)) / context.allTexts / 2,
    front: true,
  })
}

function sourceOf({ view, cell }: Side): string {
  const mention = cell.mentions.find((item) => item.source.length > 0)
  const span = mention?.source[0]
  return mention?.speaker?.name ?? (span ? slice(view, span) : 'a source')
}

function creditedTo(context: Context, credited: readonly Side[]): readonly Stated[] {
  const bySource = new Map<string, string[]>()
  for (const side of credited) {
    const source = quoted(sourceOf(side))
    bySource.set(source, [...(bySource.get(source) ?? []), side.view.id])
  }
  return [...bySource].map(([value, ids]) => ({ value, by: names(context, ids) }))
}
