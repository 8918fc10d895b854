/** Figures that several packs share. In: counts, spans. Out: shares between 0 and 1. Never reads a file. */
import type { InspectedArticle, Report } from '../../src/model/report.js'

export type Span = { readonly start: number; readonly end: number }
type Cell = Report['claims'][number]['cells'][string]
export type Mention = Extract<Cell, { state: 'present' }>['mentions'][number]
export type { InspectedArticle, Report }

/** Harmonic mean; 0 when both are 0. */
export function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** A share of counts; 0 of 0 is 0. */
export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

export function length(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0)
}

export function anyOverlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => x.start < y.end && y.start < x.end))
}

/** The pieces of a mention: its `spans`, or itself where there are none. */
export function pieces(mention: Span & { readonly spans?: readonly Span[] }): readonly Span[] {
  return mention.spans !== undefined && mention.spans.length > 0 ? mention.spans : [mention]
}

export function covered(mention: Span & { readonly spans?: readonly Span[] }, span: Span): number {
  return pieces(mention).reduce((sum, piece) => sum + overlap(piece, span), 0)
}

/** Whether a mention points at a gold span: it covers more than `share` of the shorter one and is not much longer than the gold. */
export function pointsAt(
  mention: Span & { readonly spans?: readonly Span[] },
  span: Span,
  least = 0.3,
): boolean {
  const gold = span.end - span.start
  const own = length(pieces(mention))
  return own <= Math.max(4 * gold, gold + 200) && covered(mention, span) > least * Math.min(own, gold)
}

/** The last word of a name, lower case, letters and hyphens alone. */
export function lastName(speaker: string | { readonly name?: string } | null): string {
  const name = typeof speaker === 'string' ? speaker : (speaker?.name ?? '')
  const letters = name
    .toLowerCase()
    .replace(/[^\p{L} -]/gu, '')
    .trim()
  return letters.split(/\s+/u).at(-1) ?? ''
}

/** Pearson's correlation coefficient. */
export function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length
  const [mx, my] = [mean(0), mean(1)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my)
    xx += (x - mx) ** 2
    yy += (y - my) ** 2
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}
