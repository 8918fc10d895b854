/** Reports without a time: whether one may have come out before what another tells. */
import { describe, expect, test } from 'vitest'
import { mayBeTooEarly } from '../../src/likeness/too-early.js'
import { viewsOf } from '../../src/likeness/view.js'
import { readText } from '../support/event.js'

/** Whether the first report may have been too early for the sentence of the second that holds the words. */
async function isTooEarly(early: string, late: string, words: string): Promise<boolean> {
  const [view, other] = viewsOf([
    await readText('a.txt', `The ferry\n\n${early}`),
    await readText('b.txt', `A ferry\n\n${late}`),
  ])
  const sentence = other?.sentences.find(({ start, end }) => other.text.slice(start, end).includes(words))
  if (!view || !other || !sentence) throw new Error(`no sentence with ${words}`)
  return mayBeTooEarly(view, [{ view: other, mentions: [sentence] }])
}

/** The same of two reports that print their days. */
const isTooEarlyOn = (days: readonly [string, string], early: string, late: string, words: string) =>
  isTooEarly(`${days[0]}\n\n${early}`, `${days[1]}\n\n${late}`, words)

describe('a report without a time may be too early', () => {
  test('for anything in a report that looks back to the day it looks ahead to', async () => {
    expect(
      await isTooEarly(
        'The harbour board will meet on Thursday to decide on the ferry.',
        'The harbour board met on Thursday. The ferry stays, its chairman said.',
        'chairman',
      ),
    ).toBe(true)
  })

  test('also where the day stands before what is to come', async () => {
    expect(
      await isTooEarly(
        'On Thursday, before the harbour board, the mayor will outline what becomes of the ferry.',
        'The mayor told the board on Thursday what becomes of it. The ferry stays, she said.',
        'stays',
      ),
    ).toBe(true)
  })

  test('for what another tells of its news day, where its own is a different one', async () => {
    const early = 'The harbour board decided on Sunday that the ferry stays.'
    const late =
      'The mayor attacked the board on Monday. It had decided on Sunday to keep the ferry. Passengers cheered.'
    expect(await isTooEarly(early, late, 'mayor')).toBe(true)
    expect(await isTooEarly(early, late, 'keep')).toBe(false)
    expect(await isTooEarly(early, late, 'cheered')).toBe(false)
  })

  test('but not where both tell of one day, or it names none', async () => {
    const late = 'The mayor attacked the board on Monday. It had decided on Sunday to keep the ferry.'
    expect(await isTooEarly('The ferry stays, the board said on Monday.', late, 'mayor')).toBe(false)
    expect(await isTooEarly('The ferry stays, the board said.', late, 'mayor')).toBe(false)
  })
})

describe('a report of the day before may be too early', () => {
  const early = 'The harbour board decided on Tuesday that the ferry stays.'
  const late =
    'Ann Lowe attacked the harbour board on Wednesday. It had decided on Tuesday to keep the ferry. Passengers cheered.\n\n' +
    '“Nobody will pay for it,” Ms. Lowe told reporters at a breakfast.'
  const days = ['May 4, 2032', 'May 5, 2032'] as const

  test('for what the other says was done or said on the later day', async () => {
    expect(await isTooEarlyOn(days, early, late, 'attacked')).toBe(true)
    expect(await isTooEarlyOn(days, early, late, 'Nobody')).toBe(true)
  })

  test('not for what it says of an earlier day, or of none', async () => {
    expect(await isTooEarlyOn(days, early, late, 'decided')).toBe(false)
    expect(await isTooEarlyOn(days, early, late, 'Passengers')).toBe(false)
    expect(await isTooEarlyOn(['May 5, 2032', 'May 5, 2032'], early, late, 'Nobody')).toBe(false)
  })

  test('where a page states its last change alone, for what is told of the day after that', async () => {
    expect(await isTooEarlyOn(['Updated: May 4, 2032', days[1]], early, late, 'attacked')).toBe(true)
  })
})
