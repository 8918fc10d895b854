/**
 * Runs of words that two texts share: seeds grown to blocks of equal words, blocks chained over small gaps.
 *
 * In:    the words of two texts; places of common seeds. Out: runs, in order of the first text, none overlapping.
 */
import type { CopyToken } from './copy-tokens.js'

/** Half-open word ranges: from, to in the first text, from, to in the second. */
type RunBlock = readonly [number, number, number, number]
export type Run = {
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

export function runs(
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
