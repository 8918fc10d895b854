/** The greedy parser: the best legal move until every word hangs on another; each new arc is named at once, which helps the next. */
import { itemAt } from '../../text/item-at.js'
import { moveFeatureLimit, moveFeatures, type Words } from './parse-features.js'
import { LEFT, RIGHT, SHIFT, State, type Move } from './state.js'
import { sumMoves, type MoveWeights, best, sum, type Scores, type Weights, mixFour } from './weights.js'

export type ParserWeights = {
  readonly moves: MoveWeights
  readonly labels: Weights
  readonly labelCount: number
}

/** Runs the moves for `size` words; the root's own label is `labelCount`. */
export function runMoves(words: Words, size: number, weights: ParserWeights): State {
  const state = new State(size)
  const moveScores: Scores = new Int32Array(3)
  const labelScores: Scores = new Int32Array(weights.labelCount)
  const features = new Int32Array(Math.max(moveFeatureLimit, labelFeatureLimit))
  while (!state.done) {
    let move = forcedMove(state)
    if (move === undefined) {
      const count = moveFeatures(state, words, features)
      sumMoves(features, count, weights.moves, moveScores)
      move = bestMove(state, moveScores)
    }
    if (move === SHIFT) state.shift()
    else if (state.atRoot) state.attach(move, weights.labelCount)
    else {
      const count = labelFeatures(state, words, move, features)
      sum(features, count, weights.labels, labelScores)
      state.attach(move, best(labelScores))
    }
  }
  return state
}

/** The only legal move, where there is one. */
export function forcedMove(state: State): Move | undefined {
  if (state.depth === 0) return SHIFT
  if (state.front < state.root) return undefined
  return state.depth === 1 ? LEFT : RIGHT
}

export function bestMove(state: State, scores: Scores): Move {
  const shift = itemAt(scores, SHIFT)
  const left = itemAt(scores, LEFT)
  const right = state.depth > 1 ? itemAt(scores, RIGHT) : -Infinity
  if (shift >= left && shift >= right) return SHIFT
  return left >= right ? LEFT : RIGHT
}

// ---- label features

const labelFeatureLimit = 64

/** The arc that `move` would make. Fills `out`; returns how many. */
export function labelFeatures(
  state: State,
  words: Words,
  move: typeof LEFT | typeof RIGHT,
  out: Int32Array,
): number {
  const { form, tag, fine, coarse, before } = words
  // Beyond the ends of the sentence: 0.
  const at = (array: Int32Array, i: number): number => array[i] ?? 0
  const child = state.top(0)
  const head = move === LEFT ? state.front : state.top(1)
  const side = move
  const cw = at(form, child)
  const ct = at(tag, child)
  const cc = at(fine, child)
  const hw = at(form, head)
  const ht = at(tag, head)
  const hc = at(fine, head)
  const next = child + 1
  const previous = child - 1
  const left = at(state.left1, child)
  const right = at(state.right1, child)
  const second = at(state.left2, child)
  const leftw = at(form, left)
  const leftt = at(tag, left)
  const leftl = at(state.label, left)
  const sister = move === LEFT ? at(state.left1, head) : at(state.right1, head)
  const other = move === LEFT ? at(state.right1, head) : at(state.left1, head)
  const sisterl = at(state.label, sister)
  const headLabels = move === LEFT ? at(state.leftLabels, head) : at(state.rightLabels, head)
  const otherLabels = move === LEFT ? at(state.rightLabels, head) : at(state.leftLabels, head)
  const childLabels = at(state.leftLabels, child)
  const childRight = at(state.rightLabels, child)
  const mark = at(before, at(state.edge, child))
  const after = at(before, at(state.edge, state.front))
  const gap = Math.min(7, Math.abs(head - child))
  const first = at(state.edge, child)

  let n = 0
  const put = (a: number, b: number, c: number): void => {
    out[n] = mixFour(n, a, b, c, side)
    n++
  }
  put(0, 0, 0)
  put(cw, 0, 0)
  put(cw, ct, 0)
  put(ct, 0, 0)
  put(cc, ct, 0)
  put(hw, ht, 0)
  put(ht, 0, 0)
  put(hc, ht, 0)
  put(cw, hw, 0)
  put(cw, ht, 0)
  put(ct, hw, 0)
  put(ct, ht, 0)
  put(ct, ht, gap)
  put(cw, ct, ht)
  put(ct, hw, ht)
  put(cc, hc, 0)
  put(cc, ht, 0)
  put(cc, hw, 0)
  put(ct, hc, 0)
  put(at(coarse, child), at(coarse, head), ct)
  put(ct, ht, at(tag, next))
  put(ct, ht, at(tag, previous))
  put(ct, ht, at(form, previous))
  put(ct, ht, at(form, next))
  put(ct, at(tag, previous), at(tag, next))
  put(ct, ht, at(tag, head - 1))
  put(ct, ht, at(tag, head + 1))
  put(cw, at(form, previous), 0)
  put(ct, ht, leftw)
  put(ct, leftt, leftl)
  put(ct, leftl, ht)
  put(leftw, cc, ht)
  put(leftw, hw, ct)
  put(leftw, hc, ct)
  put(leftw, cw, 0)
  put(at(form, second), leftw, ct)
  put(at(tag, right), at(state.label, right), ct)
  put(ct, ht, childLabels)
  put(ct, childLabels, childRight)
  put(ct, childRight, ht)
  put(ct, ht, headLabels)
  put(headLabels, otherLabels, ct)
  put(hw, headLabels, ct)
  put(ht, headLabels, leftw)
  put(ct, ht, sisterl)
  put(ct, at(tag, sister), at(form, sister))
  put(ct, at(tag, other), at(state.label, other))
  put(ct, at(form, other), ht)
  put(ct, ht, mark)
  put(cw, mark, ht)
  put(ct, ht, after)
  put(ct, hw, after)
  put(mark, after, ct)
  put(ct, childLabels, mark)
  put(ct, headLabels, mark)
  put(at(form, first), ct, ht)
  put(at(tag, first), at(form, first), leftl)
  put(hw, leftw, at(form, sister))
  return n
}
