/** Which passages stand alone as a statement, in sentences as they are read. */
import { expect, test } from 'vitest'
import { wholeClause } from '../../src/english/finite-clause.js'
import { readingOf } from '../../src/english/reading.js'
import { readText } from '../support/event.js'

/** `[` and `]` mark the passage in its sentence. */
async function whole(marked: string): Promise<string | null> {
  const text = marked.replace(/[[\]]/gu, '')
  const article = await readText('story.txt', `A headline\n\n${text}\n`)
  const at = article.text.indexOf(text)
  const sentence = article.sentences.find(({ start }) => start === at)
  if (!sentence) throw new Error('the sentence was read otherwise')
  const [start, end] = [at + marked.indexOf('['), at + marked.indexOf(']') - 1]
  const found = wholeClause(readingOf(article), sentence, { start, end })
  return found && article.text.slice(found.start, found.end)
}

test.each([
  ['[The council closed the bridge] and opened a ferry.', 'The council closed the bridge'],
  ['The weather was fine, [and the council closed the bridge] on Monday.', 'the council closed the bridge'],
])('%s', async (marked, words) => {
  expect(await whole(marked)).toBe(words)
})

test.each([
  '[The president made it loud] and clear that he would not pay for the wall.',
  'The council met on Monday [and closed the bridge].',
  '[He closed the bridge] on Monday.',
  '[The mayor also said] that the bridge was closed.',
  '[Did the council close the bridge?]',
])('none in: %s', async (marked) => {
  expect(await whole(marked)).toBeNull()
})
