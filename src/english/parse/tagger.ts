/** The tagger, left to right by hashed weights (averaged perceptron, Collins 2002). A tag is `AUX VBZ`: universal and Penn together. */
import { mixFour, best, bestOf, sum, type Scores, type Weights } from './weights.js'
import type { WordForm } from './word-forms.js'

export const tagFeatureCount = 36
const edge: WordForm = {
  lower: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix2: 1,
  prefix3: 1,
  shape: 1,
  fine: 0,
  coarse: 0,
  mark: true,
  known: 0,
}

/** A word for which `isVerb` holds gets one of the classes `verbs`. */
export function tagForms(
  forms: readonly WordForm[],
  weights: Weights,
  classes: number,
  verbs: readonly number[] = [],
  isVerb?: (i: number) => boolean,
): Int32Array {
  const tags = new Int32Array(forms.length)
  const features = new Int32Array(tagFeatureCount)
  const scores: Scores = new Int32Array(classes)
  for (let i = 0; i < forms.length; i++) {
    tagFeatures(forms, tags, i, features)
    sum(features, tagFeatureCount, weights, scores)
    tags[i] = isVerb?.(i) === true ? bestOf(scores, verbs) : best(scores)
  }
  return tags
}

/** Fills `out` with the hashes of word `i`, given the tags before it. */
export function tagFeatures(forms: readonly WordForm[], tags: Int32Array, i: number, out: Int32Array): void {
  const word = forms[i] ?? edge
  const before = forms[i - 1] ?? edge
  const second = forms[i - 2] ?? edge
  const after = forms[i + 1] ?? edge
  const next = forms[i + 2] ?? edge
  const tag1 = i > 0 ? (tags[i - 1] ?? -1) : -1
  const tag2 = i > 1 ? (tags[i - 2] ?? -1) : -1
  let n = 0
  const put = (a: number, b: number, c: number): void => {
    out[n] = mixFour(n, a, b, c, 77)
    n++
  }
  put(0, 0, 0)
  put(word.lower, 0, 0)
  put(word.suffix1, 0, 0)
  put(word.suffix2, 0, 0)
  put(word.suffix3, 0, 0)
  put(word.suffix4, 0, 0)
  put(word.prefix2, 0, 0)
  put(word.prefix3, 0, 0)
  put(word.shape, i === 0 ? 1 : 0, 0)
  put(word.shape, before.mark ? 1 : 0, after.shape)
  put(word.fine, 0, 0)
  put(word.coarse, word.suffix2, 0)
  put(tag1, 0, 0)
  put(tag1, tag2, 0)
  put(tag1, word.lower, 0)
  put(tag1, word.suffix3, 0)
  put(tag1, word.fine, 0)
  put(tag1, after.lower, 0)
  put(before.lower, 0, 0)
  put(before.lower, word.lower, 0)
  put(after.lower, 0, 0)
  put(after.lower, word.lower, 0)
  put(after.suffix3, 0, 0)
  put(after.suffix2, word.suffix2, tag1)
  put(after.shape, word.shape, tag1)
  put(before.suffix3, 0, 0)
  put(before.fine, after.fine, 0)
  put(second.lower, 0, 0)
  put(next.lower, 0, 0)
  put(after.fine, word.suffix3, 0)
  put(word.known, word.shape, i === 0 ? 1 : 0)
  put(word.known, tag1, word.suffix2)
  put(word.known, after.known, tag1)
  put(word.known, before.shape, after.shape)
  put(word.known, tag1, after.lower)
  put(before.lower, after.lower, word.suffix2)
}
