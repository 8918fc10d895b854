/**
 * actors.csv: what each article calls each person, body and place, says of it, has it do and lets it say; a row an entry.
 *
 * In: a Report. Out: CSV. Never: a row for an article that does not mean the actor.
 */
import type { Actor, ActorInArticle } from '../model/actor.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { groupNumbers, spansText } from './cells-csv.js'
import { several, writeCsv, type CsvValue } from './csv.js'

/** Stable: columns are only ever added at the end. */
export const actorColumns = [
  'actor_id',
  'actor_kind',
  'actor_name',
  'speaks_as',
  'article_id',
  'outlet',
  'url',
  'published_at',
  'source_sha256',
  'independence_group',
  'entry_number',
  'entry',
  'entry_kind',
  'words',
  'count',
  'passive',
  'negated',
  'other',
  'voice',
  'direct_words',
  'indirect_words',
  'quote_ids',
  'start',
  'end',
  'spans',
] as const

export type ActorRow = Readonly<Record<(typeof actorColumns)[number], CsvValue>>

type EntryName = 'entry' | 'entry_kind' | 'words' | 'count' | 'passive' | 'negated' | 'other' | 'voice'
type PlaceName = 'direct_words' | 'indirect_words' | 'quote_ids' | 'start' | 'end' | 'spans'
type Entry = Readonly<Record<EntryName | PlaceName, CsvValue>>

export function actorsCsv(report: Report): string {
  return writeCsv(actorColumns, actorRows(report))
}

/** Actors in the report's order, articles in input order, labels before modifiers before acts before words heard. */
export function actorRows(report: Report): readonly ActorRow[] {
  const groups = groupNumbers(report)
  return (report.actors ?? []).flatMap((actor) =>
    report.articles.flatMap((article) => {
      const here = actor.byArticle[article.id]
      if (!here) return []
      return entriesOf(here).map((entry, index): ActorRow => ({
        ...actorFields(actor),
        ...articleFields(article),
        independence_group: groups.get(article.id) ?? null,
        entry_number: index + 1,
        ...entry,
      }))
    }),
  )
}

function actorFields({ id, kind, name, speaksAs }: Actor) {
  return { actor_id: id, actor_kind: kind, actor_name: name, speaks_as: speaksAs }
}

function articleFields({ id, outlet, url, publishedAt, sha256 }: InspectedArticle) {
  return {
    article_id: id,
    outlet: outlet.name,
    url,
    published_at: publishedAt,
    source_sha256: sha256,
  }
}

const nothing: Omit<Entry, 'entry'> = {
  entry_kind: null,
  words: null,
  count: null,
  passive: null,
  negated: null,
  other: null,
  voice: null,
  direct_words: null,
  indirect_words: null,
  quote_ids: null,
  start: null,
  end: null,
  spans: null,
}

function entriesOf({ labels, modifiers, acts, heard }: ActorInArticle): readonly Entry[] {
  return [
    ...labels.map(({ kind, words, count, spans }): Entry => ({
      ...nothing,
      entry: 'label',
      entry_kind: kind,
      words,
      count,
      start: spans[0]?.start ?? null,
      end: spans[0]?.end ?? null,
      spans: spansText(spans),
    })),
    ...modifiers.map(({ kind, words, voice, start, end }): Entry => ({
      ...nothing,
      entry: 'modifier',
      entry_kind: kind,
      words,
      voice,
      start,
      end,
      spans: spansText([{ start, end }]),
    })),
    ...acts.map(({ verb, direction, passive, negated, other, voice, start, end }): Entry => ({
      ...nothing,
      entry: 'act',
      entry_kind: direction,
      words: verb,
      passive,
      negated,
      other,
      voice,
      start,
      end,
      spans: spansText([{ start, end }]),
    })),
    ...(heard.quotes.length === 0
      ? []
      : [
          {
            ...nothing,
            entry: 'heard',
            count: heard.quotes.length,
            direct_words: heard.direct,
            indirect_words: heard.indirect,
            quote_ids: several(heard.quotes),
          },
        ]),
  ]
}
