/**
 * The pooled tables: one row a thing, no list in a cell, `event` and `outlet` in front of each row. Columns are declared as those of one
 * report's tables are (editions/tables/table.ts); codebook and data package are made of the same.
 */
import {
  ActorKind,
  Direction,
  LabelKind,
  ModifierKind,
  VoiceClass,
  type Actor,
  type ActorInArticle,
} from '../model/actor.js'
import { CellStance, Certainty, Form, Sourcing, type Cell, type PresentCell } from '../model/alignment.js'
import { SourceClass, Voice, type Quote } from '../model/annotation.js'
import { EvidenceRole, FindingKind, FindingSeverity, type Position } from '../model/comparison.js'
import type { Rate, RateDifference, Study } from '../model/study.js'
import { csvRows, flag, number, oneOf, text, time, whole, type Column } from '../editions/tables/table.js'
import { passageText } from '../print/passage.js'
import { contentId } from '../text/hash.js'
import { hull } from '../text/spans.js'
import { actorKey } from './measures.js'
import {
  outletTimes,
  type ReadArticle,
  type ReadColumn,
  type ReadEvent,
  type StudyFinding,
} from './reading.js'

/** What the user knows of an outlet: values by the names of the file's columns. */
export type OutletVariables = {
  readonly names: readonly string[]
  readonly of: (outlet: string) => Readonly<Record<string, string>>
}

export type StudyTable<In> = {
  readonly name: string
  /** What one row is. */
  readonly row: string
  readonly columns: readonly Omit<Column<never>, 'value'>[]
  readonly key: readonly string[]
  readonly rows: (of: In) => { readonly csv: string; readonly count: number }
}

function table<In, Of>(
  described: Omit<StudyTable<In>, 'columns' | 'rows'> & {
    readonly columns: readonly Column<Of>[]
    readonly of: (value: In) => readonly Of[]
  },
): StudyTable<In> {
  const { of, columns, ...rest } = described
  return {
    ...rest,
    columns,
    rows: (value) => {
      const rows = of(value)
      return { csv: csvRows(columns, rows), count: rows.length }
    },
  }
}

type OfArticle = { readonly event: ReadEvent; readonly article: ReadArticle }

const inFront: readonly Column<OfArticle>[] = [
  text('event', 'name of the event, the same in all tables', ({ event }) => event.event),
  text('outlet', 'name of the outlet', ({ article }) => article.outlet),
  text('article_id', 'id of the report, from its bytes', ({ article }) => article.article.id),
]

function each<Of>(event: ReadEvent, of: (one: OfArticle) => readonly Of[]): readonly (Of & OfArticle)[] {
  return event.articles.flatMap((article) =>
    of({ event, article }).map((row) => ({ ...row, event, article })),
  )
}

function variableColumns<Of>(
  { names, of }: OutletVariables,
  outletOf: (row: Of) => string,
): readonly Column<Of>[] {
  return names.map((name) =>
    text(`outlet_${name}`, `of the outlet: ${name}, as given`, (row) => of(outletOf(row))[name]),
  )
}

type OfReport = OfArticle & { readonly order: number | null; readonly sharing: number }

function articlesTable(variables: OutletVariables): StudyTable<ReadEvent> {
  return table<ReadEvent, OfReport>({
    name: 'articles',
    row: 'One row for each report of each event, those that could not be read included.',
    key: ['event', 'article_id'],
    columns: [
      ...inFront,
      text('event_title', 'title of the event', ({ event }) => event.title),
      text('url', 'address, if there is one', ({ article }) => article.article.url),
      text('source', 'what was given: the address or the file', ({ article }) => article.article.source),
      text('source_sha256', 'SHA-256 of its bytes', ({ article }) => article.article.sha256),
      time(
        'published_at',
        'ISO 8601 with offset, as the page gives it',
        ({ article }) => article.article.publishedAt,
      ),
      whole('order', 'place among the outlets by time, from 1; ties share one', ({ order }) => order),
      text('headline', 'the headline, if one was found', ({ article: { article } }) =>
        article.headline ? passageText(article, [article.headline]) : null,
      ),
      text(
        'language',
        'code of the language, `und` where it could not be told',
        ({ article }) => article.article.language,
      ),
      whole('words', 'words of it that are read', ({ article }) => article.words),
      oneOf(
        ['complete', 'truncated', 'unreadable'],
        'completeness',
        '`complete`, `truncated` (a part is missing), `unreadable`',
        ({ article }) => article.article.completeness.state,
      ),
      text('wire_credit', 'agency or partner that the page credits', ({ article }) => article.article.credit),
      whole(
        'independent_text',
        'number of the text in its event: reports that share their copy have one',
        ({ article }) => article.group,
      ),
      whole('sharing', 'how many other reports of the event share its copy', ({ sharing }) => sharing),
      ...variableColumns<OfReport>(variables, ({ article }) => article.outlet),
    ],
    of: (event) => {
      const times = outletTimes(event)
      return event.articles.map((article) => {
        const mine = times.get(article.outlet)
        return {
          event,
          article,
          order: mine === undefined ? null : 1 + [...times.values()].filter((other) => other < mine).length,
          sharing: event.articles.filter(({ group }) => group === article.group).length - 1,
        }
      })
    },
  })
}

