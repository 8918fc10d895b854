/**
 * What office somebody holds: a `conflict` of type `office`, where reports put other words beside one noun ("foreign
 * minister", "finance minister"; "mayor", "deputy mayor").
 *
 * In the tables alone: one office has several names. Evidence: each title with the name, each description.
 * Never: of a former office, or where one of the reports prints what the other puts beside it.
 */
import { offices as officeNouns, pastRanks, ranks, rivalRanks } from '../../english/roles.js'
import { countryOfDemonym } from '../../english/places.js'
import { connected } from '../../text/connected.js'
import { grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import { levels } from '../../likeness/levels.js'
import { likeness, termsOf, type Term } from '../../likeness/terms.js'
import { wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import type { Span } from '../../model/span.js'
import { weekdays } from '../../english/calendar.js'
import { peopleOf, type Appearances } from '../actors/appearances.js'
import type { Description } from '../actors/descriptions.js'
import type { Reference } from '../actors/references.js'
import { draftOf, type Answer } from '../answers.js'
import type { Context } from '../context.js'
import type { Draft, Lens } from '../lens.js'

export const offices: Lens = {
  name: 'offices',
  asks: () => ({
    'conflict office': [
      'Titles before a person’s name and descriptions of one noun (minister, director), in the actor table.',
      'What stands beside the noun has nothing in common, and no report prints what the other has there; or one has a rank that the other has not.',
    ],
  }),
  find: (context) => peopleOf(context.event).flatMap((told) => look(context, told)),
}

const sure = 0.6

type Office = Answer & {
  readonly noun: string
  /** `deputy`. */
  readonly ranks: readonly string[]
  /** What it is an office of. */
  readonly of: readonly Term[]
}

function look(context: Context, { identity, references, descriptions }: Appearances): readonly Draft[] {
  const all = context.views.flatMap((view) =>
    (references.get(view) ?? []).flatMap((one) => officesOf(one, descriptions.get(one) ?? [])),
  )
  return [...grouped(all, ({ noun }) => [noun])].flatMap(([, told]) => {
    const sides = connected(
      told.flatMap((a) =>
        told.filter((b) => a.view === b.view || mayBeOne(a, b)).map((b) => [a, b] as const),
      ),
    )
    if (sides.length < 2 || context.texts(told.map(({ view }) => view.id)) < 2) return []
    return [
      draftOf(context, {
        type: 'office',
        matter: `the office of ${identity.name}`,
        referent: identity.name,
        grade: 'may-differ',
        reason: 'one office may have two names',
        sides,
        confidence: sure,
        front: false,
      }),
    ]
  })
}

/** Not of a former office. */
function officesOf(reference: Reference, descriptions: readonly Description[]): readonly Office[] {
  const { view } = reference
  const told = descriptions
    .filter(({ kind, head }) => kind === 'apposition' && officeNouns.has(head.lemma))
    .map(({ start, end, head }) => officeIn(view, { start, end }, head.lemma))
  return [...told, ...titleOf(reference)].filter(({ ranks }) => !ranks.some((rank) => pastRanks.has(rank)))
}

function titleOf({ view, title, start, bare, sentence }: Reference): readonly Office[] {
  const noun = title?.split(' ').find((word) => officeNouns.has(word))
  if (noun === undefined) return []
  const before = wordsIn(view, { start: sentence.start, end: start }).slice(-mostBefore)
  const last = before.findLastIndex((word, at) => !goesOn(view, word, before[at + 1]?.start ?? start))
  return [officeIn(view, { start: before[last + 1]?.start ?? start, end: bare.start - 1 }, noun)]
}

/** Words with a capital right before a title belong to it: "FBI Deputy" before "Director Ann Lowe". */
const mostBefore = 3

function goesOn(view: ArticleView, word: Word, next: number): boolean {
  return word.proper && word.end + 1 === next && !weekdays.includes(view.text.slice(word.start, word.end))
}

function officeIn(view: ArticleView, span: Span, noun: string): Office {
  const words = wordsIn(view, span)
  return {
    view,
    span,
    noun,
    ranks: words.map(({ norm }) => norm).filter((word) => ranks.has(word)),
    of: termsOf(words.filter(({ norm }) => norm !== noun && !ranks.has(norm))),
  }
}

function mayBeOne(a: Office, b: Office): boolean {
  if (rivalOf(a) !== rivalOf(b)) return false
  if (a.of.length === 0 || b.of.length === 0) return true
  return (
    prints(a.view, b) || prints(b.view, a) || a.of.some((one) => b.of.some((other) => isNear(one, other)))
  )
}

function rivalOf({ ranks }: Office): string {
  return ranks.find((rank) => rivalRanks.has(rank)) ?? ''
}

function isNear(one: Term, other: Term): boolean {
  return likeness(one, other) >= levels.term || countryOf(one) === countryOf(other)
}

function countryOf({ key }: Term): string {
  return countryOfDemonym(key) ?? key
}

/** A report has a word that another puts beside the office. */
function prints(view: ArticleView, { of }: Office): boolean {
  return of.some(({ key }) => keysOf(view).has(key))
}

const keysOf = once((view: ArticleView) => new Set(view.words.map(({ key }) => key)))
