/**
 * What a move and a label are chosen by, one hash a template: the top of the stack, the words to come, their children and what is printed
 * between them (after Zhang and Nivre 2011, Transition-based dependency parsing with rich non-local features).
 */
import { templatesOf } from '../../text/templates.js'
import { LEFT, type RIGHT, type State } from './state.js'
import { mixTemplates } from './weights.js'

/** Words as numbers, by the state's numbering: place 0 nobody, the last the root. */
export type Words = {
  readonly form: Int32Array
  readonly tag: Int32Array
  readonly fine: Int32Array
  readonly coarse: Int32Array
  /** Bits of what marks stand before the word. */
  readonly before: Int32Array
}

/** Of each place its word, tag, fine and coarse class, and the label of its arc. */
const letters = 'w t c k l'.split(' ')

function columnsOf(places: readonly string[], others: readonly string[]): readonly string[] {
  return ['0', ...places.flatMap((place) => letters.map((letter) => `${place}.${letter}`)), ...others]
}

/** Beyond the ends of the sentence: 0. */
const at = (array: Int32Array, i: number): number => array[i] ?? 0

function fill(
  { form, tag, fine, coarse }: Words,
  { label }: State,
  columns: Int32Array,
  places: readonly number[],
  others: readonly number[],
): void {
  let n = 1
  for (const place of places) {
    columns[n++] = at(form, place)
    columns[n++] = at(tag, place)
    columns[n++] = at(fine, place)
    columns[n++] = at(coarse, place)
    columns[n++] = at(label, place)
  }
  for (const other of others) columns[n++] = other
}

export const featureLimit = 128

// ---- moves

const moveColumns = columnsOf(
  's0 s1 s2 b0 b1 b2 s0l s0r s0r2 s1l s1r s1r2 b0l'.split(' '),
  '1 2 s0p s1p b0p b1p b0q gap gap1 s0v s1v b0v s0L s0R s1R b0L'.split(' '),
)
const moveValues = new Int32Array(moveColumns.length)
const moveTemplates = templatesOf(
  moveColumns,
  4,
  // One word; two words; three and four.
  `s0.w s0.t, s0.w, s0.t, b0.w b0.t, b0.w, b0.t, b1.w b1.t, b1.w, b1.t b0.t, b2.w, s1.w s1.t, s1.w, s2.w s2.t,
  s0.c s0.t, b0.c b0.t, s1.c s1.t,
  s0.w s0.t b0.w b0.t, s0.w b0.w, s0.w s0.t b0.t, s0.t b0.w b0.t, s0.w b0.t gap, s0.t b0.w gap, s0.t b0.t gap,
  s0.t b0.t, s1.w s0.w, s1.w s0.t gap1, s1.t s0.w gap1, s1.t s0.t gap1, s1.w s1.t s0.t, s1.t s0.w s0.t, s1.w b0.w,
  s1.t b0.t s0.t, s0.c b0.c, s0.c b0.t, s0.t b0.c, s1.c s0.c, s1.c s0.t, s1.t s0.c, s0.k b0.k s0.t b0.t,
  s1.k s0.k s1.t s0.t,
  b0.t b1.t b2.t, s0.t b0.t b1.t, s1.t s0.t b0.t b1.t, s2.t s1.t s0.t, s0.w b0.t b1.t, s0.t b0.w b1.t,
  s0.t b0.t b1.w, s1.t s0.t b0.w, s1.w s0.t b0.t, s1.t s0.w b0.t,` +
    // Children.
    `s0.t s0l.t s0l.l b0.t, s0.t s0r.t s0r.l b0.t, b0.t b0l.t b0l.l s0.t, s1.t s1r.t s1r.l s0.t, s1.t s0.t s0l.t s0l.l,
  s1.t s0.t s0r.t s0r.l, s0.w s0l.l 1, s0.w s0r.l 2, s0r.w s0.t b0.t, s1r.w s1.t s0.t, s0l.w s0.t, b0l.w b0.t,
  s0.t s0r.l s0r2.l b0.t, s1.t s1r.l s1r2.l s0.t,` +
    // A phrase with its preposition or conjunction, and what it may hang on.
    `s1.w s0l.w s0.t, s1.w s0l.w s0.w, s1.c s0l.w s0.c, s1.t s0l.w s0.c, s1.t s2.t s0l.w s0.t, s0.w b0l.w b0.t,
  s0.c b0l.w b0.c, s0.t b0l.w b0.t s1.t, s0.w b0.w b1.c, s0.c b0.w b1.c s1.t, s1.w b0.w b1.c, s1.t s1l.l s1r.l s0.t,` +
    // How many, and which.
    `s0.w s0v, s0.t s0v b0.t, b0.w b0v, b0.t b0v s0.t, s1.w s1v s0.t, s0.t s0L s0R, s0.w s0L 1, s0.w s0R 2, b0.t b0L s0.t,
  s1.t s1R s0.t, s1.w s1R s0l.l, s1.t s1R s0.t s0L,` +
    // What is printed between.
    `s0p s0.t s1.t, b0p s0.t b0.t, b0p s0.w b0.t, b0p s0.t b0.w, s0p b0p s0.t s1.t, s0p b0p s0.t b0.t, b0q b0.t b1p s0.t,
  s0p s0.w s1.t, s1p s0p s1.t s0.t, b0p b0L s0.t s0L`,
)

