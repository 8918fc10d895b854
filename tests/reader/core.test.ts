import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../src/reader/answers.js'
import { modelReader, type ReaderLimits } from '../../src/reader/read.js'
import { requestsFor, type ReaderRequest } from '../../src/reader/requests.js'
import type { ChatBody, ChatOutcome, NumberedReport, Reading } from '../../src/ports/reader.js'

const limits: ReaderLimits = {
  model: 'stub',
  window: 30_000,
  tokens: 100_000,
  bytes: 1_000_000,
  timeMs: 5_000,
  price: { in: 1, out: 2 },
  cost: null,
  concurrency: 1,
}

function report(letter: string, ...texts: readonly string[]): NumberedReport {
  const sentences = texts.map((text, at) => ({ id: `${letter}${at + 1}`, text }))
  return { article: `a-${letter}`, source: `${letter.toLowerCase()}.txt`, letter, isWhole: true, sentences }
}

const reading: Reading = {
  reports: [
    report('A', 'Mills close', 'The mill closed on Monday, the owner said.'),
    report('B', 'Mill shut', 'It shut on Tuesday.'),
  ],
  pairs: [['A2', 'B2']],
}

const good = {
  differences: [
    {
      question: 'On which day did the mill close?',
      kind: 'value',
      answers: [
        { sentence: 'A2', words: 'closed on Monday', by: 'the owner' },
        { sentence: 'B2', words: 'It shut on Tuesday', by: null },
      ],
      silent: [],
      later: [],
      weight: 3,
    },
  ],
}
const verdicts = { verdicts: [{ pair: 'p1', verdict: 'different' }] }

function server(answer: (body: ChatBody, at: number) => string | ChatOutcome) {
  const asked: ChatBody[] = []
  return {
    asked,
    sendsTo: null,
    complete(body: ChatBody): Promise<ChatOutcome> {
      const given = answer(body, asked.push(body) - 1)
      return Promise.resolve(
        typeof given === 'string'
          ? { state: 'answered', content: given, tokensIn: 100, tokensOut: 10 }
          : given,
      )
    },
    close: () => Promise.resolve(),
  }
}

const asks = (body: ChatBody): string => body.response_format.json_schema.name
const obliging = (body: ChatBody): string => JSON.stringify(asks(body) === 'pairs' ? verdicts : good)
const at = '2026-01-02T03:04:05Z'

describe('what is asked', () => {
  test('the same event gives the same requests', () => {
    expect(requestsFor(reading, limits)).toEqual(requestsFor(reading, limits))
  })

  test('a long report is read in parts, a short one whole each time', () => {
    const long = report('A', ...Array.from({ length: 40 }, (_, at) => `Sentence ${at} of a long report.`))
    const requests = requestsFor(
      { ...reading, reports: [long, report('B', 'Short.')], pairs: [] },
      { model: 'm', window: 200 },
    )
    const shown = requests.flatMap((request) => (request.asks === 'differences' ? [request.reports] : []))
    expect(shown.length).toBeGreaterThan(1)
    const parts = shown.map(([part]) => part?.sentences ?? [])
    expect(parts.flat().map(({ id }) => id)).toEqual(long.sentences.map(({ id }) => id))
    expect(shown.every(([a, b]) => a?.isWhole === false && b?.isWhole === true)).toBe(true)
  })
})

