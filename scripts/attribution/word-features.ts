/**
 * All features of a word at the edge of a segment, inside or outside one: what the finder remembers in parts
 * (src/annotate/attribution/frame-words.ts), training steps over one by one.
 */
import type { Edge } from '../../src/annotate/attribution/frame-edges.js'
import {
  awayFeature, insideBase, insideCount, insidePlain, outsideBase, outsideCount, outsideNear,
} from '../../src/annotate/attribution/frame-segments.js' // prettier-ignore
import { type Frame, sideOf } from '../../src/annotate/attribution/frame.js'

/** All features of an edge. */
export function edgeFeatures(edge: Edge, f: Frame, type: number, k: number, out: Uint32Array): void {
  const [plain, near] = edge.counts
  const side = sideOf(f, k)
  const i = f.window.from + k
  edge.plain(f.r, type, side, i, out, 0)
  edge.near(f.r, type, side, i, f.gap.words[k] ?? 0, out, plain)
  edge.cued(f, type, k, out, plain + near)
}

export const edgeCount = ({ counts }: Edge): number => counts[0] + counts[1] + counts[2]

export function insideFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const base = insideBase(type, sideOf(f, k))
  insidePlain(f.r, base, f.window.from + k, out)
  out[insideCount - 1] = awayFeature(f, base, k)
}

export function outsideFeatures(f: Frame, outsideClass: number, k: number, out: Uint32Array): void {
  const base = outsideBase(outsideClass)
  outsideNear(f.r, base, f.window.from + k, f.gap.words[k] ?? 0, out)
  out[outsideCount - 1] = awayFeature(f, base, k)
}
