/**
 * Learns the parser's weights: averaged perceptron with a dynamic oracle and exploration (Goldberg and Nivre 2013): the
 * parser follows its own moves, good or bad, and learns the move that loses least from there.
 */
import {
  featureLimit,
  labelFeatures,
  moveFeatures,
  type Words,
} from '../../src/english/parse/parse-features.js'
import { bestMove, forcedMove } from '../../src/english/parse/moves.js'
import { LEFT, RIGHT, SHIFT, State, type Move } from '../../src/english/parse/state.js'
import { sumMoves, best, sum } from '../../src/english/parse/weights.js'
import { Averaged } from './averaged.js'
import { AveragedMoves } from './averaged-moves.js'
import { Random } from './random.js'

export type GoldTree = {
  readonly words: Words
  readonly size: number
  /** By the state's numbers; the root is `size + 1`. */
  readonly heads: Int32Array
  readonly labels: Int32Array
}

export type MoveSettings = {
  readonly bits: number
  readonly labelBits: number
  readonly rounds: number
  readonly seed: number
  /** From this round on the parser's own moves are followed, this often. */
  readonly exploreFrom: number
  readonly explore: number
  readonly least: number
}

export type Trained = {
  readonly moves: Float32Array
  readonly labels: Float32Array
  readonly known: Uint8Array
}

export function trainMoves(
  trees: readonly GoldTree[],
  labelCount: number,
  settings: MoveSettings,
  report: (line: string) => void,
): Trained {
  const moves = new AveragedMoves(settings.bits)
  const labels = new Averaged(settings.labelBits, labelCount, settings.least)
  const features = new Int32Array(featureLimit)
  const moveScores = new Float64Array(3)
  const labelScores = new Float64Array(labelCount)
  const random = new Random(settings.seed)

  const name = (state: State, tree: GoldTree, move: typeof LEFT | typeof RIGHT): number => {
    if (state.atRoot) return labelCount
    const child = state.top(0)
    const head = move === LEFT ? state.front : state.top(1)
    const count = labelFeatures(state, tree.words, move, features)
    sum(features, count, labels, labelScores)
    const found = best(labelScores)
    const gold = tree.labels[child] ?? 0
    if (tree.heads[child] === head && gold !== found && gold < labelCount)
      labels.update(features, count, gold, found)
    labels.tick()
    return found
  }

  // A first pass along the gold trees counts features.
  for (const tree of trees) {
    const state = new State(tree.size)
    while (!state.done) {
      const move = forcedMove(state) ?? cheapest(state, tree, moveScores)
      moves.count(features, moveFeatures(state, tree.words, features))
      if (move === SHIFT) state.shift()
      else {
        labels.count(features, labelFeatures(state, tree.words, move, features))
        state.attach(move, tree.labels[state.top(0)] ?? 0)
      }
    }
  }

  report(`${moves.settle(settings.least)} features of moves`)

  for (let round = 0; round < settings.rounds; round++) {
    let wrong = 0
    let all = 0
    for (const tree of random.shuffle(trees)) {
      const state = new State(tree.size)
      while (!state.done) {
        let move = forcedMove(state)
        if (move === undefined) {
          const count = moveFeatures(state, tree.words, features)
          sumMoves(features, count, moves, moveScores)
          const found = bestMove(state, moveScores)
          const least = cheapest(state, tree, moveScores)
          const isWrong = costOf(state, tree, found) > costOf(state, tree, least)
          if (isWrong) {
            moves.update(features, count, least, found)
            wrong++
          }
          moves.tick()
          all++
          move =
            !isWrong || (round >= settings.exploreFrom && random.next() < settings.explore) ? found : least
        }
        if (move === SHIFT) state.shift()
        else state.attach(move, name(state, tree, move))
      }
    }
    report(`round ${round + 1}: ${((100 * wrong) / all).toFixed(2)} % of moves wrong`)
  }
  return { moves: moves.averages(), labels: labels.averages(), known: labels.known }
}

/** The legal move that loses least; the best-scored of equal ones. */
function cheapest(state: State, tree: GoldTree, scores: Float64Array): Move {
  const legal: readonly Move[] = state.depth > 1 ? [SHIFT, LEFT, RIGHT] : [SHIFT, LEFT]
  return legal.reduce((winner, move) => {
    const gain = costOf(state, tree, winner) - costOf(state, tree, move)
    return gain > 0 || (gain === 0 && (scores[move] ?? 0) > (scores[winner] ?? 0)) ? move : winner
  })
}

/** How many gold arcs a move puts out of reach. */
function costOf(state: State, tree: GoldTree, move: Move): number {
  const { heads } = tree
  const { front, root } = state
  const headOf = (i: number): number => heads[i] ?? 0
  let cost = 0
  if (move === SHIFT) {
    for (let n = 0; n < state.depth; n++) {
      const other = state.stack[n] ?? 0
      if (headOf(other) === front) cost++
      if (n < state.depth - 1 && headOf(front) === other) cost++
    }
    return cost
  }
  const top = state.top(0)
  const gold = headOf(top)
  const given = move === LEFT ? front : state.top(1)
  if (gold !== given && (gold >= front || gold === state.top(1))) cost++
  for (let i = front; i < root; i++) if (headOf(i) === top) cost++
  return cost
}
