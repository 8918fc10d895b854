/** What is counted, a measure a row. A unit is `yes` with its category (a case), `no`, or `unknown`: then it stands in no denominator. */
import type { Actor } from '../model/actor.js'
import type { Cell, PresentCell } from '../model/alignment.js'
import type { FindingKind } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { fold } from '../text/fold.js'
import { addTo, grouped } from '../text/grouped.js'
import { passageText } from '../print/passage.js'
import { otherTexts, outletPlaces, type ReadArticle, type ReadColumn, type ReadEvent } from './reading.js'
import * as detectors from './detectors.js'

export type Unit = {
  readonly article: ReadArticle
  /** Of one with a single category it is `yes`. */
  readonly state: { readonly is: string } | 'no' | 'unknown'
  /** How often it counts; 1 where it is left out. */
  readonly times?: number
  readonly words: () => string
  readonly passage?: () => string
  readonly told?: () => readonly string[]
  /** Id of its row in the event's report, where it has one. */
  readonly anchor?: string
  /** Id of the audit's cell, where an audit may have judged it: column and article. */
  readonly cell?: string
}

export type Measure = {
  readonly id: string
  readonly says: string
  readonly of: string
  readonly group: 'told' | 'quoted' | 'sources' | 'place' | 'copy' | 'actors' | 'codes'
  /** The names of its categories as they are printed; null where they are words of the texts. */
  readonly categories: Readonly<Record<string, string>> | null
  readonly detector: detectors.Detector
  readonly units: (event: ReadEvent) => Iterable<Unit>
}

const yes = { is: 'yes' } as const
const one = { yes: '' } as const

/** Most of the other independent texts tell it, and at least two. */
function isToldByMost(tellers: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  const telling = [...tellers].filter((group) => others.has(group)).length
  return telling >= 2 && telling * 2 > others.size
}

function* cellsOf(event: ReadEvent, columns: readonly ReadColumn[]) {
  for (const column of columns) {
    if (column.tellers.size < 2) continue
    for (const article of event.articles) {
      const cell = column.cells[article.article.id]
      if (cell !== undefined) yield { column, article, cell }
    }
  }
}

/** A row's unit, shown by what the report tells in it. */
function inRow(column: ReadColumn, article: ReadArticle, cell: Cell, state: Unit['state']): Unit {
  const told = cell.state === 'present' ? (cell.mentions[0]?.spans ?? []) : []
  const words = (): string => column.label
  return { article, state, words, passage: () => passageText(article.article, told), anchor: column.anchor }
}

function* lacks(event: ReadEvent): Iterable<Unit> {
  const others = new Map(event.articles.map((article) => [article, otherTexts(event, article)]))
  for (const { column, article, cell } of cellsOf(event, event.claims)) {
    if (!isToldByMost(column.tellers, others.get(article) ?? new Set())) continue
    const nearest = cell.state === 'absent' && cell.nearest !== null ? [cell.nearest] : []
    yield {
      ...inRow(
        column,
        article,
        cell,
        cell.state === 'absent' ? yes : cell.state === 'present' ? 'no' : 'unknown',
      ),
      passage: () => passageText(article.article, nearest),
      told: () =>
        event.articles
          .filter((other) => column.cells[other.article.id]?.state === 'present')
          .map(({ outlet }) => outlet),
      cell: `${column.id} ${article.article.id}`,
    }
  }
}

/** Utterances that several texts tell and one at least prints between quotation marks. */
function* utterances(event: ReadEvent) {
  const kinds = new Map(
    event.articles.flatMap(({ article }) => article.quotes.map(({ id, kind }) => [id, kind] as const)),
  )
  const present = [...cellsOf(event, event.quotes)].flatMap(({ cell, ...rest }) => {
    if (cell.state !== 'present') return []
    const ways = new Set(cell.mentions.map(({ ref }) => kinds.get(ref) ?? 'indirect'))
    return [{ ...rest, cell, whole: ways.has('direct'), printed: ways.has('direct') || ways.has('mixed') }]
  })
  const byColumn = grouped(present, ({ column }) => [column])
  for (const cells of byColumn.values()) if (cells.some(({ printed }) => printed)) yield* cells
}

