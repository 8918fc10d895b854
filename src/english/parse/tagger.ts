/** The tagger, left to right by hashed weights (averaged perceptron, Collins 2002). A tag is `AUX VBZ`: universal and Penn together. */
import { templatesOf } from '../../text/templates.js'
import { best, bestOf, mixTemplates, sum, type Scores, type Weights } from './weights.js'
import type { WordForm } from './word-forms.js'

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

const attributes = [
  'lower', 'suffix1', 'suffix2', 'suffix3', 'suffix4', 'prefix2', 'prefix3', 'shape', 'fine', 'coarse', 'known',
] as const // prettier-ignore

const columns = [
  '0',
  ...['word', 'before', 'second', 'after', 'next'].flatMap((word) =>
    attributes.map((name) => `${word}.${name}`),
  ),
  ...['before.mark', 'opens', 'tag1', 'tag2'],
]
const values = new Int32Array(columns.length)
const templates = templatesOf(
  columns,
  3,
  `0, word.lower, word.suffix1, word.suffix2, word.suffix3, word.suffix4, word.prefix2, word.prefix3,
  word.shape opens, word.shape before.mark after.shape, word.fine, word.coarse word.suffix2, tag1, tag1 tag2,
  tag1 word.lower, tag1 word.suffix3, tag1 word.fine, tag1 after.lower, before.lower, before.lower word.lower,
  after.lower, after.lower word.lower, after.suffix3, after.suffix2 word.suffix2 tag1,
  after.shape word.shape tag1, before.suffix3, before.fine after.fine, second.lower, next.lower,
  after.fine word.suffix3, word.known word.shape opens, word.known tag1 word.suffix2,
  word.known after.known tag1, word.known before.shape after.shape, word.known tag1 after.lower,
  before.lower after.lower word.suffix2`,
)
export const tagFeatureCount = templates.length / 3

/** Fills `out` with the hashes of word `i`, given the tags before it. */
export function tagFeatures(forms: readonly WordForm[], tags: Int32Array, i: number, out: Int32Array): void {
  let n = 1
  for (const distance of [0, -1, -2, 1, 2]) {
    const form = forms[i + distance] ?? edge
    for (const name of attributes) values[n++] = form[name]
  }
  values[n++] = (forms[i - 1] ?? edge).mark ? 1 : 0
  values[n++] = i === 0 ? 1 : 0
  values[n++] = i > 0 ? (tags[i - 1] ?? -1) : -1
  values[n++] = i > 1 ? (tags[i - 2] ?? -1) : -1
  mixTemplates(templates, values, out, 77)
}
