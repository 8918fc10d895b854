/**
 * The event figures, one question a function.
 * In: an EventView and the gold with placed spans. Out: counts `[right, of]` by name. Never reads files.
 */
import { covered, lastName, type Report, type Span } from '../metrics.js'
import type { EventGold, OutletId, PlacedSpan, Placing } from './events-gold.js'
import { hits, type EventView } from './events-view.js'

/** Right ones, and how many there were. */
export type Tally = readonly [right: number, of: number]
export type Tallies = Readonly<Record<string, Tally>>

function tally(items: Iterable<boolean>): Tally {
  const all = [...items]
  return [all.filter(Boolean).length, all.length]
}

function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const))
}

/** Recall over gold pairs of outlets that tell a fact; precision over pairs of mentions in one column that tell any. */
export function links(view: EventView): Tallies {
  const recall = view.facts.flatMap((fact) => {
    const told = Object.keys(fact.mentions).filter((outlet) => view.spansOf(fact, outlet).length > 0)
    return pairsOf(told).map(([a, b]) =>
      view.columns.some((column) =>
        [a, b].every((outlet) =>
          column.mentions.some((mention) => view.spansOf(fact, outlet).some((span) => hits(mention, span))),
        ),
      ),
    )
  })
  const precision = view.columns.flatMap((column) => {
    const known = column.mentions
      .map((mention) => ({ outlet: mention.outlet, facts: view.factsAt(mention) }))
      .filter(({ facts }) => facts.size > 0)
    return pairsOf(known)
      .filter(([a, b]) => a.outlet !== b.outlet)
      .map(([a, b]) => [...a.facts].some((fact) => b.facts.has(fact)))
  })
  return { 'links precision': tally(precision), 'links recall': tally(recall) }
}

export function omissions(view: EventView): Tallies & { readonly unlabelled: Tally } {
  const found = view.ofKind('omitted-claim', 'omitted-quote')
  const missing = view.facts.flatMap((fact) =>
    view.outlets
      .filter((outlet) => fact.mentions[outlet] === undefined)
      .map((outlet) => ({
        core: fact.core,
        hit: found.some(
          (finding) =>
            view.isAbout(finding, outlet) && view.pointsAtAny(finding, [...fact.placed.values()].flat()),
        ),
      })),
  )
  const shown = found.flatMap((finding) =>
    view.outletsOf(finding).map((outlet) => {
      const elsewhere = view.pointsOf(finding).filter((spot) => spot.outlet !== outlet)
      const facts = [...new Set(elsewhere.flatMap((spot) => [...view.factsAt(spot)]))]
      if (facts.length === 0) return null
      return !facts.some((id) => outlet !== undefined && view.fact(id)?.mentions[outlet] !== undefined)
    }),
  )
  return {
    'omissions precision': tally(shown.filter((right) => right !== null)),
    'omissions recall': tally(missing.map(({ hit }) => hit)),
    'omissions recall, core facts': tally(missing.filter(({ core }) => core).map(({ hit }) => hit)),
    unlabelled: [shown.filter((right) => right === null).length, shown.length],
  }
}

type PlacedVersion = {
  readonly outlet: OutletId
  readonly kind: string
  readonly speaker: string | null
  readonly spans: readonly PlacedSpan[]
}
type PlacedQuote = { readonly speaker: string; readonly versions: readonly PlacedVersion[] }

export function placeQuotes(gold: EventGold, placing: Placing): readonly PlacedQuote[] {
  return gold.quotes.map((quote) => ({
    speaker: quote.speaker,
    versions: Object.entries(quote.versions).map(([outlet, version]) => ({
      outlet,
      kind: version.kind,
      speaker: version.speaker,
      spans: placing.placeAll(outlet, version.spans),
    })),
  }))
}

