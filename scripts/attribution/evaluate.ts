/**
 * In:    gold readings and the attributions found in them.
 * Out:   content F1 (exact and by character), and how often source and cue of matched ones are right: the measures of
 *        docs/accuracy.md.
 * Never: counts what stands in a discarded stretch, or nested attributions.
 */
import type { Found, WordRange, Reading } from '../../src/annotate/attribution/reading.js'
import type { GoldAttribution, GoldReading } from './gold.js'

export type Figures = {
  exact: number
  byCharacter: number
  match: number
  source: number
  cue: number
  found: number
}

export function evaluate(articles: readonly GoldReading[], found: readonly (readonly Found[])[]): Figures {
  let hits = 0
  let predicted = 0
  let gold = 0
  let charHits = 0
  let charPredicted = 0
  let charGold = 0
  let matched = 0
  let sources = 0
  let sourceHits = 0
  let cueHits = 0
  articles.forEach((article, n) => {
    const r = article.reading
    const own = (found[n] ?? []).filter((item) => item.parent === undefined && !isDiscarded(article, item))
    const keys = new Set(article.attributions.map((item) => key(r, item.content)))
    hits += own.filter((item) => keys.has(key(r, item.content))).length
    predicted += own.length
    gold += article.attributions.length
    const a = covered(r, article.attributions)
    const b = covered(r, own)
    for (let i = 0; i < r.size; i++) {
      const size = r.words[i]?.surface.length ?? 0
      if (a[i]) charGold += size
      if (b[i]) charPredicted += size
      if (a[i] && b[i]) charHits += size
    }
    for (const [g, p] of pairUp(article.attributions, own)) {
      matched++
      if (g.source) {
        sources++
        if (p.source && meet(g.source, p.source)) sourceHits++
      }
      if (p.cue && meet(g.cue, p.cue)) cueHits++
    }
  })
  const f1 = (both: number, x: number, y: number): number => (2 * both) / (x + y || 1)
  return {
    exact: f1(hits, predicted, gold),
    byCharacter: f1(charHits, charPredicted, charGold),
    match: f1(matched, predicted, gold),
    source: sourceHits / (sources || 1),
    cue: cueHits / (matched || 1),
    found: predicted / (gold || 1),
  }
}

/** Pairs of gold and found attributions, each used once, by intersection over union of at least .3. */
export function pairUp<T extends { readonly content: readonly WordRange[] }>(
  gold: readonly GoldAttribution[],
  found: readonly T[],
): [GoldAttribution, T][] {
  const used = new Set<T>()
  const pairs: [GoldAttribution, T][] = []
  for (const g of gold) {
    let best: T | undefined
    let top = 0.3
    for (const p of found) {
      if (used.has(p)) continue
      const shared = g.content.reduce((sum, x) => sum + p.content.reduce((s, y) => s + common(x, y), 0), 0)
      const ratio = shared / (length(g.content) + length(p.content) - shared)
      if (ratio > top || (ratio === top && !best)) {
        top = ratio
        best = p
      }
    }
    if (!best) continue
    used.add(best)
    pairs.push([g, best])
  }
  return pairs
}

function common(a: WordRange, b: WordRange): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function meet(a: WordRange, b: WordRange): boolean {
  return common(a, b) > 0
}

function length(ranges: readonly WordRange[]): number {
  return ranges.reduce((sum, range) => sum + range.to - range.from, 0)
}

/** Content without marks and punctuation at its ends. */
export function key(r: Reading, content: readonly WordRange[]): string {
  const loose = (i: number): boolean => /^[\s"“”'‘’.,;:!?]+$/u.test(r.words[i]?.surface ?? '')
  return content
    .map(({ from, to }) => {
      let a = from
      let z = to
      while (a < z && loose(a)) a++
      while (z > a && loose(z - 1)) z--
      return `${a}-${z}`
    })
    .join()
}

function covered(r: Reading, items: readonly { readonly content: readonly WordRange[] }[]): Uint8Array {
  const marks = new Uint8Array(r.size)
  for (const item of items) for (const piece of item.content) marks.fill(1, piece.from, piece.to)
  return marks
}

function isDiscarded({ reading, discard }: GoldReading, item: Found): boolean {
  return item.content.some((piece) => {
    const start = reading.words[piece.from]?.start ?? 0
    const end = reading.words[piece.to - 1]?.end ?? 0
    return discard.some((span) => start < span.end && span.start < end)
  })
}