type OfStatement = OfArticle & {
  readonly column: ReadColumn
  readonly cell: Cell
  readonly present: PresentCell | null
  readonly by: StudyFinding['by']
}

const statements = table<ReadEvent, OfStatement>({
  name: 'statements',
  row: 'One row for each report in each statement that two independent texts tell or more; of a statement of one text alone a row for that report.',
  key: ['event', 'statement_id', 'article_id'],
  columns: [
    ...inFront,
    text('statement_id', 'id of the statement within the event', ({ column }) => column.id),
    text('statement', 'its wording', ({ column }) => column.label),
    whole('texts', 'how many independent texts tell it', ({ column }) => column.tellers.size),
    oneOf(
      ['present', 'absent', 'unknown'],
      'state',
      '`present` (tells it), `absent` (searched, not found), `unknown` (could not be told)',
      ({ cell }) => cell.state,
    ),
    text(
      'unknown_reason',
      'unknown: a code such as `told-differently`, `too-early`, `truncated`',
      ({ cell }) => (cell.state === 'unknown' ? cell.reason : null),
    ),
    oneOf(
      CellStance.options,
      'stance',
      '`asserts`, `denies`, `other-value`',
      ({ present }) => present?.stance,
    ),
    text('value', 'the checkable value given, with its unit', ({ present }) => present?.value),
    oneOf(
      Certainty.options,
      'certainty',
      '`plain`, `hedged`, `allegation`',
      ({ present }) => present?.certainty,
    ),
    oneOf(
      Voice.options,
      'voice',
      'of its first passage: `own`, `attributed`, `unclear`',
      ({ present }) => present?.mentions[0]?.voice,
    ),
    oneOf(
      Sourcing.options,
      'credit',
      'what it rests on, best first: `direct-quote`, `named`, `unnamed`, `other-outlet`, `none`',
      ({ present }) => present?.sourcing,
    ),
    text(
      'credited_to',
      'who is credited first, resolved',
      ({ present }) => present?.mentions.find(({ speaker }) => speaker !== null)?.speaker?.name,
    ),
    oneOf(
      ['opening', 'below'],
      'place',
      'of its first passage: `opening` (headline, first two paragraphs), `below`',
      ({ article, present }) => {
        const start = present?.mentions[0]?.start
        return start === undefined ? null : start < article.leadEnd ? 'opening' : 'below'
      },
    ),
    oneOf(
      Form.options,
      'form',
      'against the fullest version: `verbatim`, `shortened`, `paraphrased`, …',
      ({ present }) => present?.form,
    ),
    whole('passages', 'how many passages tell it', ({ present }) => present?.mentions.length ?? 0),
    whole('start', 'start of the first', ({ present }) => present?.mentions[0]?.start),
    whole('end', 'its end', ({ present }) => present?.mentions[0]?.end),
    text('text', 'its words', ({ article, present }) =>
      present ? passageText(article.article, present.mentions[0]?.spans ?? []) : null,
    ),
    text('nearest_text', 'absent: the words that came closest and were rejected', ({ article, cell }) =>
      cell.state === 'absent' && cell.nearest ? passageText(article.article, [cell.nearest]) : null,
    ),
    number('confidence', "the program's own estimate, 0 to 1: no measured frequency", ({ cell }) =>
      cell.state === 'unknown' ? null : cell.confidence,
    ),
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
        const cell = column.cells[article.article.id]
        if (cell === undefined || (column.tellers.size < 2 && cell.state !== 'present')) return []
        return [{ column, cell, present: cell.state === 'present' ? cell : null, by: by.get(column.id) }]
      }),
    )
  },
})

