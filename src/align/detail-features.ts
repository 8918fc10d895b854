/**
 * What speaks for and against two claims making the same statement, closely looked at: symmetric in the two.
 *
 * In: the Details of two claims, how much their articles have to do with each other. Out: numbers in the order of
 * `detailNames`.
 */
import type { Detail, Quantities, SentenceDetail, WordOrder } from './claim-details.js'
import type { Lexicon } from '../likeness/lexicon.js'
import type { Cover } from '../likeness/soft-cover.js'
import { coverOf } from '../likeness/weighted-words.js'
import { common } from '../text/common.js'
import { opposed } from './opposites.js'
import { spellingLike } from '../likeness/spelling.js'
import { kept } from '../text/grouped.js'

export const detailNames = [
  'covered more',
  'covered less',
  'covered both',
  'covered by sentence more',
  'covered by sentence less',
  'sentence covered more',
  'sentence covered less',
  'rarest shared',
  'next shared',
  'rare shared',
  'shared words',
  'run',
  'run of matter',
  'in order',
  'in order of shorter',
  'spelling',
  'spelling within',
  'sentence spelling',
  'name share',
  'names beside',
  'quantity shared',
  'quantity apart',
  'sentence quantity shared',
  'sentence quantity apart',
  'opposed',
  'hedge differs',
  'allegation differs',
  'both headline',
  'both lead',
  'place of earlier',
  'place of later',
  'both credited',
  'speakers',
  'kinship',
  'fewer words',
  'more words',
  'point back',
  'shorter sentence',
  'longer sentence',
  'smaller part',
  'greater part',
  'soft more',
  'soft less',
  'sentence soft more',
  'sentence soft less',
  'lacking less',
  'lacking more',
  'both in marks',
  'first in sentence',
] as const

/** A shared word counts as rare by what it weighs above this. */
const RARE = 4
/** Each word of a run, matter or not. */
const EACH = 0.5

/** What the sentences of two claims have in common. */
type SentenceLikeness = {
  readonly coveredAb: number
  readonly coveredBa: number
  readonly cosine: number
  readonly quantities: readonly [number, number]
  readonly soft: Cover
}

/** The same, worked out once for all claims that stand in two sentences. */
export function sentenceLikeness(lexicon: Lexicon): (a: Detail, b: Detail) => SentenceLikeness {
  const known = new Map<SentenceDetail, Map<SentenceDetail, SentenceLikeness>>()
  return (a, b) => {
    const ofA = kept(known, a.sentence, () => new Map<SentenceDetail, SentenceLikeness>())
    return kept(ofA, b.sentence, () => likenessOf(a, b, lexicon))
  }
}

function likenessOf(a: Detail, b: Detail, lexicon: Lexicon): SentenceLikeness {
  return {
    coveredAb: covered(a.sentence.order, b.sentence.order),
    coveredBa: covered(b.sentence.order, a.sentence.order),
    cosine: spellingLike(a.sentence.spelling, b.sentence.spelling).cosine,
    quantities: quantityAgreement(a.sentence.quantities, b.sentence.quantities),
    soft: coverOf(a.unit.sentence.plain, b.unit.sentence.plain, lexicon),
  }
}

