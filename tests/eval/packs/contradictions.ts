/**
 * The contradiction logic of compare alone: two passages as two reports, all their claims in one column, so that neither
 * reading more nor aligning helps or hinders.
 * In: `conflict/rte3`, `conflict/claimdiff`. Out: P/R/F1 of a pair with a finding of kind `conflict` as contradiction (RTE-3)
 * and as one claim that weakens the other (ClaimDiff).
 */
import path from 'node:path'
import { compare } from '../../../src/compare/compare.js'
import type { Alignment, Mention, PresentCell } from '../../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../../src/model/annotated-article.js'
import { jsonLines, withFiles } from '../gold.js'
import { f1, share } from '../metrics.js'
import { readArticles, timed } from '../reading.js'
import { spreadOf, type PackResult, type PackRun } from '../result.js'

type Pair = { readonly a: string; readonly b: string; readonly gold: boolean }
type Outcome = { readonly said: boolean; readonly gold: boolean }

export const rte3InCompare: PackRun = (gold, part, limit) => {
  type Row = { readonly text: string; readonly hypothesis: string; readonly label: string }
  const rows = jsonLines<Row>(path.join(gold, 'conflict/rte3', part, 'pairs.jsonl')).slice(0, limit)
  return run(
    'rte3-compare',
    part,
    rows.map(({ text, hypothesis, label }) => ({ a: text, b: hypothesis, gold: label === 'contradiction' })),
  )
}

export const claimdiff: PackRun = (gold, part, limit) => {
  type Row = { readonly claim_a: string; readonly claim_b: string; readonly weaken: number }
  const rows = jsonLines<Row>(path.join(gold, 'conflict/claimdiff', part, 'pairs.jsonl')).slice(0, limit)
  return run(
    'claimdiff',
    part,
    rows.map(({ claim_a: a, claim_b: b, weaken }) => ({ a, b, gold: weaken === 1 })),
  )
}

async function run(pack: string, part: string, pairs: readonly Pair[]): Promise<PackResult> {
  const [units, seconds] = await timed(async () => {
    const outcomes: Outcome[] = []
    for (const { a, b, gold } of pairs) outcomes.push({ said: await contradict(a, b), gold })
    return outcomes
  })
  return {
    pack,
    part,
    figures: spreadOf(units, precisionRecall),
    counts: {
      pairs: units.length,
      'of the label': units.filter(({ gold }) => gold).length,
      shown: units.filter(({ said }) => said).length,
    },
    seconds,
  }
}

async function contradict(a: string, b: string): Promise<boolean> {
  // Two sources of one text are one article; two texts have two names anyway.
  const files = [
    ['a.txt', a],
    ['b.txt', b],
  ] as const
  const articles = await withFiles(files, readArticles)
  const { findings } = compare(articles, inOneColumn(articles))
  return findings.some(({ kind }) => kind === 'conflict')
}

/** An alignment in which every claim of both texts stands in one column. */
function inOneColumn(articles: readonly AnnotatedArticle[]): Alignment {
  const cells = Object.fromEntries(articles.map((article) => [article.id, cellOf(article)]))
  const [first] = articles
  const span = { start: 0, end: first?.text.length ?? 0 }
  return {
    independence: { groups: articles.map(({ id }) => [id]), shared: [] },
    quotes: [],
    claims: [
      {
        id: 'c',
        label: '',
        salience: 1,
        texts: articles.length,
        cells,
        fullest: { article: first?.id ?? '', spans: [span] },
      },
    ],
    issues: [],
  }
}

function cellOf({ claims }: AnnotatedArticle): PresentCell {
  const mentions = claims.map(({ id, start, end, voice, hedged }): Mention => ({
    ref: id,
    start,
    end,
    spans: [{ start, end }],
    voice,
    source: [],
    cue: [],
    speaker: null,
    hedged,
  }))
  return {
    state: 'present',
    form: 'verbatim',
    stance: 'asserts',
    certainty: 'plain',
    mentions,
    confidence: 1,
  }
}

function precisionRecall(units: readonly Outcome[]): Record<string, number> {
  const right = units.filter(({ said, gold }) => said && gold).length
  const precision = share(right, units.filter(({ said }) => said).length)
  const recall = share(right, units.filter(({ gold }) => gold).length)
  return { F1: f1(precision, recall), precision, recall }
}
