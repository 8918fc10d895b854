/** The pooled tables: one row a thing, no list in a cell, `event` and `outlet` in front of each row. */
import { VoiceClass, type Actor, type ActorInArticle } from '../model/actor.js'
import { Certainty, Form, Sourcing } from '../model/alignment.js'
import { SourceClass, Voice } from '../model/annotation.js'
import type { Evidence, Position } from '../model/comparison.js'
import type { Rate, RateDifference, Study } from '../model/study.js'
import { actorColumns, entriesOf, type Entry } from '../editions/tables/actors.js'
import { readColumns, type OfArticle as Of } from '../editions/tables/articles.js'
import { cellColumns, partsOf, type OfCell } from '../editions/tables/cells.js'
import { evidenceColumns, statedColumns } from '../editions/tables/findings.js'
import { quoteColumns, quoteRows, type OfQuote as Quoted } from '../editions/tables/quotes.js'
import {
  chosen,
  flag,
  number,
  oneOf,
  table,
  text,
  whole,
  type Column,
  type Table,
} from '../editions/tables/table.js'
import { passageText } from '../print/passage.js'
import { contentId } from '../text/hash.js'
import { once } from '../text/once.js'
import { actorKey } from './measures.js'
import {
  outletPlaces,
  type ReadArticle,
  type ReadColumn,
  type ReadEvent,
  type StudyArticle,
  type StudyFinding,
} from './reading.js'

/** What the user knows of an outlet: values by the names of the file's columns. */
export type OutletVariables = {
  readonly names: readonly string[]
  readonly of: (outlet: string) => Readonly<Record<string, string>> | undefined
}

type OfArticle = Of<StudyArticle> & { readonly event: ReadEvent; readonly read: ReadArticle }

const inFront: readonly Column<OfArticle>[] = [
  text('event', 'name of the event, the same in all tables', ({ event }) => event.event),
  text('outlet', 'name of the outlet', ({ read }) => read.outlet),
  ...chosen(readColumns, 'article_id'),
]

function articlesIn(event: ReadEvent): readonly OfArticle[] {
  return event.articles.map((read) => ({ event, read, article: read.article, group: read.group }))
}

function each<Row>(event: ReadEvent, of: (one: OfArticle) => readonly Row[]): readonly (Row & OfArticle)[] {
  return articlesIn(event).flatMap((one) => of(one).map((row) => ({ ...row, ...one })))
}

function variableColumns<Of>(
  { names, of }: OutletVariables,
  outletOf: (row: Of) => string,
): readonly Column<Of>[] {
  return names.map((name) =>
    text(`outlet_${name}`, `of the outlet: ${name}, as given`, (row) => of(outletOf(row))?.[name]),
  )
}

type OfReport = OfArticle & { readonly order: number | null; readonly sharing: number }

function articlesTable(variables: OutletVariables): Table<ReadEvent> {
  return table<OfReport, ReadEvent>({
    name: 'articles',
    row: 'One row for each report of each event, those that could not be read included.',
    key: ['event', 'article_id'],
    columns: [
      ...inFront,
      text('event_title', 'title of the event', ({ event }) => event.title),
      ...chosen(readColumns, 'url', 'source', 'source_sha256', 'published_at'),
      whole('order', 'place among the outlets by time, from 1; ties share one', ({ order }) => order),
      ...chosen(readColumns, 'headline', 'language'),
      whole('words', 'words of it that are read', ({ read }) => read.words),
      ...chosen(readColumns, 'completeness'),
      text('wire_credit', 'agency or partner that the page credits', ({ article }) => article.credit),
      whole(
        'independent_text',
        'number of the text in its event: reports that share their copy have one',
        ({ group }) => group,
      ),
      whole('sharing', 'how many other reports of the event share its copy', ({ sharing }) => sharing),
      ...variableColumns<OfReport>(variables, ({ read }) => read.outlet),
    ],
    of: (event) => {
      const places = outletPlaces(event)
      return each(event, ({ read: { outlet }, group }) => {
        const sharing = event.articles.filter((one) => one.group === group).length - 1
        return [{ order: places.get(outlet) ?? null, sharing }]
      })
    },
  })
}

