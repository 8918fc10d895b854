/** Who a source stands for, where the name stands beside it. */
import { expect, it } from 'vitest'
import { readParagraphs } from './told.js'

it.each([
  [
    'a name before a description and a clause of time',
    '“So far we haven’t found a compromise on territories,” said Nora Quist, foreign policy aide to President Adam Berg, when the meeting was over.',
    'Nora Quist',
  ],
  [
    'what somebody does, at the head of a sentence, is no part of the name',
    'Midfielder Tom Brandt said he would leave in the summer.',
    'Tom Brandt',
  ],
  [
    'a relative clause behind an aside',
    'The verdict angered Piet Kramer, the dead man’s brother, who told reporters that he would appeal.',
    'Piet Kramer',
  ],
  [
    'the owner of a noun of telling',
    'Mr. Okafor’s claim that he was abroad on the day of the theft surprised the court.',
    'Okafor',
  ],
  [
    'one person known by whose role it is goes by the printed words',
    'Mr. Okafor’s lawyer said the ledger had been found in a barn.',
    'Mr. Okafor’s lawyer',
  ],
  [
    'another who is not named goes by the printed words',
    'Another witness said the ledger had been found in a barn.',
    'Another witness',
  ],
  [
    'an office of several words is no part of the name',
    'Secretary of the Interior Nora Quist said the park would open in May.',
    'Nora Quist',
  ],
  [
    'a house and an office before a name',
    'House Majority Whip Nora Quist (R-Ohio) said the vote would be close.',
    'Nora Quist',
  ],
  [
    'a relative clause behind an aside with “and”',
    'Nora Quist, a former mayor of Dorn and preacher who said the park would open, left early.',
    'Nora Quist',
  ],
  [
    'somebody’s body goes by the printed words',
    'Okafor’s campaign said the ledger had been found in a barn.',
    'Okafor’s campaign',
  ],
  [
    'a day behind a description is no part of it',
    'A spokesman on Friday said the ledger had been found in a barn.',
    'A spokesman',
  ],
  [
    'who goes on is the one who spoke before, not who is named in what was said',
    'Tom Hale resigned. “Tom Hale, whom I do not know, did little for the park,” Adam Berg wrote. “If anyone but your Adam Berg had saved the park, it would be in all the papers,” he continued.',
    'Adam Berg',
  ],
  [
    'a name before the one that speaks belongs to what is said',
    '“They have told us of their plans against Chairman Quist,” Mr. Okafor said.',
    'Okafor',
  ],
  [
    'whom the clause is about does not speak in it',
    'Nora Quist came late. Adam Berg praised Tom Hale, whom he called a friend of the park.',
    'Adam Berg',
  ],
  [
    'in a relative clause about nobody who is named the printed words',
    'Anna Berg met the man who said the hut was cold.',
    'the man',
  ],
])('%s', (_name, text, speaker) => {
  const names = readParagraphs(text).quotes.map((quote) => quote.speaker?.name)
  expect(names).toContain(speaker)
})

it('takes two tellers joined by "and" for a collective', () => {
  const { quotes } = readParagraphs('The driver and the guard said the signal had been green.')
  expect(quotes.map(({ sourceClass }) => sourceClass)).toEqual(['collective'])
})

it('does not take for "he" whom he asks, or whom his words name', () => {
  const { quotes } = readParagraphs(
    'Adam Berg met Tom Hale on the bridge. Then Hale spoke of the harbour. “Hale knows nothing,” he said.',
  )
  expect(quotes.at(-1)?.speaker?.name).toBe('Adam Berg')
})

it.each([
  ['The lawsuit says that the gate was open.', 'The lawsuit'],
  ['Doctors said that he would walk again.', 'Doctors'],
  ['The committee chairman said that the gate was open.', 'The committee chairman'],
  ['A letter from the union said that the gate was open.', 'A letter from the union'],
  ['The statement said that the gate was open.', undefined],
  ['The video showed that the gate was open.', undefined],
])('speaks as printed, or nobody: %s', (text, speaker) => {
  expect(readParagraphs(text).quotes.at(-1)?.speaker?.name).toBe(speaker)
})

it.each([
  [
    'the paper, not whom it is addressed to',
    'A letter to Nora Quist said that the gate was open.',
    'A letter',
  ],
  [
    'the one in whose statement it stands',
    'Nora Quist said in a statement that the gate was open. “We are sorry,” the statement said.',
    'Nora Quist',
  ],
  ['nobody in particular of some', 'Some residents said that the gate was open.', undefined],
  ['no place for "who"', 'The port competes with China, who said that the gate was open.', undefined],
])('credits %s', (_name, text, speaker) => {
  expect(readParagraphs(text).quotes.at(-1)?.speaker?.name).toBe(speaker)
})

it('takes an epithet that names another office for another person', () => {
  const epithet = (words: string): string | undefined =>
    readParagraphs(
      `Harbour policy director Tom Hale said that the gate was open. But ${words} said that the pier was shut.`,
    ).quotes.at(-1)?.speaker?.name
  expect(epithet('the director')).toBe('Tom Hale')
  expect(epithet('the mayor’s budget director')).not.toBe('Tom Hale')
})

it('goes on with who spoke right before', () => {
  const { quotes } = readParagraphs(
    'Adam Berg met Tom Hale on the bridge. “The gates will open,” Hale said. “They open in May,” he added.',
  )
  expect(quotes.at(-1)?.speaker?.name).toBe('Tom Hale')
})

it('takes nobody named inside one quotation for who says another', () => {
  const { quotes } = readParagraphs(
    '“As Adam Berg said, ‘Let it come out,’” Mr. Hale wrote on Monday. “The gates will open in May,” he said.',
  )
  expect(quotes.find(({ content }) => content.length > 1)?.speaker?.name).not.toBe('Adam Berg')
})
