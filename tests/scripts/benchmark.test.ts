/** The open benchmark holds places and no words, and its scorer gives all to who links what readers did, and nothing for near misses. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '../support/event.js'

const run = promisify(execFile)
const folder = path.join(root, 'bench/real')

const Place = z.tuple([z.int(), z.int(), z.string().regex(/^[0-9a-f]{12}$/u)])
const Passages = z.partialRecord(z.enum(['fox', 'hpo', 'nyt']), z.array(Place))
const short = z.string().max(24)
const Event = z.strictObject({
  event: z.uuid(),
  texts: z.record(short, z.strictObject({ sha256: z.string().length(64), length: z.int() })),
  statements: z.array(
    z.strictObject({ id: short, core: z.boolean(), conflict: z.boolean(), passages: Passages }),
  ),
  utterances: z.array(
    z.strictObject({
      id: short,
      versions: z.record(short, z.strictObject({ form: short, passages: z.array(Place) })),
    }),
  ),
  near: z.array(Passages),
  memo: z.array(
    z.strictObject({ kind: short, importance: z.int(), sides: z.array(Passages), silent: z.array(short) }),
  ),
})

async function events(): Promise<Event[]> {
  const lines = (await readFile(path.join(folder, 'answers.jsonl'), 'utf8')).trim().split('\n')
  return lines.map((line) => Event.parse(JSON.parse(line)))
}

type Event = z.infer<typeof Event>
type Passages = z.infer<typeof Passages>
type Difference = Pick<Event['memo'][number], 'sides' | 'silent'>

const spans = (passages: Passages) =>
  Object.entries(passages).flatMap(([outlet, places]) =>
    places.map(([start, end]) => ({ outlet, start, end })),
  )

/** What the scorer prints for rows and differences made of each event. */
async function scored(
  rowsOf: (event: Event) => Passages[],
  differencesOf?: (event: Event) => Difference[],
): Promise<string> {
  const answers = await mkdtemp(path.join(tmpdir(), 'synoptic-benchmark-'))
  try {
    for (const event of await events()) {
      const differences = differencesOf?.(event).map(({ sides, silent }) => ({
        passages: sides.flatMap(spans),
        silent,
      }))
      const given = { rows: rowsOf(event).map(spans), ...(differences && { differences }) }
      await writeFile(path.join(answers, `${event.event}.json`), JSON.stringify(given))
    }
    return (await run(process.execPath, [path.join(folder, 'score.mjs'), answers])).stdout
  } finally {
    await rm(answers, { recursive: true })
  }
}

test('32 events hold places in three reports each, and no words', async () => {
  const all = await events()
  expect(all).toHaveLength(32)
  for (const { texts } of all) expect(Object.keys(texts)).toEqual(['fox', 'hpo', 'nyt'])
  const count = (list: 'statements' | 'utterances' | 'near'): number =>
    all.reduce((sum, event) => sum + event[list].length, 0)
  expect([count('statements'), count('utterances'), count('near')]).toEqual([637, 109, 433])
})

test('who links what readers did is right in every row and misses nothing', async () => {
  const printed = await scored(({ statements }) => statements.map(({ passages }) => passages))
  expect(printed).toMatch(/one statement +(\d+) of \1 /u)
  expect(printed).toMatch(/sharing a statement, linked +(\d+) of \1 /u)
})

test('so is who links the versions of an utterance, and notes what the memo has, the first first', async () => {
  const printed = await scored(
    ({ utterances }) =>
      utterances.map(({ versions }) =>
        Object.fromEntries(Object.entries(versions).map(([outlet, { passages }]) => [outlet, passages])),
      ),
    ({ memo }) => memo.toSorted((a, b) => b.importance - a.importance),
  )
  expect(printed).toMatch(/sharing an utterance, linked +(\d+) of \1 /u)
  expect(printed).toMatch(/first eight differences that the memo has +(\d+) of \1 /u)
  expect(printed).toMatch(/the memo’s differences among all +549 of 549 /u)
  const turned = await scored(
    () => [],
    ({ memo }) => memo.map(({ sides }) => ({ sides: sides.map(() => ({ fox: [[0, 1, '']] })), silent: [] })),
  )
  expect(turned).toMatch(/utterance, linked +0 of [1-9]/u)
  expect(Number(/the memo’s differences among all +(\d+) /u.exec(turned)?.[1])).toBeLessThan(10)
  expect(await scored(() => [])).toMatch(/first eight differences that the memo has +0 of 0\n/u)
})

test('who links near misses is told so', async () => {
  const printed = await scored(({ near }) => near)
  const [, linked, all] = /near misses linked +(\d+) of (\d+)/u.exec(printed) ?? []
  expect(linked).toBe(all)
  expect(printed).toMatch(/one statement +\d+ of \d+ \((?:\d|[1-4]\d)\./u)
})
