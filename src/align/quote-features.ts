/**
 * What speaks for and against two quotations of different articles being versions of one utterance.
 *
 * In:    two quotations. Out: numbers in the order of `quoteNames`, the same for (a, b) and (b, a); null where they cannot be
 *        one utterance whatever the numbers say.
 * Never: joins what has no more in common than a name, or two speakers who are known to be two, unless the printed words
 *        are too long to be said twice: that is a finding (`speaker-differs`).
 */
import { itemAt } from '../text/item-at.js'
import { coverOf, dot, exactCosine, shared } from '../likeness/weighted-words.js'
import { common } from '../text/common.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { commonRun, repeated, type Repeated, type WordRun } from './printed-words.js'
import type { QuoteUnit } from './quote-items.js'
import { sameSpeaker } from './speakers.js'

export const quoteNames = [
  'printed share',
  'printed run words',
  'repeated',
  'printed in reported',
  'share',
  'share of clauses',
  'run',
  'run words',
  'cosine',
  'own cosine',
  'soft high',
  'soft low',
  'mass',
  'matter three',
  'matter high',
  'shorter',
  'longer',
  'same length',
  'names shared',
  'numbers apart',
  'times shared',
  'sentence',
  'sentence squared',
  'sentence soft',
  'around across',
  'same speaker',
  'other speaker',
  'mass, same speaker',
  'same cue',
  'headline',
  'place',
] as const

/** Printed words count as repeated from this share of a run … */
const SHARE = 0.7
/** … and this weight: two rare words, or one rare word printed alone in both. */
const WEIGHT = 8
/** So many matter words in a row, printed by both, are one utterance whoever is credited … */
const BEYOND_DOUBT = 4
/** … and so are fewer in sentences that are otherwise as alike as this. */
const ALIKE = 0.35

export function quoteFeatures(a: QuoteUnit, b: QuoteUnit, lexicon: Lexicon): readonly number[] | null {
  const [p, q] = [a.unit.passage, b.unit.passage]
  const names = new Set([...p.facts.names, ...q.facts.names])
  const matter = matterInCommon(a, b, names, lexicon)
  if (matter.less === 0) return null
  const [m, n] = [a.printed, b.printed]
  const printed = repeated(m, n)
  const printedRun = commonRun(m, n, names)
  const repeats = printed.some((part, k) => isRepeated(part, k === 0 ? m : n, k === 0 ? n : m))
  const speaker = sameSpeaker(a.speaker, b.speaker)
  const [s, t] = [a.unit.sentence, b.unit.sentence]
  const sentence = exactCosine(s.own, t.own)
  const beyondDoubt = repeats && (printedRun.words >= BEYOND_DOUBT || sentence >= ALIKE)
  if (speaker === 'other' && !beyondDoubt) return null
  const allPrinted = same(m, a.words) && same(n, b.words)
  const share = greatestShare(allPrinted ? printed : repeated(a.words, b.words))
  const run = allPrinted ? printedRun : commonRun(a.words, b.words, names)
  const cover = coverOf(p.own, q.own, lexicon)
  const met = shared(p, q)
  const mass = Math.log1p(met.mass)
  const [less, more] = [Math.min(p.own.total, q.own.total), Math.max(p.own.total, q.own.total)]
  return [
    greatestShare(printed),
    Math.min(5, printedRun.words),
    yes(repeats),
    Math.max(printedInReported(a, b), printedInReported(b, a)),
    share,
    a.clausal && b.clausal ? share : 0,
    Math.log1p(run.weight),
    Math.min(5, run.words),
    met.plain,
    met.own,
    Math.max(cover.ab, cover.ba),
    Math.min(cover.ab, cover.ba),
    mass,
    yes(matter.both >= 3),
    matter.both / matter.less,
    Math.log1p(less),
    Math.log1p(more),
    less / Math.max(0.1, more),
    yes(common(p.facts.names, q.facts.names) > 0),
    yes(
      p.facts.numbers.size > 0 && q.facts.numbers.size > 0 && common(p.facts.numbers, q.facts.numbers) === 0,
    ),
    yes(common(p.facts.times, q.facts.times) > 0),
    sentence,
    sentence ** 2,
    dot(s.vector, t.vector),
    exactCosine(s.own, b.unit.around) + exactCosine(a.unit.around, t.own),
    yes(speaker === 'same'),
    yes(speaker === 'other'),
    speaker === 'same' ? mass : 0,
    yes(a.cue !== null && a.cue === b.cue),
    yes(a.unit.headline) + yes(b.unit.headline),
    Math.abs(a.unit.place - b.unit.place),
  ]
}

function same({ words: one }: WordRun, { words: two }: WordRun): boolean {
  return one.length === two.length && one.every((word, at) => word === two[at])
}

function yes(holds: boolean): number {
  return holds ? 1 : 0
}

/** Stems that are no names: those of the two together, and of the one that has fewer. */
function matterInCommon(
  a: QuoteUnit,
  b: QuoteUnit,
  names: ReadonlySet<string>,
  lexicon: Lexicon,
): { readonly both: number; readonly less: number } {
  const named = new Set([...names].map((name) => lexicon.idOf(name)))
  const [one, two] = [a, b].map(({ unit: { passage } }) =>
    [...passage.own.words].filter((id, k) => itemAt(passage.own.weights, k) > 0 && !named.has(id)),
  )
  if (!one || !two) return { both: 0, less: 0 }
  return { both: one.filter((id) => two.includes(id)).length, less: Math.min(one.length, two.length) }
}

function greatestShare([one, two]: readonly [Repeated, Repeated]): number {
  return Math.max(one.share, two.share)
}

/** A run printed in one stands in the other, or the two print the same short words. */
function isRepeated(part: Repeated, run: WordRun, other: WordRun): boolean {
  const length = run.words.length
  const same = length === other.words.length && part.stretch === length
  return (part.share >= SHARE && part.weight >= WEIGHT && part.stretch >= 2) || (same && part.weight >= 4)
}

/** How much of the printed words the other tells without quotation marks. */
function printedInReported(one: QuoteUnit, reported: QuoteUnit): number {
  if (one.printed.words.length === 0 || reported.printed.words.length > 0) return 0
  return repeated(one.printed, reported.words)[0].share
}
