/** A codebook applied to a report: which code each thing has in each article, by the codebook's rules and by people. */
import { type Code, type Codebook, type CodeRule, ThingKind } from '../../model/codebook.js'
import type { Span } from '../../model/span.js'
import { contains, hull } from '../../text/spans.js'
import { fold } from '../../text/fold.js'
import { addTo, grouped, kept } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { stem } from '../../text/stem.js'
import { tokenize } from '../../text/tokens.js'
import { covers, plainText, type HandCoding } from './project.js'
import { positionsOf } from '../exchange.js'
import { thingsOf, type Codable, type CodableArticle, type Passage, type Thing } from './things.js'
import { passageText } from '../../print/passage.js'
import { oneOf, text, whole, type Column } from '../tables/table.js'

export type Coding = {
  readonly kind: ThingKind | 'passage'
  readonly thing: string
  readonly article: CodableArticle
  readonly code: Code
  readonly by: 'rule' | 'person'
  /** Empty where the program coded; a person’s name, or the file’s where the project names nobody. */
  readonly coder: string
  readonly spans: readonly Span[]
  /** What in it: words as printed, who is credited, the kind of finding. */
  readonly shown: readonly string[]
}

export function codingsOf(
  report: Codable,
  codebook: Codebook,
  hands: readonly HandCoding[] = [],
  things: readonly Thing[] = thingsOf(report),
): readonly Coding[] {
  const byRule = ruleCodings(report, things, codebook)
  return [...byRule, ...(hands.length === 0 ? [] : handCodings(things, byRule, hands, report, codebook))]
}

function ruleCodings(report: Codable, things: readonly Thing[], { codes }: Codebook): readonly Coding[] {
  const searches = new Map<string, Search>()
  const named = actorSpans(report)
  return things.flatMap((thing) => {
    const search = kept(searches, thing.article.id, () => searchIn(thing.article))
    return codes.flatMap((code): Coding[] => {
      if (!code.applies.includes(thing.kind)) return []
      for (const rule of code.rules) {
        for (const passage of thing.passages) {
          const shown = shownIn(passage, thing, rule, search, named)
          if (shown === null) continue
          const { kind, id, article } = thing
          return [{ kind, thing: id, article, code, by: 'rule', coder: '', spans: passage.spans, shown }]
        }
      }
      return []
    })
  })
}

/** What in the passage meets each condition of the rule; null where one is not met. */
function shownIn(
  { spans, voices }: Passage,
  { article, finding }: Thing,
  rule: CodeRule,
  search: Search,
  named: (article: CodableArticle, name: string) => readonly Span[],
): readonly string[] | null {
  const within = (found: readonly Span[]): readonly Span[] =>
    found.filter((one) => spans.some((span) => contains(span, one)))
  const printed = (phrases: readonly string[], find: (phrase: string) => readonly Span[]): string[] => [
    ...new Set(phrases.flatMap((phrase) => within(find(phrase)).map((span) => search.words(span)))),
  ]
  const { words, exactly, without, names, speakers, roles, findings } = rule
  const loosely = (phrase: string): readonly Span[] => search.find(phrase, 'stem')
  const strictly = (phrase: string): readonly Span[] => search.find(phrase, 'norm')
  if (without && printed(without, loosely).length > 0) return null
  const conditions = [
    words && printed(words, loosely),
    exactly && printed(exactly, strictly),
    names && printed(names, (name) => [...named(article, name), ...strictly(name)]),
    speakers?.filter((name) => voices.some((one) => one.names.has(fold(name)))),
    roles?.flatMap((role) => {
      const by = voices.find((one) => one.roles.includes(role))
      return by ? [by.name === '' ? role : `${by.name}, ${role}`] : []
    }),
    findings?.filter((kind) => kind === finding),
  ]
  return conditions.some((met) => met?.length === 0) ? null : conditions.flatMap((met) => met ?? [])
}

function actorSpans({ actors = [] }: Codable) {
  const byName = grouped(actors, ({ name, variants }) => new Set([name, ...variants].map(fold)))
  return ({ id }: CodableArticle, name: string): readonly Span[] =>
    (byName.get(fold(name)) ?? []).flatMap(
      ({ byArticle }) => byArticle[id]?.labels.flatMap(({ spans }) => spans) ?? [],
    )
}

type Form = 'stem' | 'norm'
type Search = ReturnType<typeof searchIn>

