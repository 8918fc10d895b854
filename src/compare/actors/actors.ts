/** The actor table: each person, body and place, with what each report calls it, says of it, has it do and lets it say. */
import {
  LabelKind,
  type Actor,
  type ActorAct,
  type ActorHeard,
  type ActorInArticle,
  type ActorLabel,
  type ActorModifier,
  VoiceClass,
} from '../../model/actor.js'
import type { Voice, Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { contentId } from '../../text/hash.js'
import { sortedBy, compareCodeUnits } from '../../text/order.js'
import { contains, mergeSpans, touchesAny } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import { inHeadline, inLead, wordsIn, type ArticleView } from '../../likeness/view.js'
import { heardOf } from '../speakers-heard.js'
import { once } from '../../text/once.js'
import { actsOf } from './acts.js'
import { appearancesOf, type Appearances } from './appearances.js'
import type { Identity, Reports } from './identities.js'
import type { Reference } from './references.js'
import { voiceClassOf } from '../../english/telling-verbs.js'
import { knownPlace } from '../../english/places.js'
import type { Description } from './descriptions.js'
import { countsOf, grouped } from '../../text/grouped.js'

export const actorsOf = once((context: Reports): readonly Actor[] =>
  sortedBy(
    appearancesOf(context)
      .map((one) => actor(context, one))
      .filter((one) => one.kind !== 'other' || isActive(one)),
    (one) => [-Object.keys(one.byArticle).length, -timesNamed(one), one.name, one.id],
  ),
)

function isActive({ byArticle }: Actor): boolean {
  const all = Object.values(byArticle)
  return all.length > 1 || all.some(({ acts, heard }) => acts.length > 0 || heard.quotes.length > 0)
}

function timesNamed({ byArticle }: Actor): number {
  return Object.values(byArticle)
    .flatMap(({ labels }) => labels)
    .reduce((sum, { count }) => sum + count, 0)
}

function actor(context: Reports, one: Appearances): Actor {
  const { identity, references, descriptions } = one
  const heard = heardOf(context)(identity)
  const sources = new Map(context.views.map((view) => [view.id, view.article.sha256]))
  const byArticle = context.views.flatMap((view) => {
    const here =
      inArticle(view, references.get(view) ?? [], descriptions, heardIn(view, heard.get(view) ?? [])) ??
      printedIn(view, identity.name)
    return here ? [[view.id, here] as const] : []
  })
  return {
    id: contentId(
      'actor',
      identity.kind,
      identity.name,
      ...byArticle.map(([id, { first }]) => `${sources.get(id) ?? id} ${first.start}`).sort(compareCodeUnits),
    ),
    kind: identity.kind,
    name: identity.name,
    variants: variantsOf(identity),
    speaksAs: speaksAs(identity, [...descriptions.values()].flat()),
    byArticle: Object.fromEntries(byArticle),
  }
}

function variantsOf({ bearers }: Identity): readonly string[] {
  const names = bearers.flatMap(({ view, mentions }) =>
    mentions.map(({ start, end }) => view.text.slice(start, end).replace(/\s+/gu, ' ')),
  )
  return commonestFirst(names).map(({ words }) => words)
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

/**
 * A report that prints the name in another ("Queens" in "Queens Village") or in a dateline names it, and says nothing of it; not in
 * a person's name.
 */
function printedIn(view: ArticleView, name: string): ActorInArticle | null {
  const [first = ''] = name.split(/[\s-]/u)
  const people = view.article.entities
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ mentions }) => mentions)
  const spans = (wordsByForm(view).get(normalizeWord(first)) ?? []).flatMap(({ start }) => {
    const end = start + name.length
    return view.text.startsWith(name, start) &&
      !/^[\p{L}\p{N}]/u.test(view.text.slice(end, end + 2)) &&
      !people.some((one) => contains(one, { start, end }))
      ? [{ start, end }]
      : []
  })
  const [at] = spans
  return (
    (at && {
      labels: [{ words: name, kind: 'name', count: spans.length, spans }],
      modifiers: [],
      acts: [],
      heard: { direct: 0, indirect: 0, quotes: [] },
      first: { ...at, part: partOf(view, at.start) },
    }) ??
    null
  )
}

