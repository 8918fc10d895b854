/** Who is heard in some reports and not even named in others that were read whole and were not too early, in order of name. */
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { sortedBy } from '../../text/order.js'
import { nameWords } from '../../english/speakers.js'
import { titleBefore } from '../../english/roles.js'
import { fold } from '../../text/fold.js'
import { romanise } from '../../text/romanise.js'
import { marksWithin } from '../../text/marks-within.js'
import { identitiesOf, type Identity } from '../actors/identities.js'
import { mayBeTooEarly } from '../../likeness/too-early.js'
import { presentCells } from '../../likeness/columns.js'
import { sentenceIndex, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { heardOf, wordsHeard, type Quotes } from '../speakers-heard.js'
import { once } from '../../text/once.js'
import type { Place } from './rows.js'
import { totalOverlap } from './stands-alone.js'

/** Words credited to somebody in one report from which on that report hears them: a sentence. */
export const leastWords = 15

export type Citing = {
  readonly view: ArticleView
  readonly quotes: readonly Quote[]
  readonly words: number
}

export type Voice = {
  readonly name: string
  /** The one with most words first: words that all unnamed could know. */
  readonly citing: readonly Citing[]
  /** Reports that have the person speak on a later day alone, with a place. */
  readonly later: readonly { readonly view: ArticleView; readonly place: Span }[]
  /** With the first place of the name. */
  readonly naming: readonly { readonly view: ArticleView; readonly place: Span }[]
  readonly unnamed: readonly ArticleView[]
  /** Reports with such words and without the name, with their place. */
  readonly nameless: readonly { readonly view: ArticleView; readonly place: Span }[]
  /** Reports without the name whose silence says nothing. */
  readonly unclear: readonly ArticleView[]
}

export const voicesOf = once((context: Context): readonly Voice[] =>
  identitiesOf(context).flatMap((identity) => voiceOf(context, identity) ?? []),
)

/** What of a report is the voice's. */
export function wordsOfVoice({ citing }: Voice, view: ArticleView): readonly Span[] {
  return citing
    .filter((one) => one.view === view)
    .flatMap(({ quotes }) => quotes.flatMap(({ content }) => content))
}

/** The matter of the first voice that some passages have words of: either stands in front. */
export function matterHeard(context: Context, passages: readonly Place[]): string | undefined {
  const voice = voicesOf(context).find((one) =>
    passages.some(({ view, span }) => totalOverlap(wordsOfVoice(one, view), span) > 0),
  )
  return voice && matterOfVoice(voice)
}

export const matterOfVoice = ({ name }: Voice): string => `heard ${name}`

function voiceOf(context: Context, identity: Identity): Voice | null {
  const { name } = identity
  const by = heardOf(context)(identity)
  // One word is a name cut short, or a body's ("Authorities", "Department").
  if (identity.kind !== 'person' || nameWords(name).length < 2) return null
  const all = citingIn(by)
  if ((all[0]?.words ?? 0) < leastWords) return null
  const others = context.views.filter((view) => !by.has(view))
  const named = others.flatMap((view) => {
    const place = nameIn(identity, view)
    return place ? [{ view, place }] : []
  })
  const naming = named.filter(({ view }) => !hasWordsBeside(identity, view))
  const silent = others.filter((view) => nameIn(identity, view) === undefined)
  const without = silent.filter((view) => familyNames(identity, view).length === 0)
  const nameless = without.flatMap((view) => {
    const place = wordsIn(context, all, view)
    return place ? [{ view, place }] : []
  })
  const giving = new Set(nameless.map(({ view }) => view))
  const unnamed = without.filter((view) => canTell(view, all) && !giving.has(view))
  const citing = citingIn(by, (quote, teller) => unnamed.every((view) => couldKnow(view, teller, quote)))
  const later = all.flatMap(({ view, quotes: [first] }) => {
    const place = citing.some((one) => one.view === view) ? undefined : first?.content[0]
    return place ? [{ view, place }] : []
  })
  const unclear = [
    ...named.filter((one) => !naming.includes(one)).map(({ view }) => view),
    ...silent.filter((view) => !unnamed.includes(view) && !giving.has(view)),
  ]
  if (unnamed.length === 0 || (citing[0]?.words ?? 0) < leastWords) return null
  return { name, citing, later, naming, unnamed, nameless, unclear }
}

/** Who has the person speak, with the words that count. */
function citingIn(
  by: Quotes,
  counts: (quote: Quote, view: ArticleView) => boolean = () => true,
): readonly Citing[] {
  return sortedBy(
    [...by]
      .map(([view, quotes]) => ({ view, quotes: quotes.filter((quote) => counts(quote, view)) }))
      .filter(({ quotes }) => quotes.length > 0)
      .map((one): Citing => ({ ...one, words: wordsHeard(one.view, one.quotes) })),
    ({ words, view }) => [-words, view.name, view.id],
  )
}

/** Where a report first names somebody: as an actor, or by a title and the family name. */
function nameIn(identity: Identity, view: ArticleView): Span | undefined {
  const own = identity.bearers.find((bearer) => bearer.view === view)?.mentions[0]
  return own ?? familyNames(identity, view).find(({ start }) => titleBefore(view.text, start) !== null)
}

/** Words in quotation marks in a sentence that names the person may be the person's. */
function hasWordsBeside(identity: Identity, view: ArticleView): boolean {
  const mentions = identity.bearers.find((bearer) => bearer.view === view)?.mentions ?? []
  return [...mentions, ...familyNames(identity, view)].some((mention) => {
    const sentence = view.sentences[sentenceIndex(view, mention)]
    return sentence !== undefined && marksWithin(view.text, sentence).length > 0
  })
}

/** The family name, whoever of that name is meant ("the Bush doctrine"): where it stands alone nobody can tell. */
function familyNames({ bearers }: Identity, view: ArticleView): readonly Span[] {
  const family = new Set(bearers.flatMap(({ person }) => fold(romanise(person.surname)).split(/[\s-]+/u)))
  return view.words.filter(({ norm }) => family.has(norm))
}

function canTell(view: ArticleView, citing: readonly Citing[]): boolean {
  return (
    view.article.completeness.state === 'complete' &&
    citing.some((one) => one.quotes.some((quote) => couldKnow(view, one.view, quote)))
  )
}

/** What was said on a later day is not missing. */
function couldKnow(view: ArticleView, teller: ArticleView, { content }: Quote): boolean {
  return !mayBeTooEarly(view, [{ view: teller, mentions: content }])
}

/** Where a report gives the same words without the name. */
function wordsIn(context: Context, citing: readonly Citing[], view: ArticleView): Span | undefined {
  const ids = new Set(citing.flatMap(({ quotes }) => quotes.map(({ id }) => id)))
  return context.alignment.quotes
    .map((column) => presentCells(column))
    .filter((cells) => cells.some(([, { mentions }]) => mentions.some(({ ref }) => ids.has(ref))))
    .flatMap((cells) => cells.filter(([id]) => id === view.id))
    .flatMap(([, { mentions }]) => mentions)
    .map(({ start, end }) => ({ start, end }))[0]
}
