/**
 * Who is meant, on real coverage: coded mentions of actors, countries and groups in five outlets' reports of an event
 * (NewsWCL50, Hamborg et al. 2019) against the report's actors.
 * In: `naming/<part>`. Out: the share of mentions that an actor holds; that fall into the right one (of a concept, the actor
 * with most of its mentions, if most of what that actor holds is the concept's); how pure the actors are; the same for
 * mentions of single persons, since the coding counts a country's officials and a party's people as one.
 */
import path from 'node:path'
import { jsonLines, withFiles } from '../gold.js'
import { overlap, share, type Report, type Span } from '../metrics.js'
import { compareFiles, timed } from '../reading.js'
import { spreadOf, type PackRun } from '../result.js'

type Coded = {
  readonly type: string
  readonly concept: string | null
  readonly span: readonly [number, number]
}
type Article = { readonly outlet: string; readonly text: string; readonly mentions: readonly Coded[] }
type Event = { readonly id: string; readonly articles: readonly Article[] }

/** A coded mention and the actor that holds it, by number; null where none does. */
export type Held = { readonly concept: string; readonly actor: number | null; readonly isPerson: boolean }

const actors: ReadonlySet<string> = new Set(['ACTOR', 'ACTOR-I', 'COUNTRY', 'GROUP'])

export const naming: PackRun = async (gold, part, limit) => {
  const events = jsonLines<Event>(path.join(gold, 'naming', part, 'events.jsonl')).slice(0, limit)
  const units: (readonly Held[])[] = []
  let seconds = 0
  for (const event of events) {
    const files = event.articles.map(({ outlet, text }) => [`${outlet}.txt`, paragraphs(text)] as const)
    const [report, took] = await timed(() => withFiles(files, compareFiles))
    seconds += took
    units.push(heldIn(event, report))
  }
  const total = sum(units.map(countsOf))
  return {
    pack: 'naming',
    part,
    figures: spreadOf(units, (some) => {
      const { mentions, held, right, pure } = sum(some.map(countsOf))
      const persons = sum(some.map((unit) => countsOf(unit.filter(({ isPerson }) => isPerson))))
      return {
        'mentions that an actor holds': share(held, mentions),
        'mentions in the right actor': share(right, mentions),
        'purity of actors': share(pure, held),
        'of one person, in the right actor': share(persons.right, persons.mentions),
        'of one person, purity': share(persons.pure, persons.held),
      }
    }),
    counts: { events: events.length, mentions: total.mentions, held: total.held },
    seconds,
  }
}

function paragraphs(text: string): string {
  return text.split('\n').join('\n\n')
}

function heldIn(event: Event, report: Report): readonly Held[] {
  return event.articles.flatMap((article, index) => {
    const read = report.articles[index]
    if (!read) return []
    const spans = (report.actors ?? []).map(({ byArticle }) =>
      (byArticle[read.id]?.labels ?? []).flatMap((label) => label.spans),
    )
    return article.mentions.flatMap(({ type, concept, span }): Held[] => {
      const place = placed(article.text, read.text, span)
      if (concept === null || !actors.has(type) || !place) return []
      const actor = spans.findIndex((own) => own.some((one) => overlap(one, place) > 0))
      return [{ concept, actor: actor < 0 ? null : actor, isPerson: type === 'ACTOR' }]
    })
  })
}

/** The same characters in a text that has other blanks; undefined where they are others. */
function placed(text: string, read: string, [start, end]: readonly [number, number]): Span | undefined {
  const before = letters(text.slice(0, start))
  let [at, count] = [0, 0]
  while (at < read.length && (count < before || /\s/u.test(read.charAt(at)))) {
    if (!/\s/u.test(read.charAt(at))) count++
    at++
  }
  const words = text.slice(start, end)
  return read.startsWith(words, at) ? { start: at, end: at + words.length } : undefined
}

function letters(text: string): number {
  return text.replace(/\s+/gu, '').length
}

type Counts = {
  readonly mentions: number
  readonly held: number
  readonly right: number
  readonly pure: number
}

export function countsOf(all: readonly Held[]): Counts {
  const held = all.flatMap(({ concept, actor }) => (actor === null ? [] : [{ concept, actor }]))
  const ofActor = new Map(
    [...new Set(held.map(({ actor }) => actor))].map((actor) => [
      actor,
      commonest(held.filter((one) => one.actor === actor).map(({ concept }) => concept)),
    ]),
  )
  const ofConcept = new Map(
    [...new Set(held.map(({ concept }) => concept))].map((concept) => [
      concept,
      commonest(held.filter((one) => one.concept === concept).map(({ actor }) => actor)),
    ]),
  )
  const pure = held.filter(({ concept, actor }) => ofActor.get(actor) === concept)
  const right = pure.filter(({ concept, actor }) => ofConcept.get(concept) === actor)
  return { mentions: all.length, held: held.length, right: right.length, pure: pure.length }
}

/** Of equals the first. */
function commonest<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<readonly [Value, number] | undefined>(
    (most, next) => (most === undefined || next[1] > most[1] ? next : most),
    undefined,
  )?.[0]
}

function sum(units: readonly Counts[]): Counts {
  return units.reduce(
    (total, { mentions, held, right, pure }) => ({
      mentions: total.mentions + mentions,
      held: total.held + held,
      right: total.right + right,
      pure: total.pure + pure,
    }),
    { mentions: 0, held: 0, right: 0, pure: 0 },
  )
}
