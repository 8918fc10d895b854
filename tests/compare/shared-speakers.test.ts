/** Speakers by an office that another report ties to a person. */
import { expect, test } from 'vitest'
import { withSharedSpeakers } from '../../src/compare/actors/shared-speakers.js'
import { readText } from '../support/event.js'

/** Who says it in the first report, settled with the second. */
async function speakers(one: string, other: string): Promise<readonly (string | undefined)[]> {
  const articles = [await readText('ant.txt', one), await readText('bee.txt', other)]
  const [first] = withSharedSpeakers(articles)
  return first?.quotes.map(({ speaker }) => speaker?.name) ?? []
}

const other = 'Park opens\n\nTexas Gov. Nora Quist, the Republican nominee, opened the park on Monday.'

test.each([
  ['the office', 'The Texas governor said the park would open in May.', 'Nora Quist'],
  ['the party', 'The presumptive Republican nominee said the park would open in May.', 'Nora Quist'],
  ['not another party', 'The Democratic nominee said the park would open in May.', 'The Democratic nominee'],
  ['not another state', 'The Iowa governor said the park would open in May.', 'The Iowa governor'],
  ['not a deputy', 'The deputy governor said the park would open in May.', 'The deputy governor'],
])('%s', async (_what, told, name) => {
  const found = await speakers(`Park\n\nNora Quist came to Dorn on Monday.\n\n${told}`, other)
  expect(found).toEqual([name])
})

test('also one whom a sentence names that is too long to be read', async () => {
  const long = `Nora Quist came to Dorn on Monday ${'by the harbour and the mill '.repeat(35)}.`
  const found = await speakers(
    `Park\n\n${long}\n\nThe Texas governor said the park would open in May.`,
    other,
  )
  expect(found).toEqual(['Nora Quist'])
})

test('nobody whom the report does not name', async () => {
  expect(await speakers('Park\n\nThe Texas governor said the park would open in May.', other)).toEqual([
    'The Texas governor',
  ])
})

test('no name without a second report', async () => {
  const article = await readText(
    'ant.txt',
    'Park\n\nNora Quist came.\n\nThe Texas governor said it would open.',
  )
  expect(withSharedSpeakers([article])[0]?.quotes.map(({ speaker }) => speaker)).toEqual([
    { entity: null, name: 'The Texas governor' },
  ])
})
