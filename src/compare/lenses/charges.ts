/**
 * What somebody is charged with: a `conflict` of type `charge`, where reports name offences that exclude one another
 * ("first-degree murder", "second-degree murder"), or one has charges and another says that there are none.
 *
 * Evidence: each clause. From the actor table, wherever in the report it stands; verbs: english/charges.ts. Offences that
 * may both be charged are "may differ", in the tables alone.
 * Never: where a report prints the other's offence too, or came out too early to know.
 */
import { chargesIn, Stage, type Charge, type Offence } from '../../english/charges.js'
import { readingOf } from '../../english/reading.js'
import { connected } from '../../text/connected.js'
import { grouped } from '../../text/grouped.js'
import { wordsIn, type ArticleView } from '../../likeness/view.js'
import { peopleOf, type Appearances } from '../actors/appearances.js'
import { isMeant, type Reference } from '../actors/references.js'
import { draftOf, mayBeLater, type Answer, type Asked } from '../answers.js'
import type { Context } from '../context.js'
import type { Draft, Lens } from '../lens.js'

export const charges: Lens = {
  name: 'charges',
  asks: () => ({
    'conflict charge': [
      'Offences that somebody is charged with, arrested on or convicted of, each its own question, in the actor table.',
      'Degrees of one offence, or charges against none, differ; other offences may differ.',
      'No report prints the other’s offence.',
    ],
  }),
  find: (context) => peopleOf(context.event).flatMap((told) => look(context, told)),
}

const sure = 0.7

const questions: Readonly<Record<Stage, (person: string) => string>> = {
  charged: (person) => `what ${person} is charged with`,
  arrested: (person) => `what ${person} was arrested for`,
  convicted: (person) => `what ${person} was found guilty of`,
}

type Told = Answer & Charge
type Sides = Pick<Asked, 'grade' | 'reason' | 'sides'>

function look(context: Context, { identity, references }: Appearances): readonly Draft[] {
  const all = context.views.flatMap((view) => (references.get(view) ?? []).flatMap(toldIn))
  return Stage.options.flatMap((stage) => {
    const told = all.filter((one) => one.stage === stage)
    const found = chargedOrNot(told) ?? apart(told)
    if (!found || context.texts(found.sides.flat().map(({ view }) => view.id)) < 2) return []
    if (mayBeLater(found.sides)) return []
    return [
      draftOf(context, {
        type: 'charge',
        matter: questions[stage](identity.name),
        referent: identity.name,
        ...found,
        confidence: sure,
        front: found.grade === 'differ',
      }),
    ]
  })
}

function toldIn(reference: Reference): readonly Told[] {
  const { view, sentence, tree } = reference
  const propositions = readingOf(view.article).propositions(sentence)
  return chargesIn(tree, propositions, (one) => isMeant(reference, one)).map((charge) => ({
    ...charge,
    view,
    span: { start: charge.start, end: charge.end },
  }))
}

/** A report that has both takes no side. */
function chargedOrNot(told: readonly Told[]): Sides | null {
  const reports = [...grouped(told, ({ view }) => [view]).values()]
  const charging = reports.filter((own) => own.every(({ isDenied }) => !isDenied)).flat()
  const denying = reports.filter((own) => own.every(({ isDenied }) => isDenied)).flat()
  if (charging.length === 0 || denying.length === 0) return null
  return { grade: 'differ', reason: 'charged in one report, not in another', sides: [charging, denying] }
}

/** Reports that share an offence are one side; between sides none prints what another has. */
function apart(told: readonly Told[]): Sides | null {
  const named = told.filter(({ offences }) => offences.length > 0)
  const sides = connected(
    named.flatMap((a) =>
      named.filter((b) => a.view === b.view || sharesOffence(a, b)).map((b) => [a, b] as const),
    ),
  )
  const others = (side: readonly Told[]): readonly Told[] => sides.filter((one) => one !== side).flat()
  const isTold = sides.some((side) =>
    side.some(({ view }) =>
      others(side).some((one) => one.offences.some((offence) => prints(view, one.view, offence))),
    ),
  )
  if (sides.length < 2 || isTold) return null
  const exclude = sides.some((side) => haveOneName(side, others(side)))
  return {
    grade: exclude ? 'differ' : 'may-differ',
    reason: exclude ? 'one excludes the other' : 'somebody may be charged with several things',
    sides,
  }
}

function sharesOffence(one: Told, other: Told): boolean {
  return one.offences.some((a) => other.offences.some((b) => a.name === b.name && !exclude(a, b)))
}

/** Of two offences of one name that are on two sides the degrees exclude one another. */
function haveOneName(one: readonly Told[], other: readonly Told[]): boolean {
  const names = new Set(one.flatMap(({ offences }) => offences.map(({ name }) => name)))
  return other.some(({ offences }) => offences.some(({ name }) => names.has(name)))
}

/** Each has a degree, and none is the other's. */
function exclude(a: Offence, b: Offence): boolean {
  return (
    a.degrees.length > 0 && b.degrees.length > 0 && !a.degrees.some((degree) => b.degrees.includes(degree))
  )
}

/** Words before an offence that may tell which one it is. */
const reach = 4

/** A report has the offence's noun, with its degree, for whomever. */
function prints(view: ArticleView, from: ArticleView, offence: Offence): boolean {
  const noun = wordsIn(from, offence).at(-1)
  return view.words.some(({ key, norm }, at) => {
    if (key !== noun?.key && norm !== noun?.norm) return false
    const before = view.words.slice(Math.max(0, at - reach), at)
    return offence.degrees.every((degree) => before.some((word) => word.norm === degree))
  })
}