type OfStatement = OfArticle &
  OfCell<StudyArticle> & { readonly column: ReadColumn; readonly by: StudyFinding['by'] }

const statements = table<OfStatement, ReadEvent>({
  name: 'statements',
  row: 'One row for each report in each statement that two independent texts tell or more; of a statement of one text alone a row for that report.',
  key: ['event', 'statement_id', 'article_id'],
  columns: [
    ...inFront,
    text('statement_id', 'id of the statement within the event', ({ column }) => column.id),
    text('statement', 'its wording', ({ column }) => column.label),
    whole('texts', 'how many independent texts tell it', ({ column }) => column.tellers.size),
    ...chosen(cellColumns, 'state', 'unknown_reason', 'stance', 'value', 'certainty'),
    oneOf(Voice, 'voice', 'of its first passage:', ({ present }) => present?.mentions[0]?.voice),
    oneOf(Sourcing, 'credit', 'what it rests on, best first:', ({ present }) => present?.sourcing),
    text(
      'credited_to',
      'who is credited first, resolved',
      ({ present }) => present?.mentions.find(({ speaker }) => speaker !== null)?.speaker?.name,
    ),
    oneOf(
      ['opening', 'below'],
      'place',
      'of its first passage: `opening` (headline, first two paragraphs), `below`',
      ({ read, first }) => first && (first.start < read.leadEnd ? 'opening' : 'below'),
    ),
    ...chosen(cellColumns, 'form'),
    whole('passages', 'how many passages tell it', ({ present }) => present?.mentions.length ?? 0),
    ...chosen(cellColumns, 'start', 'end'),
    text('text', 'its words', ({ article, present }) =>
      present ? passageText(article, present.mentions[0]?.spans ?? []) : null,
    ),
    text('nearest_text', 'absent: the words that came closest and were rejected', ({ article, cell }) =>
      cell.state === 'absent' && cell.nearest ? passageText(article, [cell.nearest]) : null,
    ),
    ...chosen(cellColumns, 'confidence'),
    oneOf(
      ['program', 'reader', 'both'],
      'found_by',
      'who found what differs in it: `program`, a second `reader`, `both`; empty where nothing does',
      ({ by }) => by,
    ),
  ],
  of: (event) => {
    const by = new Map(event.findings.map((finding) => [finding.column, finding.by ?? 'program'] as const))
    return event.claims.flatMap((column) =>
      each(event, ({ article }) => {
        const cell = column.cells[article.id]
        if (cell === undefined || (column.tellers.size < 2 && cell.state !== 'present')) return []
        return [{ column, by: by.get(column.id), ...partsOf(cell) }]
      }),
    )
  },
})

type OfQuote = OfArticle & Quoted<StudyArticle, ReadColumn> & { readonly actor: Actor | undefined }

const quotes = table<OfQuote, ReadEvent>({
  name: 'quotes',
  row: 'One row for each attribution in each report: who is said to have told or thought something, in which words.',
  key: ['event', 'quote_id'],
  columns: [
    ...inFront,
    ...chosen(quoteColumns, 'quote_id'),
    text(
      'utterance_id',
      'the utterance it is a version of, within the event; empty where it was linked with none',
      ({ aligned }) => aligned?.columns[0]?.id,
    ),
    whole(
      'texts',
      'how many independent texts tell the utterance',
      ({ aligned }) => aligned?.columns[0]?.tellers.size,
    ),
    oneOf(
      ['direct', 'indirect', 'mixed'],
      'version',
      '`direct` (in quotation marks), `mixed`, `indirect`',
      ({ quote }) => quote.kind,
    ),
    oneOf(
      Form,
      'form',
      'against the fullest version: `verbatim`, `shortened`, `altered`, `paraphrased`, …',
      ({ aligned }) => aligned?.form,
    ),
    flag('is_cut', 'whether words of the fullest version are missing', ({ aligned }) =>
      aligned ? aligned.form === 'shortened' : null,
    ),
    flag('is_altered', 'whether it has other words than the fullest version', ({ aligned }) =>
      aligned ? aligned.form === 'altered' : null,
    ),
    ...chosen(quoteColumns, 'speaker'),
    text(
      'actor_id',
      'the same over all events, to join with actors.csv',
      ({ actor }) => actor && actorId(actor),
    ),
    oneOf(VoiceClass, 'speaks_as', 'as whom:', ({ actor }) => actor?.speaksAs),
    oneOf(SourceClass, 'source_class', 'what the printed source is:', ({ quote }) => quote.sourceClass),
    ...chosen(quoteColumns, 'source_words'),
    text('cue_lemma', 'the verb of saying', ({ quote }) => quote.cueLemma),
    ...chosen(quoteColumns, 'parent_quote_id', 'start', 'end', 'text'),
  ],
  of: (event) => {
    const actors = new Map(
      event.actors.flatMap((actor) =>
        Object.values(actor.byArticle).flatMap(({ heard }) => heard.quotes.map((id) => [id, actor] as const)),
      ),
    )
    return quoteRows(articlesIn(event), event.quotes).map((row) => ({
      ...row,
      actor: actors.get(row.quote.id),
    }))
  },
})

