/**
 * Learns which reports are of one story: data/stories.json.
 *
 * npx tsx scripts/train-stories.ts --gold <folder> [--part dev] [--out data] [--folds 3]
 * `--folds`: also divides the topics of each set in two halves so many times, learns on one, groups the other, and prints the
 * B-cubed F1 of what was left out with its spread; and learns on the other sets to group each.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { groupStories, joinFeatures, mergeFeatures } from '../src/stories/grouping.js'
import {
  cosine,
  decisionsOf,
  joinNames,
  mergeNames,
  pairFeatures,
  pairNames,
  type StoriesModel,
  type Timed,
} from '../src/stories/likeness.js'
import { Commonness } from '../src/stories/commonness.js'
import { rulingsOf } from '../src/stories/rulings.js'
import { itemAt } from '../src/text/item-at.js'
import { logistic } from './logistic.mjs'
import { storyDocuments, type StoryDocument } from './stories/documents.js'

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '' },
    part: { type: 'string', default: 'dev' },
    out: { type: 'string', default: 'data' },
    folds: { type: 'string', default: '0' },
  },
})

type Row = { readonly x: readonly number[]; readonly y: 0 | 1 }
type Learner = Timed & StoryDocument

/** Pairs with less in common teach nothing. */
const leastCommon = 0.12
const penalty = 3
/** A report that was left alone is mended by no later decision as often as one that was put wrong: log odds. */
const leaning = { join: 0.4, merge: 0 }
/** Stories are put together from their reports in so many random orders, now and then in two parts. */
const orders = 2
const secondPart = 0.3

const documents = storyDocuments(values.gold, values.part).map((one): Learner => {
  const { publishedAt, words } = one.text
  return { ...one, words, time: publishedAt === null ? null : Date.parse(publishedAt) }
})
const sets = [...new Set(documents.map(({ set }) => set))]

for (let fold = 0; fold < Number(values.folds); fold++) console.log(`fold ${fold}: ${leftOut(fold)}`)
if (Number(values.folds) > 0) console.log(`whole sets left out: ${setsLeftOut()}`)
const model = learn(documents)
console.log(`seen: ${sets.map((set) => figure(set, ofSet(documents, set), model)).join(' · ')}`)
writeFileSync(path.join(values.out, 'stories.json'), `${JSON.stringify(model, null, 1)}\n`)

function leftOut(fold: number): string {
  const topics = sets.map((set) =>
    shuffled([...new Set(ofSet(documents, set).map(({ topic }) => topic))], fold + 1),
  )
  const first = new Set(topics.flatMap((of) => of.filter((_, i) => i % 2 === 0)))
  return [true, false]
    .map((isFirst) => {
      const learned = learn(documents.filter(({ topic }) => first.has(topic) === isFirst))
      const other = documents.filter(({ topic }) => first.has(topic) !== isFirst)
      return sets.map((set) => figure(set, ofSet(other, set), learned)).join(' · ')
    })
    .join(' | ')
}

function setsLeftOut(): string {
  return sets
    .map((set) => figure(set, ofSet(documents, set), learn(documents.filter((one) => one.set !== set))))
    .join(' · ')
}

function ofSet(of: readonly Learner[], set: string): readonly Learner[] {
  return of.filter((one) => one.set === set)
}

function learn(from: readonly Learner[]): StoriesModel {
  const of = sets.flatMap((set) => weighed(ofSet(from, set)))
  const pair = fitted(pairNames, pairRows(of))
  const weights = Float64Array.from([...pairNames.map((name) => pair.weights[name]), pair.bias])
  const rows = growingRows(of, weights)
  return {
    pair,
    join: leant(fitted(joinNames, rows.join), leaning.join),
    merge: leant(fitted(mergeNames, rows.merge), leaning.merge),
  }
}

/** Each set is a world of its own, with words of its own that are common in it. */
function weighed(of: readonly Learner[]): readonly Learner[] {
  const commonness = new Commonness()
  for (const { text } of of) commonness.add(text)
  return of.map((one) => ({ ...one, words: commonness.weighed(one.text).words }))
}

