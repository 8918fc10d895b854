/** Whether a reader who sees a sentence alone understands it. */
import { expect, it } from 'vitest'
import { passagesOf } from '../../src/compare/left-out/passages.js'
import { standsAlone } from '../../src/compare/left-out/stands-alone.js'
import { viewsOf } from '../../src/likeness/view.js'
import { readText } from '../support/event.js'

it.each([
  ['The harbour office did not tell reporters whether Mayor Lowe knew that the pier was closed.', true],
  [
    'The harbour office did not tell reporters whether Mayor Lowe knew that what he was saying was false.',
    false,
  ],
  ['Mayor Lowe praised the engineers for what she called a rescue of the old pier.', true],
  ['The harbour office asked Mayor Lowe on Tuesday to explain the remarks to the engineers.', false],
])('%s: %j', async (sentence, alone) => {
  const article = await readText(
    'pier.txt',
    `Pier of Vell closed\n\nThe pier of Vell was closed on Monday because its posts are rotten.\n\n${sentence}`,
  )
  const passages = viewsOf([article]).flatMap(passagesOf)
  expect(passages.slice(-1).map(standsAlone)).toEqual([alone])
})