const wordsByForm = once((view: ArticleView) => grouped(view.words, ({ norm }) => [norm]))

/** In text order, each once: two references of one sentence may lead to the same words. */
function inOrder<Item extends Span>(items: readonly Item[]): readonly Item[] {
  const unique = new Map(
    items.map((item) => [`${item.start} ${item.end} ${'verb' in item ? String(item.verb) : ''}`, item]),
  )
  return sortedBy(unique.values(), ({ start, end }) => [start, end])
}

function labelsOf(references: readonly Reference[]): readonly ActorLabel[] {
  const labels = LabelKind.options.flatMap((kind) => {
    const here = references.filter((one) => one.kind === kind)
    return commonestFirst(here.map(({ words }) => words)).map(({ words, count }) => ({
      words,
      kind,
      count,
      spans: here
        .filter((one) => one.words.toLowerCase() === words.toLowerCase())
        .map(({ start, end }) => ({ start, end })),
    }))
  })
  return sortedBy(labels, ({ count, words }) => [-count, words])
}

/** Words as reports print them, counted; of "The Mayor" and "the mayor" the one in small letters stands for both. */
function commonestFirst(
  all: readonly string[],
): readonly { readonly words: string; readonly count: number }[] {
  const found = new Map<string, { words: string; count: number }>()
  for (const words of all) {
    const known = found.get(words.toLowerCase())
    if (!known) found.set(words.toLowerCase(), { words, count: 1 })
    else {
      known.count++
      // Small letters come behind capitals.
      if (words > known.words) known.words = words
    }
  }
  return sortedBy(found.values(), ({ count, words }) => [-count, words])
}

/** Direct: words between quotation marks; indirect: the rest. */
function heardIn(view: ArticleView, quotes: readonly Quote[]): ActorHeard {
  const isDirect = quotes.flatMap(({ kind, content }) =>
    content
      .flatMap((span) => wordsIn(view, span))
      .map((word) => kind === 'direct' || touchesAny(marksOf(view), word)),
  )
  const direct = isDirect.filter(Boolean).length
  return { direct, indirect: isDirect.length - direct, quotes: quotes.map(({ id }) => id) }
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

function speaksAs(
  { kind, name, bearers }: Pick<Identity, 'kind' | 'name' | 'bearers'>,
  descriptions: readonly Description[],
): VoiceClass {
  if (kind === 'place') return knownPlace(name) ? 'official' : 'other'
  const titles = bearers.flatMap((bearer) => [...bearer.titles]).map(lastWord)
  const heads = descriptions.flatMap((one) => (one.kind === 'apposition' ? [one.head.lemma] : []))
  // "Director of the Dorn Foundation", "the committee's member": by the body where no title says it.
  const bodies = descriptions.flatMap((one) =>
    one.kind === 'apposition'
      ? one.words
          .split(' ')
          .filter((word) => /^\p{Lu}|[’']s$/u.test(word))
          .map((word) => word.replace(/[’']s$/u, '').toLowerCase())
      : [],
  )
  const words = kind === 'person' ? [[...titles, ...heads], bodies] : [[...heads, ...wordsOf(name)]]
  const counts =
    words
      .map((some) => countsOf(some.flatMap((word) => voiceClassOf(word) ?? [])))
      .find(({ size }) => size > 0) ?? new Map<VoiceClass, number>()
  const most = Math.max(0, ...counts.values())
  // Of classes that are given equally often the one listed first.
  return VoiceClass.options.find((one) => most > 0 && counts.get(one) === most) ?? 'other'
}

function lastWord(title: string): string {
  return title.split(' ').at(-1) ?? title
}

/** The last word of a body's name first, and the one before "of": `department` of "Department of Justice". */
function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().split(/[\s-]+/u)
  const of = words.indexOf('of')
  return [words.at(-1) ?? '', ...(of > 0 ? [words[of - 1] ?? ''] : [])]
}
