/** Errors of the API are sentences about the field, in words of our own. */
import { describe, expect, it } from 'vitest'
import { fieldOf, HttpProblem, parse } from '../../src/server/problems.js'
import { ListQuery } from '../../src/server/routes/comparisons.js'
import { BatchRequest, ComparisonRequest } from '../../src/server/schemas.js'

function sentences(schema: typeof ComparisonRequest | typeof BatchRequest, value: unknown): string[] {
  try {
    parse(schema, value)
    return []
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    return (error.body('/').errors ?? []).map(({ detail }) => detail)
  }
}

const address = 'https://a.example/'

describe('a comparison', () => {
  it.each([
    [{}, 'sources is missing; it must be a list.'],
    [7, 'The body must be an object.'],
    [{ sources: [] }, 'sources must have at least 1 item.'],
    [{ sources: address }, 'sources must be a list.'],
    [{ sources: [{ url: 5 }] }, 'sources[0].url must be a text.'],
    [{ sources: [address, { text: 'x', outlet: 5 }] }, 'sources[1].outlet must be a text.'],
    [{ sources: [{ text: 'x', outlet: '' }] }, 'sources[0].outlet must have at least 1 character.'],
    [{ sources: [{ text: 'x', name: 'a\u0000b' }] }, 'sources[0].name must have no control characters.'],
    [{ sources: [address], titel: 'T' }, 'The body has a field that is not known here: "titel".'],
    [
      { sources: [address], options: { zone: 'Mars/Base' } },
      'options.zone must be an IANA time zone such as Europe/Moscow.',
    ],
    [{ sources: [address], options: { deadlineSeconds: 0 } }, 'options.deadlineSeconds must be more than 0.'],
    [
      { sources: [address], options: { deadlineSeconds: 1.5 } },
      'options.deadlineSeconds must be a whole number.',
    ],
  ])('%j: %s', (value, sentence) => {
    expect(sentences(ComparisonRequest, value)).toContain(sentence)
  })

  it('of a source that has no shape at all, says which shapes there are', () => {
    expect(sentences(ComparisonRequest, { sources: [{}] })).toEqual([
      'sources[0] must be an address, or an object with one of url, html and text (and name, outlet, publishedAt).',
    ])
  })

  it('says what a time looks like', () => {
    const value = { sources: [{ text: 'x', publishedAt: 'yesterday' }] }
    expect(sentences(ComparisonRequest, value).join()).toMatch(
      /^sources\[0\]\.publishedAt must be a day or a time/u,
    )
  })
})

it('says what a day looks like', () => {
  expect(() => parse(ListQuery, { from: '2026-13-01' })).toThrow('from must be a day, such as 2025-12-03.')
})

it('a batch names the event', () => {
  expect(sentences(BatchRequest, { events: [{ sources: [address] }, { title: 'T' }] })).toEqual([
    'events[1].sources is missing; it must be a list.',
  ])
})

it('pointers are written as programs write them', () => {
  expect(['', '/a/0/b', '/a~1b/~0'].map(fieldOf)).toEqual(['The body', 'a[0].b', 'a/b.~'])
})
