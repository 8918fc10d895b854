/**
 * What not both can be right of one person or body: `conflict` of type name (one letter or word is another), office (a rank that the
 * other lacks), outcome (put out of an office, or gone) or date. A report that tells both is no side.
 */
import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { Metaphone } from 'natural/lib/natural/phonetics/index.js'
import type { ConflictType } from '../../model/comparison.js'
import type { Entity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { months, shortMonths } from '../../english/calendar.js'
import { parsePersonName, personKey, sameGivenName, surnameKey } from '../../english/names.js'
import { organisationHeads } from '../../english/organisations.js'
import type { Argument, Proposition, Word } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { lowerRanks } from '../../english/roles.js'
import type { ArticleView } from '../../likeness/view.js'
import { fold } from '../../text/fold.js'
import { grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import { sortedBy } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { contains, hull } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft, positionOf, evidenceAt } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { quoted, slice } from '../printed-words.js'

export const persons: Lens = {
  name: 'persons',
  asks: () => ({
    'conflict name': [
      `Full names of people that are one but for a letter of a word of ${leastLetters} (two of a given name), and are no short forms, accents or transliterations of one another; names of bodies of ${leastWords} words or more that are one but for a word inside.`,
    ],
    'conflict office': [
      'Offices behind a person’s name that are one but for “deputy”, “acting”, “assistant” or the like.',
    ],
    'conflict outcome': ['One report says that a person was dismissed, another that the person resigned.'],
    'conflict date': [
      'What a person or body is said to do in one report in one month or on one day of it, in another in another: to go, begin, end, meet or vote. The first that each report gives counts.',
    ],
  }),
  find: (context) => {
    const told = grouped(context.views.flatMap(toldIn), ({ type, of, words }) => [`${type} ${of} ${words}`])
    return pairsOf([...told.values()]).flatMap((sides) => {
      const [these, those] = sides
      const tellsBoth = these.some(({ view }) => those.some((other) => other.view === view))
      return !tellsBoth && areTwoForms(these[0], those[0]) ? [toDraft(context, sides)] : []
    })
  },
}

type Told = {
  readonly view: ArticleView
  readonly type: ConflictType
  /** Key of whose office or end it is; what kind of name it is. */
  readonly of: string
  /** Folded, without titles: what is held against another report's. */
  readonly words: string
  readonly span: Span
  /** Who does what, of what has a date: "does", "Marlena Okafor", "leave". */
  readonly asked?: readonly [string, string, string]
}

const [leastLetters, leastWords] = [5, 4]

const toldIn = once((view: ArticleView): readonly Told[] => [
  ...view.article.entities.flatMap(({ kind, name, mentions }) =>
    mentions.flatMap((span): readonly Told[] => {
      const printed = slice(view, span)
      if (kind !== 'person') return [{ view, type: 'name', of: 'body', words: fold(printed), span }]
      const { given, surname } = parsePersonName(printed)
      const office = officeBehind(view, span)
      return [
        ...(given[0]
          ? [{ view, type: 'name' as const, of: kind, words: `${given[0]} ${surname}`, span }]
          : []),
        ...(office ? [{ view, type: 'office' as const, of: personKey(name), ...office }] : []),
      ]
    }),
  ),
  ...propositionsIn(view).flatMap((one) => endOf(view, one)),
  ...firstOfEach(propositionsIn(view).flatMap((one) => datedIn(view, one))),
])

const propositionsIn = (view: ArticleView): readonly Proposition[] =>
  view.sentences
    .filter((sentence) => !isTooLong(sentence))
    .flatMap((sentence) => readingOf(view.article).propositions(sentence))

const firstOfEach = (all: readonly Told[]): readonly Told[] =>
  all.filter((one, at) => all.findIndex(({ of }) => of === one.of) === at)

const behind =
  /^, (?:then |now )?(?:an? |the )(\p{Ll}[\p{Ll}-]*(?: \p{Ll}[\p{Ll}-]*){0,4}?)(?=,|\.| and | of | in | for )/u
const farBehind = 80

/** "Lowe, then a deputy mayor," */
function officeBehind({ text }: ArticleView, { end }: Span): Pick<Told, 'words' | 'span'> | null {
  const [found = '', words] = behind.exec(text.slice(end, end + farBehind)) ?? []
  if (words === undefined) return null
  return { words, span: { start: end + found.length - words.length, end: end + found.length } }
}

const putOut: ReadonlySet<string> = new Set(['fire', 'sack', 'oust', 'dismiss'])
const goes: ReadonlySet<string> = new Set(['resign', 'quit', 'step down'])

/** What is done, by verbs that say it: which of two dates is right can be asked of it. */
const acts = new Map(
  Object.entries({
    leave: ['leave', 'retire', 'depart', ...goes],
    begin: ['begin', 'start', 'take effect', 'take office'],
    end: ['end', 'expire'],
    meet: ['meet'],
    vote: ['vote'],
  }).flatMap(([act, verbs]) => verbs.map((verb) => [verb, act] as const)),
)

/** "Lowe will leave on May 3", "would be retiring at the end of June"; what has been only with what has been. */
function datedIn(view: ArticleView, proposition: Proposition): readonly Told[] {
  const {
    predicate,
    particle,
    isNegated,
    isPassive,
    modals,
    conditions,
    governors,
    arguments: all,
  } = proposition
  const object = all.find(({ role }) => role === 'object')?.head.lemma ?? ''
  const verb = [predicate.lemma, particle?.lemma ?? ''].join(' ').trim()
  const act = acts.get(verb) ?? acts.get(`${verb} ${object}`)
  const subject = all.find(({ role }) => role === 'subject')
  const who = subject && namedIn(view, subject)
  const date = all.flatMap((one) =>
    one.role === 'time' || one.role === 'oblique' ? (dateIn(view, one) ?? []) : [],
  )[0]
  if (!act || !who || !date || isNegated || isPassive || conditions.length > 0) return []
  const isAhead = modals.length > 0 || governors.length > 0
  return [
    {
      view,
      type: 'date',
      of: `${isAhead ? 'does' : 'did'} ${who.key} ${act}`,
      words: date.value,
      span: hull([...modals, ...governors, predicate, date]) ?? predicate,
      asked: [isAhead ? 'does' : 'did', who.name, verb],
    },
  ]
}

/** The one person that a phrase names ("Mayor Ann Lowe"), or the body that its head does. */
function namedIn(
  { article }: ArticleView,
  { start, end, head }: Argument,
): { readonly key: string; readonly name: string } | null {
  const holds = (outer: Span, { mentions }: Pick<Entity, 'mentions'>): boolean =>
    mentions.some((one) => contains(outer, one))
  const people = article.entities.filter((one) => one.kind === 'person' && holds({ start, end }, one))
  const bodies = article.entities.filter(
    (one) => one.kind !== 'person' && one.mentions.some((mention) => contains(mention, head)),
  )
  const [only, ...more] = people.length > 0 ? people : bodies
  if (!only || more.length > 0) return null
  return { key: only.kind === 'person' ? personKey(only.name) : fold(only.name), name: only.name }
}

const monthAndDay =
  /^(?:(?:on|in|by|early|late|the|end|beginning|middle|of) )*(\p{Lu}\p{Ll}{2,8})\b\.?(?: (\d{1,2})\b)?/u

/** "Jan. 3" as `jan 3`, "the end of February" as `feb`. */
function dateIn({ text }: ArticleView, { start, end }: Span): (Span & { readonly value: string }) | null {
  const [printed = '', name = '', day] = monthAndDay.exec(text.slice(start, end)) ?? []
  if (![...months, ...shortMonths].includes(name)) return null
  const value = [name.slice(0, 3).toLowerCase(), ...(day ? [day] : [])].join(' ')
  return { start, end: start + printed.length, value }
}

/** "Whom he fired in May", "Lowe stepped down": as a fact, of one person. */
function endOf(view: ArticleView, proposition: Proposition): readonly Told[] {
  const { predicate, particle, isNegated, modals, conditions, governors, arguments: all } = proposition
  const verb = [predicate, ...(particle ? [particle] : [])].map(({ lemma }) => lemma).join(' ')
  const role = putOut.has(verb) ? 'object' : goes.has(verb) ? 'subject' : null
  const [whom, ...more] = all.filter((one) => one.role === role)
  const isFact = !isNegated && [...modals, ...conditions].length === 0 && governors.every(isHave)
  const person = view.article.entities.find(
    ({ kind, mentions }) => kind === 'person' && whom && mentions.some((one) => contains(one, whom.head)),
  )
  if (role === null || !isFact || !person || more.length > 0) return []
  const by = all.filter((one) => one === whom || one.role === 'subject')
  const span = hull([predicate, ...(particle ? [particle] : []), ...by]) ?? predicate
  return [{ view, type: 'outcome', of: personKey(person.name), words: role, span }]
}

/** "Had to fire". */
const isHave = ({ lemma }: Word): boolean => lemma === 'have'

const metaphone = new Metaphone()

function areTwoForms(one: Told | undefined, other: Told | undefined): boolean {
  if (!one || one.type !== other?.type || one.of !== other.of) return false
  const [a, b] = [one.words.split(' '), other.words.split(' ')]
  if (one.type === 'outcome') return true
  if (one.type === 'date') {
    const [first = '', second = ''] = [one, other].map(
      ({ asked }) => parsePersonName(asked?.[1] ?? '').given[0],
    )
    const isOne = first === '' || second === '' || sameGivenName(first, second)
    return isOne && (a[0] !== b[0] || (a.length > 1 && b.length > 1))
  }
  if (one.type === 'office') return isLower(a, b) || isLower(b, a)
  const [[mine, its] = ['', ''], ...more] = a.flatMap((word, at) =>
    word === b[at] ? [] : [[word, b[at] ?? ''] as const],
  )
  if (a.length !== b.length || more.length > 0 || sameGivenName(mine, its)) return false
  if (one.of === 'body')
    return (
      a.length >= leastWords &&
      a[0] === b[0] &&
      a.at(-1) === b.at(-1) &&
      organisationHeads.has(a.at(-1) ?? '')
    )
  // "Darian Lowe", "Daryant Lowe": before one family name two letters may be others.
  const most = a.at(-1) === b.at(-1) && its.startsWith(mine.charAt(0)) ? 2 : 1
  return (
    Math.min(mine.length, its.length) >= leastLetters &&
    LevenshteinDistance(mine, its) <= most &&
    // "Gulbanu" and "Kulbanu" sound alike (Philips 1990, Metaphone): one name, written from another script.
    !metaphone.compare(surnameKey(mine), surnameKey(its))
  )
}

/** "Deputy mayor" of "mayor". */
const isLower = ([rank = '', ...office]: readonly string[], other: readonly string[]): boolean =>
  lowerRanks.has(rank) && office.join(' ') === other.join(' ')

function toDraft(context: Context, sides: readonly (readonly Told[])[]): Draft {
  const [first] = sides.flat()
  const words = (told: Told): string => quoted(slice(told.view, told.span))
  // Of a day each report's own words stand: "will leave", "would be retiring".
  const alike = sides.flatMap((side) =>
    first?.type === 'date' ? [...grouped(side, (told) => [words(told)]).values()] : [side],
  )
  const positions = alike.map((side) => positionOf(context, side, side[0] ? words(side[0]) : ''))
  const isSpelling = first?.type === 'name' && first.of !== 'body'
  return draft(context, {
    kind: 'conflict',
    // How a name is spelled is a footnote.
    severity: isSpelling ? 'prominence' : 'fact',
    wanted: isSpelling ? 'rest' : 'first',
    column: null,
    evidence: sides.flatMap((side) =>
      side
        .filter(({ view }, at) => side.findIndex((other) => other.view === view) === at)
        .map(({ view, span }) => evidenceAt(view, span, 'value')),
    ),
    confidence: sure,
    detail: {
      type: first?.type ?? 'name',
      grade: 'differ',
      reason: first?.type === 'date' ? 'the dates differ' : 'the two forms differ',
      ...(first?.asked === undefined ? {} : { referent: first.asked.join(' ') }),
      positions: sortedBy(positions, ({ value }) => value),
    },
    matter: `told of ${sides.map((side) => side[0]?.words).join(' ')}`,
    front: true,
  })
}

const sure = 0.9