type OfQuote = OfArticle & {
  readonly quote: Quote
  readonly aligned: { readonly column: ReadColumn; readonly cell: PresentCell } | undefined
  readonly actor: Actor | undefined
}

const quotes = table<ReadEvent, OfQuote>({
  name: 'quotes',
  row: 'One row for each attribution in each report: who is said to have told or thought something, in which words.',
  key: ['event', 'quote_id'],
  columns: [
    ...inFront,
    text('quote_id', 'id of the attribution', ({ quote }) => quote.id),
    text(
      'utterance_id',
      'the utterance it is a version of, within the event; empty where it was linked with none',
      ({ aligned }) => aligned?.column.id,
    ),
    whole(
      'texts',
      'how many independent texts tell the utterance',
      ({ aligned }) => aligned?.column.tellers.size,
    ),
    oneOf(
      ['direct', 'indirect', 'mixed'],
      'version',
      '`direct` (in quotation marks), `mixed`, `indirect`',
      ({ quote }) => quote.kind,
    ),
    oneOf(
      Form.options,
      'form',
      'against the fullest version: `verbatim`, `shortened`, `altered`, `paraphrased`, …',
      ({ aligned }) => aligned?.cell.form,
    ),
    flag('is_cut', 'whether words of the fullest version are missing', ({ aligned }) =>
      aligned?.cell.form === undefined ? null : aligned.cell.form === 'shortened',
    ),
    flag('is_altered', 'whether it has other words than the fullest version', ({ aligned }) =>
      aligned?.cell.form === undefined ? null : aligned.cell.form === 'altered',
    ),
    text('speaker', 'who is credited, resolved within the report', ({ quote }) => quote.speaker?.name),
    text(
      'actor_id',
      'the same over all events, to join with actors.csv',
      ({ actor }) => actor && actorId(actor),
    ),
    oneOf(
      VoiceClass.options,
      'speaks_as',
      'as whom: `official`, `expert`, `affected`, `advocate`, `other`',
      ({ actor }) => actor?.speaksAs,
    ),
    oneOf(
      SourceClass.options,
      'source_class',
      `what the printed source is: ${SourceClass.options.map((kind) => `\`${kind}\``).join(', ')}`,
      ({ quote }) => quote.sourceClass,
    ),
    text('source_words', 'who is credited, as printed', ({ article, quote }) =>
      passageText(article.article, quote.source),
    ),
    text('cue_lemma', 'the verb of saying', ({ quote }) => quote.cueLemma),
    text('parent_quote_id', 'the attribution this one is nested in', ({ quote }) => quote.parent),
    whole('start', 'start of its words', ({ quote }) => hull(quote.content)?.start),
    whole('end', 'their end', ({ quote }) => hull(quote.content)?.end),
    text('text', 'its words, with their quotation marks', ({ article, quote }) =>
      passageText(article.article, quote.content),
    ),
  ],
  of: (event) => {
    const aligned = new Map<string, { column: ReadColumn; cell: PresentCell }>()
    for (const column of event.quotes)
      for (const cell of Object.values(column.cells))
        if (cell.state === 'present')
          for (const { ref } of cell.mentions) if (!aligned.has(ref)) aligned.set(ref, { column, cell })
    const actors = new Map(
      event.actors.flatMap((actor) =>
        Object.values(actor.byArticle).flatMap(({ heard }) => heard.quotes.map((id) => [id, actor] as const)),
      ),
    )
    return each(event, ({ article }) =>
      article.article.quotes.map((quote) => ({
        quote,
        aligned: aligned.get(quote.id),
        actor: actors.get(quote.id),
      })),
    )
  },
})

const ids = new WeakMap<Actor, string>()

/** From kind and name in full. */
function actorId(actor: Actor): string {
  const id = ids.get(actor) ?? contentId('actor', actor.kind, actorKey(actor.name))
  ids.set(actor, id)
  return id
}

const entryKinds = [...LabelKind.options, ...ModifierKind.options, ...Direction.options]

type Entry = {
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
  readonly start?: number
  readonly end?: number
}
type OfEntry = OfArticle &
  Entry & { readonly actor: Actor; readonly here: ActorInArticle; readonly number: number }

const actors = table<ReadEvent, OfEntry>({
  name: 'actors',
  row: 'One row for each label, modifier, act and sum of words heard of each person, body and place in each report that means it. An actor is the same over all events: by kind and name in full, without case, accents and middle initials. A surname alone stays apart.',
  key: ['event', 'article_id', 'actor_id', 'entry_number'],
  columns: [
    ...inFront,
    text('actor_id', 'id of the actor, the same in all events', ({ actor }) => actorId(actor)),
    text('actor', 'its name in full', ({ actor }) => actor.name),
    oneOf(
      ActorKind.options,
      'actor_kind',
      '`person`, `organisation`, `place`, `group`, `other`',
      ({ actor }) => actor.kind,
    ),
    oneOf(
      VoiceClass.options,
      'role',
      'as whom it speaks in this event: `official`, `expert`, `affected`, `advocate`, `other`',
      ({ actor }) => actor.speaksAs,
    ),
    oneOf(
      ['headline', 'lead', 'body'],
      'first_in',
      'where the report has it first',
      ({ here }) => here.first.part,
    ),
    whole('entry_number', 'number of the entry within actor and report, from 1', ({ number }) => number),
    oneOf(
      ['label', 'modifier', 'act', 'heard'],
      'entry',
      '`label` (what it is called), `modifier`, `act` (a verb), `heard` (what it is let say)',
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
    flag('passive', 'acts: in the passive', ({ passive }) => passive),
    flag('negated', 'acts: denied', ({ negated }) => negated),
    text('other', 'acts: whom it acts on, or who acts on it', ({ other }) => other),
    oneOf(
      Voice.options,
      'voice',
      'modifiers and acts: `own` (the outlet’s words), `attributed`',
      ({ voice }) => voice,
    ),
    whole('direct_words', 'heard: words between quotation marks', ({ direct }) => direct),
    whole('indirect_words', 'heard: words reported', ({ indirect }) => indirect),
    whole('start', 'start of its first passage', ({ start }) => start),
    whole('end', 'its end', ({ end }) => end),
  ],
  of: (event) =>
    each(event, ({ article }) => {
      const seen = new Map<string, number>()
      return event.actors.flatMap((actor) => {
        const here = actor.byArticle[article.article.id]
        if (here === undefined) return []
        return entriesOf(here).map((entry) => {
          const number = (seen.get(actorId(actor)) ?? 0) + 1
          seen.set(actorId(actor), number)
          return { ...entry, actor, here, number }
        })
      })
    }),
})

function entriesOf({ labels, modifiers, acts, heard }: ActorInArticle): readonly Entry[] {
  return [
    ...labels.map(({ spans, ...label }): Entry => ({ ...label, ...spans[0], entry: 'label' })),
    ...modifiers.map((modifier): Entry => ({ ...modifier, entry: 'modifier' })),
    ...acts.map(({ direction, verb, ...act }): Entry => ({
      ...act,
      entry: 'act',
      kind: direction,
      words: verb,
    })),
    ...(heard.quotes.length === 0
      ? []
      : [
          {
            entry: 'heard',
            count: heard.quotes.length,
            direct: heard.direct,
            indirect: heard.indirect,
          } as const,
        ]),
  ]
}

type OfFinding = OfArticle & {
  readonly finding: StudyFinding
  readonly position: Position | undefined
  readonly number: number
}

const findings = table<ReadEvent, OfFinding>({
  name: 'findings',
  row: 'One row for each finding and each report that it is about or that is evidence for it, with the position of that report.',
  key: ['event', 'finding_id', 'article_id', 'position_number'],
  columns: [
    ...inFront,
    text('finding_id', 'id of the finding', ({ finding }) => finding.id),
    oneOf(FindingKind.options, 'kind', 'kind of finding', ({ finding }) => finding.kind),
    oneOf(
      FindingSeverity.options,
      'severity',
      'severity class; `note` is not on the front',
      ({ finding }) => finding.severity,
    ),
    flag(
      'is_about',
      'whether it is about this report (who lacks, shortens, credits otherwise; of two sides all)',
      ({ finding, article }) => finding.articles.includes(article.article.id),
    ),
    whole(
      'position_number',
      'which of the report’s positions, from 1; 0 where the finding has none of it',
      ({ position, number }) => (position ? number : 0),
    ),
    text('position', 'what the report gives for it', ({ position }) => position?.value),
    text('position_source', 'whom it credits', ({ position }) => position?.source),
    oneOf(
      Voice.options,
      'position_voice',
      '`own`, `attributed`, `unclear`',
      ({ position }) => position?.voice,
    ),
    oneOf(
      Certainty.options,
      'position_certainty',
      '`plain`, `hedged`, `allegation`',
      ({ position }) => position?.certainty,
    ),
    oneOf(
      EvidenceRole.options,
      'role',
      'what its first passage shows: `asserts`, `denies`, `value`, `fuller`, `cut`, …',
      (of) => evidenceOf(of)?.role,
    ),
    whole('start', 'start of that passage', (of) => evidenceOf(of)?.start),
    whole('end', 'its end', (of) => evidenceOf(of)?.end),
    text('text', 'its words', (of) => {
      const evidence = evidenceOf(of)
      return evidence && passageText(of.article.article, [evidence])
    }),
    text('statement_id', 'the statement or utterance it is about', ({ finding }) => finding.column),
    text('sentence', 'the finding in words', ({ finding }) => finding.sentence),
    number('confidence', "the program's own estimate, 0 to 1", ({ finding }) => finding.confidence),
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
        const { id } = article.article
        if (!finding.articles.includes(id) && !finding.evidence.some((one) => one.article === id)) return []
        const own = (finding.detail.positions ?? []).filter(({ articles }) => articles.includes(id))
        const positions = own.length > 0 ? own : [undefined]
        return positions.map((position, index) => ({ finding, position, number: index + 1 }))
      }),
    ),
})

function evidenceOf({ finding, article }: OfFinding) {
  return finding.evidence.find((one) => one.article === article.article.id)
}

export function pooledTables(variables: OutletVariables): readonly StudyTable<ReadEvent>[] {
  return [articlesTable(variables), statements, quotes, actors, findings]
}

export function resultTables(variables: OutletVariables): readonly StudyTable<Study>[] {
  return [
    table<Study, Study['outlets'][number]>({
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
    table<Study, Rate>({
      name: 'rates',
      row: 'One row for each rate of each outlet. Without enough events there is a count and no rate.',
      key: ['measure', 'category', 'outlet'],
      columns: [
        text('measure', 'what is counted: method.md', ({ measure }) => measure),
        text('category', '`yes`, or the class, name or verb', ({ category }) => category),
        text('outlet', 'name of the outlet', ({ outlet }) => outlet),
        whole('events', 'events in which something stands in the denominator', ({ events }) => events),
        whole('cases', 'cases', ({ cases }) => cases),
        whole('of', 'the denominator', ({ of }) => of),
        whole('unknown', 'what could not be told; in no denominator', ({ unknown }) => unknown),
        number('rate', 'cases ÷ of, as the program finds them: uncorrected', ({ rate }) => rate),
        number('low', 'lower end of its 95 % interval, events drawn again', ({ interval }) => interval?.low),
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
    table<Study, RateDifference>({
      name: 'differences',
      row: 'One row for each two outlets and measure, over the events that both covered.',
      key: ['measure', 'category', 'outlet_a', 'outlet_b'],
      columns: [
        text('measure', 'what is counted: method.md', ({ measure }) => measure),
        text('category', '`yes`, or the class, name or verb', ({ category }) => category),
        text('outlet_a', 'the one', ({ a }) => a),
        text('outlet_b', 'the other', ({ b }) => b),
        whole('events', 'events in which both have something in the denominator', ({ events }) => events),
        number('rate_a', 'rate of the one over these', ({ rateA }) => rateA),
        number('rate_b', 'rate of the other', ({ rateB }) => rateB),
        number('difference', 'rate_a − rate_b', ({ difference }) => difference),
        number('low', 'lower end of its 95 % interval, events drawn again', ({ interval }) => interval.low),
        number('high', 'upper end', ({ interval }) => interval.high),
        number('p', 'probability by swapping the two within events', ({ p }) => p),
        number('q', 'level of false discoveries (Benjamini and Hochberg) over all rows', ({ q }) => q),
      ],
      of: ({ differences }) => differences,
    }),
  ]
}