/** `ofSentences`, where given, remembers. */
export function detailFeatures(
  a: Detail,
  b: Detail,
  lexicon: Lexicon,
  kinship: number,
  ofSentences = sentenceLikeness(lexicon),
): number[] {
  const [ab, ba] = [covered(a.order, b.order), covered(b.order, a.order)]
  const [inB, inA] = [covered(a.order, b.sentence.order), covered(b.order, a.sentence.order)]
  const sentences = ofSentences(a, b)
  const [sb, sa] = [sentences.coveredAb, sentences.coveredBa]
  const shared = sharedWeights(a.order, b.order)
  const run = runs(a.order, b.order, lexicon)
  const spelling = spellingLike(a.spelling, b.spelling)
  const [p, q] = [a.unit.passage, b.unit.passage]
  const names = common(p.facts.names, q.facts.names)
  const all = p.facts.names.size + q.facts.names.size
  const [shares, apart] = quantityAgreement(a.quantities, b.quantities)
  const [sentenceShares, sentenceApart] = sentences.quantities
  const soft = coverOf(p.plain, q.plain, lexicon)
  const around = sentences.soft
  const [lackA, lackB] = [(1 - ab) * a.order.total, (1 - ba) * b.order.total]
  const [few, many] = ordered(a.order.matter.size, b.order.matter.size)
  const [short, long] = ordered(a.sentence.order.matter.size, b.sentence.order.matter.size)
  return [
    Math.max(ab, ba),
    Math.min(ab, ba),
    ab * ba,
    Math.max(inB, inA),
    Math.min(inB, inA),
    Math.max(sb, sa),
    Math.min(sb, sa),
    shared[0] ?? 0,
    shared[1] ?? 0,
    shared.reduce((sum, weight) => sum + Math.max(0, weight - RARE), 0),
    shared.length,
    run.weight,
    run.matter,
    run.inOrder,
    run.inOrder / Math.max(1, Math.min(a.order.total, b.order.total)),
    spelling.cosine,
    spelling.within,
    sentences.cosine,
    names / Math.max(1, all - names),
    Math.min(3, p.facts.names.size - names) + Math.min(3, q.facts.names.size - names),
    shares,
    apart,
    sentenceShares,
    sentenceApart,
    flag(opposed(a.text, b.text, { near: 2 })),
    flag(a.claim.hedged !== b.claim.hedged),
    flag((a.claim.allegation ?? false) !== (b.claim.allegation ?? false)),
    flag(a.unit.headline && b.unit.headline),
    flag((a.lead || a.unit.headline) && (b.lead || b.unit.headline)),
    ...ordered(a.unit.place, b.unit.place),
    flag(a.unit.attributed && b.unit.attributed),
    speakers(a.speaker, b.speaker),
    kinship,
    few,
    many,
    flag(a.pointsBack) + flag(b.pointsBack),
    short,
    long,
    ...ordered(a.share, b.share),
    Math.max(soft.ab, soft.ba),
    Math.min(soft.ab, soft.ba),
    Math.max(around.ab, around.ba),
    Math.min(around.ab, around.ba),
    ...ordered(lackA, lackB),
    flag(a.inMarks && b.inMarks),
    Math.min(a.nth, b.nth),
  ]
}

function flag(value: boolean): number {
  return value ? 1 : 0
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a]
}

/** The share of a's matter, by weight, that b has, too. */
function covered(a: WordOrder, b: WordOrder): number {
  if (a.total === 0) return 0
  let sum = 0
  for (const [id, weight] of a.matter) if (b.matter.has(id)) sum += weight
  return sum / a.total
}

/** Weights of the words that both have, heaviest first. */
function sharedWeights(a: WordOrder, b: WordOrder): number[] {
  const found: number[] = []
  for (const [id, weight] of a.matter) if (b.matter.has(id)) found.push(weight)
  return found.sort((x, y) => y - x)
}

type Runs = {
  /** The heaviest run of words that both have in a row, and the most words of matter in one. */
  readonly weight: number
  readonly matter: number
  /** Weight of the matter that stands in the same order in both. */
  readonly inOrder: number
}

/** One row each, from column 1 on, kept from call to call: asked for every pair that is closely looked at. */
let row = { run: new Float64Array(64), matter: new Float64Array(64), order: new Float64Array(64) }

function emptyRow(width: number): typeof row {
  if (row.run.length < width) {
    const length = 2 * width
    row = { run: new Float64Array(length), matter: new Float64Array(length), order: new Float64Array(length) }
  }
  for (const values of [row.run, row.matter, row.order]) values.fill(0, 0, width)
  return row
}

function runs(a: WordOrder, b: WordOrder, lexicon: Lexicon): Runs {
  const width = b.words.length + 1
  const { run, matter, order } = emptyRow(width)
  let [heaviest, most] = [0, 0]
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i] ?? 0
    const carries = a.carries[i] ?? 0
    const own = carries * lexicon.weight(word)
    // Of the row above: the cell before this one; and of this row: the one just written.
    let [runBefore, matterBefore, orderBefore, orderHere] = [0, 0, 0, 0]
    for (let j = 1; j < width; j++) {
      const [runAbove, matterAbove, orderAbove] = [run[j] ?? 0, matter[j] ?? 0, order[j] ?? 0]
      if (word === b.words[j - 1]) {
        const [longer, more] = [runBefore + own + EACH, matterBefore + carries]
        run[j] = longer
        matter[j] = more
        if (longer > heaviest) heaviest = longer
        if (more > most) most = more
        orderHere = orderBefore + own
      } else {
        run[j] = 0
        matter[j] = 0
        if (orderAbove > orderHere) orderHere = orderAbove
      }
      order[j] = orderHere
      runBefore = runAbove
      matterBefore = matterAbove
      orderBefore = orderAbove
    }
  }
  return { weight: heaviest, matter: most, inOrder: order[width - 1] ?? 0 }
}

/** Whether both give a value; whether both give a kind of value and none in common. */
function quantityAgreement(a: Quantities, b: Quantities): [number, number] {
  if (common(a.values, b.values) > 0) return [1, 0]
  return [0, flag(common(a.kinds, b.kinds) > 0)]
}

/** 1 when the names credited share a word, -1 when both are known and share none, 0 otherwise. */
function speakers(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  return common(a, b) > 0 ? 1 : -1
}
