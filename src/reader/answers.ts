/** Answers of a second reader made to notes: numbers of sentences become sources and whole sentences. */
import { z } from 'zod'
import { NoteDifference, NoteKind, type NotePair, type Notes } from '../model/notes.js'
import type { NumberedReport, Reading } from '../ports/reader.js'
import { jsonOf } from '../text/parsed.js'
import { mostDifferences, promptVersion, type ReaderRequest } from './requests.js'

export type ReadAnswer =
  | {
      readonly ok: true
      readonly differences: readonly NoteDifference[]
      readonly pairs: readonly NotePair[]
      /** What was passed over: not in the form, or with numbers that do not exist. */
      readonly passedOver: number
    }
  /** Completes "the answer …". */
  | { readonly ok: false; readonly why: string }

const Verdict = z.object({ pair: z.string(), verdict: z.enum(['same', 'near', 'different']) })
const Answered = z.object({
  question: z.string().max(500),
  kind: NoteKind,
  answers: z
    .array(z.object({ sentence: z.string(), words: z.string(), by: z.string().nullish() }))
    .max(60)
    .readonly(),
  silent: z.array(z.string()).max(60).readonly().default([]),
  later: z
    .array(z.object({ report: z.string(), how: z.string() }))
    .max(60)
    .readonly()
    .default([]),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
})

export function readAnswer(request: ReaderRequest, content: string, reading: Reading): ReadAnswer {
  const found = jsonIn(content)
  if (found === undefined) return { ok: false, why: content.trim() === '' ? 'is empty' : 'is no JSON' }
  const wanted = request.asks === 'differences' ? 'differences' : 'verdicts'
  const all = z.object({ [wanted]: z.array(z.unknown()) }).safeParse(found).data?.[wanted]
  if (!all) return { ok: false, why: `has no list "${wanted}"` }
  if (request.asks === 'differences') {
    const differences = all
      .slice(0, mostDifferences)
      .flatMap((item) => difference(item, request.reports, reading) ?? [])
    return {
      ok: true,
      differences,
      pairs: [],
      passedOver: Math.min(all.length, mostDifferences) - differences.length,
    }
  }
  const pairs = all.slice(0, request.pairs.length).flatMap((item) => pair(item, request.pairs, reading) ?? [])
  return { ok: true, differences: [], pairs, passedOver: all.length - pairs.length }
}

export function notesOf(
  reader: Omit<Notes['reader'], 'kind' | 'prompts'>,
  answers: readonly Extract<ReadAnswer, { ok: true }>[],
): Notes {
  const differences = answers.flatMap((answer) => answer.differences)
  return {
    format: 'synoptic-notes/1',
    reader: { kind: 'model', prompts: promptVersion, ...reader },
    // Of the parts of a long event, what weighs most first.
    differences: [3, 2, 1].flatMap((weight) => differences.filter((one) => one.weight === weight)),
    pairs: answers.flatMap((answer) => answer.pairs),
  }
}

/** The JSON of an answer: alone, in a fence, or with words before and behind it. */
function jsonIn(content: string): unknown {
  const [from, to] = [content.indexOf('{'), content.lastIndexOf('}')]
  return from < 0 || to < from ? undefined : jsonOf(content.slice(from, to + 1))
}

function difference(
  item: unknown,
  shown: readonly NumberedReport[],
  reading: Reading,
): NoteDifference | null {
  const parsed = Answered.safeParse(item)
  if (!parsed.success) return null
  const { question, kind, answers, silent, later, weight } = parsed.data
  const visible = new Set(shown.flatMap(({ sentences }) => sentences.map(({ id }) => id)))
  const named = (letter: string): NumberedReport | undefined =>
    shown.find((report) => report.letter === letter)
  const note = NoteDifference.safeParse({
    kind,
    question,
    answers: answers.flatMap(({ sentence, words, by }) => {
      const place = visible.has(sentence) ? placeOf(sentence, reading) : null
      return place ? [{ source: place.source, words, by: by ?? null, sentence: place.text }] : []
    }),
    silent: silent.flatMap((letter) => {
      const report = named(letter)
      return report?.isWhole === true ? [report.source] : []
    }),
    written: later.flatMap(({ report, how }) => {
      const source = named(report)?.source
      const when = how.includes('before') ? ('before' as const) : ('after' as const)
      return source === undefined ? [] : [{ source, when }]
    }),
    weight,
  })
  return note.success ? note.data : null
}

function pair(item: unknown, asked: Reading['pairs'], reading: Reading): NotePair | null {
  const parsed = Verdict.safeParse(item)
  const ids = parsed.success ? asked[Number(parsed.data.pair.slice(1)) - 1] : undefined
  const [a, b] = (ids ?? []).map((id) => placeOf(id, reading))
  if (!parsed.success || !a || !b) return null
  const passage = ({ source, text }: Place): NotePair['a'] => ({ source, words: text })
  return { a: passage(a), b: passage(b), verdict: parsed.data.verdict }
}

type Place = { readonly source: string; readonly text: string }

function placeOf(id: string, { reports }: Reading): Place | null {
  for (const { source, sentences } of reports) {
    const text = sentences.find((sentence) => sentence.id === id)?.text
    if (text !== undefined && text !== '') return { source, text }
  }
  return null
}
