/**
 * What a move is chosen by, one hash a template: the top of the stack, the words to come, their children and what is printed between
 * them (after Zhang and Nivre 2011, Transition-based dependency parsing with rich non-local features).
 */
import { mixFour } from './weights.js'
import type { State } from './state.js'

/** Words as numbers, by the state's numbering: place 0 nobody, the last the root. */
export type Words = {
  readonly form: Int32Array
  readonly tag: Int32Array
  readonly fine: Int32Array
  readonly coarse: Int32Array
  /** Bits of what marks stand before the word. */
  readonly before: Int32Array
}

export const moveFeatureLimit = 128

/** Fills `out`; returns how many. */
export function moveFeatures(state: State, words: Words, out: Int32Array): number {
  const { form, tag, fine, coarse, before } = words
  // Beyond the ends of the sentence: 0.
  const at = (array: Int32Array, i: number): number => array[i] ?? 0
  const s0 = state.top(0)
  const s1 = state.top(1)
  const s2 = state.top(2)
  const last = state.root
  const b0 = state.front
  const b1 = b0 < last ? b0 + 1 : 0
  const b2 = b0 + 1 < last ? b0 + 2 : 0
  const s0l = at(state.left1, s0)
  const s0r = at(state.right1, s0)
  const s0r2 = at(state.right2, s0)
  const s1l = at(state.left1, s1)
  const s1r = at(state.right1, s1)
  const s1r2 = at(state.right2, s1)
  const b0l = at(state.left1, b0)
  const s0w = at(form, s0)
  const s1w = at(form, s1)
  const s2w = at(form, s2)
  const b0w = at(form, b0)
  const b1w = at(form, b1)
  const s0t = at(tag, s0)
  const s1t = at(tag, s1)
  const s2t = at(tag, s2)
  const b0t = at(tag, b0)
  const b1t = at(tag, b1)
  const b2t = at(tag, b2)
  const s0c = at(fine, s0)
  const s1c = at(fine, s1)
  const b0c = at(fine, b0)
  const b1c = at(fine, b1)
  const s0k = at(coarse, s0)
  const s1k = at(coarse, s1)
  const b0k = at(coarse, b0)
  const s0lw = at(form, s0l)
  const b0lw = at(form, b0l)
  const s0ll = at(state.label, s0l)
  const s0rl = at(state.label, s0r)
  const b0ll = at(state.label, b0l)
  const s1ll = at(state.label, s1l)
  const s1rl = at(state.label, s1r)
  const s0rt = at(tag, s0r)
  const s1rt = at(tag, s1r)
  const s0lt = at(tag, s0l)
  const b0lt = at(tag, b0l)
  const s0p = at(before, at(state.edge, s0))
  const s1p = at(before, at(state.edge, s1))
  const b0p = at(before, at(state.edge, b0))
  const b0q = at(before, b0)
  const b1p = at(before, b1)
  const gap = near(b0 - s0)
  const gap1 = near(s0 - s1)
  const s0v = at(state.leftCount, s0) * 8 + Math.min(7, at(state.rightCount, s0))
  const s1v = Math.min(7, at(state.rightCount, s1))
  const b0v = at(state.leftCount, b0)
  const s0L = at(state.leftLabels, s0)
  const s0R = at(state.rightLabels, s0)
  const s1R = at(state.rightLabels, s1)
  const b0L = at(state.leftLabels, b0)

  let n = 0
  const put = (a: number, b: number, c: number, d: number): void => {
    out[n] = mixFour(n, a, b, c, d)
    n++
  }
  // One word.
  put(s0w, s0t, 0, 0)
  put(s0w, 0, 0, 0)
  put(s0t, 0, 0, 0)
  put(b0w, b0t, 0, 0)
  put(b0w, 0, 0, 0)
  put(b0t, 0, 0, 0)
  put(b1w, b1t, 0, 0)
  put(b1w, 0, 0, 0)
  put(b1t, b0t, 0, 0)
  put(at(form, b2), 0, 0, 0)
  put(s1w, s1t, 0, 0)
  put(s1w, 0, 0, 0)
  put(s2w, s2t, 0, 0)
  put(s0c, s0t, 0, 0)
  put(b0c, b0t, 0, 0)
  put(s1c, s1t, 0, 0)
  // Two words.
  put(s0w, s0t, b0w, b0t)
  put(s0w, b0w, 0, 0)
  put(s0w, s0t, b0t, 0)
  put(s0t, b0w, b0t, 0)
  put(s0w, b0t, gap, 0)
  put(s0t, b0w, gap, 0)
  put(s0t, b0t, gap, 0)
  put(s0t, b0t, 0, 0)
  put(s1w, s0w, 0, 0)
  put(s1w, s0t, gap1, 0)
  put(s1t, s0w, gap1, 0)
  put(s1t, s0t, gap1, 0)
  put(s1w, s1t, s0t, 0)
  put(s1t, s0w, s0t, 0)
  put(s1w, b0w, 0, 0)
  put(s1t, b0t, s0t, 0)
  put(s0c, b0c, 0, 0)
  put(s0c, b0t, 0, 0)
  put(s0t, b0c, 0, 0)
  put(s1c, s0c, 0, 0)
  put(s1c, s0t, 0, 0)
  put(s1t, s0c, 0, 0)
  put(s0k, b0k, s0t, b0t)
  put(s1k, s0k, s1t, s0t)
  // Three and four.
  put(b0t, b1t, b2t, 0)
  put(s0t, b0t, b1t, 0)
  put(s1t, s0t, b0t, b1t)
  put(s2t, s1t, s0t, 0)
  put(s0w, b0t, b1t, 0)
  put(s0t, b0w, b1t, 0)
  put(s0t, b0t, b1w, 0)
  put(s1t, s0t, b0w, 0)
  put(s1w, s0t, b0t, 0)
  put(s1t, s0w, b0t, 0)
  // Children.
  put(s0t, s0lt, s0ll, b0t)
  put(s0t, s0rt, s0rl, b0t)
  put(b0t, b0lt, b0ll, s0t)
  put(s1t, s1rt, s1rl, s0t)
  put(s1t, s0t, s0lt, s0ll)
  put(s1t, s0t, s0rt, s0rl)
  put(s0w, s0ll, 1, 0)
  put(s0w, s0rl, 2, 0)
  put(at(form, s0r), s0t, b0t, 0)
  put(at(form, s1r), s1t, s0t, 0)
  put(s0lw, s0t, 0, 0)
  put(b0lw, b0t, 0, 0)
  put(s0t, s0rl, at(state.label, s0r2), b0t)
  put(s1t, s1rl, at(state.label, s1r2), s0t)
  // A phrase with its preposition or conjunction, and what it may hang on.
  put(s1w, s0lw, s0t, 0)
  put(s1w, s0lw, s0w, 0)
  put(s1c, s0lw, s0c, 0)
  put(s1t, s0lw, s0c, 0)
  put(s1t, s2t, s0lw, s0t)
  put(s0w, b0lw, b0t, 0)
  put(s0c, b0lw, b0c, 0)
  put(s0t, b0lw, b0t, s1t)
  put(s0w, b0w, b1c, 0)
  put(s0c, b0w, b1c, s1t)
  put(s1w, b0w, b1c, 0)
  put(s1t, s1ll, s1rl, s0t)
  // How many, and which.
  put(s0w, s0v, 0, 0)
  put(s0t, s0v, b0t, 0)
  put(b0w, b0v, 0, 0)
  put(b0t, b0v, s0t, 0)
  put(s1w, s1v, s0t, 0)
  put(s0t, s0L, s0R, 0)
  put(s0w, s0L, 1, 0)
  put(s0w, s0R, 2, 0)
  put(b0t, b0L, s0t, 0)
  put(s1t, s1R, s0t, 0)
  put(s1w, s1R, s0ll, 0)
  put(s1t, s1R, s0t, s0L)
  // What is printed between.
  put(s0p, s0t, s1t, 0)
  put(b0p, s0t, b0t, 0)
  put(b0p, s0w, b0t, 0)
  put(b0p, s0t, b0w, 0)
  put(s0p, b0p, s0t, s1t)
  put(s0p, b0p, s0t, b0t)
  put(b0q, b0t, b1p, s0t)
  put(s0p, s0w, s1t, 0)
  put(s1p, s0p, s1t, s0t)
  put(b0p, b0L, s0t, s0L)
  return n
}

/** Distances in steps: near ones as they are, far ones in bands. */
function near(distance: number): number {
  return distance < 5 ? distance : distance < 10 ? 5 : distance < 20 ? 6 : 7
}
