/** Which words of a report show a claim, so that a reader who sees nothing else understands them. */
import { expect, test } from 'vitest'
import { statementOf } from '../../src/front/statement.js'
import { readText } from '../support/event.js'

/** `[` and `]` mark the claim in its text; in the statement they stand around what was added to it. */
async function shown(marked: string): Promise<string | null> {
  const body = marked.replace(/[[\]]/gu, '')
  const article = await readText('story.txt', `A headline\n\n${body}\n`)
  const at = article.text.indexOf(body)
  const found = statementOf(article, { start: at + marked.indexOf('['), end: at + marked.indexOf(']') - 1 })
  if (found === null) return null
  const { words, added } = found
  return [...added]
    .reverse()
    .reduce(
      (text, { start, end }) => `${text.slice(0, start)}{${text.slice(start, end)}}${text.slice(end)}`,
      words,
    )
}

test.each([
  ['no dateline', '[NORSUND ― The council closed the bridge].', 'The council closed the bridge'],
  ['a clause', '[The council closed the bridge] and opened a ferry.', 'The council closed the bridge'],
  [
    'a clause behind a tie',
    'The weather was fine, [and the council closed the bridge] on Monday.',
    'The council closed the bridge{ on Monday}',
  ],
  [
    'a subject before it',
    'The council met on Monday [and closed the bridge].',
    '{The council met on Monday }and closed the bridge',
  ],
  [
    'an object behind it',
    '[The president made the case loud] and clear that the town would pay for the wall.',
    'The president made the case loud{ and clear that the town would pay for the wall}',
  ],
  [
    'what somebody said',
    '[The mayor also said] that the bridge was closed.',
    'The mayor also said{ that the bridge was closed}',
  ],
  [
    'who is meant',
    'Mr. John Halloran ran the ferry for years. [He closed the bridge] on Monday.',
    'He{ [John Halloran]} closed the bridge{ on Monday}',
  ],
  [
    'who speaks',
    '“[I will close the bridge] and open a ferry,” Mary Halloran said.',
    '{[Mary Halloran:] “}I will close the bridge{”}',
  ],
])('it has %s', async (_, marked, words) => {
  expect(await shown(marked)).toBe(words)
})

test.each([
  ['nobody says who is meant', '[He closed the bridge] on Monday.'],
  ['it asks', '[Did the council close the bridge?]'],
  ['nothing is said of anything', '[Serving as the next chair of the council].'],
  ['it points to words that are not there', '[This decision was right].'],
  ['the sentence before says what is meant', 'The council bought a ferry in May. [It will run at night].'],
  ['nobody is named', 'A man and his son live by the bridge. [The man closed the bridge on Monday].'],
  ['nothing says which decision', 'The council closed the bridge. [The decision surprised the town].'],
])('none where %s', async (_, marked) => {
  expect(await shown(marked)).toBeNull()
})

test('a person that is told apart is named', async () => {
  expect(await shown('[The man who fell from the bridge was a teacher].')).toBe(
    'The man who fell from the bridge was a teacher',
  )
})

test('two things of one verb stay together', async () => {
  expect(
    await shown('[The mayor of Norsund praised the captain] and the crew of the ferry on Monday.'),
  ).toMatch(/^The mayor of Norsund praised the captain\{ and the crew/u)
})

test('a word with a hyphen stays whole', async () => {
  expect(await shown('The crew found ladders and rope-[handling gloves were missing].')).not.toMatch(
    /^[Hh]andling/u,
  )
})

test('what denies it, or what it depends on, stays', async () => {
  expect(await shown('The mayor denied that [the council closed the bridge].')).toBe(
    '{The mayor denied that }the council closed the bridge',
  )
  expect(await shown('If the river rises, [the council will close the bridge].')).toBe(
    '{If the river rises, }the council will close the bridge',
  )
})
