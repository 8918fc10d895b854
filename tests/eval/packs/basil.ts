/**
 * Whole comparisons on real coverage: three outlets on one event, against BASIL (Fan et al., EMNLP 2019).
 * In: `triples/<part>`. Out: triples compared without an error, the share of sentences that one outlet alone tells,
 * informational bias there and overall, and speakers named on annotated quotations.
 */
import path from 'node:path'
import { jsonLines, withFiles } from '../gold.js'
import { share, type InspectedArticle, type Report, type Span } from '../metrics.js'
import { compareFiles, timed } from '../reading.js'
import { plain, spreadOf, type PackRun } from '../result.js'

type Bias = {
  readonly sentence: number
  readonly text: string
  readonly type: string
  readonly speaker?: string | null
}
type Article = {
  readonly outlet: string
  readonly title: string
  readonly sentences: readonly { readonly n: number; readonly p: number; readonly text: string }[]
  readonly bias: readonly Bias[]
}
type Triple = { readonly id: string; readonly articles: readonly Article[] }

const nothing = { all: 0, biased: 0, alone: 0, aloneBiased: 0, speakers: 0, speakersRight: 0, findings: 0 }
type Counts = typeof nothing

export const basil: PackRun = async (gold, part, limit) => {
  const triples = jsonLines<Triple>(path.join(gold, 'triples', part, 'triples.jsonl')).slice(0, limit)
  const units: Counts[] = []
  let [seconds, failed] = [0, 0]
  for (const triple of triples) {
    const files = triple.articles.map(
      (article) => [`${triple.id}-${article.outlet}.txt`.replace(/[^\w.-]/gu, '_'), textOf(article)] as const,
    )
    try {
      const [report, took] = await timed(() => withFiles(files, compareFiles))
      seconds += took
      units.push(scoreTriple(triple, report))
    } catch (error) {
      // The figure `compared` counts it; the run goes on, since one triple must not hide the others.
      failed += 1
      process.stderr.write(`basil ${triple.id}: ${String(error).slice(0, 300)}\n`)
    }
  }
  const total = sum(units)
  return {
    pack: 'basil',
    part,
    figures: {
      compared: plain(share(units.length, triples.length)),
      ...spreadOf(units, (some) => {
        const counts = sum(some)
        return {
          'told by one outlet only': share(counts.alone, counts.all),
          'informational bias there': share(counts.aloneBiased, counts.alone),
          'informational bias overall': share(counts.biased, counts.all),
          'named speakers right': share(counts.speakersRight, counts.speakers),
        }
      }),
    },
    counts: {
      triples: triples.length,
      failed,
      sentences: total.all,
      findings: total.findings,
      'named speakers': total.speakers,
    },
    seconds,
  }
}

/** Title, blank line, paragraphs of sentences joined by blanks. */
function textOf(article: Article): string {
  let body = ''
  for (const [at, { p, text }] of article.sentences.entries()) {
    const before = article.sentences[at - 1]
    body += (before === undefined ? '' : before.p === p ? ' ' : '\n\n') + text
  }
  return `${article.title}\n\n${body}\n`
}

export function scoreTriple(triple: Triple, report: Report): Counts {
  const counts = { ...nothing, findings: report.findings.length }
  for (const [index, article] of triple.articles.entries()) {
    const read = report.articles[index]
    if (read === undefined) continue
    let from = 0
    for (const sentence of article.sentences) {
      const start = read.text.indexOf(sentence.text, from)
      if (start < 0) continue
      const span = { start, end: start + sentence.text.length }
      from = span.end
      const own = article.bias.filter((bias) => bias.sentence === sentence.n)
      const biased = own.some((bias) => bias.type === 'informational')
      const alone = !isShared(span, read, report)
      counts.all += 1
      if (biased) counts.biased += 1
      if (alone) counts.alone += 1
      if (alone && biased) counts.aloneBiased += 1
      for (const right of namedSpeakers(own, span, read)) {
        counts.speakers += 1
        if (right) counts.speakersRight += 1
      }
    }
  }
  return counts
}

/** Some claim column has a mention that touches the sentence, and another article in it. */
function isShared(span: Span, article: InspectedArticle, report: Report): boolean {
  return report.claims.some((column) => {
    const cell = column.cells[article.id]
    return (
      cell?.state === 'present' &&
      cell.mentions.some((mention) => mention.start < span.end && span.start < mention.end) &&
      Object.entries(column.cells).some(([id, other]) => id !== article.id && other.state === 'present')
    )
  })
}

/** For each annotated span with a named speaker: whether the first attribution over it names that last name. */
function namedSpeakers(own: readonly Bias[], span: Span, article: InspectedArticle): readonly boolean[] {
  return own.flatMap(({ text, speaker }) => {
    if (!speaker || /^other|null/iu.test(speaker)) return []
    const start = article.text.indexOf(text, span.start)
    if (start < 0 || start > span.end) return []
    const quote = article.quotes.find((candidate) =>
      candidate.content.some((piece) => piece.start < start + text.length && start < piece.end),
    )
    const last = (speaker.split(/[_ ]/u).at(-1) ?? '').toLowerCase()
    return [(quote?.speaker?.name ?? '').toLowerCase().includes(last)]
  })
}

function sum(units: readonly Counts[]): Counts {
  const total: Counts = { ...nothing }
  for (const unit of units)
    for (const name of Object.keys(nothing) as (keyof Counts)[]) total[name] += unit[name]
  return total
}
