/** One event of a batch as the study sees it, with outlets, independent texts and who tells each thing worked out once. */
import { z } from 'zod'
import { Actor } from '../model/actor.js'
import { ClaimColumn, Independence } from '../model/alignment.js'
import { annotationShape, Speaker } from '../model/annotation.js'
import { articleShape } from '../model/article.js'
import { Finding, FindingKind, Found } from '../model/comparison.js'
import { Excerpt } from '../model/report.js'
import { kept } from '../text/grouped.js'
import { placeAnchor } from '../print/html/view.js'
import { labelArticles } from '../print/labels.js'
import { isDrawn } from '../print/rows.js'
import { firstTrouble, jsonOf } from '../text/parsed.js'
import { isDay, publicationRank } from '../text/publication.js'

// Narrow, and not strict: a thousand reports are read in seconds, and what is not counted is not checked.
const StudyArticle = z
  .object(articleShape)
  .omit({ bylines: true, fetchedAt: true, section: true })
  .extend({
    sentences: annotationShape.sentences,
    quotes: annotationShape.quotes,
    claims: z.array(z.object({ id: z.string(), quote: z.string().nullable() })).readonly(),
    excerpts: z.array(Excerpt).readonly().optional(),
  })
  .readonly()
export type StudyArticle = z.infer<typeof StudyArticle>

const StudyColumn = z
  .object(ClaimColumn.unwrap().shape)
  .omit({ elsewhere: true })
  .extend({ statement: z.unknown().optional(), speaker: Speaker.nullable().optional() })
  .readonly()
export type StudyColumn = z.infer<typeof StudyColumn>

const { sentence, by } = Finding.unwrap().shape
const StudyFinding = z
  .object(Found.unwrap().shape)
  .omit({ stability: true, reruns: true, salience: true })
  .extend({ kind: z.string(), sentence, by })
  .readonly()
export type StudyFinding = z.infer<typeof StudyFinding> & { readonly kind: FindingKind }

const StudyReport = z
  .object({
    schema: z.literal('synoptic/report@1'),
    generator: z.object({ version: z.string() }),
    event: z.object({ title: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
    articles: z.array(StudyArticle),
    independence: z.object({ groups: Independence.unwrap().shape.groups }),
    quotes: z.array(StudyColumn),
    claims: z.array(StudyColumn),
    rows: z.array(z.object({ column: z.string(), chips: z.array(z.string()) })).default([]),
    findings: z.array(StudyFinding),
    profiles: z.array(z.object({ article: z.string(), words: z.number() })),
    actors: z.array(Actor).default([]),
  })
  .readonly()

export type ReadArticle = {
  readonly article: StudyArticle
  /** Name of the outlet, alike in all events. */
  readonly outlet: string
  /** Number of the independent text, from 1. */
  readonly group: number
  readonly words: number
  readonly whole: boolean
  readonly anyOfIt: boolean
  /** Where headline and first two paragraphs end. */
  readonly leadEnd: number
}

/** `anchor`: where the report's page has it: as a row, else in the text that tells it in full. */
export type ReadColumn = StudyColumn & { readonly tellers: ReadonlySet<number>; readonly anchor: string }

export type ReadEvent = {
  readonly event: string
  /** The folder of its report, seen from the study's; null where that has no page. */
  readonly folder: string | null
  readonly title: string
  readonly version: string
  readonly from: string | null
  readonly to: string | null
  readonly articles: readonly ReadArticle[]
  readonly claims: readonly ReadColumn[]
  readonly quotes: readonly ReadColumn[]
  readonly findings: readonly StudyFinding[]
  readonly actors: readonly Actor[]
}

export type Read =
  { readonly ok: true; readonly event: ReadEvent } | { readonly ok: false; readonly trouble: string }

/** Names of outlets by id, as the first event that has one prints it; ids are names without case and signs. */
export type OutletNames = Map<string, string>

export function readEvent(json: string, event: string, folder: string | null, names: OutletNames): Read {
  const report = StudyReport.safeParse(jsonOf(json))
  if (!report.success) return { ok: false, trouble: `no report${firstTrouble(report.error)}` }
  const {
    generator,
    independence,
    articles: all,
    profiles,
    claims,
    quotes,
    rows,
    findings,
    actors,
  } = report.data
  const groups = new Map(
    independence.groups.flatMap((ids, index) => ids.map((id) => [id, index + 1] as const)),
  )
  const words = new Map(profiles.map((profile) => [profile.article, profile.words]))
  const articles = all
    .filter(({ role }) => role !== 'reference')
    .map((article) => ({
      article,
      outlet: kept(names, article.outlet.id, () => article.outlet.name || 'no outlet named'),
      group: groups.get(article.id) ?? 0,
      words: words.get(article.id) ?? 0,
      whole: article.completeness.state === 'complete',
      anyOfIt: article.completeness.state !== 'unreadable',
      leadEnd: leadEnd(article),
    }))
  const groupOf = new Map(articles.map((one) => [one.article.id, one.group]))
  const labels = labelArticles({ articles: all })
  const chips = new Map(rows.map((row) => [row.column, row.chips]))
  const inText = ({ id, fullest: { article, spans } }: StudyColumn): string => {
    const label = labels.of(article)
    return label === undefined ? id : placeAnchor(label, spans[0]?.start ?? -1)
  }
  const isRow = (column: StudyColumn): boolean => {
    const its = chips.get(column.id)
    return its !== undefined && isDrawn(column, its)
  }
  const withTellers = (column: StudyColumn): ReadColumn => {
    const tellers = new Set<number>()
    for (const [id, cell] of Object.entries(column.cells)) {
      const group = groupOf.get(id)
      if (cell.state === 'present' && group !== undefined) tellers.add(group)
    }
    return { ...column, label: column.title ?? column.label, tellers, anchor: column.id }
  }
  return {
    ok: true,
    event: {
      ...{ event, folder, ...report.data.event, version: generator.version, articles },
      claims: claims.map((column) => ({
        ...withTellers(column),
        ...(isRow(column) ? {} : { anchor: inText(column) }),
      })),
      quotes: quotes.map(withTellers),
      findings: findings.filter((finding): finding is StudyFinding => isKnown(finding.kind)),
      actors,
    },
  }
}

function isKnown(kind: string): kind is FindingKind {
  return FindingKind.safeParse(kind).success
}

const leadParagraphs = 2

function leadEnd({ blocks, headline }: StudyArticle): number {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  return paragraphs[Math.min(leadParagraphs, paragraphs.length) - 1]?.end ?? headline?.end ?? 0
}

/** The other independent texts of the event that could be read, at least in part. */
export function otherTexts(event: ReadEvent, { group }: ReadArticle): ReadonlySet<number> {
  return new Set(event.articles.filter((one) => one.anyOfIt && one.group !== group).map((one) => one.group))
}

/** Places of the outlets by the time of their first report, from 1; ties share one. By day where a page gives the day alone. */
export function outletPlaces(event: ReadEvent): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  const byDay = event.articles.some(
    ({ article }) => article.publishedAt !== null && isDay(article.publishedAt),
  )
  for (const { outlet, article } of event.articles) {
    if (article.publishedAt === null) continue
    const time = publicationRank(byDay ? article.publishedAt.slice(0, 10) : article.publishedAt)
    first.set(outlet, Math.min(time, first.get(outlet) ?? Infinity))
  }
  const times = [...first.values()]
  return new Map([...first].map(([outlet, mine]) => [outlet, 1 + times.filter((one) => one < mine).length]))
}