export function quotations(view: EventView, quotes: readonly PlacedQuote[]): Tallies {
  const columns = view.columns.filter((column) => column.type === 'quote')
  const read = quotes.map((quote) => ({
    ...quote,
    all: quote.versions,
    versions: quote.versions.filter(({ spans }) => spans.length > 0),
  }))
  const versions = read.flatMap((quote) => quote.versions.map((version) => ({ ...version, of: quote })))
  const shown = (kind: string, version: PlacedVersion): boolean =>
    view
      .ofKind(kind)
      .some(
        (finding) =>
          (kind === 'speaker-differs' || view.isAbout(finding, version.outlet)) &&
          view.pointsAtAny(finding, version.spans),
      )
  const isMisattributed = (version: PlacedVersion, quote: PlacedQuote): boolean =>
    lastName(version.speaker) !== lastName(quote.speaker)
  const linked = read.flatMap((quote) =>
    pairsOf(quote.versions).map((pair) =>
      columns.some((column) =>
        pair.every((version) =>
          version.spans.some((span) => column.mentions.some((mention) => hits(mention, span))),
        ),
      ),
    ),
  )
  const speakers = versions.map((version) => {
    const mention = columns
      .flatMap((column) => column.mentions)
      .find((candidate) => version.spans.some((span) => hits(candidate, span)))
    return mention !== undefined && lastName(mention.speaker) === lastName(version.speaker)
  })
  return {
    'quotes linked': tally(linked),
    'shortened found': tally(
      versions.filter(({ kind }) => kind === 'truncated').map((v) => shown('quote-shortened', v)),
    ),
    'paraphrased found': tally(
      versions.filter(({ kind }) => kind === 'paraphrase').map((v) => shown('quote-paraphrased', v)),
    ),
    'misattributed found': tally(
      versions.filter((v) => isMisattributed(v, v.of)).map((v) => shown('speaker-differs', v)),
    ),
    'speaker right': tally(speakers),
    'shortened right': precision(
      view,
      versions,
      'quote-shortened',
      ({ kind }) => kind === 'truncated' || kind === 'split',
    ),
    'paraphrased right': precision(view, versions, 'quote-paraphrased', ({ kind }) => kind === 'paraphrase'),
    'misattributed right': precision(
      view,
      versions,
      'speaker-differs',
      (version) =>
        isMisattributed(version, version.of) ||
        version.of.all.some((other) => lastName(other.speaker) !== lastName(version.speaker)),
    ),
  }
}

/** Shown findings of a kind that a gold version passing the test stands behind. */
function precision<V extends PlacedVersion>(
  view: EventView,
  versions: readonly V[],
  kind: string,
  test: (version: V) => boolean,
): Tally {
  return tally(
    view
      .ofKind(kind)
      .map((finding) =>
        versions.some((version) => test(version) && view.pointsAtAny(finding, version.spans)),
      ),
  )
}

export function conflicts(view: EventView, gold: EventGold, placing: Placing): Tallies {
  const shown = view.ofKind('conflict')
  const used = new Set<unknown>()
  const results = gold.conflicts.map((conflict) => {
    const spans = Object.entries(conflict.spans).flatMap(([outlet, own]) =>
      placing.placeAll(outlet, isList(own) ? own : [own]),
    )
    const found = shown.filter((finding) => {
      const points = view.pointsOf(finding)
      const outlets = spans
        .filter((span) => points.some((spot) => hits(spot, span)))
        .map(({ outlet }) => outlet)
      return new Set(outlets.map((outlet) => conflict.values[outlet])).size >= 2
    })
    for (const finding of found) used.add(finding)
    return { found: found.length > 0, typed: found.some(({ detail }) => typeOf(detail) === conflict.kind) }
  })
  return {
    'conflicts found': tally(results.map(({ found }) => found)),
    'conflicts typed': tally(results.map(({ typed }) => typed)),
    'conflicts right': [used.size, shown.length],
  }
}

function isList(value: Span | readonly Span[]): value is readonly Span[] {
  return Array.isArray(value)
}

function typeOf(detail: Report['findings'][number]['detail']): unknown {
  return 'type' in detail ? detail.type : undefined
}

export function droppedAttribution(view: EventView, gold: EventGold): Tallies {
  const shown = view.ofKind('attribution-dropped')
  const own = gold.voice.flatMap((voice) =>
    voice.own.map((outlet) => {
      const fact = view.fact(voice.fact)
      return { outlet, spans: fact === undefined ? [] : view.spansOf(fact, outlet) }
    }),
  )
  return {
    'attribution dropped found': tally(
      own.map(({ outlet, spans }) =>
        shown.some((finding) => view.isAbout(finding, outlet) && view.pointsAtAny(finding, spans)),
      ),
    ),
    'attribution dropped right': tally(
      shown.map((finding) => own.some(({ spans }) => view.pointsAtAny(finding, spans))),
    ),
  }
}

/** Characters of gold shared passages inside spans that the report calls shared, and how much of those spans that is. */
export function sharedCopy(view: EventView, report: Report, gold: EventGold, placing: Placing): Tallies {
  const shown = report.independence.shared
    .flatMap(({ spans }) => spans)
    .map((span) => ({ ...span, outlet: view.outlet(span.article) }))
  const passages = gold.sharedText.flatMap(({ spans }) =>
    spans.flatMap((span) => placing.place(span.outlet, span) ?? []),
  )
  const inside = passages.reduce((sum, passage) => {
    const own = shown.filter(({ outlet }) => outlet === passage.outlet)
    return (
      sum +
      Math.min(
        passage.end - passage.start,
        own.reduce((n, span) => n + covered(span, passage), 0),
      )
    )
  }, 0)
  const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return { 'shared copy covered': [inside, size(passages)], 'shared copy right': [inside, size(shown)] }
}