const actorId = once((actor: Actor) => contentId('actor', actor.kind, actorKey(actor.name)))

type OfEntry = OfArticle &
  Entry & { readonly actor: Actor; readonly here: ActorInArticle; readonly number: number }

const actors = table<OfEntry, ReadEvent>({
  name: 'actors',
  row: 'One row for each label, modifier, act and sum of words heard of each person, body and place in each report that means it. An actor is the same over all events: by kind and name in full, without case, accents and middle initials. A surname alone stays apart.',
  key: ['event', 'article_id', 'actor_id', 'entry_number'],
  columns: [
    ...inFront,
    text('actor_id', 'id of the actor, the same in all events', ({ actor }) => actorId(actor)),
    text('actor', 'its name in full', ({ actor }) => actor.name),
    ...chosen(actorColumns, 'actor_kind'),
    oneOf(VoiceClass, 'role', 'as whom it speaks in this event:', ({ actor }) => actor.speaksAs),
    oneOf(
      ['headline', 'lead', 'body'],
      'first_in',
      'where the report has it first',
      ({ here }) => here.first.part,
    ),
    ...chosen(
      actorColumns,
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
      'start',
      'end',
    ),
  ],
  of: (event) =>
    each(event, ({ article }) => {
      const seen = new Map<string, number>()
      return event.actors.flatMap((actor) => {
        const here = actor.byArticle[article.id]
        if (here === undefined) return []
        return entriesOf(here).map((entry) => {
          const number = (seen.get(actorId(actor)) ?? 0) + 1
          seen.set(actorId(actor), number)
          return { ...entry, actor, here, number }
        })
      })
    }),
})

type OfFinding = OfArticle & {
  readonly finding: StudyFinding
  readonly evidence: Evidence | undefined
  readonly position: Position | undefined
  readonly number: number
}

const findings = table<OfFinding, ReadEvent>({
  name: 'findings',
  row: 'One row for each finding and each report that it is about or that is evidence for it, with the position of that report.',
  key: ['event', 'finding_id', 'article_id', 'position_number'],
  columns: [
    ...inFront,
    text('finding_id', 'id of the finding', ({ finding }) => finding.id),
    ...chosen(statedColumns, 'kind', 'severity'),
    flag(
      'is_about',
      'whether it is about this report (who lacks, shortens, credits otherwise; of two sides all)',
      ({ finding, article }) => finding.articles.includes(article.id),
    ),
    whole(
      'position_number',
      'which of the report’s positions, from 1; 0 where the finding has none of it',
      ({ position, number }) => (position ? number : 0),
    ),
    text('position', 'what the report gives for it', ({ position }) => position?.value),
    text('position_source', 'whom it credits', ({ position }) => position?.source),
    oneOf(Voice, 'position_voice', '', ({ position }) => position?.voice),
    oneOf(Certainty, 'position_certainty', '', ({ position }) => position?.certainty),
    ...chosen(evidenceColumns, 'role', 'start', 'end', 'text'),
    text('statement_id', 'the statement or utterance it is about', ({ finding }) => finding.column),
    ...chosen(statedColumns, 'sentence', 'confidence'),
    oneOf(
      ['program', 'reader', 'both'],
      'found_by',
      '`program`, a second `reader`, `both`',
      ({ finding }) => finding.by ?? 'program',
    ),
  ],
  of: (event) =>
    event.findings.flatMap((finding) =>
      each(event, ({ article }) => {
        const { id } = article
        const evidence = finding.evidence.find((one) => one.article === id)
        if (!finding.articles.includes(id) && evidence === undefined) return []
        const own = (finding.detail.positions ?? []).filter(({ articles }) => articles.includes(id))
        const positions = own.length > 0 ? own : [undefined]
        return positions.map((position, index) => ({ finding, evidence, position, number: index + 1 }))
      }),
    ),
})

