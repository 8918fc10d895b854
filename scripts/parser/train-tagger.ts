/** Learns the tagger's weights. */
import type { WordForm, WordForms } from '../../src/english/parse/word-forms.js'
import { tagFeatureCount, tagFeatures } from '../../src/english/parse/tagger.js'
import { best, sum } from '../../src/english/parse/weights.js'
import { Averaged } from './averaged.js'
import type { GoldSentence } from './conllu.js'
import { Random } from './random.js'

/** Tags seen at least so often are told apart; a rarer one is read as the commonest with its Penn part. */
const commonTag = 8

export function tagSet(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { tags } of sentences) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= commonTag)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([tag]) => tag)
}

export function tagNumber(tags: readonly string[], tag: string): number {
  const exact = tags.indexOf(tag)
  if (exact >= 0) return exact
  const penn = tag.slice(tag.indexOf(' '))
  return Math.max(
    0,
    tags.findIndex((other) => other.endsWith(penn)),
  )
}

export type TaggerSettings = { readonly bits: number; readonly rounds: number; readonly seed: number }

export function trainTagger(
  sentences: readonly GoldSentence[],
  tags: readonly string[],
  words: WordForms,
  { bits, rounds, seed }: TaggerSettings,
): { table: Float32Array; known: Uint8Array } {
  const weights = new Averaged(bits, tags.length, 2)
  const numbers = new Map(sentences.flatMap(({ tags: own }) => own).map((tag) => [tag, tagNumber(tags, tag)]))
  const items = sentences.map((sentence) => ({
    forms: sentence.forms.map((form): WordForm => words.of(form)),
    gold: Int32Array.from(sentence.tags, (tag) => numbers.get(tag) ?? 0),
  }))
  const features = new Int32Array(tagFeatureCount)
  const scores = new Float64Array(tags.length)
  for (const { forms, gold } of items)
    forms.forEach((_, i) => {
      tagFeatures(forms, gold, i, features)
      weights.count(features, tagFeatureCount)
    })
  const random = new Random(seed)
  for (let round = 0; round < rounds; round++) {
    for (const { forms, gold } of random.shuffle(items)) {
      const own = new Int32Array(forms.length)
      for (let i = 0; i < forms.length; i++) {
        tagFeatures(forms, own, i, features)
        sum(features, tagFeatureCount, weights, scores)
        const found = best(scores)
        const right = gold[i] ?? 0
        if (found !== right) weights.update(features, tagFeatureCount, right, found)
        weights.tick()
        own[i] = found
      }
    }
  }
  return { table: weights.averages(), known: weights.known }
}
