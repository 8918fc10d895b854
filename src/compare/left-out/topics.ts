/**
 * What some reports tell and others, read whole and not too early, have nothing of: one topic an entry, the weightiest first. A topic
 * weighs by the words that the silent lack and how much of the telling report holds them, by how evenly the independent texts divide,
 * by its place, and by how unlikely it is told after all (told-after-all.ts).
 */
import type { Mention } from '../../model/alignment.js'
import { sortedBy } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import { quantise } from '../../text/quantise.js'
import { mayBeTooEarly } from '../../likeness/too-early.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import type { Term } from '../../likeness/terms.js'
import { matters, partWith, passagesOf, shareHeld, weightOf, type Passage } from './passages.js'
import { standsForRow } from './rows.js'
import { tracesIn, type Judged } from './traces.js'

export type Topic = {
  readonly passage: Passage
  /** Other reports with a linked passage that holds most of what the silent ones lack. */
  readonly others: readonly { readonly view: ArticleView; readonly mentions: readonly Mention[] }[]
  readonly silent: readonly Judged[]
  /** Reports with something near that is likely the same in part or in other words. */
  readonly partly: readonly { readonly view: ArticleView; readonly place: Span }[]
  /** Reports of which nobody can surely tell: read in part, too early, or with something less near. */
  readonly undecided: readonly ArticleView[]
  /** One text tells it, and all others have nothing of it. */
  readonly alone: boolean
  /** Names and nouns of the passage that stand in none of the silent reports. */
  readonly gone: readonly Term[]
  /** Where the report has these words: in the passage, and in up to two more. */
  readonly parts: readonly Span[]
  readonly weight: number
}

/** A report that tells the thing after all with this likelihood or more is not said to lack it. */
export const mostDoubt = 0.15
/** Nor, beside one that surely lacks it, with this one: of 144 on read events, left out of learning, 123 had nothing of it. */
export const mostDoubtBeside = 0.25
/** Content words of a passage: of shorter ones, cut or not, as many are told elsewhere as are not. */
const leastWords = 6
/** And one that is said to tell it does so with this likelihood at least, in a linked passage that holds most of the words. */
const leastSure = 0.8
const mostly = 0.5
/** With this likelihood it tells the thing in part or in other words. */
export const leastPartly = 0.7
/** What one text alone tells is its own addition as often as it is left out elsewhere: editors noted it half as often. */
export const ofOneAlone = 0.5
/** A topic loses as much of its weight as reports cannot be told of, by this part: readers take them for silent. */
const ofUndecided = 0.5
/** Passages of the same report shown beside. */
const mostMore = 2
/** Two topics have at most one name or noun in common, and do not stand side by side in one report. */
const apart = { words: 1, characters: 300 } as const

export function topicsOf(context: Context): readonly Topic[] {
  const ranked = sortedBy(
    context.views.flatMap((view) => topicsIn(context, view)),
    ({ weight, passage }) => [-weight, passage.view.name, passage.sentence.start],
  )
  const kept: Topic[] = []
  for (const topic of ranked) if (!kept.some((other) => overlaps(topic, other))) kept.push(topic)
  return kept
}

function overlaps(a: Topic, b: Topic): boolean {
  const keys = new Set(a.gone.map(({ key }) => key))
  if (b.gone.filter(({ key }) => keys.has(key)).length > apart.words) return true
  const distance = Math.abs(a.passage.sentence.start - b.passage.sentence.start)
  return a.passage.view === b.passage.view && distance < apart.characters
}

function topicsIn(context: Context, teller: ArticleView): readonly Topic[] {
  const passages = passagesOf(teller).filter((passage) => standsForRow(context, passage))
  const others = context.views.filter((view) => context.texts([view.id, teller.id]) > 1)
  const judged = others.map((view) => tracesIn(context, passages, view))
  return passages.flatMap((passage, at) => {
    const here = judged.flatMap((list) => list[at] ?? [])
    const topic = topicOf(context, passage, here)
    if (!topic) return []
    const silent = new Set(topic.silent.flatMap(({ view, told }) => (told < mostDoubt ? [view] : [])))
    const lists = judged.filter((list) => list[at] && silent.has(list[at].view))
    return [withSupport(topic, at, lists)]
  })
}

