/** A compared event, or a statement, as a second reader sees it: numbered sentences, and pairs of which the matcher is not sure. */
import type { Cell } from '../model/alignment.js'
import type { NotePair, Notes } from '../model/notes.js'
import type { Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import type { NumberedReport, Reading } from '../ports/reader.js'
import { sortedBy, compareCodeUnits } from '../text/order.js'
import { overlap } from '../text/spans.js'

type Read = Report['articles'][number]
export type Compared = Pick<Report, 'articles' | 'claims'>

/** From here on the matcher is sure of a link; below the other of an absence. */
const sure = { present: 0.95, absent: 0.5 } as const
const mostPairs = 40

export function prepare({ articles: all, claims }: Compared): Reading {
  const articles = all.filter(
    ({ role, text, language }) => role !== 'reference' && text !== '' && language === 'en',
  )
  const typed = (source: string): number => articles.filter((article) => article.source === source).length
  const reports = articles.map((article, index): NumberedReport => {
    const letter = letterOf(index)
    return {
      article: article.id,
      source: typed(article.source) === 1 ? article.source : article.id,
      letter,
      isWhole: article.completeness.state === 'complete',
      sentences: article.sentences.map(({ start, end }, at) => ({
        id: `${letter}${at + 1}`,
        text: oneLine(article.text.slice(start, end)),
      })),
    }
  })
  return { reports, pairs: uncertain(articles, claims) }
}

/** A statement is shown as the one sentence of a first report, and asked about with each of the others' sentences. */
export function prepareStatement(statement: string, nearest: readonly (readonly string[])[]): Reading {
  const reports = [[statement], ...nearest].map((sentences, index): NumberedReport => {
    const letter = letterOf(index)
    const numbered = sentences.map((text, at) => ({ id: `${letter}${at + 1}`, text: oneLine(text) }))
    return { article: letter, source: letter, letter, isWhole: false, sentences: numbered }
  })
  const pairs = reports
    .slice(1)
    .flatMap(({ sentences }) => sentences.map(({ id }): readonly [string, string] => ['A1', id]))
  return { reports, pairs, pairsAlone: true }
}

/** What notes on that say of a sentence, by the place of its report. */
export function verdictsIn({ reader, pairs }: Notes) {
  const said = new Map(pairs.map(({ b, verdict }) => [`${b.source} ${b.words}`, verdict]))
  const verdict = (report: number, sentence: string): NotePair['verdict'] | null =>
    said.get(`${letterOf(report + 1)} ${oneLine(sentence)}`) ?? null
  return { reader, verdict }
}

/** A sentence longer than this is a list, or somebody's joke: its beginning is shown. */
const longest = 2_000

/** What notes then cite is found again in the text, where spaces and invisible signs do not count. */
function oneLine(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return line.length <= longest ? line : line.slice(0, line.lastIndexOf(' ', longest))
}

/** A … Z, AA … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

function uncertain(articles: readonly Read[], claims: Compared['claims']): Reading['pairs'] {
  const idOf = (article: string, span: Span | undefined): string | null => {
    const index = articles.findIndex(({ id }) => id === article)
    const at = span && articles[index]?.sentences.findIndex((sentence) => overlap(sentence, span) > 0)
    return at === undefined || at < 0 ? null : `${letterOf(index)}${at + 1}`
  }
  type Found = {
    readonly pair: readonly [string, string]
    readonly isLinked: boolean
    readonly salience: number
  }
  const found = new Map<string, Found>()
  for (const { fullest, cells, salience } of claims) {
    const one = idOf(fullest.article, fullest.spans[0])
    for (const [article, cell] of Object.entries(cells)) {
      const other = article === fullest.article ? null : idOf(article, doubtful(cell))
      if (one === null || other === null) continue
      const pair = [one, other].sort(compareCodeUnits) as [string, string]
      const known = found.get(pair.join(' '))
      const isLinked = cell.state === 'present' || known?.isLinked === true
      found.set(pair.join(' '), { pair, isLinked, salience: Math.max(salience, known?.salience ?? 0) })
    }
  }
  return sortedBy(found.values(), ({ isLinked, salience, pair }) => [
    isLinked ? 0 : 1,
    -salience,
    pair.join(' '),
  ])
    .slice(0, mostPairs)
    .map(({ pair }) => pair)
}

/** The passage of a link that is not sure, or one that came near and was not linked. */
function doubtful(cell: Cell): Span | undefined {
  switch (cell.state) {
    case 'present':
      return cell.perhaps === true || cell.confidence < sure.present ? cell.mentions[0] : undefined
    case 'absent':
      return cell.confidence < sure.absent ? (cell.nearest ?? undefined) : undefined
    case 'unknown':
      return cell.nearest
  }
}
