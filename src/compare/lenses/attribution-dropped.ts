/**
 * Told with no source named in one report, credited to somebody in the others: `attribution-dropped`.
 *
 * Which passages say the same is settled clause against clause (same-statements.ts). Never in front: on
 * real coverage readers signed none of six; a note where it is contested otherwise (hedged, denied, harm), and where
 * every other report that tells it (two independent texts or more) credits it. A
 * report that credits the same thing elsewhere has dropped nothing, nor one that names a source in the same sentence or the one before.
 */
import type { ClaimColumn, PresentCell } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { accusatory, charging, harm } from '../../english/accusations.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { alike, leastShare, sayTheSame, type Like, type Telling } from '../same-statements.js'
import { isSettled } from '../verdicts.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates, type Stated } from '../wording/templates.js'

export const attributionDropped: Lens = {
  name: 'attribution-dropped',
  asks: () => ({
    'attribution-dropped': [
      'Told here with no source named, there or in the sentence before, no quotation mark and no verb of telling; credited to somebody elsewhere.',
      `The two clauses share ${printed(leastShare.sure)} to ${printed(leastShare.apart)} of their words, the more the less surely they are linked. Never in front.`,
    ],
  }),
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

type Side = { readonly view: ArticleView; readonly cell: PresentCell }
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
  if (others.length >= credited.length || isCreditedBeside(own)) return []
  const allCredit = others.length === 0 && context.texts(ids) >= 2
  const weight = weightOf(context, own, credited)
  if (!allCredit && weight === 'plain') return []
  return [toDraft(context, own.column, only(own), credited.map(only), weight)]
}

/** Somebody is credited in its sentence or in the one before: a reader knows who says it. */
function isCreditedBeside({ view, mention }: Telling): boolean {
  const at = view.sentences.findIndex((sentence) => overlap(sentence, mention) > 0)
  const around = view.sentences.slice(Math.max(0, at - 1), at + 1)
  return view.article.quotes.some(({ source }) =>
    source.some((span) => around.some((sentence) => overlap(sentence, span) > 0)),
  )
}

/** A side that consists of the one mention. */
function only({ view, cell, mention }: Telling): Side {
  return { view, cell: { ...cell, mentions: [mention] } }
}

/** `accusing` where somebody is charged or blamed, `contested` where another report hedges, denies or tells of harm. */
type Weight = 'accusing' | 'contested' | 'plain'

function weightOf({ views }: Context, own: Telling, credited: readonly Telling[]): Weight {
  const accusing = credited.some((item) => item.mention.allegation === true || inBoth(own, item, isBlame))
  if (accusing) return isSettled(views, own.view, own.mention) ? 'plain' : 'accusing'
  const contested = credited.some(
    (item) =>
      item.cell.certainty !== 'plain' ||
      item.cell.stance === 'denies' ||
      inBoth(own, item, (word) => harm.has(word)),
  )
  return contested ? 'contested' : 'plain'
}

const isBlame = (stemmed: string): boolean => accusatory.has(stemmed) || charging.has(stemmed)

/** Both clauses hold one such word. */
function inBoth(own: Telling, other: Telling, counts: (stemmed: string) => boolean): boolean {
  return sharedTerms(own.terms, other.terms).some(({ stem }) => counts(stem))
}

/** An allegation told as fact weighs more than a credit that was left out. */
function toDraft(
  context: Context,
  column: ClaimColumn,
  side: Side,
  credited: readonly Side[],
  weight: Weight,
): Draft {
  const mention = side.cell.mentions[0]
  return draft(context, {
    kind: 'attribution-dropped',
    severity: weight === 'accusing' ? 'allegation' : 'attribution',
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
    matter: `sure ${column.id}`,
    contested: context.texts(credited.map(({ view }) => view.id)) / context.allTexts / 2,
    front: false,
  })
}

function sourceOf({ view, cell }: Side): string {
  const mention = cell.mentions.find((item) => item.source.length > 0)
  const span = mention?.source[0]
  return mention?.speaker?.name ?? (span ? slice(view, span) : 'a source')
}

/** One source whether it opens its sentence or not: "the road office", "The road office". */
function creditedTo(context: Context, credited: readonly Side[]): readonly Stated[] {
  const bySource = new Map<string, { value: string; ids: string[] }>()
  for (const side of credited) {
    const value = quoted(sourceOf(side))
    const known = bySource.get(value.toLowerCase())
    if (known) known.ids.push(side.view.id)
    else bySource.set(value.toLowerCase(), { value, ids: [side.view.id] })
  }
  return [...bySource.values()].map(({ value, ids }) => ({ value, by: names(context, ids) }))
}
