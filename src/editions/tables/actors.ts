/** actors.csv: a row for each label, modifier, act and sum of words heard, in this order, of each actor in each article. */
import {
  ActorKind,
  Direction,
  LabelKind,
  ModifierKind,
  VoiceClass,
  type Actor,
  type ActorInArticle,
} from '../../model/actor.js'
import { Voice } from '../../model/annotation.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { articleColumns, articlesOf, spanWords, type Listed, type OfArticle } from './articles.js'
import { flag, list, oneOf, text, whole, type Column, table } from './table.js'

const entryKinds = [...LabelKind.options, ...ModifierKind.options, ...Direction.options]

/** What one kind of entry lacks is left out, and an empty cell. */
export type Entry = {
  readonly entry: 'label' | 'modifier' | 'act' | 'heard'
  readonly kind?: (typeof entryKinds)[number]
  readonly words?: string
  readonly count?: number
  readonly passive?: boolean
  readonly negated?: boolean
  readonly other?: string | null
  readonly voice?: Voice
  readonly direct?: number
  readonly indirect?: number
  readonly quotes?: readonly string[]
  readonly spans?: readonly Span[]
}

type OfEntry<Article> = OfArticle<Article> & Entry & { readonly actor: Actor; readonly number: number }

export const actorColumns: readonly Column<OfEntry<Listed>>[] = [
  text('actor_id', 'id of the actor, the same in all articles of the report', ({ actor }) => actor.id),
  oneOf(ActorKind, 'actor_kind', '', ({ actor }) => actor.kind),
  text('actor_name', 'the name in full that most articles print', ({ actor }) => actor.name),
  oneOf(
    VoiceClass,
    'speaks_as',
    'as whom it speaks, by how the articles describe it:',
    ({ actor }) => actor.speaksAs,
  ),
  ...articleColumns,
  whole('entry_number', 'number of the entry within actor and article, from 1', ({ number }) => number),
  oneOf(
    ['label', 'modifier', 'act', 'heard'],
    'entry',
    '`label` (what it is called), `modifier` (what it is said to be), `act` (what it does or undergoes), `heard` (what it is let say)',
    ({ entry }) => entry,
  ),
  oneOf(
    entryKinds,
    'entry_kind',
    'labels: `name`, `role`; modifiers: `adjective`, `apposition`, `clause`, `predicate`; acts: `does`, `undergoes`',
    ({ kind }) => kind,
  ),
  text('words', 'the label or modifier as printed; of acts the verb’s base form', ({ words }) => words),
  whole('count', 'labels: how often; heard: how many attributions', ({ count }) => count),
  flag('passive', 'acts: whether the clause is in the passive', ({ passive }) => passive),
  flag('negated', 'acts: whether it is denied', ({ negated }) => negated),
  text(
    'other',
    'acts: whom or what it acts on, or who acts on it, as printed; empty where the clause names nobody',
    ({ other }) => other,
  ),
  oneOf(Voice, 'voice', 'modifiers and acts: `own` (the outlet’s words), `attributed`', ({ voice }) => voice),
  whole('direct_words', 'heard: words between quotation marks', ({ direct }) => direct),
  whole('indirect_words', 'heard: words reported', ({ indirect }) => indirect),
  list('quote_ids', 'heard: the attributions, to join with quotes.csv', ({ quotes }) => quotes),
  whole('start', 'start of the first passage', ({ spans }) => spans?.[0]?.start),
  whole('end', 'its end', ({ spans }) => spans?.[0]?.end),
  list('spans', 'all passages', ({ spans }) => spans && spanWords(spans), { between: ' ' }),
]

export const actors = table({
  name: 'actors',
  row: 'One row for each label, modifier, act and sum of words heard of each person, body and place in each article. An article that does not mean the actor has no row.',
  columns: actorColumns,
  key: ['actor_id', 'article_id', 'entry_number'],
  of: (report): readonly OfEntry<InspectedArticle>[] => {
    const articles = articlesOf(report)
    return (report.actors ?? []).flatMap((actor) =>
      articles.flatMap((one) =>
        entriesOf(actor.byArticle[one.article.id]).map((entry, index) => ({
          ...one,
          ...entry,
          actor,
          number: index + 1,
        })),
      ),
    )
  },
})

export function entriesOf(here: ActorInArticle | undefined): readonly Entry[] {
  if (!here) return []
  const { labels, modifiers, acts, heard } = here
  const { quotes, direct, indirect } = heard
  return [
    ...labels.map((label): Entry => ({ ...label, entry: 'label' })),
    ...modifiers.map((modifier): Entry => ({ ...modifier, entry: 'modifier', spans: [modifier] })),
    ...acts.map((act): Entry => ({
      ...act,
      entry: 'act',
      kind: act.direction,
      words: act.verb,
      spans: [act],
    })),
    ...(quotes.length === 0
      ? []
      : [{ entry: 'heard', count: quotes.length, direct, indirect, quotes } as const]),
  ]
}