type Logistic<Name extends string> = { bias: number; weights: Record<Name, number> }

function fitted<Name extends string>(names: readonly Name[], rows: readonly Row[]): Logistic<Name> {
  const { bias, weights } = logistic(rows, penalty)
  const named = names.map((name, k) => [name, rounded(itemAt(weights, k))] as const)
  return { bias: rounded(bias), weights: Object.fromEntries(named) as Record<Name, number> }
}

function leant<Model extends { bias: number }>(of: Model, by: number): Model {
  return { ...of, bias: rounded(of.bias + by) }
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

/** With times and without: what is near in time is not alike for that. */
function pairRows(of: readonly Learner[]): readonly Row[] {
  return of.flatMap((a, i) =>
    of.slice(i + 1).flatMap((b): Row[] => {
      const y = a.story === b.story ? 1 : 0
      if (a.set !== b.set || (y === 0 && cosine(a.words.lead, b.words.lead) < leastCommon)) return []
      const timeless = { x: pairFeatures({ ...a, time: null }, b), y } as const
      return a.time === null || b.time === null ? [timeless] : [{ x: pairFeatures(a, b), y }, timeless]
    }),
  )
}

type Part = { readonly story: string; readonly own: Learner[] }

/** Stories as they grow: each report against the nearest parts of stories, and parts against parts. */
function growingRows(of: readonly Learner[], pair: Float64Array): { join: Row[]; merge: Row[] } {
  const join: Row[] = []
  const merge: Row[] = []
  for (const set of sets)
    for (let order = 0; order < orders; order++) {
      const random = randomFrom(order * 31 + 7)
      const parts = new Map<string, Part>()
      for (const one of shuffled(ofSet(of, set), order + 100)) {
        const near = nearestParts(one, [...parts.values()])
        for (const part of near)
          join.push({ x: joinFeatures(pair, one, part.own), y: part.story === one.story ? 1 : 0 })
        const key = `${one.story} ${random() < secondPart ? 1 : 0}`
        const mine = parts.get(key) ?? { story: one.story, own: [] }
        parts.set(key, mine)
        mine.own.push(one)
        if (random() < 0.5) continue
        for (const part of parts.values())
          if (part !== mine && (part.story === one.story || near.includes(part)))
            merge.push({ x: mergeFeatures(pair, mine.own, part.own), y: part.story === one.story ? 1 : 0 })
      }
    }
  return { join, merge }
}

function nearestParts(one: Learner, parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part) => ({
      part,
      near: Math.max(...part.own.slice(-6).map((other) => cosine(other.words.lead, one.words.lead))),
    }))
    .sort((a, b) => b.near - a.near)
    .slice(0, 6)
    .map(({ part }) => part)
}

/** B-cubed F1 with precision and recall, and stories found of how many. */
function figure(set: string, of: readonly Learner[], learned: StoriesModel): string {
  const { stories } = groupStories(
    of.map(({ text }) => text),
    decisionsOf(learned),
    rulingsOf([]),
  )
  const goldOf = new Map(of.map(({ text, story }) => [text.source, story]))
  const sizes = new Map<string, number>()
  for (const { story } of of) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  let [precision, recall] = [0, 0]
  for (const { members } of stories)
    for (const { source } of members) {
      const story = goldOf.get(source) ?? ''
      const right = members.filter((other) => goldOf.get(other.source) === story).length
      precision += right / members.length / of.length
      recall += right / (sizes.get(story) ?? 1) / of.length
    }
  const per = (value: number): string => (100 * value).toFixed(1)
  const f1 = (2 * precision * recall) / (precision + recall)
  return `${set} ${per(f1)} (P ${per(precision)} R ${per(recall)}, ${stories.length} of ${sizes.size})`
}

function shuffled<Thing>(things: readonly Thing[], seed: number): readonly Thing[] {
  const random = randomFrom(seed)
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

function randomFrom(seed: number): () => number {
  let state = (seed * 7919 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