export function pooledTables(variables: OutletVariables): readonly Table<ReadEvent>[] {
  return [articlesTable(variables), statements, quotes, actors, findings]
}

const ofMeasure: readonly Column<Pick<Rate, 'measure' | 'category'>>[] = [
  text('measure', 'what is counted: method.md', ({ measure }) => measure),
  text('category', '`yes`, or the class, name or verb', ({ category }) => category),
]

export function resultTables(variables: OutletVariables): readonly Table<Study>[] {
  return [
    table<Study['outlets'][number], Study>({
      name: 'outlets',
      row: 'One row for each outlet.',
      key: ['outlet'],
      columns: [
        text('outlet', 'name of the outlet', ({ name }) => name),
        whole('events', 'events that it covered', ({ events }) => events),
        whole('reports', 'its reports', ({ reports }) => reports),
        ...variableColumns<Study['outlets'][number]>(variables, ({ name }) => name),
      ],
      of: ({ outlets }) => outlets,
    }),
    table<Rate, Study>({
      name: 'rates',
      row: 'One row for each rate of each outlet. Without enough events there is a count and no rate.',
      key: ['measure', 'category', 'outlet'],
      columns: [
        ...ofMeasure,
        text('outlet', 'name of the outlet', ({ outlet }) => outlet),
        whole('events', 'events in which something stands in the denominator', ({ events }) => events),
        whole('cases', 'cases', ({ cases }) => cases),
        whole('of', 'the denominator', ({ of }) => of),
        whole('unknown', 'what could not be told; in no denominator', ({ unknown }) => unknown),
        number('rate', 'cases ÷ of, as the program finds them: uncorrected', ({ rate }) => rate),
        number('low', 'lower end of its 95 % interval, over events', ({ interval }) => interval?.low),
        number('high', 'upper end', ({ interval }) => interval?.high),
        number(
          'corrected_rate',
          'corrected by an audit of this batch; empty where there is none',
          ({ corrected }) => corrected?.rate,
        ),
        number('corrected_low', 'lower end of its 95 % interval', ({ corrected }) => corrected?.interval.low),
        number('corrected_high', 'upper end', ({ corrected }) => corrected?.interval.high),
        whole('judged', 'how many were judged for it', ({ corrected }) => corrected?.judged),
        ...variableColumns<Rate>(variables, ({ outlet }) => outlet),
      ],
      of: ({ rates }) => rates,
    }),
    table<RateDifference, Study>({
      name: 'differences',
      row: 'One row for each two outlets and measure, over the events that both covered.',
      key: ['measure', 'category', 'outlet_a', 'outlet_b'],
      columns: [
        ...ofMeasure,
        text('outlet_a', 'the one', ({ a }) => a),
        text('outlet_b', 'the other', ({ b }) => b),
        whole('events', 'events in which both have something in the denominator', ({ events }) => events),
        number('rate_a', 'rate of the one over these', ({ rateA }) => rateA),
        number('rate_b', 'rate of the other', ({ rateB }) => rateB),
        number('difference', 'rate_a − rate_b', ({ difference }) => difference),
        number('low', 'lower end of its 95 % interval, over events', ({ interval }) => interval.low),
        number('high', 'upper end', ({ interval }) => interval.high),
        number('p', 'probability by swapping the two within events', ({ p }) => p),
        number('q', 'level of false discoveries (Benjamini and Hochberg) over all rows', ({ q }) => q),
      ],
      of: ({ differences }) => differences,
    }),
  ]
}
