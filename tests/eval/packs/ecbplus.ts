/**
 * Sentences of different reports that tell the same event, against ECB+ (Cybulska and Vossen, LREC 2014).
 * In: `alignment/ecbplus/<part>`. Out: precision, recall and F1 of pairs of validated sentences that share a claim
 * column, where gold pairs share two event chains or more (main) and one or more.
 */
import path from 'node:path'
import { jsonLines, withFiles } from '../gold.js'
import { f1, pieces, share, type Mention, type Report } from '../metrics.js'
import { compareFiles, timed } from '../reading.js'
import { spreadOf, type PackRun } from '../result.js'

type Doc = {
  readonly id: string
  readonly topic: string
  readonly sentences: readonly { readonly n: number; readonly text: string; readonly validated: boolean }[]
}
type SentenceRef = readonly [doc: string, n: number]
type GoldPair = {
  readonly topic: string
  readonly a: SentenceRef
  readonly b: SentenceRef
  readonly shared: number
}
type Placed = { readonly ref: SentenceRef; readonly start: number; readonly end: number }
type Counts = {
  readonly found: number
  readonly hit: readonly [number, number]
  readonly gold: readonly [number, number]
  readonly twice: number
}

export const ecbplus: PackRun = async (gold, part, limit) => {
  const folder = path.join(gold, 'alignment/ecbplus', part)
  const docs = jsonLines<Doc>(path.join(folder, 'docs.jsonl'))
  const pairs = jsonLines<GoldPair>(path.join(folder, 'pairs.jsonl'))
  const topics = [...new Set(docs.map((doc) => doc.topic))].slice(0, limit)
  const units: Counts[] = []
  let seconds = 0
  for (const topic of topics) {
    const own = docs.filter((doc) => doc.topic === topic)
    const files = own.map((doc) => [`${doc.id.replace(/\W/g, '_')}.txt`, textOf(doc)] as const)
    const [report, took] = await timed(() => withFiles(files, compareFiles))
    seconds += took
    units.push(
      scoreTopic(
        own,
        pairs.filter((pair) => pair.topic === topic),
        report,
      ),
    )
  }
  return {
    pack: 'ecbplus',
    part,
    figures: spreadOf(units, figures),
    counts: {
      topics: topics.length,
      pairs: units.reduce((sum, unit) => sum + unit.found, 0),
      'mentions in two columns': units.reduce((sum, unit) => sum + unit.twice, 0),
    },
    seconds,
  }
}

function textOf(doc: Doc): string {
  return doc.sentences.map((sentence) => sentence.text).join('\n\n') + '\n'
}

function figures(units: readonly Counts[]): Record<string, number> {
  const found = units.reduce((sum, unit) => sum + unit.found, 0)
  return Object.fromEntries(
    ([0, 1] as const).flatMap((level) => {
      const hit = units.reduce((sum, unit) => sum + unit.hit[level], 0)
      const precision = share(hit, found)
      const recall = share(
        hit,
        units.reduce((sum, unit) => sum + unit.gold[level], 0),
      )
      const name = level === 0 ? '>= 2' : '>= 1'
      return [
        [`${name} F1`, f1(precision, recall)],
        [`${name} precision`, precision],
        [`${name} recall`, recall],
      ]
    }),
  )
}

/** Articles of the report stand in the order of the documents. */
export function scoreTopic(docs: readonly Doc[], pairs: readonly GoldPair[], report: Report): Counts {
  const places = docs.map(validatedSentences)
  const order = new Map(report.articles.map((article, index) => [article.id, index]))
  const seen = new Set<string>()
  const found = new Set<string>()
  let twice = 0
  for (const column of report.claims) {
    const hits: (readonly [article: number, ref: SentenceRef])[] = []
    for (const [id, cell] of Object.entries(column.cells)) {
      const index = order.get(id)
      if (cell.state !== 'present' || index === undefined) continue
      for (const mention of cell.mentions) {
        const place = `${id}:${mention.start}-${mention.end}`
        if (seen.has(place)) twice += 1
        else
          for (const sentence of places[index] ?? [])
            if (touches(mention, sentence)) hits.push([index, sentence.ref])
        seen.add(place)
      }
    }
    for (const [at, [index, ref]] of hits.entries())
      for (const [other, otherRef] of hits.slice(at + 1))
        if (index !== other) found.add(pairKey(ref, otherRef))
  }
  const gold = ([2, 1] as const).map(
    (least) => new Set(pairs.filter((pair) => pair.shared >= least).map((pair) => pairKey(pair.a, pair.b))),
  )
  const count = (level: 0 | 1): number => [...found].filter((pair) => gold[level]?.has(pair)).length
  return {
    found: found.size,
    hit: [count(0), count(1)],
    gold: [gold[0]?.size ?? 0, gold[1]?.size ?? 0],
    twice,
  }
}

function validatedSentences(doc: Doc): readonly Placed[] {
  let start = 0
  return doc.sentences.flatMap((sentence) => {
    const placed = { ref: [doc.id, sentence.n] as const, start, end: start + sentence.text.length }
    start = placed.end + 2
    return sentence.validated ? [placed] : []
  })
}

/** A piece of the mention overlaps the sentence by more than 0.3 of the shorter one. */
function touches(mention: Mention, sentence: Placed): boolean {
  return pieces(mention).some(
    (piece) =>
      Math.min(sentence.end, piece.end) - Math.max(sentence.start, piece.start) >
      0.3 * Math.min(piece.end - piece.start, sentence.end - sentence.start),
  )
}

function pairKey(a: SentenceRef, b: SentenceRef): string {
  return [a.join('#'), b.join('#')].sort().join('|')
}
