/**
 * The claim matcher alone on pairs of sentences: MSRP (same or not), STS (graded likeness), NaNCo (same answer or not),
 * RTE-3 (contradiction).
 * In: `pairs`, `alignment/nanco`, `conflict/rte3`. Out: accuracy and F1, Pearson's r, balanced accuracy, P/R/F1.
 */
import path from 'node:path'
import { match } from '../../../src/pipeline.js'
import { jsonLines } from '../gold.js'
import { f1, pearson, share } from '../metrics.js'
import { timed } from '../reading.js'
import { spreadOf, type PackRun } from '../result.js'

type Outcome = { readonly said: boolean; readonly gold: boolean }

export const msrp: PackRun = async (gold, part, limit) => {
  type Row = { readonly s1: string; readonly s2: string; readonly label: number }
  const rows = jsonLines<Row>(path.join(gold, 'pairs', part, 'msrp.jsonl')).slice(0, limit)
  const [units, seconds] = await timed(() =>
    Promise.resolve(rows.map(({ s1, s2, label }) => ({ said: match(s1, s2).same, gold: label === 1 }))),
  )
  const figures = spreadOf(units, (some) => ({
    accuracy: share(some.filter(({ said, gold: label }) => said === label).length, some.length),
    ...precisionRecall(some),
  }))
  return { pack: 'msrp', part, figures, counts: { pairs: rows.length }, seconds }
}

export const sts: PackRun = async (gold, part, limit) => {
  type Row = { readonly s1: string; readonly s2: string; readonly score: number }
  const rows = jsonLines<Row>(path.join(gold, 'pairs', part, 'sts.jsonl')).slice(0, limit)
  const [units, seconds] = await timed(() =>
    Promise.resolve(rows.map(({ s1, s2, score }) => [match(s1, s2).score, score] as const)),
  )
  const figures = spreadOf(units, (some) => ({ "Pearson's r": pearson(some) }))
  return { pack: 'sts', part, figures, counts: { pairs: rows.length }, seconds }
}

/** All pairs of answers to a question; the mean over questions of (recall of same + recall of different) / 2. */
export const nanco: PackRun = async (gold, part, limit) => {
  type Row = { readonly answers: readonly { readonly answer: string; readonly cluster: number | null }[] }
  const rows = jsonLines<Row>(path.join(gold, 'alignment/nanco', part, 'questions.jsonl')).slice(0, limit)
  const [units, seconds] = await timed(() => Promise.resolve(rows.map(({ answers }) => answerPairs(answers))))
  const figures = spreadOf(units, (some) => ({
    'balanced accuracy': share(
      some.reduce((sum, pairs) => sum + balanced(pairs), 0),
      some.length,
    ),
  }))
  const pairs = units.reduce((sum, unit) => sum + unit.length, 0)
  return { pack: 'nanco', part, figures, counts: { questions: rows.length, pairs }, seconds }
}

function answerPairs(
  answers: readonly { readonly answer: string; readonly cluster: number | null }[],
): readonly Outcome[] {
  const known = answers.filter(({ cluster }) => cluster !== null)
  return known.flatMap((a, at) =>
    known.slice(at + 1).map((b) => ({ said: match(a.answer, b.answer).same, gold: a.cluster === b.cluster })),
  )
}

function balanced(pairs: readonly Outcome[]): number {
  const recallOf = (label: boolean): number => {
    const own = pairs.filter(({ gold }) => gold === label)
    return share(own.filter(({ said }) => said === label).length, own.length)
  }
  return (recallOf(true) + recallOf(false)) / 2
}

export const rte3: PackRun = async (gold, part, limit) => {
  type Row = { readonly text: string; readonly hypothesis: string; readonly label: string }
  const rows = jsonLines<Row>(path.join(gold, 'conflict/rte3', part, 'pairs.jsonl')).slice(0, limit)
  const [units, seconds] = await timed(() =>
    Promise.resolve(
      rows.map(({ text, hypothesis, label }) => ({
        said: match(text, hypothesis).contradicts,
        gold: label === 'contradiction',
      })),
    ),
  )
  const counts = { pairs: rows.length, contradictions: units.filter(({ gold: label }) => label).length }
  return { pack: 'rte3', part, figures: spreadOf(units, precisionRecall), counts, seconds }
}

function precisionRecall(units: readonly Outcome[]): Record<string, number> {
  const right = units.filter(({ said, gold }) => said && gold).length
  const precision = share(right, units.filter(({ said }) => said).length)
  const recall = share(right, units.filter(({ gold }) => gold).length)
  return { F1: f1(precision, recall), precision, recall }
}
