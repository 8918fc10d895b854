/** What two texts build on, or one from its lead on, and another never mentions (left-out/themes.ts): `omitted-theme`, one a theme. */
import type { Evidence } from '../../model/comparison.js'
import { sortedBy } from '../../text/order.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { termsIn, type Term } from '../../likeness/terms.js'
import { roles } from '../../english/roles.js'
import { inHeadline, inLead, type ArticleView } from '../../likeness/view.js'
import { actorsOf } from '../actors/actors.js'
import type { Context } from '../context.js'
import { draft, evidenceAt } from '../finding.js'
import { partWith, type Passage } from '../left-out/passages.js'
import { holdsAll, isOneUtterance, themesOf, type Teller, type Theme } from '../left-out/themes.js'
import type { Place } from '../left-out/rows.js'
import { isMostlyKnown, manyTexts } from '../left-out/topics.js'
import { matterHeard } from '../left-out/voices.js'
import { printed, type Draft, type Lens } from '../lens.js'

/** Themes shown for an event, and passages of a report that show one. */
const [mostShown, mostPassages] = [4, 3]
/** Silent reports tell what the passages tell with this likelihood at most, at the mean. */
const mostTold = 0.25

export const themes: Lens = {
  name: 'themes',
  asks: () => ({
    'omitted-theme': [
      'A person, another rare name, a noun phrase or a rare noun that two independent texts use, or one in three passages and from its lead on, and that stands nowhere in another report read whole: not the word, a form of it, a word for the same thing, or one near it. A phrase stands whole in every report that is said to name it, and of common words two texts have two rarer ones more around it, so that they are on one matter; words of any report (“people”, “Congress”), outlets and titles are no themes.',
      `Never where the silent reports tell what its passages tell with a likelihood over ${printed(mostTold)}, nor of a report that may have come out too early. In front names, things of two words and rare words that two texts tell of, or that stand in a headline, the weightiest first: by texts, passages, how rare the word is, how high it stands; whose passages have less than ${printed(nearHeadlines)} of the headlines’ words, what stands in one quotation alone that they print, what is named first behind the half of a report, or a name that they use in two matters, fills a front that would be short.`,
    ],
  }),
  find: (context) => {
    const found = context.allTexts < 2 ? [] : themesOf(context).filter(({ told }) => told <= mostTold)
    return found.slice(0, mostShown).map((theme) => toDraft(context, theme, found[0]?.weight ?? theme.weight))
  },
}

function toDraft(context: Context, theme: Theme, heaviest: number): Draft {
  const { words, telling, silent, undecided } = theme
  const tellers = context.texts(telling.map(({ view }) => view.id))
  const without = context.texts(silent.map(({ id }) => id))
  const evidence = telling.flatMap((teller) => evidenceOf(teller, theme))
  const shown = telling.flatMap(({ view }) =>
    evidence.filter(({ article }) => article === view.id).map((span): Place => ({ view, span })),
  )
  const isNear = isName(words) && shown.some(({ view, span }) => span.start < early * view.text.length)
  return draft(context, {
    kind: 'omitted-theme',
    severity: 'prominence',
    articles: silent.map(({ id }) => id),
    column: null,
    evidence,
    confidence: 1 - theme.told,
    salience: theme.weight / heaviest,
    detail: {
      referent: words,
      times: Object.fromEntries(telling.map(({ view, passages }) => [view.id, passages.length])),
    },
    matter: matterHeard(context, shown) ?? `theme ${words.toLowerCase()}`,
    contested: Math.min(tellers, without) / context.allTexts,
    near: isNear,
    wanted:
      isNear && !theme.isMixed && ofHeadlines(context, theme) >= nearHeadlines && !isOneUtterance(theme)
        ? 'first'
        : 'rest',
    front:
      isSpecific(theme) &&
      !isPlace(context, words) &&
      theme.weight >= leastOfHeaviest * heaviest &&
      (tellers > 1 || telling.some(({ view }) => inItsHeadline(view, theme.term))) &&
      isMostlyKnown(telling.length + silent.length, undecided.length) &&
      (context.allTexts < manyTexts || tellers * 2 >= context.allTexts),
  })
}

/** Part of a report in which a theme stands that it is built on: an editor's memo had 17 of 23 such, of the others 3 of 12. */
const early = 0.5

/** A place is where it happened, seldom what is told. */
const isPlace = (context: Context, words: string): boolean =>
  actorsOf(context).some(({ kind, variants }) => kind === 'place' && variants.includes(words))

/** With less of the weight of the event's weightiest theme it is named in passing. */
const leastOfHeaviest = 0.25

/** From this share on of the headlines' words its passages are on what the reports are about. */
const nearHeadlines = 0.25

/** What its passages have of the words of each headline, at the mean. */
function ofHeadlines({ views }: Context, { telling }: Theme): number {
  const told = telling.flatMap(({ view, untold, passages }) =>
    termsIn(
      view,
      (untold.length > 0 ? untold : passages).slice(0, mostPassages).map(({ sentence }) => sentence),
    ),
  )
  const weigh = (terms: readonly Term[]): number => terms.reduce((sum, { weight }) => sum + weight, 0)
  const shares = views.map((view) => {
    const terms = view.article.headline ? termsIn(view, [view.article.headline]) : []
    return weigh(sharedTerms(terms, told)) / Math.max(1, weigh(terms))
  })
  return shares.reduce((sum, one) => sum + one, 0) / views.length
}

const isName = (words: string): boolean => /^\p{Lu}|\s/u.test(words)

/** A name, a thing of two words, or a word so rare: "instances", "arguments" and "Councilman" are no themes to a reader. */
const isSpecific = ({ words, term }: Theme): boolean =>
  !roles.has(words.toLowerCase()) && (isName(words) || term.weight >= rare)
const rare = 7.5

function inItsHeadline(view: ArticleView, { key }: Theme['term']): boolean {
  return view.words.some((word) => word.key === key && inHeadline(view, word.start))
}

/** Those that print the whole name, where any does ("the Bush administration" is not Jeb Bush's); those of the lead first. */
function evidenceOf({ view, passages, untold }: Teller, { term, words }: Theme): readonly Evidence[] {
  const whole = (some: readonly Passage[]): readonly Passage[] => some.filter((one) => holdsAll(one, words))
  const choices = [whole(untold), whole(passages).slice(0, 1), untold, passages.slice(0, 1)]
  const shown = sortedBy(choices.find((some) => some.length > 0) ?? [], ({ sentence }) => [
    inLead(view, sentence.start) ? 0 : 1,
    sentence.start,
  ]).slice(0, mostPassages)
  const role = untold.length > 0 ? 'asserts' : 'context'
  return shown.map((passage) => evidenceAt(view, partWith(passage, [term]), role))
}
