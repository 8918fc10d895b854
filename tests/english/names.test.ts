/** Names compared over articles. */
import { describe, expect, it } from 'vitest'
import { parsePersonName, personKey, samePersonName } from '../../src/english/names.js'
import { organisationKey, sameOrganisation } from '../../src/english/organisations.js'
import { countryOfDemonym, knownPlace, placeKey } from '../../src/english/places.js'

describe('people', () => {
  it.each([
    ['President Ann Lowe', 'Lowe', true],
    ['Steve Hale', 'Steven Hale', true],
    ['Oleh Zelenskyy', 'Oleg Zelensky', true],
    ['A. Lowe', 'Ann Lowe', true],
    ['Ann Lowe', 'Tim Lowe', false],
    ['Tim Hale Jr.', 'Tim Hale', false],
    ['Ann Lowe', 'Ann Hale', false],
    ['Volodymyr Hale', 'Vladimir Hale', false],
  ])('%s and %s: %s', (a, b, same) => {
    const [x, y] = [parsePersonName(a), parsePersonName(b)]
    expect([samePersonName(x, y), samePersonName(y, x)]).toEqual([same, same])
  })

  it('parts titles, particles and suffixes from the name', () => {
    expect(parsePersonName('Prime Minister Ursula van der Hale Jr.')).toEqual({
      given: ['ursula'],
      surname: 'van der hale',
      suffix: 'jr',
    })
    expect(personKey('Sen. Tim Hale’s')).toBe('hale')
  })
})

it('leads spellings of a place to one key', () => {
  expect(['Kiev', 'Kyiv'].map(placeKey)).toEqual(['kyiv', 'kyiv'])
  expect(['US', 'U.S.', 'America', 'the United States'].map(placeKey)).toEqual(Array(4).fill('united states'))
  expect([countryOfDemonym('Russians'), countryOfDemonym('Danish'), countryOfDemonym('Lowe')]).toEqual([
    'Russia',
    'Denmark',
    null,
  ])
  expect(knownPlace('Oslo')).toEqual({ kind: 'capital', name: 'Oslo', country: 'Norway' })
})

it('leads names of an organisation to one key', () => {
  expect(organisationKey('Acme Inc.')).toBe(organisationKey('the Acme Group'))
  expect(sameOrganisation('UN', 'United Nations')).toBe(true)
  expect(sameOrganisation('HRA', 'Harbour Rescue Agency')).toBe(true)
  expect(sameOrganisation('HR', 'Harbour Rescue')).toBe(false)
})
