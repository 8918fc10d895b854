/**
 * What speaks for two claims making one statement, or two quotations being one utterance: numbers in the order of `featureNames`, the
 * same for (a, b) and (b, a). Never: asks a third article.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Lexicon } from '../likeness/lexicon.js'
import { spellingLike } from '../likeness/spelling.js'
import { coverOf, dot, exactCosine, exactCover, sharedWeight } from '../likeness/weighted-words.js'
import type { Cover } from '../likeness/soft-cover.js'
import { kept } from '../text/grouped.js'
import { opposed } from './opposites.js'
import { sameSpeaker } from './speakers.js'
import type { Surrounded, Unit } from './unit.js'
import { repeated, type Repeated } from './word-order.js'

export const featureNames = [
  'cosine',
  'soft high',
  'mass',
  'longer',
  'in sentence',
  'sentence',
  'sentence squared',
  'sentence vector',
  'sentence soft',
  'around',
  'around across',
  'run',
  'run of matter',
  'spelling',
  'spelling within',
  'names beside',
  'numbers shared',
  'times shared',
  'opposed',
  'hedge differs',
  'voice differs',
  'same speaker',
  'other speaker',
  'same cue',
  'both lead',
  'place of later',
  'kinship',
  'printed',
  'printed run',
  'mass squared',
  'cosine, mass',
  'sentence, late',
  'sentence, around',
  'in sentence, around',
] as const

type OfSentences = {
  readonly cosine: number
  readonly vector: number
  readonly soft: Cover
  /** What stands around them, and each against what stands around the other. */
  readonly around: number
  readonly across: number
}
export type SentenceLikeness = (a: Surrounded, b: Surrounded) => OfSentences

/** What two sentences have in common, worked out once for all that stands in them. */
export function sentenceLikeness(lexicon: Lexicon): SentenceLikeness {
  const known = new Map<Surrounded, Map<Surrounded, OfSentences>>()
  return (a, b) =>
    kept(
      kept(known, a, () => new Map<Surrounded, OfSentences>()),
      b,
      () => ({
        cosine: exactCosine(a.own, b.own),
        vector: dot(a.vector, b.vector),
        soft: coverOf(a.plain, b.plain, lexicon),
        around: exactCosine(a.around, b.around),
        across: exactCosine(a.own, b.around) + exactCosine(a.around, b.own),
      }),
    )
}

export type Between = {
  readonly lexicon: Lexicon
  readonly ofSentences: SentenceLikeness
  readonly kinship: number
}

export function pairFeatures(a: Unit, b: Unit, { lexicon, ofSentences, kinship }: Between): number[] {
  const [p, q, s, t] = [a.passage, b.passage, a.sentence, b.sentence]
  const cover = coverOf(p.own, q.own, lexicon)
  const cosine = exactCosine(p.plain, q.plain)
  const mass = Math.log1p(sharedWeight(p.own, q.own))
  const inSentence = Math.min(exactCover(p.plain, t.plain), exactCover(q.plain, s.plain))
  const sentences = ofSentences(s, t)
  const order = repeated(a.order, b.order)
  const spelling = spellingLike(a.spelling, b.spelling)
  const names = common(p.facts.names, q.facts.names)
  const speaker = sameSpeaker(a.speaker, b.speaker)
  const late = Math.max(a.place, b.place)
  const printed = repeated(a.printed, b.printed)
  return [
    cosine,
    Math.max(cover.ab, cover.ba),
    mass,
    Math.log1p(Math.max(p.own.total, q.own.total)),
    inSentence,
    sentences.cosine,
    sentences.cosine ** 2,
    sentences.vector,
    Math.max(sentences.soft.ab, sentences.soft.ba),
    sentences.around,
    sentences.across,
    order.run,
    order.matter,
    spelling.cosine,
    spelling.within,
    Math.min(3, p.facts.names.size - names) + Math.min(3, q.facts.names.size - names),
    flag(common(p.facts.numbers, q.facts.numbers) > 0),
    flag(common(p.facts.times, q.facts.times) > 0),
    flag(opposed(a.text, b.text, { near: 2 })),
    flag(a.hedged !== b.hedged),
    flag(a.attributed !== b.attributed),
    flag(speaker === 'same'),
    flag(speaker === 'other'),
    flag(a.cue !== null && a.cue === b.cue),
    flag(a.lead && b.lead),
    late,
    kinship,
    printed.share,
    Math.min(5, printed.matter),
    mass ** 2,
    cosine * mass,
    sentences.cosine * late,
    sentences.cosine * sentences.across,
    inSentence * sentences.across,
  ]
}

/** So many matter words in a row, printed by both, are one utterance whoever is credited … */
const BEYOND_DOUBT = 4
/** … and so is most of what one prints, in sentences that are otherwise as alike as this. */
const REPEATED = 0.7
const ALIKE = 0.35

/** Not a thing that was spoken of (but in the same words), not with no more in common than a name, and not of two speakers who are known to be two: that would be a finding. */
export function mayBeOneUtterance(a: Unit, b: Unit, { ofSentences }: Between): boolean {
  if (!hasMatter(a) || !hasMatter(b)) return false
  if ((a.thing || b.thing) && !isDeepStrictEqual(a.order.words, b.order.words)) return false
  if (sameSpeaker(a.speaker, b.speaker) !== 'other') return true
  const { matter, share }: Repeated = repeated(a.printed, b.printed)
  return matter >= BEYOND_DOUBT || (share >= REPEATED && ofSentences(a.sentence, b.sentence).cosine >= ALIKE)
}

function hasMatter({ order }: Unit): boolean {
  return order.matter.includes(1)
}

function flag(value: boolean): number {
  return value ? 1 : 0
}

// ---- common

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}
