/** What stands in the place of what: other nouns and adjectives in sentences that a row links. */
import { describe, expect, it } from 'vitest'
import type { FindingKind } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

/** What each finding of a kind says. */
function said(kind: FindingKind, ...drawn: Drawn[]): readonly string[] {
  const { findings } = compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  )
  return findings.filter((finding) => finding.kind === kind).map(({ sentence }) => sentence)
}

const ant = (told: string): Drawn => article('Ant', 'The harbour', told)
const bee = (told: string): Drawn => article('Bee', 'The port', told)

describe('naming', () => {
  it('shows adjectives of one noun', () => {
    const one = ant('{c1:The bill gives undocumented migrants a permit for two years}.')
    const other = bee('{c1:The bill gives illegal migrants a permit for two years}.')
    expect(said('naming', one, other)).toEqual([
      'What is it called? “illegal migrants” (Bee); “undocumented migrants” (Ant).',
    ])
  })

  it('takes two nouns of one meaning for one word', () => {
    const one = ant('{c1:The angry shareholders of the yard sued the owner on Friday}.')
    const other = bee('{c1:The angry stockholders of the yard sued the owner on Friday}.')
    expect(said('naming', one, other)).toEqual([])
  })
})
