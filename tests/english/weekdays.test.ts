/** The day of a report's news: what its first sentences tell above all, or none. */
import { expect, test } from 'vitest'
import { newsDayOf } from '../../src/english/weekdays.js'
import { readText } from '../support/event.js'

async function newsDay(...told: readonly string[]): Promise<string | null> {
  return newsDayOf(await readText('a.txt', `The ferry of Dorn\n\n${told.join(' ')}`))
}

test.each([
  ['Mayor Ann Lowe said Monday that the ferry will sail again on Friday.', 'monday'],
  ['Mayor Ann Lowe on Monday vowed to keep the ferry.', 'monday'],
  ['On Monday, Mayor Ann Lowe closed the ferry.', 'monday'],
  ['The ferry will be sold, the harbour board said on Monday.', 'monday'],
  ['The harbour board closed the ferry of Dorn on Monday evening.', 'monday'],
  ['In a statement on Monday, Mayor Ann Lowe defended the ferry.', 'monday'],
])('is the day on which its main clause was done or said: %s', async (lead, day) => {
  expect(await newsDay(lead, 'It was built in 1950.')).toBe(day)
})

test('is told by the next sentence where the first names no day', async () => {
  expect(
    await newsDay('Mayor Ann Lowe wants to keep the ferry.', 'She told the board on Sunday that it pays.'),
  ).toBe('sunday')
})

test.each([
  ['Mayor Ann Lowe will speak to the board on Monday.'],
  ['Mayor Ann Lowe defended the ferry in an interview taped Monday.'],
  ['Mayor Ann Lowe, who met the board on Monday, defended the ferry.'],
  ['Mayor Ann Lowe defended the ferry a day after Monday’s vote.'],
  ['The mayor wrote a letter in advance of a meeting on Monday.'],
  ['By Monday, Mayor Ann Lowe had sold the ferry.'],
  ['“I rode it every Monday,” Mayor Ann Lowe said.'],
])('is none where the day is that of something else: %s', async (lead) => {
  expect(await newsDay(lead, 'It was built in 1950.')).toBe(null)
})

test('is none where a day stands only far down', async () => {
  const sentences = ['Mayor Ann Lowe defends the ferry.', 'It is old.', 'It is slow.', 'It is loved.']
  expect(await newsDay(...sentences, 'She sent a letter to the board on Saturday.')).toBe(null)
})
