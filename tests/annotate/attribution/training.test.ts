/**
 * Training on a small set made here: the same input gives the same bytes, other input gives others, and what was learned
 * finds attributions of the same make.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadGold, type GoldReading } from '../../../scripts/attribution/gold.js'
import { train } from '../../../scripts/attribution/train.js'
import { candidates } from '../../../src/annotate/attribution/learned/learned.js'
import { readModel } from '../../../src/annotate/attribution/learned/model.js'

const names = ['Anna Berg', 'Karl Lang', 'Ida Holm', 'Paul Weber']
const verbs = ['said', 'claimed', 'added']
const contents = [
  'the bridge was safe',
  'the ferry would sail',
  'nobody had called',
  'the harbour was closed',
]
const sizes = { cueBits: 12, frameBits: 13 }
const calibration = { weights: [], threshold: 0 }

/** `{Anna Berg} <said> [the bridge was safe].` and a sentence without attribution, in all combinations. */
function goldOf(texts: readonly string[]): readonly GoldReading[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-training-'))
  const span = (text: string, open: string, close: string): [number, number][] => {
    const bare = (part: string): number => part.replace(/[[\]{}<>]/g, '').length
    return [[bare(text.slice(0, text.indexOf(open))), bare(text.slice(0, text.indexOf(close)))]]
  }
  const lines = texts.map((marked, i) =>
    JSON.stringify({
      id: `made-${i}`,
      text: `News\n\n${marked.replace(/[[\]{}<>]/g, '')}`,
      discard: [],
      attributions: [
        {
          source: shifted(span(marked, '{', '}')),
          cue: shifted(span(marked, '<', '>')),
          content: shifted(span(marked, '[', ']')),
        },
      ],
    }),
  )
  writeFileSync(path.join(folder, 'articles.jsonl'), lines.join('\n'))
  folders.push(folder)
  return loadGold(folder)
}

function shifted(pairs: readonly [number, number][]): [number, number][] {
  return pairs.map(([start, end]) => [start + 6, end + 6])
}

const folders: string[] = []
let gold: readonly GoldReading[] = []
beforeAll(() => {
  const texts = names.flatMap((name) =>
    verbs.flatMap((verb) =>
      contents.map((content) => `{${name}} <${verb}> [${content}]. It rained all day.`),
    ),
  )
  gold = goldOf(texts)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

it('gives the same bytes for the same input, and others for other input', () => {
  const one = train(gold, calibration, sizes)
  const two = train(gold, calibration, sizes)
  expect(two.head).toEqual(one.head)
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  const less = train(gold.slice(1), calibration, sizes)
  expect(Buffer.compare(one.bytes, less.bytes)).not.toBe(0)
})

it('learns what it was shown', () => {
  const { head, bytes } = train(gold, calibration, sizes)
  const [fresh] = goldOf(['{Mia Torv} <said> [the road was open]. It rained all day.'])
  if (!fresh) throw new Error('no reading')
  const found = candidates(fresh.reading, readModel(head, bytes)).all.filter(
    ({ cueProbability }) => cueProbability > 0.5,
  )
  const [wanted] = fresh.attributions
  expect(found.map(({ cue, source, content }) => ({ cue, source, content }))).toEqual([wanted])
})
