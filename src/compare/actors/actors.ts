/**
 * The actor table: for each person, body and place what each report calls it, says of it, has it do and lets it say.
 *
 * In:    an Event. Out: Actors, the most mentioned first. Never: a name of unknown kind that does nothing and says nothing.
 */
import type {
  Actor,
  ActorAct,
  ActorHeard,
  ActorInArticle,
  ActorLabel,
  ActorModifier,
} from '../../model/actor.js'
import type { Voice } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { contentId } from '../../text/hash.js'
import { byKeys, compareCodeUnits } from '../../text/order.js'
import { mergeSpans, touchesAny } from '../../text/spans.js'
import { inHeadline, inLead, wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Event } from '../context.js'
import { heardOf } from '../heard.js'
import { once } from '../../text/once.js'
import { actsOf } from './acts.js'
import { descriptionsOf, type Description } from './descriptions.js'
import { identitiesOf, type Identity, type Reports } from './identities.js'
import { referenceAt, type Reference } from './references.js'
import { rolePhrases, type Holder } from './roles.js'
import { speaksAs } from './speaks-as.js'

/** An identity with the places where each report means it. */
export type Appearances = {
  readonly identity: Identity
  readonly references: ReadonlyMap<ArticleView, readonly Reference[]>
  readonly descriptions: ReadonlyMap<Reference, readonly Description[]>
}

/** In order of name. */
export const appearancesOf = once((event: Reports): readonly Appearances[] => {
  const named = identitiesOf(event).map((identity) => told(identity, new Map()))
  return withRoles(event, named)
})

export function actorsOf(event: Event): readonly Actor[] {
  return appearancesOf(event)
    .map((one) => actor(event, one))
    .filter((one) => one.kind !== 'other' || isActive(one))
    .sort(
      byKeys(
        ({ byArticle }) => -Object.keys(byArticle).length,
        (one) => -timesNamed(one),
        ({ name }) => name,
        ({ id }) => id,
      ),
    )
}

function isActive({ byArticle }: Actor): boolean {
  const all = Object.values(byArticle)
  return all.length > 1 || all.some(({ acts, heard }) => acts.length > 0 || heard.quotes.length > 0)
}

function timesNamed({ byArticle }: Actor): number {
  return Object.values(byArticle)
    .flatMap(({ labels }) => labels)
    .reduce((sum, { count }) => sum + count, 0)
}

/** With the offices that stand for it beside its names. */
function told(identity: Identity, roles: Appearances['references']): Appearances {
  const references = new Map<ArticleView, readonly Reference[]>()
  for (const { view, references: here } of identity.bearers)
    references.set(view, [...(references.get(view) ?? []), ...here])
  for (const [view, here] of roles)
    references.set(view, [...(references.get(view) ?? []), ...here].sort(byKeys(({ start }) => start)))
  const named = identity.bearers.flatMap(({ descriptions }) => [...descriptions])
  const others = [...roles.values()].flat().map((one) => [one, descriptionsOf(one)] as const)
  return { identity, references, descriptions: new Map([...named, ...others]) }
}

type Person = Holder & { readonly told: Appearances }

/** With the offices that stand for people, report by report. */
function withRoles(event: Reports, named: readonly Appearances[]): readonly Appearances[] {
  const roles = new Map<Appearances, Map<ArticleView, Reference[]>>()
  for (const view of event.views) {
    const people = named.flatMap((one) => (isNamedIn(one, view) ? [personOf(one, view)] : []))
    const taken = new Set(
      named.flatMap(({ references }) =>
        (references.get(view) ?? []).flatMap(({ heads }) => heads.map(({ start }) => start)),
      ),
    )
    for (const { holder, start, end } of rolePhrases(view, people, taken)) {
      const reference = referenceAt(view, { start, end }, 'role')
      if (!reference) continue
      const by = roles.get(holder.told) ?? new Map<ArticleView, Reference[]>()
      by.set(view, [...(by.get(view) ?? []), reference])
      roles.set(holder.told, by)
    }
  }
  return named.map((one) => {
    const more = roles.get(one)
    return more ? told(one.identity, more) : one
  })
}

function isNamedIn({ identity, references }: Appearances, view: ArticleView): boolean {
  return identity.kind === 'person' && references.has(view)
}

function personOf(one: Appearances, view: ArticleView): Person {
  return { told: one, described: describedAs(one), named: one.references.get(view) ?? [] }
}

/** What all reports say that somebody is: a report may take the office for known. */
const describedAs = once(({ identity }: Appearances): Holder['described'] =>
  identity.bearers.flatMap(({ described }) => described),
)

