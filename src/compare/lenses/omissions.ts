/**
 * What some reports tell and others have nothing of (left-out/topics.ts): `omitted-claim` where several independent texts tell it or one
 * is silent beside others that cannot be judged; `only-here` where one text alone tells it and all others were read whole.
 */
import type { Evidence } from '../../model/comparison.js'
import { wordsIn } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { tellsHarm, tellsStake } from '../../english/stakes.js'
import { draft, evidenceAt } from '../finding.js'
import { shareHeld } from '../left-out/passages.js'
import { spoken, standsAlone, totalOverlap } from '../left-out/stands-alone.js'
import {
  isKnownOf,
  isMostlyKnown,
  isWidelyTold,
  leastPartly,
  mostDoubt,
  mostDoubtBeside,
  ofOneAlone,
  topicsOf,
  type Topic,
} from '../left-out/topics.js'
import { matterHeard, voicesOf, wordsOfVoice } from '../left-out/voices.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { termOf, termsIn } from '../../likeness/terms.js'

/** Topics shown for an event. */
const mostShown = 8
export const omissions: Lens = {
  name: 'omissions',
  asks: () => ({
    'omitted-claim': [
      `A sentence of one report (or linked ones of several) of which another report, read in full, has nothing: no passage linked with it, names or nouns of it that stand nowhere there, nor words near them, and a likelihood under ${printed(mostDoubt)} that it is told there after all (data/left-out.json); beside such a report, under ${printed(mostDoubtBeside)} where what that one lacks stands nowhere.`,
      `Of a report that may have come out too early to know, and of one that may tell it after all, nobody can tell; with a likelihood of ${printed(leastPartly)} it tells it in part or in other words.`,
      'In front: what two texts tell; else, in a front that would be short, first of the rest. Up to three topics, the weightiest first, by the words that are missing there, how much more of the report holds such words, how high it stands, how evenly the independent texts divide and of how many reports it can be told; of five texts and more only what half of them tell; and only if the sentence is understood alone. Of one text what does not tell of harm, law, office or dispute before its last quarter stands there only where of every report that was read whole it is known whether it tells it or not, in part being neither (of many, of four in five). A sentence of fewer than six content words is no topic. Words of a person who is not even named there are shown as that person’s.',
    ],
    'only-here': [
      `One independent text alone tells it, and every other report was read in full and has nothing of it, by the same measure as for what is left out, nor do rows of the sentence leave that open of half of them; it weighs ${printed(ofOneAlone)}, and fills a front that would be short: what has two words of a headline before the rest.`,
    ],
  }),
  find: (context) =>
    context.allTexts < 2
      ? []
      : topicsOf(context)
          .filter((topic) => !isOfVoice(context, topic))
          .slice(0, mostShown)
          .map((topic, _place, all) => toDraft(context, topic, all[0]?.weight ?? 1)),
}

/** Mostly words of somebody whom other reports do not name. */
function isOfVoice(context: Context, { passage: { view, sentence } }: Topic): boolean {
  const spans = voicesOf(context).flatMap((voice) => wordsOfVoice(voice, view))
  return totalOverlap(spans, sentence) >= spoken * (sentence.end - sentence.start)
}

function toDraft(context: Context, topic: Topic, heaviest: number): Draft {
  const { view, sentence } = topic.passage
  const telling = [topic.passage.view, ...topic.others.map(({ view }) => view)]
  const silent = topic.silent.map(({ view }) => view)
  const [tellers, without] = [telling, silent].map((views) => views.map(({ id }) => id))
  const texts = context.texts(tellers ?? [])
  const evidence = evidenceOf(topic)
  return draft(context, {
    kind: topic.alone ? 'only-here' : 'omitted-claim',
    severity: 'prominence',
    articles: (topic.alone ? tellers : without) ?? [],
    column: null,
    evidence,
    confidence: 1 - Math.max(...topic.silent.map(({ told }) => told)),
    salience: heaviest === 0 ? 0 : topic.weight / heaviest,
    detail: { reason: reasonOf(topic) },
    matter: matterHeard(context, [{ view, span: sentence }]) ?? `left out ${sentence.id}`,
    contested: Math.min(texts, context.texts(without ?? [])) / context.allTexts,
    wanted: !topic.alone && texts > 1 ? 'first' : 'rest',
    near: topic.alone ? isOfHeadlines(context, topic) : evidence.some((one) => tellsHarmAt(context, one)),
    front:
      isWidelyTold(context, texts) &&
      isMostlyKnown(telling.length + silent.length, topic.undecided.length) &&
      (isAtStake(topic, texts) ||
        isKnownOf(context, [...topic.undecided, ...topic.partly.map(({ view }) => view)])) &&
      saysEnough(topic) &&
      standsAlone(topic.passage),
  })
}

