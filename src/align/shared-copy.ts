/**
 * Shared copy: passages that articles have word for word, or lightly edited, and the groups they make; quoted words do not count. Word
 * n-grams as seeds, chained over small gaps (passim: Smith, Cordell and Mullen 2015), containment instead of likeness of articles.
 */
import { itemAt } from '../text/item-at.js'
import type { Independence } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { sortedBy } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import { groupsOf, Roots } from '../text/roots.js'
import { addTo } from '../text/grouped.js'
import { bearsClaims } from '../model/article.js'
import { marksWithin } from '../text/marks-within.js'
import { tokenize, type Token } from '../text/tokens.js'

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
  const open = tokens.map((list) => list.filter((token) => !token.quoted).length)
  for (const { a, b, seeds } of pairs) {
    const found = runs(tokens[a] ?? [], tokens[b] ?? [], seeds)
    for (const run of found) passages.push(piecesOf(run, a, b, tokens))
    // Words outside quotations: the share of the shorter article's that stand in shared runs.
    const shorter = Math.min(itemAt(open, a), itemAt(open, b))
    const shared = found.reduce((sum, run) => sum + run.open, 0)
    if (shorter > 0 && shared / shorter >= GROUP_SHARE) links.push([a, b])
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
      addTo(postings, gram, [article, open[i]?.at ?? 0])
    }
  })
  const found = new Map<number, SeedPair>()
  for (const places of postings.values()) {
    if (places.length < 2 || places.length > MAX_POSTINGS) continue
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++) {
        const [a, from] = places[i] ?? [0, 0]
        const [b, to] = places[j] ?? [0, 0]
        if (a === b) continue
        const key = a * tokens.length + b
        const pair = found.get(key) ?? { a, b, seeds: [] }
        pair.seeds.push([from, to])
        found.set(key, pair)
      }
  }
  return sortedBy(found.values(), (pair) => [pair.a, pair.b])
}

function piecesOf(run: Run, a: number, b: number, tokens: readonly (readonly CopyToken[])[]): Piece[] {
  return run.blocks.flatMap(([fromA, toA, fromB, toB]) => [
    { article: a, start: tokens[a]?.[fromA]?.start ?? 0, end: tokens[a]?.[toA - 1]?.end ?? 0 },
    { article: b, start: tokens[b]?.[fromB]?.start ?? 0, end: tokens[b]?.[toB - 1]?.end ?? 0 },
  ])
}

/** Passages that overlap in an article by half of the shorter are one passage told by more than two. */
function joinPassages(passages: readonly Piece[][]): Piece[][] {
  const roots = new Roots(passages.length)
  const byArticle = new Map<number, Place[]>()
  passages.forEach((pieces, passage) => {
    for (const { article, start, end } of pieces) addTo(byArticle, article, { passage, start, end })
  })
  for (const places of byArticle.values()) joinOverlapping(places, roots)
  return roots.groups().map((group) => group.flatMap((i) => passages[i] ?? []))
}

type Place = { readonly passage: number; readonly start: number; readonly end: number }

/** Places of one article: a copy that many share stands there many times over, and is looked at once. */
function joinOverlapping(places: readonly Place[], roots: Roots): void {
  const distinct: Place[] = []
  for (const place of [...places].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = distinct.at(-1)
    if (last?.start === place.start && last.end === place.end) roots.join(last.passage, place.passage)
    else distinct.push(place)
  }
  distinct.forEach((one, k) => {
    for (let next = k + 1; next < distinct.length; next++) {
      const other = distinct[next]
      if (!other || other.start >= one.end) break
      const common = Math.min(one.end, other.end) - other.start
      if (common > 0 && common >= 0.5 * Math.min(one.end - one.start, other.end - other.start))
        roots.join(one.passage, other.passage)
    }
  })
}

/** Half-open word ranges: from, to in the first text, from, to in the second. */
type RunBlock = readonly [number, number, number, number]
type Run = {
  readonly blocks: readonly RunBlock[]
  /** Shared words outside quotations. */
  readonly open: number
}

/** A changed word or two, a dropped clause: gaps up to this many words on both sides keep a passage whole. */
const EDIT_GAP = 6
/** An abridged passage lacks up to this many words on one side, at one place. */
const CUT_GAP = 40
/** A run is copy when it has this many shared words outside quotations … */
const MIN_OPEN = 14
/** … this many of them in one block … */
const MIN_BLOCK = 8
/** … and this share of its own extent (the shorter side) is shared words. */
const MIN_DENSITY = 0.6