function actor(event: Event, one: Appearances): Actor {
  const { identity, references, descriptions } = one
  const heard = heardOf(event)(identity)
  const views = [...new Set([...references.keys(), ...heard.keys()])].sort(byKeys(({ id }) => id))
  const byArticle = views.flatMap((view) => {
    const here = inArticle(
      view,
      references.get(view) ?? [],
      descriptions,
      heardIn(view, heard.get(view) ?? []),
    )
    return here ? [[view.id, here] as const] : []
  })
  return {
    id: contentId(
      'actor',
      identity.kind,
      identity.name,
      ...byArticle
        .map(([id, { first }]) => `${event.view(id)?.article.sha256 ?? id} ${first.start}`)
        .sort(compareCodeUnits),
    ),
    kind: identity.kind,
    name: identity.name,
    variants: variantsOf(identity),
    speaksAs: speaksAs(identity, [...descriptions.values()].flat()),
    byArticle: Object.fromEntries(byArticle),
  }
}

function variantsOf({ bearers }: Identity): readonly string[] {
  const counts = new Map<string, number>()
  for (const { view, mentions } of bearers)
    for (const { start, end } of mentions) {
      const name = view.text.slice(start, end).replace(/\s+/gu, ' ')
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  return [...counts]
    .sort(
      byKeys(
        ([, count]) => -count,
        ([name]) => name,
      ),
    )
    .map(([name]) => name)
}

function inArticle(
  view: ArticleView,
  references: readonly Reference[],
  descriptions: Appearances['descriptions'],
  heard: ActorHeard,
): ActorInArticle | null {
  const [first] = references
  if (!first) return null
  return {
    labels: labelsOf(references),
    modifiers: inOrder(references.flatMap((one) => descriptions.get(one) ?? [])).map(
      (one): ActorModifier => ({
        words: one.words,
        kind: one.kind,
        voice: voiceAt(view, one.head),
        start: one.start,
        end: one.end,
      }),
    ),
    acts: inOrder(references.flatMap(actsOf)).map((one): ActorAct => ({
      verb: one.verb,
      direction: one.direction,
      passive: one.passive,
      negated: one.negated,
      other: one.other,
      voice: voiceAt(view, one.predicate),
      start: one.start,
      end: one.end,
    })),
    heard,
    first: { start: first.start, end: first.end, part: partOf(view, first.start) },
  }
}

/** In text order, each once: two references of one sentence may lead to the same words. */
function inOrder<Item extends Span>(items: readonly Item[]): readonly Item[] {
  const unique = new Map(
    items.map((item) => [`${item.start} ${item.end} ${'verb' in item ? String(item.verb) : ''}`, item]),
  )
  return [...unique.values()].sort(
    byKeys(
      ({ start }) => start,
      ({ end }) => end,
    ),
  )
}

function labelsOf(references: readonly Reference[]): readonly ActorLabel[] {
  const found = new Map<string, { kind: Reference['kind']; words: string; spans: Span[] }>()
  for (const { kind, words, start, end } of references) {
    const key = `${kind} ${words}`
    const known = found.get(key)
    if (known) known.spans.push({ start, end })
    else found.set(key, { kind, words, spans: [{ start, end }] })
  }
  return [...found.values()]
    .map(({ kind, words, spans }) => ({ words, kind, count: spans.length, spans }))
    .sort(
      byKeys(
        ({ count }) => -count,
        ({ words }) => words,
      ),
    )
}

/** Direct: words between quotation marks; indirect: the rest. */
function heardIn(view: ArticleView, quotes: Parameters<typeof directWords>[1]): ActorHeard {
  const direct = directWords(view, quotes)
  const all = quotes.reduce((sum, { content }) => sum + count(view, content), 0)
  return { direct, indirect: all - direct, quotes: quotes.map(({ id }) => id) }
}

function directWords(view: ArticleView, quotes: readonly ArticleView['article']['quotes'][number][]): number {
  return quotes.reduce((sum, { kind, content }) => {
    if (kind === 'direct') return sum + count(view, content)
    return sum + content.reduce((part, span) => part + quotedWords(view, span), 0)
  }, 0)
}

function quotedWords(view: ArticleView, span: Span): number {
  return wordsIn(view, span).filter((word) => touchesAny(marksOf(view), word)).length
}

function count(view: ArticleView, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + wordsIn(view, span).length, 0)
}

/** Words between quotation marks, or of somebody to whom they are credited, are not the outlet's. */
export function voiceAt(view: ArticleView, span: Span): Voice {
  return touchesAny(creditedOf(view), span) || touchesAny(marksOf(view), span) ? 'attributed' : 'own'
}

const marksOf = once((view: ArticleView) => mergeSpans(view.inMarks))
const creditedOf = once((view: ArticleView) =>
  mergeSpans(view.article.quotes.flatMap(({ content }) => content)),
)

function partOf(view: ArticleView, start: number): ActorInArticle['first']['part'] {
  return inHeadline(view, start) ? 'headline' : inLead(view, start) ? 'lead' : 'body'
}