/** Fills `out`; returns how many. */
export function moveFeatures(state: State, words: Words, out: Int32Array): number {
  const { before } = words
  const { left1, right1, right2, edge, leftCount, rightCount, leftLabels, rightLabels } = state
  const [s0, s1, s2] = [state.top(0), state.top(1), state.top(2)]
  const last = state.root
  const b0 = state.front
  const b1 = b0 < last ? b0 + 1 : 0
  const b2 = b0 + 1 < last ? b0 + 2 : 0
  const s0Children = [at(left1, s0), at(right1, s0), at(right2, s0)]
  const s1Children = [at(left1, s1), at(right1, s1), at(right2, s1)]
  const places = [s0, s1, s2, b0, b1, b2, ...s0Children, ...s1Children, at(left1, b0)]
  const printed = [s0, s1, b0].map((place) => at(before, at(edge, place)))
  const few = (count: number): number => Math.min(7, count)
  fill(words, state, moveValues, places, [
    1,
    2,
    ...printed,
    at(before, b1),
    at(before, b0),
    near(b0 - s0),
    near(s0 - s1),
    at(leftCount, s0) * 8 + few(at(rightCount, s0)),
    few(at(rightCount, s1)),
    at(leftCount, b0),
    at(leftLabels, s0),
    at(rightLabels, s0),
    at(rightLabels, s1),
    at(leftLabels, b0),
  ])
  return mixTemplates(moveTemplates, moveValues, out)
}

/** Distances in steps: near ones as they are, far ones in bands. */
function near(distance: number): number {
  return distance < 5 ? distance : distance < 10 ? 5 : distance < 20 ? 6 : 7
}

// ---- labels

const labelColumns = columnsOf(
  'child head next previous beforeHead behindHead left second right sister other first'.split(' '),
  'gap mark after childLabels childRight headLabels otherLabels'.split(' '),
)
const labelValues = new Int32Array(labelColumns.length)
const labelTemplates = templatesOf(
  labelColumns,
  3,
  `0, child.w, child.w child.t, child.t, child.c child.t, head.w head.t, head.t, head.c head.t, child.w head.w,
  child.w head.t, child.t head.w, child.t head.t, child.t head.t gap, child.w child.t head.t,
  child.t head.w head.t, child.c head.c, child.c head.t, child.c head.w, child.t head.c,
  child.k head.k child.t, child.t head.t next.t, child.t head.t previous.t, child.t head.t previous.w,
  child.t head.t next.w, child.t previous.t next.t, child.t head.t beforeHead.t, child.t head.t behindHead.t,
  child.w previous.w, child.t head.t left.w, child.t left.t left.l, child.t left.l head.t,
  left.w child.c head.t, left.w head.w child.t, left.w head.c child.t, left.w child.w, second.w left.w child.t,
  right.t right.l child.t, child.t head.t childLabels, child.t childLabels childRight,
  child.t childRight head.t, child.t head.t headLabels, headLabels otherLabels child.t,
  head.w headLabels child.t, head.t headLabels left.w, child.t head.t sister.l, child.t sister.t sister.w,
  child.t other.t other.l, child.t other.w head.t, child.t head.t mark, child.w mark head.t,
  child.t head.t after, child.t head.w after, mark after child.t, child.t childLabels mark,
  child.t headLabels mark, first.w child.t head.t, first.t first.w left.l, head.w left.w sister.w`,
)

/** Of the arc that `move` would make. Fills `out`; returns how many. */
export function labelFeatures(
  state: State,
  words: Words,
  move: typeof LEFT | typeof RIGHT,
  out: Int32Array,
): number {
  const { before } = words
  const { left1, left2, right1, edge, leftLabels, rightLabels } = state
  const child = state.top(0)
  const head = move === LEFT ? state.front : state.top(1)
  const [near, far] = move === LEFT ? [left1, right1] : [right1, left1]
  const [nearLabels, farLabels] = move === LEFT ? [leftLabels, rightLabels] : [rightLabels, leftLabels]
  const children = [at(left1, child), at(left2, child), at(right1, child)]
  const beside = [child + 1, child - 1, head - 1, head + 1]
  const places = [child, head, ...beside, ...children, at(near, head), at(far, head), at(edge, child)]
  fill(words, state, labelValues, places, [
    Math.min(7, Math.abs(head - child)),
    at(before, at(edge, child)),
    at(before, at(edge, state.front)),
    at(leftLabels, child),
    at(rightLabels, child),
    at(nearLabels, head),
    at(farLabels, head),
  ])
  return mixTemplates(labelTemplates, labelValues, out, move)
}