describe('what is answered', () => {
  const [request] = requestsFor(reading, limits) as [ReaderRequest]
  const read = (value: unknown) =>
    readAnswer(request, typeof value === 'string' ? value : JSON.stringify(value), reading)

  test('numbers become sources and whole sentences', () => {
    const answer = read(good)
    expect(answer.ok && answer.differences[0]?.answers[0]).toEqual({
      source: 'a.txt',
      words: 'closed on Monday',
      by: 'the owner',
      sentence: 'The mill closed on Monday, the owner said.',
    })
  })

  test('JSON in a fence or behind prose is taken out', () => {
    expect(read(`Here you are:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\``)).toMatchObject({
      ok: true,
      passedOver: 0,
    })
  })

  test.each([
    ['', 'is empty'],
    ['I cannot help with that.', 'is no JSON'],
    [JSON.stringify(good).slice(0, -30), 'is no JSON'],
    ['{"notes":[]}', 'has no list "differences"'],
  ])('%j says why it is none', (content, why) => {
    expect(read(content)).toEqual({ ok: false, why })
  })

  test('a sentence that was not shown is passed over', () => {
    const [difference] = good.differences
    const forged = { ...difference, answers: [{ sentence: 'C9', words: 'anything', by: null }] }
    expect(read({ differences: [forged, difference, 'prose', { kind: 'value' }] })).toMatchObject({
      ok: true,
      passedOver: 3,
    })
  })

  test('a report that was seen in part is never called silent', () => {
    const parts = {
      ...request,
      reports: reading.reports.map((one) => ({ ...one, isWhole: one.letter !== 'B' })),
    }
    const [difference] = good.differences
    const answer = readAnswer(
      parts,
      JSON.stringify({
        differences: [{ ...difference, answers: difference?.answers.slice(0, 1), silent: ['B'] }],
      }),
      reading,
    )
    expect(answer.ok && answer.differences[0]?.silent).toEqual([])
  })
})

describe('within limits', () => {
  test('differences and pairs become notes that name model, prompts and key', async () => {
    const outcome = await modelReader(server(obliging), limits).read(reading, { at })
    expect(outcome).toMatchObject({
      state: 'read',
      notes: {
        reader: { kind: 'model', name: 'stub', prompts: 'synoptic-reader/1', at },
        pairs: [{ a: { source: 'a.txt' }, b: { source: 'b.txt' }, verdict: 'different' }],
      },
      usage: { requests: 2, tokensIn: 200, tokensOut: 20, cost: 0.00024 },
    })
  })

  test('what is no JSON is asked once more, with what was wrong', async () => {
    const stub = server((body, turn) => (turn === 0 ? 'Gladly!' : obliging(body)))
    expect(await modelReader(stub, limits).read(reading, { at })).toMatchObject({
      state: 'read',
      usage: { requests: 3 },
    })
    expect(stub.asked[1]?.messages.at(-1)?.content).toContain('That is no JSON.')
  })

  test('what is no JSON twice is a failure', async () => {
    const stub = server(() => 'Gladly!')
    const outcome = await modelReader(stub, limits).read(reading, { at })
    expect(outcome).toMatchObject({ state: 'failed', transient: false, usage: { requests: 2 } })
  })

  test.each([
    ['tokens', { tokens: 1_000 }, 'tokens'],
    ['bytes', { bytes: 1_000 }, 'longer'],
    ['cost', { cost: 0.000_1 }, 'costs more'],
  ])('a limit of %s is kept, and nothing more is asked', async (_, less, why) => {
    const stub = server(obliging)
    const outcome = await modelReader(stub, { ...limits, ...less }).read(reading, { at })
    expect(outcome).toMatchObject({ state: 'failed' })
    expect(outcome.state === 'failed' && outcome.reason).toContain(why)
    expect(stub.asked).toHaveLength(0)
  })

  test('an answer that never comes ends with the time', async () => {
    const waits = {
      sendsTo: null,
      complete: (_: ChatBody, signal: AbortSignal) =>
        new Promise<ChatOutcome>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve({ state: 'failed', reason: 'it was given up', transient: true })
          })
        }),
      close: () => Promise.resolve(),
    }
    const outcome = await modelReader(waits, { ...limits, timeMs: 30 }).read(reading, { at })
    expect(outcome).toMatchObject({ state: 'failed', transient: true })
    expect(outcome.state === 'failed' && outcome.reason).toContain('0.03 s')
  })
})
