import { describe, expect, it } from 'vitest'
import type { PartyPosition } from '../../src/model/comparison.js'
import { alignment, article } from './event.js'
import { compare } from './worded.js'

/** The position table of reports of one sentence each; `columns` names the claim column of each. */
function positionsOf(
  sentences: readonly string[],
  columns = sentences.map(() => 'c1'),
): readonly PartyPosition[] {
  const drawn = sentences.map((words, at) =>
    article(`Outlet ${at + 1}`, 'News', `{${columns[at] ?? 'c1'}:${words}}.`),
  )
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).positions
}

const told = (words: string): readonly (readonly [string, string, string])[] =>
  positionsOf([words, 'The weather in Aldmoor was fair']).map(({ party, stance, issue }) => [
    party,
    stance,
    issue,
  ])

describe('party, stance and issue of a clause', () => {
  it.each([
    ['The union rejects the offer of the port', ['union', 'rejects', 'the offer of the port']],
    ['The Greens did not rule out a vote on the fares', ['Greens', 'leaves-open', 'a vote on the fares']],
    ['On Tuesday, the council rejected the new count', ['council', 'rejects', 'the new count']],
    ['The council has called for a new count', ['council', 'demands', 'for a new count']],
    ['The union would not accept the offer of the port', ['union', 'rejects', 'the offer of the port']],
    ['The council has not yet approved the crane', ['council', 'leaves-open', 'the crane']],
    ['Both delegations agreed to meet again', ['delegations', 'agrees', 'to meet again']],
    ['The offer was rejected by the union', ['union', 'rejects', 'The offer']],
    ['The union refused to sign the offer', ['union', 'rejects', 'to sign the offer']],
  ])('%s', (words, [party, stance, issue]) => {
    expect(told(words)).toEqual([[expect.stringContaining(party ?? ''), stance, issue]])
  })

  it.each([
    'The offer rejects nothing that matters',
    'The mayor declined to comment on the offer',
    'The union asked if the port would reject the offer',
    'Nobody accepted the offer of the port',
    'The union should accept the offer of the port',
    'The mayor took part despite calls for her absence',
    'The mayor wanted to see the offer',
  ])('none: %s', (words) => {
    expect(told(words)).toEqual([])
  })
})
