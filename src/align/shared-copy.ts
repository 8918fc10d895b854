/**
 * Shared copy: passages that two or more articles have word for word, or lightly edited or abridged.
 *
 * In:    annotated articles in canonical order.
 * Out:   Independence: shared passages with spans for each article, and the partition into groups.
 * Never: takes a shared quotation for shared copy: what somebody said stands in many independent texts. Quoted words
 *        count neither for finding a passage nor for its length, but a passage may run across them.
 *
 * Word n-grams as seeds, extended and chained over small gaps (the way passim finds reprints: Smith, Cordell and
 * Mullen 2015), containment instead of likeness of whole articles.
 */
import type { Independence } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { byKeys } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import { runs, type Run } from './shared-runs.js'
import { copyTokens, type CopyToken } from './copy-tokens.js'
import { groupsOf } from './groups.js'

/** Two articles stand in one group when this share of the shorter one outside quotations is shared. */
const GROUP_SHARE = 0.5
/** Seeds that stand in more places than this are phrases of the trade, not copy. */
const MAX_POSTINGS = 200
const SEED = 5

type Piece = { readonly article: number; readonly start: number; readonly end: number }

export function sharedCopy(articles: readonly AnnotatedArticle[]): Independence {
  const tokens = articles.map(copyTokens)
  const pairs = seedPairs(tokens)
  const passages: Piece[][] = []
  const links: [number, number][] = []
  for (const { a, b, seeds } of pairs) {
    const found = runs(tokens[a] ?? [], tokens[b] ?? [], seeds)
    for (const run of found) passages.push(piecesOf(run, a, b, tokens))
    if (sharedShare(found, a, b, tokens) >= GROUP_SHARE) links.push([a, b])
  }
  return {
    groups: groupsOf(articles.length, links).map((group) => group.map((i) => articles[i]?.id ?? '')),
    shared: joinPassages(passages).map((pieces) => ({
      spans: articles.flatMap((article, i) =>
        mergeSpans(pieces.filter((piece) => piece.article === i)).map((span) => ({
          article: article.id,
          ...span,
        })),
      ),
    })),
  }
}

type SeedPair = { readonly a: number; readonly b: number; readonly seeds: [number, number][] }

/** Pairs of articles (a < b) that have seeds in common, with the places of the seeds' first words. */
function seedPairs(tokens: readonly (readonly CopyToken[])[]): SeedPair[] {
  const postings = new Map<string, [number, number][]>()
  tokens.forEach((list, article) => {
    const open = list.map((token, at) => ({ token, at })).filter(({ token }) => !token.quoted)
    for (let i = 0; i + SEED <= open.length; i++) {
      const gram = open
        .slice(i, i + SEED)
        .map(({ token }) => token.norm)
        .join(' ')
      const places = postings.get(gram)
      const place: [number, number] = [article, open[i]?.at ?? 0]
      if (places) places.push(place)
      else postings.set(gram, [place])
    }
  })
  const found = new Map<string, SeedPair>()
  for (const places of postings.values()) {
    if (places.length < 2 || places.length > MAX_POSTINGS) continue
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++) {
        const [a, from] = places[i] ?? [0, 0]
        const [b, to] = places[j] ?? [0, 0]
        if (a === b) continue
        const key = `${a} ${b}`
        const pair = found.get(key) ?? { a, b, seeds: [] }
        pair.seeds.push([from, to])
        found.set(key, pair)
      }
  }
  return [...found.values()].sort(
    byKeys(
      (pair) => pair.a,
      (pair) => pair.b,
    ),
  )
}

function piecesOf(run: Run, a: number, b: number, tokens: readonly (readonly CopyToken[])[]): Piece[] {
  return run.blocks.flatMap(([fromA, toA, fromB, toB]) => [
    { article: a, start: tokens[a]?.[fromA]?.start ?? 0, end: tokens[a]?.[toA - 1]?.end ?? 0 },
    { article: b, start: tokens[b]?.[fromB]?.start ?? 0, end: tokens[b]?.[toB - 1]?.end ?? 0 },
  ])
}

/** Share of the shorter article's words outside quotations that stand in shared runs. */
function sharedShare(
  found: readonly Run[],
  a: number,
  b: number,
  tokens: readonly (readonly CopyToken[])[],
): number {
  const open = (list: readonly CopyToken[]): number => list.filter((token) => !token.quoted).length
  const sizes = [open(tokens[a] ?? []), open(tokens[b] ?? [])]
  const shorter = Math.min(...sizes)
  return shorter === 0 ? 0 : found.reduce((sum, run) => sum + run.open, 0) / shorter
}

/** Passages that overlap in an article by half of the shorter are one passage told by more than two. */
function joinPassages(passages: readonly Piece[][]): Piece[][] {
  const links: [number, number][] = []
  for (let i = 0; i < passages.length; i++)
    for (let j = i + 1; j < passages.length; j++)
      if (overlaps(passages[i] ?? [], passages[j] ?? [])) links.push([i, j])
  return groupsOf(passages.length, links).map((group) => group.flatMap((i) => passages[i] ?? []))
}

function overlaps(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.some((x) =>
    b.some((y) => {
      if (x.article !== y.article) return false
      const common = Math.min(x.end, y.end) - Math.max(x.start, y.start)
      return common > 0 && common >= 0.5 * Math.min(x.end - x.start, y.end - y.start)
    }),
  )
}
