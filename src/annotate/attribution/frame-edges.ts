/**
 * In:    a Frame and one of its words.
 * Out:   hashed features of the word as first or last word of a source or content segment; always the same number.
 * Never: weighs anything.
 */
import { mix } from './feature-hash.js'
import { at, between, bucket, type Frame, sideOf } from './frame.js'

export const startCount = 31
export const endCount = 31

export function startFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const { r, cue } = f
  const i = f.window.from + k
  const b = 100 + type * 2 + sideOf(f, k)
  const gap = between(f, k)
  const form = (d: number): number => at(r.form, r, i, d)
  const pos = (d: number): number => at(r.pos, r, i, d)
  const opens = i === 0 || r.sentence[i] !== r.sentence[i - 1] ? 1 : 0
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const before = at(r.quoted, r, i, -1) >= 0 ? 1 : 0
  const cueQuoted = (r.quoted[f.window.cue.from] ?? -1) >= 0 ? 1 : 0
  const mark = (r.mark[i] ?? 0) * 4 + Math.abs(at(r.mark, r, i, -1))
  const away = (r.sentence[i] ?? 0) - (r.sentence[f.window.cue.from] ?? 0)
  let n = 0
  const put = (template: number, x: number, y = 0, z = 0): void => {
    out[n++] = mix(b * 40 + template, x, y, z)
  }
  put(1, form(0))
  put(2, form(-1))
  put(3, form(-1), form(0))
  put(4, form(0), form(1))
  put(5, pos(-1), pos(0))
  put(6, pos(0), pos(1))
  put(7, pos(-1), pos(0), pos(1))
  put(8, gap.words, opens)
  put(9, gap.words, pos(0))
  put(10, gap.words, cue.lemma)
  put(11, cue.lemma, form(0))
  put(12, cue.lemma, pos(0))
  put(13, cue.last, form(0))
  put(14, cue.last, pos(0), gap.words)
  put(15, opens, quoted, mark)
  put(16, opens, pos(0))
  put(17, mark, gap.words)
  put(18, quoted * 4 + before * 2 + cueQuoted, pos(0))
  put(19, gap.breaks, gap.verbs, opens)
  put(20, gap.breaks, pos(-1), gap.verbs)
  put(21, form(0), gap.words)
  put(22, form(-1), gap.words)
  put(23, r.shape[i] ?? 0, pos(0), gap.words)
  put(24, cue.suffix, pos(0), gap.words)
  put(25, away, quoted)
  put(26, form(-1), pos(0))
  put(27, pos(-2), pos(-1), pos(0))
  put(28, gap.thats, gap.breaks, pos(0))
  put(29, r.heading[i] ?? 0, pos(0), gap.words)
  put(30, cue.lemma, mark, gap.words)
  put(31, pos(0), pos(1), pos(2))
}

export function endFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const { r, cue } = f
  const i = f.window.from + k
  const b = 110 + type * 2 + sideOf(f, k)
  const gap = between(f, k)
  const form = (d: number): number => at(r.form, r, i, d)
  const pos = (d: number): number => at(r.pos, r, i, d)
  const rest = r.left[i] ?? 0
  const closes = r.closes[i] ?? 0
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const after = at(r.quoted, r, i, 1) >= 0 ? 1 : 0
  const cueQuoted = (r.quoted[f.window.cue.from] ?? -1) >= 0 ? 1 : 0
  const mark = (r.mark[i] ?? 0) * 4 + Math.abs(at(r.mark, r, i, 1))
  const { verbs } = r.sums
  const verbsAfter = Math.min(3, (verbs[Math.min(f.window.to, i + 1 + rest)] ?? 0) - (verbs[i + 1] ?? 0))
  let n = 0
  const put = (template: number, x: number, y = 0, z = 0): void => {
    out[n++] = mix(b * 40 + template, x, y, z)
  }
  put(1, form(0))
  put(2, form(1))
  put(3, form(0), form(1))
  put(4, form(1), form(2))
  put(5, pos(0), pos(1))
  put(6, pos(0), pos(1), pos(2))
  put(7, gap.words, closes)
  put(8, gap.words, pos(0))
  put(9, cue.lemma, pos(0), pos(1))
  put(10, cue.lemma, form(1))
  put(11, closes, quoted, mark)
  put(12, closes, pos(0))
  put(13, mark, gap.words)
  put(14, quoted * 4 + after * 2 + cueQuoted, pos(0))
  put(15, gap.breaks, gap.verbs, closes)
  put(16, form(1), pos(2))
  put(17, bucket(rest), closes)
  put(18, pos(1), pos(2), pos(3))
  put(19, form(1), verbsAfter)
  put(20, form(1), pos(2), verbsAfter)
  put(21, form(1), form(2), verbsAfter)
  put(22, r.shape[i] ?? 0, pos(0), pos(1))
  put(23, cue.lemma, closes)
  put(24, cue.last, closes, pos(1))
  put(25, r.heading[i] ?? 0, closes)
  put(26, at(r.listed, r, i, 1), at(r.listed, r, i, 2), at(r.listed, r, i, 3))
  put(27, form(2), pos(1))
  put(28, pos(-1), pos(0), pos(1))
  put(29, form(1), gap.words)
  put(30, cue.suffix, pos(1), gap.words)
  put(31, form(1), pos(2), pos(3))
}