/** Words in one article, of which only excerpts may be there. */
function searchIn({ text, excerpts }: CodableArticle) {
  const pieces = excerpts ?? [{ start: 0, end: text.length, text }]
  const tokens = pieces.flatMap(({ start, text: piece }) =>
    tokenize(piece).map(({ norm, ...token }) => ({
      ...{ start: token.start + start, end: token.end + start, norm, stem: stem(norm) },
    })),
  )
  const places = { stem: new Map<string, number[]>(), norm: new Map<string, number[]>() }
  for (const [place, token] of tokens.entries())
    for (const form of ['stem', 'norm'] as const) addTo(places[form], token[form], place)
  const found = new Map<string, readonly Span[]>()
  return {
    find: (phrase: string, form: Form): readonly Span[] =>
      kept(found, `${form} ${phrase}`, () => {
        const [first, ...more] = tokenize(phrase).map(({ norm }) => (form === 'stem' ? stem(norm) : norm))
        return (places[form].get(first ?? '') ?? []).flatMap((place) => {
          const start = tokens[place]?.start
          const last = tokens[place + more.length]
          const follows = more.every((word, index) => tokens[place + 1 + index]?.[form] === word)
          return follows && start !== undefined && last ? [{ start, end: last.end }] : []
        })
      }),
    words: (span: Span): string => {
      const piece = pieces.find((one) => contains(one, span))
      return piece?.text.slice(span.start - piece.start, span.end - piece.start) ?? ''
    },
  }
}

function handCodings(
  things: readonly Thing[],
  byRule: readonly Coding[],
  hands: readonly HandCoding[],
  { articles }: Codable,
  { codes }: Codebook,
): readonly Coding[] {
  const byText = grouped(hands, ({ text }) => [text])
  return articles.flatMap((article) => {
    const here = article.text === '' ? [] : (byText.get(sha256(plainText(article.text))) ?? [])
    if (here.length === 0) return []
    const place = positionsOf(article.text)
    const own = things.filter((thing) => thing.article === article)
    const made = new Map<string, Coding>()
    for (const { start, end, code, coder, isNamed } of here) {
      if (!codes.includes(code)) continue
      const span = { start: place.unit(start), end: place.unit(end) }
      if (!isNamed && byRule.some((one) => isSame(one, article, code, span))) continue
      const met = own.filter(
        ({ kind, passages }) =>
          code.applies.includes(kind) && passages.some(({ spans }) => covers(span, hull(spans) ?? span)),
      )
      const told = met.map(({ kind, id }) => ({ kind, thing: id }))
      const none = { kind: 'passage', thing: `${span.start}-${span.end}` } as const
      for (const one of told.length === 0 ? [none] : told)
        kept(made, [one.kind, one.thing, code.id, coder].join('\0'), (): Coding => ({
          ...one,
          article,
          code,
          by: 'person',
          coder,
          spans: [span],
          shown: [],
        }))
    }
    return [...made.values()]
  })
}

/** Programs that drop the names of coders give the program's own codings back as nobody's. */
function isSame(coding: Coding, article: CodableArticle, code: Code, { start, end }: Span): boolean {
  const place = hull(coding.spans)
  return (
    coding.article === article && coding.code.id === code.id && place?.start === start && place.end === end
  )
}

export type OfCoding = Coding & { readonly event: string; readonly outlet: string }

export const codingColumns: readonly Column<OfCoding>[] = [
  text('event', 'the event', ({ event }) => event),
  text('outlet', 'name of the outlet', ({ outlet }) => outlet),
  text('article_id', 'id of the article', ({ article }) => article.id),
  oneOf(
    [...ThingKind.options, 'passage'],
    'kind',
    '`statement`, `utterance`, `actor`, `finding`; `passage` where a person coded words that are none of these',
    ({ kind }) => kind,
  ),
  text('thing_id', 'its id, to join with the other tables; of a passage its place', ({ thing }) => thing),
  text('code', 'the code, with those above it', ({ code }) => code.name),
  oneOf(
    ['rule', 'person'],
    'by',
    '`rule` (the codebook’s, applied by the program), `person`',
    ({ by }) => by,
  ),
  text('coder', 'who coded, where a person did', ({ coder }) => coder || null),
  whole('start', 'start of the passage that shows it', ({ spans }) => hull(spans)?.start),
  whole('end', 'its end', ({ spans }) => hull(spans)?.end),
  text('text', 'its words', ({ article, spans }) => passageText(article, spans)),
  text(
    'shown_by',
    'what in it: words, who is credited, role, kind of finding',
    ({ shown }) => shown.join('; ') || null,
  ),
]