function* quoted(event: ReadEvent, form: 'shortened' | 'altered'): Iterable<Unit> {
  for (const { column, article, cell, whole, printed } of utterances(event)) {
    if (!printed) continue
    const isCase = cell.form === form
    // Whether single words within a report's own sentence are others cannot be told from the whole of it.
    const isOpen = form === 'altered' && isCase && !whole
    yield inRow(column, article, cell, isOpen ? 'unknown' : isCase ? yes : 'no')
  }
}

function* indirect(event: ReadEvent): Iterable<Unit> {
  for (const { column, article, cell, printed } of utterances(event))
    yield inRow(column, article, cell, printed ? 'no' : yes)
}

/** One that opens with it is no "most others". */
const fewestOthers = 2

function* furtherDown(event: ReadEvent): Iterable<Unit> {
  const isFirst = ({ leadEnd }: ReadArticle, cell: PresentCell): boolean =>
    cell.mentions.some(({ start }) => start < leadEnd)
  const told = grouped(
    [...cellsOf(event, event.claims)].flatMap(({ cell, ...rest }) =>
      cell.state === 'present' ? [{ ...rest, cell, first: isFirst(rest.article, cell) }] : [],
    ),
    ({ column }) => [column],
  )
  for (const [column, cells] of told)
    for (const { article, cell, first } of cells) {
      const others = cells.filter((other) => other.article.group !== article.group)
      const leading = others.filter((other) => other.first).length
      if (leading < fewestOthers || leading * 2 <= others.length || article.leadEnd === 0) continue
      yield inRow(column, article, cell, first ? 'no' : yes)
    }
}

const voices = {
  official: 'people in office, bodies of the state',
  expert: 'people who know by profession',
  affected: 'people whom it befell or who saw it',
  advocate: 'people who speak for a cause or a party to a case',
  other: 'other people and bodies with a name',
  document: 'documents',
  collective: 'crowds (“residents”, “officials”)',
  anonymous: 'people left unnamed',
} as const

function* sources(event: ReadEvent): Iterable<Unit> {
  const speaksAs = new Map<string, keyof typeof voices>()
  for (const actor of event.actors)
    for (const { heard } of Object.values(actor.byArticle))
      for (const quote of heard.quotes) speaksAs.set(quote, actor.speaksAs)
  for (const article of event.articles)
    for (const quote of article.article.quotes) {
      const { sourceClass: named } = quote
      if (quote.parent !== undefined || named === undefined) continue
      const isNameless = named === 'document' || named === 'collective' || named === 'anonymous'
      const known = isNameless ? named : speaksAs.get(quote.id)
      yield {
        article,
        state: known === undefined ? 'unknown' : { is: known },
        words: () => passageText(article.article, quote.source),
        passage: () => passageText(article.article, quote.content),
      }
    }
}

/** People and bodies of whom most of the other texts tell words; a case has the family name nowhere. */
function* unheard(event: ReadEvent): Iterable<Unit> {
  for (const { name, kind, byArticle } of event.actors) {
    if (kind !== 'person' && kind !== 'organisation') continue
    const hearing = event.articles.filter(
      ({ article }) => (byArticle[article.id]?.heard.quotes ?? []).length > 0,
    )
    const last = name.split(' ').findLast((word) => !word.endsWith('.')) ?? name
    const texts = new Set(hearing.map(({ group }) => group))
    for (const article of event.articles)
      if (isToldByMost(texts, otherTexts(event, article)))
        yield {
          article,
          state: article.article.text.includes(last) ? 'no' : article.whole ? yes : 'unknown',
          words: () => `words of ${name}`,
          told: () => hearing.map(({ outlet }) => outlet),
        }
  }
}

