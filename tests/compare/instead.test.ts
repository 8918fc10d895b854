/** What stands in the place of what: other nouns, adjectives and verbs in sentences that a row links, and who did it. */
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

describe('agency: other verbs for one act', () => {
  it('shows the verbs with what is acted on, where both parties are the same', () => {
    const one = ant('{c1:The council halted the plan of the mayor on Friday}.')
    const other = bee('{c1:The council reversed the plan of the mayor on Friday}.')
    expect(said('agency', one, other)).toEqual([
      'Who does what? “reversed the plan” (Bee); “halted the plan” (Ant).',
    ])
  })

  it('turns a passive round', () => {
    const one = ant('{c1:The plan was halted by the council on Friday}.')
    const other = bee('{c1:The council reversed the plan on Friday}.')
    expect(said('agency', one, other)).toEqual([
      'Who does what? “plan was halted” (Ant); “reversed the plan” (Bee).',
    ])
  })

  it('takes no two verbs for one act where no row links the sentences, or one report has both', () => {
    const rejected = 'The council halted the plan of the mayor on Friday'
    const overrode = 'The council reversed the plan of the mayor on Friday'
    expect(said('agency', ant(`{c1:${rejected}}.`), bee(`{c2:${overrode}}.`))).toEqual([])
    const both = bee(`{c1:${overrode}}. {c1:${rejected}}.`)
    expect(said('agency', ant(`{c1:${rejected}}.`), both)).toEqual([])
  })

  it('leaves words in quotation marks to their speaker', () => {
    const one = ant('{c1:The council halted the plan of the mayor on Friday}.')
    const other = bee('{c1:The clerk said: “The council reversed the plan of the mayor”}.')
    expect(said('agency', one, other)).toEqual([])
  })
})

describe('agency: with and without who did it', () => {
  it('shows a doer here and a passive without one there', () => {
    const one = ant('{c1:A guard shot the fisherman at the gate on Friday}.')
    const other = bee('{c1:The fisherman was shot at the gate on Friday}.')
    expect(said('agency', one, other)).toEqual([
      'Who does what? “guard shot the fisherman” (Ant); “fisherman was shot” (Bee).',
    ])
  })

  it('finds none where the doer stands with another verb of the sentence', () => {
    const one = ant('{c1:A guard shot the fisherman at the gate on Friday}.')
    const other = bee('{c1:The fisherman was shot and killed by a guard at the gate on Friday}.')
    expect(said('agency', one, other)).toEqual([])
  })
})

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
