/** Which printed sources are news outlets. */
import { describe, expect, it } from 'vitest'
import { isNewsOutlet } from '../../src/english/organisations.js'

describe('a news outlet as a source', () => {
  it.each([
    'Reuters',
    'the Associated Press',
    'AP',
    'The New York Times',
    'the Daily Express',
    'a local newspaper',
    'state television',
    'two Danish news outlets',
    'the news site Politico',
    'a Reuters report',
    'the Courier-Journal newspaper',
  ])('%s', (source) => {
    expect(isNewsOutlet(source)).toBe(true)
  })

  it.each([
    '',
    'the press secretary',
    'the news conference',
    'a reporter for the Daily Courier',
    'the editor of the New York Times',
    'a police report',
    'Mara Holt',
    'Post',
    'PA',
    'the Post Office',
    'the International Energy Agency',
    'American Express',
  ])('not %s', (source) => {
    expect(isNewsOutlet(source)).toBe(false)
  })
})
