/** Makes findings: evidence in canonical order, the content id, scores on the grid. Throws where there is no evidence. */
import type {
  Detail,
  Evidence,
  FindingKind,
  Found,
  FindingSeverity,
  EvidenceRole,
  Position,
} from '../model/comparison.js'
import { contentId } from '../text/hash.js'
import { sortedBy, compareCodeUnits } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import type { Context } from './context.js'
import type { Draft, Wanted } from './lens.js'
import type { ArticleView } from '../likeness/view.js'
import type { Span } from '../model/span.js'

export type Parts = {
  readonly kind: FindingKind
  readonly severity: FindingSeverity
  /** The reports that it is about; all with evidence but what came nearest, where it is not given. */
  readonly articles?: readonly string[]
  readonly column: string | null
  readonly evidence: readonly Evidence[]
  readonly confidence: number
  /** The share of all reports that it is about, where it is not given. */
  readonly salience?: number
  readonly detail: Detail
  readonly matter: string
  /** The smallest of its positions, as a share of all texts, where it is not given; 0 without positions. */
  readonly contested?: number
  /** `first` where it is not given. */
  readonly wanted?: Wanted
  /** True where it is not given. */
  readonly near?: boolean
  readonly front: boolean
}

export function draft(context: Context, parts: Parts): Draft {
  if (parts.evidence.length === 0) throw new Error(`A ${parts.kind} finding needs evidence.`)
  const evidence = uniqueEvidence(parts.evidence)
  const articles =
    parts.articles ?? evidence.flatMap(({ role, article }) => (role === 'nearest' ? [] : [article]))
  const texts = evidence.map((item) => context.view(item.article)?.text.slice(item.start, item.end) ?? '')
  const sources = [...new Set([...articles, ...evidence.map((item) => item.article)])].map(
    (id) => context.view(id)?.article.sha256 ?? id,
  )
  const finding: Found = {
    id: contentId('f', parts.kind, ...texts.sort(compareCodeUnits), ...sources.sort(compareCodeUnits)),
    kind: parts.kind,
    severity: parts.severity,
    articles: [...new Set(articles)].sort(compareCodeUnits),
    column: parts.column,
    evidence,
    confidence: clamp(parts.confidence),
    salience: clamp(parts.salience ?? new Set(articles).size / context.views.length),
    detail: parts.detail,
  }
  return {
    finding,
    matter: parts.matter,
    contested: quantise(parts.contested ?? evenness(context, parts.detail)),
    wanted: parts.wanted ?? 'first',
    near: parts.near ?? true,
    front: parts.front,
  }
}

/** A passage of a report as what shows a finding. */
export function evidenceAt({ id }: ArticleView, { start, end }: Span, role: EvidenceRole): Evidence {
  return { article: id, start, end, role }
}

/** What some reports tell, told by nobody else and without a doubt where nothing else is given. */
export function positionOf(
  context: Context,
  tellers: readonly { readonly view: ArticleView }[],
  value: string,
  given: Partial<Pick<Position, 'source' | 'voice' | 'certainty'>> = {},
): Position {
  const articles = [...new Set(tellers.map(({ view }) => view.id))]
  const texts = context.texts(articles)
  return { value, articles, texts, source: null, voice: 'own', certainty: 'plain', ...given }
}

/** 0 without positions: nobody takes a side. */
function evenness({ allTexts }: Context, { positions = [] }: Detail): number {
  return positions.length === 0 ? 0 : Math.min(...positions.map(({ texts }) => texts)) / allTexts
}

function clamp(score: number): number {
  return quantise(Math.min(1, Math.max(0, score)))
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(
    evidence.map((item) => [`${item.article} ${item.start} ${item.end} ${item.role}`, item]),
  )
  return sortedBy(seen.values(), (item) => [item.article, item.start, item.end, item.role])
}
