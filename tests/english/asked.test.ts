/** A statement as the question that it answers. */
import { expect, test } from 'vitest'
import { askedOf } from '../../src/english/asked.js'
import { parseSentence } from '../../src/english/parse/parse.js'

function asked(text: string, verb: string): string | null {
  const whole = { start: 0, end: text.length }
  return askedOf(parseSentence(text, whole), text, whole, verb)
}

test.each([
  ['The two sides agreed to an arbitrator.', 'agree', 'Did the two sides agree to an arbitrator?'],
  ['The council will close the bridge.', 'close', 'Will the council close the bridge?'],
  ['Norway rejects the offer.', 'reject', 'Does Norway reject the offer?'],
  ['The bridge was safe for lorries.', 'safe', 'Was the bridge safe for lorries?'],
  ['Norway will be ready to sign.', 'ready', 'Will Norway be ready to sign?'],
  ['The bridge has been closed.', 'close', 'Has the bridge been closed?'],
])('%s', (statement, verb, question) => {
  expect(asked(statement, verb)).toBe(question)
})

test.each([
  ['a subject that nobody names', 'He rejected the offer.', 'reject'],
  ['somebody’s', 'Their union rejected the offer.', 'reject'],
  ['no clause', 'A bridge over the river.', 'bridge'],
  ['a clause inside another', 'It went to a man whom both sides agreed to hear.', 'agree'],
])('none of %s', (_what, statement, verb) => {
  expect(asked(statement, verb)).toBeNull()
})