/** Reports read as a whole, beside two others at least: is there a finding of the kind about it? */
function* about(event: ReadEvent, kind: FindingKind): Iterable<Unit> {
  if (event.articles.filter(({ anyOfIt }) => anyOfIt).length < 3) return
  const findings = event.findings.filter((finding) => finding.kind === kind)
  for (const article of event.articles) {
    const [found] = findings.filter(({ articles }) => articles.includes(article.article.id))
    yield {
      article,
      state: !article.whole ? 'unknown' : found === undefined ? 'no' : yes,
      words: () => found?.sentence ?? '',
      anchor: found?.id ?? '',
    }
  }
}

function* sharesCopy(event: ReadEvent): Iterable<Unit> {
  const readable = event.articles.filter(({ anyOfIt }) => anyOfIt)
  if (new Set(readable.map(({ outlet }) => outlet)).size < 2) return
  for (const article of readable) {
    const alike = readable.filter((other) => other.group === article.group && other.outlet !== article.outlet)
    yield {
      article,
      state: alike.length > 0 ? yes : 'no',
      words: () => `with ${[...new Set(alike.map(({ outlet }) => outlet))].join(', ')}`,
    }
  }
}

function* cameFirst(event: ReadEvent): Iterable<Unit> {
  const places = outletPlaces(event)
  const alone = [...places.values()].filter((place) => place === 1).length === 1
  const seen = new Set<string>()
  for (const article of event.articles) {
    if (seen.has(article.outlet)) continue
    seen.add(article.outlet)
    const place = places.get(article.outlet)
    yield {
      article,
      state: place === undefined || places.size < 2 ? 'unknown' : place === 1 && alone ? yes : 'no',
      words: () => article.article.publishedAt ?? '',
    }
  }
}

const declared: readonly (Omit<Measure, 'categories'> & Partial<Measure>)[] = [
  {
    id: 'lacks',
    says: 'Does not say what most others tell',
    of: 'statements that most of the other independent texts tell, two at least, and for which this report could be searched',
    group: 'told',
    detector: detectors.absence,
    units: lacks,
  },
  {
    id: 'theme',
    says: 'Never mentions a name or thing that others build on',
    of: 'reports read as a whole, beside two others at least; a case has one such name or thing or more',
    group: 'told',
    detector: detectors.theme,
    units: (event) => about(event, 'omitted-theme'),
  },
  {
    id: 'further-down',
    says: 'Has below its second paragraph what most others open with',
    of: 'statements of this report that most others who tell them, and two at least, have in headline or first two paragraphs',
    group: 'place',
    detector: detectors.rows,
    units: furtherDown,
  },
  {
    id: 'cuts',
    says: 'Prints fewer of the words said',
    of: 'utterances of which this report and another print words in quotation marks; fewer than the fullest version in these reports',
    group: 'quoted',
    detector: detectors.quotation,
    units: (event) => quoted(event, 'shortened'),
  },
  {
    id: 'alters',
    says: 'Prints other words in the quotation marks',
    of: 'utterances of which this report and another print words in quotation marks',
    group: 'quoted',
    detector: detectors.quotation,
    units: (event) => quoted(event, 'altered'),
  },
  {
    id: 'indirect',
    says: 'Tells in reported speech what another quotes',
    of: 'utterances told by this report and another, of which one at least prints words in quotation marks',
    group: 'quoted',
    detector: detectors.utterances,
    units: indirect,
  },
  {
    id: 'unheard',
    says: 'Never names somebody whom most others let speak',
    of: 'people and bodies of whom most of the other independent texts, two at least, quote or report words',
    group: 'sources',
    detector: detectors.speakers,
    units: unheard,
  },
  {
    id: 'sources',
    says: 'Whose words it tells',
    of: 'attributions with a printed source; those whose speaker stayed open are not told',
    group: 'sources',
    categories: voices,
    detector: detectors.speakers,
    units: sources,
  },
  {
    id: 'first',
    says: 'Comes first',
    of: 'events in which two outlets at least state a time, compared by day where one states no more; ties count for nobody',
    group: 'copy',
    detector: detectors.times,
    units: cameFirst,
  },
  {
    id: 'shares-copy',
    says: 'Shares half of its text or more with another outlet',
    of: 'reports beside one of another outlet',
    group: 'copy',
    detector: detectors.unmeasured,
    units: sharesCopy,
  },
]
export const measures = declared.map((measure): Measure => ({ categories: one, ...measure }))

