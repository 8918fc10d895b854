/** Arithmetic on half-open spans. Pure; knows no text. */
import type { Span } from '../model/span.js'
import { firstThat } from './first-that.js'

export function spanLength(span: Span): number {
  return span.end - span.start
}

export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + spanLength(span), 0)
}

/** Number of code units two spans share, 0 when they only touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest span that holds all; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  }
}

/** Sorted, with touching or overlapping spans joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ start: span.start, end: span.end })
  }
  return merged
}

/** Where in spans that are in order and do not overlap the first one stands that ends after a position. */
export function firstEndingAfter(spans: readonly Span[], position: number): number {
  return firstThat(spans.length, (at) => (spans[at]?.end ?? Infinity) > position)
}

/** Whether a span shares a code unit with one of `merged` (as mergeSpans makes them). */
export function touchesAny(merged: readonly Span[], span: Span): boolean {
  const first = merged[firstEndingAfter(merged, span.start)]
  return first !== undefined && overlap(first, span) > 0
}

/** The words a list of spans covers, pieces joined by a space. */
export function sliceSpans(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(span.start, span.end)).join(' ')
}

/** The span without white space at either end. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return { start, end }
}
