/** What is told as so in one report and as not so in another; what only looks so. */
import { describe, expect, it } from 'vitest'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { alignment, article } from './event.js'
import { twoReports } from './two-reports.js'
import { compare } from './worded.js'

type Read = (read: AnnotatedArticle) => AnnotatedArticle

/** Two reports, their passages in one row. */
function contradictions(one: string, other: string, change: Read = (same) => same): number {
  const marked = (words: string): string => (words.includes('{') ? words : `{c1:${words}}.`)
  const drawn = [article('Ant', 'News', marked(one)), article('Bee', 'News', marked(other))]
  const [first, ...rest] = drawn.map((item) => item.article)
  const { findings } = compare(first ? [change(first), ...rest] : [], alignment(drawn))
  return findings.filter(({ detail }) => detail.type === 'polarity').length
}

describe('one verb, denied in one report', () => {
  it.each([
    ['The bridge was closed', 'The bridge was not closed'],
    ['The bridge is safe for lorries', 'The bridge is not safe for lorries'],
    ['The board ordered the recall of the heater', 'The board had not ordered the recall of the heater'],
    ['Mara Sol conceded defeat on Friday', 'Mara Sol refused to concede defeat on Friday'],
    ['Arden will close its plant in Vessel', 'The plant in Vessel will not be closed'],
    ['Two men were hurt in the storm', 'Nobody was hurt in the storm'],
    ['The firm paid the bonus on Friday', 'The firm did not pay the bonus'],
    ['Mara Sol signed the contract with the port', 'She did not sign the contract'],
  ])('%s / %s', (one, other) => {
    expect(contradictions(one, other)).toBe(1)
    expect(contradictions(other, one)).toBe(1)
  })
})

describe('verbs that exclude each other', () => {
  it.each([
    ['The two sides agreed to put the pay to an arbitrator', 'The two sides refused an arbitrator'],
    ['The union agreed to sign the accord', 'The union refused to sign the accord'],
    ['The Greens support the freeze of fares', 'The Greens oppose the freeze of fares'],
    ['The Harriers won the first race', 'The Harriers lost the first race'],
  ])('%s / %s', (one, other) => {
    expect(contradictions(one, other)).toBe(1)
    expect(contradictions(other, one)).toBe(1)
  })
})

describe('no contradiction', () => {
  it.each([
    ['two parties', 'The Greens support the freeze of fares', 'The Liberals oppose the freeze of fares'],
    ['some of many', 'The members oppose the freeze of fares', 'Some members support the freeze of fares'],
    ['most of many', 'The members backed the crane', 'Most members did not back the crane'],
    ['who it was', 'Mira Dahl was signed for the tour', 'Jon Falk was not signed for the tour'],
    ['who did it', 'The photo was sent to a student', 'Jon Falk did not send the photo to a student'],
    ['to whom', 'Dahl sued Falk over the contract', 'Falk did not sue Dahl over the contract'],
    ['of what', 'The bridge was closed to lorries', 'The bridge was not closed to cyclists'],
    ['the day', 'The firm paid the bonus on Tuesday', 'The firm did not pay the bonus on Friday'],
    ['the number', 'Two men signed the accord', 'Three men did not sign the accord'],
    ['what is ahead', 'Arden will close its plant', 'Arden did not close its plant'],
    ['what may be', 'Arden may close its plant', 'Arden did not close its plant'],
    ['what is asked', 'The board ordered the recall', 'Sol asked if the board had not ordered the recall'],
    ['what is hoped', '{c1:Arden refused a pact}.', 'Mara Sol hopes {c1:that Arden will accept a pact}.'],
    ['a condition', '{c1:Arden refused a pact}.', 'If {c1:Arden accepts a pact}, ships sail.'],
    ['not only', 'The report criticized the mayor', 'The report not only criticized the mayor'],
    ['unlike', 'Mara Sol is insured', 'Unlike Mara Sol, Ilse Brand is not insured'],
    ['what changes', 'Police arrested the driver', 'Police released the driver'],
    ['two sides of a deal', 'The firm sold the heater', 'Families bought the heater'],
    ['two denials', 'The mayor refused to sign the pact', 'The mayor did not sign the pact'],
    ['a comment', 'The mayor commented on the pact', 'The mayor did not comment on the pact'],
    [
      'two speakers',
      '{c1|Mara Sol:The bridge was closed}, Mara Sol said.',
      '{c1|Jon Falk:The bridge was not closed}, Jon Falk said.',
    ],
    [
      'a headline and a body',
      '{c1:The bridge was closed}.',
      '{c2:The port slept}.\n\n{c1:The bridge stood, and was not closed, as a sign said}?',
    ],
  ])('of %s', (_what, one, other) => {
    expect(contradictions(one, other)).toBe(0)
    expect(contradictions(other, one)).toBe(0)
  })

  it('of reports that came out days apart', () => {
    const [approved, not] = ['The council approved the crane', 'The council has not approved the crane']
    expect(contradictions(approved, not)).toBe(1)
    const later: Read = (read) => ({ ...read, publishedAt: '2030-05-12T08:00:00Z' })
    expect(contradictions(approved, not, later)).toBe(0)
  })

  it('of a report that tells both', () => {
    const both = '{c1:The bridge was closed}. {c1:The bridge was not closed}.'
    expect(contradictions(both, 'The bridge was not closed')).toBe(0)
  })
})

describe('who denies a thing', () => {
  const of = async (one: string, other: string): Promise<readonly (string | undefined)[]> => {
    const { findings } = await twoReports(one, other)
    return findings.filter(({ detail }) => detail.type === 'polarity').map(({ sentence }) => sentence)
  }
  const paid = 'The mayor said that her office had paid the contractor.'
  const denied = 'The mayor denied that her office had paid the contractor.'

  it('contradicts who says that it is so', async () => {
    expect(await of(paid, denied)).toEqual([expect.stringContaining('“denied that her office had paid')])
  })

  it.each([
    'The mayor said that her office had not paid the contractor.',
    'The mayor rejected claims that her office had paid the contractor.',
  ])('contradicts nobody: %s', async (other) => {
    expect(await of(other, denied)).toEqual([])
  })
})
