/** The greedy parser: the best legal move until every word hangs on another; each new arc is named at once, which helps the next. */
import { itemAt } from '../../text/item-at.js'
import { featureLimit, labelFeatures, moveFeatures, type Words } from './parse-features.js'
import { LEFT, RIGHT, SHIFT, State, type Move } from './state.js'
import { sumMoves, type MoveWeights, best, sum, type Scores, type Weights } from './weights.js'

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
  const features = new Int32Array(featureLimit)
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