function runs(
  a: readonly CopyToken[],
  b: readonly CopyToken[],
  seeds: readonly (readonly [number, number])[],
): Run[] {
  const chains: RunBlock[][] = []
  for (const block of blocks(a, b, seeds)) {
    const chain = chains.findLast((list) => follows(list.at(-1), block))
    if (chain) chain.push(block)
    else chains.push([block])
  }
  return chains
    .map((list) => ({
      blocks: joinEdits(list),
      open: list.reduce((sum, block) => sum + openWords(a, block), 0),
      list,
    }))
    .filter(
      ({ open, list }) =>
        open >= MIN_OPEN && list.some((block) => openWords(a, block) >= MIN_BLOCK) && dense(list),
    )
    .map(({ blocks, open }) => ({ blocks, open }))
}

/** Maximal blocks of equal words around the seeds, longest first where they compete, in order of the first text. */
function blocks(
  a: readonly CopyToken[],
  b: readonly CopyToken[],
  seeds: readonly (readonly [number, number])[],
): RunBlock[] {
  const grown = new Map<string, RunBlock>()
  const lastOnDiagonal = new Map<number, number>()
  for (const [i, j] of [...seeds].sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    if ((lastOnDiagonal.get(i - j) ?? -1) > i) continue
    let [from, to] = [i, i]
    while (from > 0 && from - i + j > 0 && a[from - 1]?.norm === b[from - 1 - i + j]?.norm) from--
    while (to < a.length && to - i + j < b.length && a[to]?.norm === b[to - i + j]?.norm) to++
    lastOnDiagonal.set(i - j, to)
    if (to > from) grown.set(`${from} ${from - i + j}`, [from, to, from - i + j, to - i + j])
  }
  const chosen: RunBlock[] = []
  for (const block of [...grown.values()].sort(
    (x, y) => y[1] - y[0] - (x[1] - x[0]) || x[0] - y[0] || x[2] - y[2],
  ))
    if (!chosen.some((other) => collide(block, other))) chosen.push(block)
  return chosen.sort((x, y) => x[0] - y[0])
}

function collide(x: RunBlock, y: RunBlock): boolean {
  return (x[0] < y[1] && y[0] < x[1]) || (x[2] < y[3] && y[2] < x[3])
}

function follows(last: RunBlock | undefined, next: RunBlock): boolean {
  if (!last) return false
  const [gapA, gapB] = [next[0] - last[1], next[2] - last[3]]
  if (gapA < 0 || gapB < 0) return false
  return Math.max(gapA, gapB) <= EDIT_GAP || (Math.min(gapA, gapB) <= 2 && Math.max(gapA, gapB) <= CUT_GAP)
}

/** Blocks that only an edit parts become one; a cut keeps its two sides apart. */
function joinEdits(list: readonly RunBlock[]): RunBlock[] {
  const joined: RunBlock[] = []
  for (const block of list) {
    const last = joined.at(-1)
    if (last && Math.max(block[0] - last[1], block[2] - last[3]) <= EDIT_GAP)
      joined[joined.length - 1] = [last[0], block[1], last[2], block[3]]
    else joined.push(block)
  }
  return joined
}

function openWords(a: readonly CopyToken[], block: RunBlock): number {
  return a.slice(block[0], block[1]).filter((token) => !token.quoted).length
}

function dense(list: readonly RunBlock[]): boolean {
  const words = list.reduce((sum, block) => sum + block[1] - block[0], 0)
  const first = list[0] ?? [0, 0, 0, 0]
  const last = list.at(-1) ?? first
  return words >= MIN_DENSITY * Math.min(last[1] - first[0], last[3] - first[2])
}

// ---- copy tokens

type CopyToken = Token & { readonly quoted: boolean }

function copyTokens(article: AnnotatedArticle): CopyToken[] {
  const quoted = mergeSpans([
    ...article.blocks.flatMap((block) => marksWithin(article.text, block)),
    ...article.quotes.filter((quote) => quote.kind === 'direct').flatMap((quote) => quote.content),
  ])
  let at = 0
  return article.blocks
    .filter((block) => bearsClaims(block.kind))
    .flatMap((block) => tokenize(article.text, block.start, block.end))
    .sort((a, b) => a.start - b.start)
    .map((token) => {
      while (at < quoted.length && (quoted[at]?.end ?? 0) <= token.start) at++
      return { ...token, quoted: (quoted[at]?.start ?? Infinity) <= token.start }
    })
}