function topicOf(context: Context, passage: Passage, here: readonly Judged[]): Topic | null {
  const telling = { view: passage.view, mentions: [passage.sentence] }
  // What all others seem to lack is no addition where the rows leave it open of half of them.
  const isLone = here.every(({ mentions, told }) => mentions.length === 0 && told < mostDoubtBeside)
  if (isLone && here.filter(({ isOpen }) => isOpen).length * 2 >= here.length) return null
  const lacking = here.filter(
    ({ view, mentions, told }) =>
      told < mostDoubtBeside &&
      mentions.length === 0 &&
      view.article.completeness.state === 'complete' &&
      !mayBeTooEarly(view, [telling]),
  )
  const surely = lacking.filter(({ told }) => told < mostDoubt)
  const gone = matters(passage.terms).filter((term) =>
    surely.every(({ untold }) => untold.gone.includes(term)),
  )
  // The others decide neither the place of a topic nor whether one text tells it alone.
  const silent = lacking.filter(
    (one) => surely.includes(one) || gone.every((term) => one.untold.gone.includes(term)),
  )
  if (surely.length === 0 || gone.length === 0 || passage.terms.length < leastWords) return null
  const others = here.filter(
    ({ view, told, mentions }) => told >= leastSure && shareHeld(view, mentions, gone) >= mostly,
  )
  const texts = context.texts([passage.view.id, ...others.map(({ view }) => view.id)])
  const without = context.texts(surely.map(({ view }) => view.id))
  const divided = Math.min(texts, without) / context.allTexts
  const doubt = surely.reduce((sum, { told }) => sum + told, 0) / surely.length
  const high = 2 - passage.sentence.start / passage.view.text.length
  const partly = here.flatMap(({ view, told, untold: { nearest } }) =>
    told >= leastPartly && nearest && !others.some((other) => other.view === view)
      ? [{ view, place: nearest.span }]
      : [],
  )
  const named = new Set([...surely, ...others, ...partly].map(({ view }) => view))
  const undecided = here.map(({ view }) => view).filter((view) => !named.has(view))
  const decided = 1 - (ofUndecided * undecided.length) / here.length
  const alone = partly.length === 0 && texts + without === context.allTexts && texts === 1
  const weight = (1 - doubt) * weightOf(gone) * divided * high * decided * (alone ? ofOneAlone : 1)
  return { passage, others, silent, partly, undecided, gone, alone, parts: [], weight }
}

/** The rest of the report that holds words which the silent ones lack as well. */
function withSupport(topic: Topic, at: number, lists: readonly (readonly Judged[])[]): Topic {
  const keys = new Set(topic.gone.map(({ key }) => key))
  const [first = []] = lists
  const support = first.flatMap(({ untold }, index) => {
    if (index === at) return []
    const common = untold.gone.filter(({ key }) => keys.has(key)).length
    const told = lists.reduce((sum, list) => sum + (list[index]?.told ?? 1), 0) / lists.length
    return common === 0 ? [] : [{ passage: untold.passage, worth: common * (1 - told), told }]
  })
  const total = support.reduce((sum, { worth }) => sum + worth, 0)
  const more = sortedBy(
    support.filter(({ told }) => told < mostDoubt),
    ({ worth, passage }) => [-worth, passage.sentence.start],
  )
    .slice(0, mostMore)
    .map(({ passage }) => partWith(passage, topic.gone))
  const parts = [partWith(topic.passage, topic.gone), ...more]
  return { ...topic, parts, weight: quantise(topic.weight * Math.log1p(total)) }
}

/** From so many independent texts on, what a few tell is an addition of theirs, and who is heard is for the tables. */
export const manyTexts = 5

/** Of many texts half tell it. */
export function isWidelyTold({ allTexts }: Context, texts: number): boolean {
  return allTexts < manyTexts || texts * 2 >= allTexts
}

/** Of every report that was read whole it is known whether it tells the thing, of many texts of four in five. */
export function isKnownOf(context: Context, undecided: readonly ArticleView[]): boolean {
  const whole = undecided.filter(({ article }) => article.completeness.state === 'complete')
  return whole.length <= Math.floor(context.views.length / manyTexts)
}

/** Of half of the other reports or more it is known whether they tell it. `known` counts the report that tells it, too. */
export function isMostlyKnown(known: number, unclear: number): boolean {
  return known - 1 >= unclear
}
