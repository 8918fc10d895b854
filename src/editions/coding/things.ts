/** What can be coded in a report: each row of statements, utterance, actor and finding in each article that has it, with its passages. */
import type { Column } from '../../model/alignment.js'
import type { Actor } from '../../model/actor.js'
import type { Claim, Quote } from '../../model/annotation.js'
import type { ThingKind } from '../../model/codebook.js'
import type { Finding, FindingKind } from '../../model/comparison.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { fold } from '../../text/fold.js'
import { addTo, grouped, kept } from '../../text/grouped.js'

export type Codable = {
  readonly articles: readonly CodableArticle[]
  readonly claims: readonly Pick<Column, 'id' | 'label' | 'cells'>[]
  readonly quotes: readonly Pick<Column, 'id' | 'label' | 'cells'>[]
  readonly findings: readonly Pick<Finding, 'id' | 'kind' | 'evidence' | 'sentence'>[]
  readonly actors?: readonly Actor[] | undefined
}
export type CodableArticle = Pick<InspectedArticle, 'id' | 'text' | 'quotes'> & {
  readonly excerpts?: InspectedArticle['excerpts']
  readonly claims: readonly Pick<Claim, 'id' | 'quote'>[]
}

export type Voice = {
  /** As a report gives it, and folded with all its variants. */
  readonly name: string
  readonly names: ReadonlySet<string>
  readonly roles: readonly string[]
}

export type Passage = { readonly spans: readonly Span[]; readonly voices: readonly Voice[] }

export type Thing = {
  readonly kind: ThingKind
  readonly id: string
  readonly article: CodableArticle
  readonly label: string
  readonly passages: readonly Passage[]
  readonly finding: FindingKind | null
}

export function thingsOf(report: Codable): readonly Thing[] {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const voices = voicesOf(report)
  const named = new Map<string, Voice>()
  const speakerOf = (name: string): Voice => kept(named, name, () => voice(name))
  const rows = (kind: 'statement' | 'utterance', columns: Codable['claims']): Thing[] =>
    columns.flatMap((column) =>
      report.articles.flatMap((article) => {
        const cell = column.cells[article.id]
        if (cell?.state !== 'present') return []
        const passages = cell.mentions.map(({ ref, spans, speaker }) => ({
          spans,
          voices: [...(voices.get(ref) ?? []), ...(speaker ? [speakerOf(speaker.name)] : [])],
        }))
        return [{ kind, id: column.id, article, label: column.label, passages, finding: null }]
      }),
    )
  return [
    ...rows('statement', report.claims),
    ...rows('utterance', report.quotes),
    ...(report.actors ?? []).flatMap(({ id, name, variants, speaksAs, byArticle }) =>
      report.articles.flatMap((article): Thing[] => {
        const here = byArticle[article.id]
        if (!here) return []
        const self = [voice(name, variants, [speaksAs])]
        const labels = here.labels.flatMap(({ spans }) => spans)
        const passages = [...labels, ...here.modifiers].map(({ start, end }) => ({
          spans: [{ start, end }],
          voices: self,
        }))
        return [{ kind: 'actor', id, article, label: name, passages, finding: null }]
      }),
    ),
    ...report.findings.flatMap(({ id, kind, evidence, sentence }) =>
      [...grouped(evidence, (one) => [one.article])].flatMap(([articleId, passages]): Thing[] => {
        const article = articles.get(articleId)
        if (!article) return []
        const shown = passages.map(({ start, end }) => ({ spans: [{ start, end }], voices: [] }))
        return [{ kind: 'finding', id, article, label: sentence, passages: shown, finding: kind }]
      }),
    ),
  ]
}

function voice(name: string, variants: readonly string[] = [], roles: readonly string[] = []): Voice {
  return { name, names: new Set([name, ...variants].map(fold)), roles }
}

/** Who is heard in each attribution and in each claim that stands in one, by their ids. */
function voicesOf({ articles, actors = [] }: Codable): ReadonlyMap<string, readonly Voice[]> {
  const heard = new Map<string, Voice[]>()
  for (const { name, variants, speaksAs, byArticle } of actors) {
    const self = voice(name, variants, [speaksAs])
    for (const { heard: here } of Object.values(byArticle))
      for (const quote of here.quotes) addTo(heard, quote, self)
  }
  const named = ({ speaker, withSpeakers = [], sourceClass }: Quote): Voice[] => [
    ...[...(speaker ? [speaker] : []), ...withSpeakers].map(({ name }) => voice(name)),
    ...(sourceClass === undefined ? [] : [voice('', [], [sourceClass])]),
  ]
  for (const { quotes, claims } of articles) {
    for (const quote of quotes) heard.set(quote.id, [...(heard.get(quote.id) ?? []), ...named(quote)])
    for (const { id, quote } of claims) if (quote !== null) heard.set(id, heard.get(quote) ?? [])
  }
  return heard
}
