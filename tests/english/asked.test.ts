/** A statement as the question that it answers. */
import { expect, test } from 'vitest'
import { askedOf } from '../../src/english/asked.js'
import { parseSentence } from '../../src/english/parse/parse.js'

function asked(text: string): string | null {
  const whole = { start: 0, end: text.length }
  return askedOf(parseSentence(text, whole), text, whole)
}

test.each([
  ['The two sides agreed to an arbitrator.', 'Did the two sides agree to an arbitrator?'],
  ['The council will close the bridge.', 'Will the council close the bridge?'],
  ['Norway rejects the offer.', 'Does Norway reject the offer?'],
  ['The bridge was safe for lorries.', 'Was the bridge safe for lorries?'],
  ['Norway will be ready to sign.', 'Will Norway be ready to sign?'],
])('%s', (statement, question) => {
  expect(asked(statement)).toBe(question)
})

test.each([
  ['a subject that nobody names', 'He rejected the offer.'],
  ['no clause', 'A bridge over the river.'],
  ['the last name of a list', 'Jon Falk are signed for the tour.'],
])('none of %s', (_what, statement) => {
  expect(asked(statement)).toBeNull()
})
