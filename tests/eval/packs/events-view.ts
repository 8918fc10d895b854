/**
 * A report seen through an event set's gold: columns with their mentions by outlet, and what each points at.
 * In: report, gold, placing. Out: the questions that the event figures ask. Never counts.
 */
import { pointsAt, type Mention, type Report, type Span } from '../metrics.js'
import type { EventGold, OutletId, PlacedSpan, Placing } from './events-gold.js'

type Finding = Report['findings'][number]
export type Spot = Span & { readonly spans?: readonly Span[]; readonly outlet: OutletId }
export type ColumnView = {
  readonly id: string
  readonly type: 'claim' | 'quote'
  readonly mentions: readonly (Mention & { readonly outlet: OutletId })[]
}

export type FactView = EventGold['facts'][number] & {
  readonly placed: ReadonlyMap<OutletId, readonly PlacedSpan[]>
}

export function hits(spot: Spot, span: PlacedSpan, least = 0.3): boolean {
  return spot.outlet === span.outlet && pointsAt(spot, span, least)
}

export class EventView {
  readonly outlets: readonly OutletId[]
  readonly facts: readonly FactView[]
  readonly columns: readonly ColumnView[]
  readonly findings: readonly Finding[]
  readonly #outletOf: ReadonlyMap<string, OutletId>

  constructor(report: Report, gold: EventGold, placing: Placing) {
    this.outlets = gold.outlets.map((outlet) => outlet.id)
    this.findings = report.findings
    this.#outletOf = new Map(
      report.articles.flatMap((article, index) => {
        const outlet = this.outlets[index]
        return outlet === undefined ? [] : [[article.id, outlet] as const]
      }),
    )
    this.facts = gold.facts.map((fact) => ({
      ...fact,
      placed: new Map(
        Object.entries(fact.mentions).map(([outlet, spans]) => [outlet, placing.placeAll(outlet, spans)]),
      ),
    }))
    this.columns = [
      ...report.claims.map((column) => this.#column('claim', column)),
      ...report.quotes.map((column) => this.#column('quote', column)),
    ]
  }

  #column(type: 'claim' | 'quote', column: Pick<Report['claims'][number], 'id' | 'cells'>): ColumnView {
    const mentions = Object.entries(column.cells).flatMap(([article, cell]) => {
      const outlet = this.#outletOf.get(article)
      if (cell.state !== 'present' || outlet === undefined) return []
      return cell.mentions.map((mention) => ({ ...mention, outlet }))
    })
    return { id: column.id, type, mentions }
  }

  /** Ids of the facts that a spot tells. */
  factsAt(spot: Spot): ReadonlySet<string> {
    const told = this.facts.filter((fact) =>
      this.spansOf(fact, spot.outlet).some((span) => hits(spot, span, 0.5)),
    )
    return new Set(told.map((fact) => fact.id))
  }

  spansOf(fact: FactView, outlet: OutletId): readonly PlacedSpan[] {
    return fact.placed.get(outlet) ?? []
  }

  fact(id: string): FactView | undefined {
    return this.facts.find((fact) => fact.id === id)
  }

  isAbout(finding: Finding, outlet: OutletId): boolean {
    return finding.articles.some((article) => this.#outletOf.get(article) === outlet)
  }

  outletsOf(finding: Finding): readonly (OutletId | undefined)[] {
    return finding.articles.map((article) => this.#outletOf.get(article))
  }

  ofKind(...kinds: readonly string[]): readonly Finding[] {
    return this.findings.filter((finding) => kinds.includes(finding.kind))
  }

  /** Evidence as spots, in any role. */
  evidence(finding: Finding): readonly (Spot & { readonly role: string })[] {
    return finding.evidence.flatMap(({ article, start, end, role }) => {
      const outlet = this.#outletOf.get(article)
      return outlet === undefined ? [] : [{ start, end, role, outlet }]
    })
  }

  /** Where a finding points: the mentions of its column, and its evidence but nearest passages and context. */
  pointsOf(finding: Finding): readonly Spot[] {
    const column = this.columns.find(({ id }) => id === finding.column)
    const own = this.evidence(finding).filter(({ role }) => role !== 'nearest' && role !== 'context')
    return [...(column?.mentions ?? []), ...own]
  }

  pointsAtAny(finding: Finding, spans: readonly PlacedSpan[]): boolean {
    return this.pointsOf(finding).some((spot) => spans.some((span) => hits(spot, span)))
  }

  outlet(article: string): OutletId | undefined {
    return this.#outletOf.get(article)
  }
}