/** `name=other name,third name`: who is meant by the names a user gives. */
export type ChosenActor = {
  /** Of its measures; empty where the name has no letter. */
  readonly id: string
  readonly name: string
  readonly names: ReadonlySet<string>
}

export function chosenActor(typed: string): ChosenActor {
  const [name = '', others = ''] = typed.split('=', 2)
  const names = [name, ...others.split(',')].map((one) => actorKey(one)).filter((key) => key !== '')
  const id = (actorKey(name).match(/[\p{L}\p{N}]+/gu) ?? []).join('-')
  return { id, name: name.trim(), names: new Set(names) }
}

/** One identity over all events: the name in full, without case, accents and initials. A surname alone stays apart from all. */
export function actorKey(name: string): string {
  const words = fold(name).split(/[\s-]+/u)
  const kept = words.filter((word, index) => index === 0 || word.length > 1)
  return kept.join(' ')
}

export function actorMeasures(chosen: readonly ChosenActor[]): readonly Measure[] {
  return chosen.flatMap((actor) => {
    const { id, name } = actor
    return [
      {
        id: `heard.${id}`,
        says: `Lets ${name} speak`,
        of: `reports that mean ${name}; a case has words of theirs, quoted or reported`,
        categories: one,
        units: heard,
      },
      {
        id: `called.${id}`,
        says: `What it calls ${name}`,
        of: `places where the report means ${name} by a name, an office or a noun`,
        categories: null,
        units: called,
      },
      {
        id: `acts.${id}`,
        says: `What ${name} does in it`,
        of: `clauses in the report’s own voice in which ${name} acts; the verb`,
        categories: null,
        units: acts,
      },
    ].map(({ units, ...measure }): Measure => ({
      ...measure,
      group: 'actors',
      detector: detectors.unmeasured,
      units: (event) => units(event, actor),
    }))
  })
}

function* meant(event: ReadEvent, { names }: ChosenActor) {
  const found = new Map<ReadArticle, Actor['byArticle'][string][]>()
  for (const actor of event.actors) {
    if (!names.has(actorKey(actor.name))) continue
    for (const article of event.articles) {
      const here = actor.byArticle[article.article.id]
      if (here) addTo(found, article, here)
    }
  }
  for (const [article, entries] of found) for (const here of entries) yield { article, here }
}

function* heard(event: ReadEvent, actor: ChosenActor): Iterable<Unit> {
  for (const { article, here } of meant(event, actor))
    yield {
      article,
      state: here.heard.quotes.length > 0 ? yes : 'no',
      words: () => `${here.heard.direct} words quoted, ${here.heard.indirect} reported`,
    }
}

function* called(event: ReadEvent, actor: ChosenActor): Iterable<Unit> {
  for (const { article, here } of meant(event, actor))
    for (const { words, count, spans } of here.labels)
      yield {
        article,
        state: { is: words.toLowerCase() },
        times: count,
        words: () => words,
        passage: () => around(article, spans[0]),
      }
}

function* acts(event: ReadEvent, actor: ChosenActor): Iterable<Unit> {
  for (const { article, here } of meant(event, actor))
    for (const act of here.acts)
      if (act.direction === 'does' && act.voice === 'own')
        yield {
          article,
          state: { is: act.negated ? `not ${act.verb}` : act.verb },
          words: () => act.verb,
          passage: () => passageText(article.article, [act]),
        }
}

const context = 60

function around({ article }: ReadArticle, span: Span | undefined): string {
  if (!span) return ''
  const [start, end] = [Math.max(0, span.start - context), Math.min(article.text.length, span.end + context)]
  return passageText(article, [{ start, end }])
}
