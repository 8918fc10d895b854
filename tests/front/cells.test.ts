/** Rows of claims: one statement in one row, and who says what it prints. */
import { expect, test } from 'vitest'
import { rowsOf, shownColumn } from '../../src/front/cells.js'
import type { ClaimColumn, Mention } from '../../src/model/alignment.js'
import { compareAll, readText } from '../support/event.js'

const bodies = {
  a: 'The council closed the old bridge on Monday because its piers had cracked in the flood. The mayor praised the crew, and the town bought a ferry.',
  b: 'On Monday the council closed the old bridge, whose piers had cracked in the flood. The mayor praised the crew, and the town bought a ferry.',
  c: 'The old bridge was painted green in the spring before the flood came down the valley.',
} as const

type Name = keyof typeof bodies
const [a, b, c] = await Promise.all(
  Object.entries(bodies).map(([name, body]) => readText(`${name}.txt`, `A headline of ${name}\n\n${body}\n`)),
)
if (!a || !b || !c) throw new Error('not read')
const articles = { a, b, c }
const event = { ...compareAll([a, b, c]), findings: [] }

/** Each report's words of a row. */
function column(id: string, words: Partial<Record<Name, string>>): ClaimColumn {
  const told = Object.entries(articles).flatMap(([name, article]) => {
    const own = Object.entries(words).find(([key]) => key === name)?.[1]
    if (own === undefined) return []
    const start = article.text.indexOf(own)
    if (start < 0) throw new Error(`not in ${name}: ${own}`)
    const span = { start, end: start + own.length }
    const mention: Mention = {
      ref: `${article.id}-${id}`,
      ...span,
      spans: [span],
      voice: 'own',
      source: [],
      cue: [],
      speaker: null,
      hedged: false,
    }
    return [{ article: article.id, own, mention }]
  })
  const [first] = told
  if (!first) throw new Error('nobody tells it')
  return {
    id,
    label: first.own,
    salience: 0.5,
    texts: told.length,
    cells: Object.fromEntries(
      told.map(({ article, mention }) => [
        article,
        {
          state: 'present',
          form: 'paraphrased',
          stance: 'asserts',
          certainty: 'plain',
          mentions: [mention],
          confidence: 0.95,
        },
      ]),
    ),
    fullest: { article: first.article, spans: first.mention.spans },
  }
}

const whole = column('cc-whole', {
  a: 'The council closed the old bridge on Monday because its piers had cracked in the flood',
  b: 'On Monday the council closed the old bridge, whose piers had cracked in the flood',
})
const part = column('cc-part', {
  a: 'The council closed the old bridge on Monday',
  b: 'On Monday the council closed the old bridge',
  c: 'The old bridge was painted green in the spring',
})

const open = (shown: ClaimColumn): readonly string[] =>
  Object.entries(shown.cells).flatMap(([id, cell]) => (cell.state === 'present' && cell.perhaps ? [id] : []))

test('who shares two words of what is printed is not said to say it', () => {
  expect(open(shownColumn(event, part))).toEqual([c.id])
  expect(open(shownColumn(event, whole))).toEqual([])
})

test('one statement in two lengths is one row', () => {
  const shown = [whole, part].map((one) => shownColumn(event, one))
  const words = shown.map(({ statement }) => statement?.words ?? '')
  expect(words[0]).toContain(words[1])
  expect(rowsOf(event, shown).map(({ column: id }) => id)).toEqual(['cc-whole'])
})

test('two statements of one sentence are two rows', () => {
  const crew = column('cc-crew', { a: 'The mayor praised the crew', b: 'The mayor praised the crew' })
  const boat = column('cc-boat', { a: 'and the town bought a ferry', b: 'and the town bought a ferry' })
  const shown = [crew, boat].map((one) => shownColumn(event, one))
  expect(rowsOf(event, shown)).toHaveLength(2)
})