function tellsHarmAt(context: Context, { role, article, ...span }: Evidence): boolean {
  const view = role === 'asserts' ? context.view(article) : undefined
  return view !== undefined && tellsHarm(wordsIn(view, span).map(({ norm }) => norm))
}

/** Words of headlines from which on a sentence is on what the reports are about. */
const fewestOfHeadlines = 2

/** An editor's memo had 9 of 15 such sentences of one report alone, of the others 4 of 20. */
function isOfHeadlines({ views }: Context, { passage: { view, sentence } }: Topic): boolean {
  const headlines = views.flatMap((one) => (one.article.headline ? termsIn(one, [one.article.headline]) : []))
  return sharedTerms(termsIn(view, [sentence]), headlines).length >= fewestOfHeadlines
}

/** Part of a report behind which what stands is for those who read on. */
const late = 0.75

/** Two texts tell it, or it says that something is at stake. */
function isAtStake({ alone, passage: { view, sentence } }: Topic, texts: number): boolean {
  const isEarly = sentence.start < late * view.text.length
  const says = (): boolean => tellsStake(wordsIn(view, sentence).map(({ norm }) => norm))
  return !alone && (texts > 1 || (isEarly && says()))
}

/** A name that stands nowhere there, or two words: one common word is a choice of words. */
function saysEnough({ gone }: Topic): boolean {
  return gone.length > 1 || gone.some(({ proper }) => proper)
}

function evidenceOf({ passage, others, partly, parts, silent, gone }: Topic): readonly Evidence[] {
  return [
    ...parts.map((part, at) => evidenceAt(passage.view, part, at === 0 ? 'asserts' : 'context')),
    ...others.flatMap(({ view, mentions }) =>
      mentions.map((mention) =>
        evidenceAt(view, mention, shareHeld(view, [mention], gone) > 0 ? 'asserts' : 'context'),
      ),
    ),
    ...partly.map(({ view, place }) => evidenceAt(view, place, 'context')),
    ...silent.flatMap(({ view, untold: { nearest } }) =>
      nearest ? [evidenceAt(view, nearest.span, 'nearest')] : [],
    ),
  ]
}

/** Words named as what the silent reports lack. */
const mostWords = 4

function reasonOf(topic: Topic): string {
  const printed = runsOf(topic).map(({ words }) => `“${words}”`)
  return `these words, or similar ones, stand nowhere there: ${printed.slice(0, mostWords).join(', ')}`
}

type Run = { readonly words: string; readonly weight: number; readonly start: number }

/** The missing words of the passage, those side by side as one, each once. */
function runsOf({ passage: { view, sentence }, gone }: Topic): readonly Run[] {
  const keys = new Set(gone.map(({ key }) => key))
  const missing = view.words.filter(
    ({ key, start, end }) => keys.has(key) && start >= sentence.start && end <= sentence.end,
  )
  const runs: { start: number; end: number; weight: number }[] = []
  for (const word of missing) {
    const last = runs.at(-1)
    const { weight } = termOf(word)
    if (last && /^[\s-]$/u.test(view.text.slice(last.end, word.start))) {
      last.end = word.end
      last.weight += weight
    } else runs.push({ start: word.start, end: word.end, weight })
  }
  const printed = runs.map(({ start, end, weight }) => ({
    words: view.text.slice(start, end),
    weight,
    start,
  }))
  return [...new Map(printed.map((run) => [run.words.toLowerCase(), run])).values()]
}
