/** Entities: `kind name: mention, mention` in order of first mention. All names are invented or bare geography. */
import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import { articleOf } from './article.js'

function found(text: string): string[] {
  const { entities } = annotate(articleOf(text), { zone: 'UTC' })
  return entities.map((entity) => {
    const mentions = entity.mentions.map((span) => text.slice(span.start, span.end)).join(', ')
    return `${entity.kind} ${entity.name}: ${mentions}`
  })
}

describe('people', () => {
  it.each([
    ['Ann Lowe left. Lowe said nothing.', ['person Ann Lowe: Ann Lowe, Lowe']],
    ['President Ann Lowe met Mr. Hale.', ['person Ann Lowe: Ann Lowe', 'person Hale: Hale']],
    ['The envoy, Sen. Tim Hale, spoke. Hale’s aide left.', ['person Tim Hale: Tim Hale, Hale']],
    ['Foreign Minister Ilse Brandegaard spoke.', ['person Ilse Brandegaard: Ilse Brandegaard']],
    ['Secretary of State Ann Lowe spoke.', ['person Ann Lowe: Ann Lowe']],
    ['Then Ursula van der Hale came.', ['person Ursula van der Hale: Ursula van der Hale']],
    ['They asked Marit Solvane, a welder, about it.', ['person Marit Solvane: Marit Solvane']],
    ['Steve Hale came. Later Steven Hale left.', ['person Steven Hale: Steve Hale, Steven Hale']],
    [
      'Ann Lowe and Tim Lowe came. Tim said so.',
      ['person Ann Lowe: Ann Lowe', 'person Tim Lowe: Tim Lowe, Tim'],
    ],
    ['The president and the envoy said so.', []],
    [
      'They asked the NRA CEO Tim Hale and Democrat Ann Lowe.',
      ['organisation NRA: NRA', 'person Tim Hale: Tim Hale', 'person Ann Lowe: Ann Lowe'],
    ],
    ['Then an Iowa Democrat came.', ['place Iowa: Iowa']],
    ['Later Special Agent Hale left.', ['person Hale: Hale']],
    ['The mayor, Victor Fox, spoke. On Monday Fox left.', ['person Victor Fox: Victor Fox, Fox']],
    ['It is said that New Yorkers know.', ['other New Yorkers: New Yorkers']],
    ['A gray Veltra Corsin hit the man in 117th Street.', ['other Veltra Corsin: Veltra Corsin']],
    ['Tim Hale spoke. Nobody shared a view like Hale’s.', ['person Tim Hale: Tim Hale, Hale']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('places and organisations', () => {
  it.each([
    ['They sued the Justice Department.', ['organisation Justice Department: Justice Department']],
    ['They met in Saudi Arabia.', ['place Saudi Arabia: Saudi Arabia']],
    [
      'They sued the Fish and Wildlife Service.',
      ['organisation Fish and Wildlife Service: Fish and Wildlife Service'],
    ],
    ['They met in Kyiv and in Kiev.', ['place Kyiv: Kyiv, Kiev']],
    ['The U.S. and the United States agree.', ['place United States: U.S., United States']],
    ['Russian officials went to the Kremlin.', ['organisation Kremlin: Kremlin']],
    ['The Americans said so.', ['other Americans: Americans']],
    ['The European Union (EU) met.', ['organisation European Union: European Union, EU']],
    [
      'Staff of the Harbour Rescue Agency struck. HRA said so.',
      ['organisation Harbour Rescue Agency: Harbour Rescue Agency, HRA'],
    ],
    ['He joined the Bank of England.', ['organisation Bank of England: Bank of England']],
    ['After the fall of Oskarhaven they fled.', ['place Oskarhaven: Oskarhaven']],
    ['A fire near Lowe River spread.', ['place Lowe River: Lowe River']],
    ['OSKARHAVEN, March 13 (MNA) — It rained.', ['place OSKARHAVEN: OSKARHAVEN', 'organisation MNA: MNA']],
    ['They met at the Lighthouse Hotel.', ['place Lighthouse Hotel: Lighthouse Hotel']],
    ['Lunde Telecom said so.', ['organisation Lunde Telecom: Lunde Telecom']],
    ['A climber fell near the hut. Mt Corrin claimed two.', ['place Mt Corrin: Mt Corrin']],
    ['It came on Tuesday in March.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

it('does not take the verb behind a titled name in such a headline into the name', () => {
  const text = 'Governor Ann Lowe Endorses Harbour Plan Tonight\n\nAnn Lowe spoke. Lowe left.'
  const { entities } = annotate(articleOf(text, ['headline']), { zone: 'UTC' })
  expect(entities.map((entity) => entity.name)).toContain('Ann Lowe')
  expect(entities.filter((entity) => entity.name.includes('Endorses'))).toEqual([])
})

it('trusts no capitals in a title-case headline, but finds there what the body names', () => {
  const text = 'Brave Lowe Leaves Talks Without Signing Anything\n\nAnn Lowe left without a word.'
  const { entities } = annotate(articleOf(text, ['headline']), { zone: 'UTC' })
  expect(entities.map((entity) => [entity.name, entity.mentions.length])).toEqual([['Ann Lowe', 2]])
})
