/** What the name of an arc is chosen by: the two words, their neighbours and children, how they stand to each other. */
import { mixFour } from './weights.js'
import type { Words } from './parse-features.js'
import { LEFT, type RIGHT, type State } from './state.js'

export const labelFeatureLimit = 64

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
