/** Passive cues: who is told about is content, who tells stands behind `by`. */
import { expect, it } from 'vitest'
import { told } from './told.js'

it.each([
  [
    'as, behind the teller',
    'The vessel was described by the coast guard as unseaworthy.',
    'the coast guard | was described | The vessel … as unseaworthy',
  ],
  [
    'the teller at the end',
    'The takeover was described as “a quiet robbery” by the minority shareholders.',
    'the minority shareholders | was described | The takeover … as “a quiet robbery”',
  ],
  [
    'to, nobody named',
    'The suspect is said to have fled across the border.',
    '- | is said | The suspect … to have fled across the border',
  ],
  [
    'a time behind by',
    'The minister is expected to resign by Friday.',
    '- | is expected | The minister … to resign by Friday',
  ],
  [
    'a charge',
    'The mayor was accused by residents of ignoring the warnings.',
    'residents | was accused | The mayor … of ignoring the warnings',
  ],
  [
    'whom it is told is no source',
    'The tribunal was told that the brakes had failed twice.',
    '- | was told | that the brakes had failed twice',
  ],
  [
    'quoted as saying: the subject speaks',
    'The keeper was quoted as saying that the bear had been calm.',
    'The keeper | was quoted as saying | that the bear had been calm',
  ],
  [
    'a state of mind: the subject has it',
    'The detective is convinced that the letters were written by one hand.',
    'The detective | is convinced | that the letters were written by one hand',
  ],
  [
    'has, not is',
    'The mayor said he’s said all along that the bridge would hold.',
    'The mayor | said | he’s said all along that the bridge would hold',
  ],
])('%s', (_name, text, line) => {
  expect(told(text)).toContain(line)
})
