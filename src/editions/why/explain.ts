/**
 * Why a finding was made: what its passages have in common and what they do not, the values, the rule, the near misses.
 *
 * In:    a Report (fresh or saved), a finding of it, what its lens asks. Out: an Explanation.
 * Never: runs a lens again: it reads what the report holds. Where texts were left out, it explains with the excerpts.
 */
import type { Cell, Column } from '../../model/alignment.js'
import type { Evidence, Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import type { Explanation } from '../../model/why.js'
import { background } from '../../text/background.js'
import { fold } from '../../text/fold.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { tagWords } from '../../english/parse/parse.js'
import { overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { tokenize } from '../../text/tokens.js'
import { passageText } from '../../print/passage.js'

/** Words lighter than this are function words. */
const lightest = 3
const mostWords = 14
const mostNear = 6

/** What a finding's lens asks and needs. */
export type RuleOf = (finding: Finding) => readonly string[]

export function explain(report: Report, finding: Finding, ruleOf: RuleOf): Explanation {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const ground = finding.evidence.filter(({ role }) => role !== 'nearest')
  const column = [...report.claims, ...report.quotes].find(({ id }) => id === finding.column)
  const words = wordsOf(
    articles,
    ground.map((place) => widened(articles.get(place.article), place)),
  )
  const shared = words.filter((word) => word.articles.length > 1)
  return {
    schema: 'synoptic/why@1',
    finding,
    rule: ruleOf(finding),
    evidence: finding.evidence.map(({ article, role, start, end }) => ({
      article,
      role,
      text: text(articles.get(article), { start, end }),
    })),
    words: shared.slice(0, mostWords),
    apart: words.filter((word) => word.articles.length === 1).slice(0, mostWords),
    entities: entitiesOf(
      articles,
      ground.map((place) => widened(articles.get(place.article), place)),
    ),
    values: valuesOf(articles, ground),
    links: column ? linksOf(report, column) : [],
    nearMisses: nearMisses(report, finding, column, shared.length > 0 ? shared : words),
  }
}

/** A figure or a name says little by itself: its sentence is what was linked. */
function widened(article: InspectedArticle | undefined, place: Evidence): Place {
  if (place.role !== 'value' && place.role !== 'label') return place
  const sentence = article?.sentences.find((item) => item.start <= place.start && place.end <= item.end)
  return { article: place.article, start: sentence?.start ?? place.start, end: sentence?.end ?? place.end }
}

type Place = Span & { readonly article: string }
type Word = Explanation['words'][number]

function text(article: InspectedArticle | undefined, span: Span): string {
  return article ? passageText(article, [span]).replace(/\s+/gu, ' ').trim() : ''
}

const functionWords: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'])

/** Where they start. */
function functionWordsIn(words: string): ReadonlySet<number> {
  return new Set(
    tagWords(words, { start: 0, end: words.length })
      .filter(({ pos }) => functionWords.has(pos))
      .map(({ start }) => start),
  )
}

/** Content words of the passages by stem, the weightiest first. */
function wordsOf(articles: ReadonlyMap<string, InspectedArticle>, places: readonly Place[]): readonly Word[] {
  const table = background()
  const byStem = new Map<string, { word: string; weight: number; articles: Set<string> }>()
  for (const place of places) {
    const words = text(articles.get(place.article), place)
    const plain = functionWordsIn(words)
    for (const token of tokenize(words)) {
      if (plain.has(token.start)) continue
      const key = stem(token.norm)
      const weight = quantise(table.weightOf(table.rowOf(key)))
      if (weight < lightest) continue
      const entry = byStem.get(key) ?? {
        word: words.slice(token.start, token.end),
        weight,
        articles: new Set<string>(),
      }
      entry.articles.add(place.article)
      byStem.set(key, entry)
    }
  }
  return [...byStem.values()]
    .sort(
      byKeys(
        (entry) => -entry.articles.size,
        (entry) => -entry.weight,
        (entry) => entry.word,
      ),
    )
    .map(({ word, weight, articles: ids }) => ({ word, weight, articles: [...ids].sort() }))
}

function entitiesOf(
  articles: ReadonlyMap<string, InspectedArticle>,
  places: readonly Place[],
): Explanation['entities'] {
  const byName = new Map<string, { name: string; articles: Set<string> }>()
  for (const place of places)
    for (const entity of articles.get(place.article)?.entities ?? []) {
      if (!entity.mentions.some((span) => overlap(span, place) > 0)) continue
      const key = fold(entity.name).split(' ').at(-1) ?? ''
      const entry = byName.get(key) ?? { name: entity.name, articles: new Set<string>() }
      entry.articles.add(place.article)
      byName.set(key, entry)
    }
  return [...byName.values()]
    .sort(
      byKeys(
        (entry) => -entry.articles.size,
        (entry) => entry.name,
      ),
    )
    .map(({ name, articles: ids }) => ({ name, articles: [...ids].sort() }))
}

function valuesOf(
  articles: ReadonlyMap<string, InspectedArticle>,
  places: readonly Place[],
): Explanation['values'] {
  const found = places.flatMap((place) =>
    (articles.get(place.article)?.quantities ?? [])
      .filter((quantity) => overlap(quantity, place) > 0)
      .map(({ value, unit, qualifier, start, end }) => ({
        article: place.article,
        text: text(articles.get(place.article), { start, end }),
        value,
        unit,
        qualifier: qualifier ?? null,
      })),
  )
  return [...new Map(found.map((item) => [JSON.stringify(item), item])).values()]
}

function linksOf(report: Report, column: Column): Explanation['links'] {
  return report.articles.flatMap(({ id }) => {
    const cell = column.cells[id]
    return cell ? [{ article: id, ...linkOf(cell) }] : []
  })
}

function linkOf(cell: Cell): Omit<Explanation['links'][number], 'article'> {
  const none = { confidence: null, form: null, stance: null, certainty: null, reason: null }
  switch (cell.state) {
    case 'present': {
      const { state, confidence, form, stance, certainty } = cell
      return { ...none, state, confidence, form, stance, certainty }
    }
    case 'absent':
      return { ...none, state: cell.state, confidence: cell.confidence }
    case 'unknown':
      return { ...none, state: cell.state, reason: cell.reason }
  }
}

/** In reports that are no ground of the finding: what was rejected, else the sentence with most of the words. */
function nearMisses(
  report: Report,
  finding: Finding,
  column: Column | undefined,
  words: readonly Word[],
): Explanation['nearMisses'] {
  const involved = new Set(
    finding.evidence.filter(({ role }) => role !== 'nearest').map(({ article }) => article),
  )
  return report.articles
    .filter((article) => !involved.has(article.id))
    .flatMap((article) => {
      const span = nearestIn(article, finding, column, words)
      return span ? [nearMiss(article, span, words)] : []
    })
    .slice(0, mostNear)
}

function nearestIn(
  article: InspectedArticle,
  finding: Finding,
  column: Column | undefined,
  words: readonly Word[],
): Span | null {
  const shown = finding.evidence.find((item) => item.role === 'nearest' && item.article === article.id)
  if (shown) return shown
  const cell = column?.cells[article.id]
  if (cell && cell.state !== 'present' && cell.nearest) return cell.nearest
  const [best] = article.sentences
    .map((sentence) => ({ sentence, score: weightIn(text(article, sentence), words) }))
    .filter(({ score }) => score > 0)
    .sort(
      byKeys(
        ({ score }) => -score,
        ({ sentence }) => sentence.start,
      ),
    )
  return best?.sentence ?? null
}

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(tokenize(words).map((token) => stem(token.norm)))
}

const stemOf = ({ word }: Word): string => stem(tokenize(word)[0]?.norm ?? word)

function weightIn(words: string, sought: readonly Word[]): number {
  const held = stemsOf(words)
  return quantise(sought.reduce((sum, word) => sum + (held.has(stemOf(word)) ? word.weight : 0), 0))
}

function nearMiss(
  article: InspectedArticle,
  span: Span,
  words: readonly Word[],
): Explanation['nearMisses'][number] {
  const passage = text(article, span)
  const held = stemsOf(passage)
  return {
    article: article.id,
    start: span.start,
    end: span.end,
    text: passage,
    common: words.filter((word) => held.has(stemOf(word))).map(({ word }) => word),
    missing: words
      .filter((word) => !held.has(stemOf(word)))
      .slice(0, 6)
      .map(({ word }) => word),
  }
}
