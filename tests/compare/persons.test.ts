/** What two reports tell of one person or body, where not both can be right. */
import { describe, expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function told(one: string, other: string): Promise<readonly (readonly string[])[]> {
  const { findings } = await twoReports(one, other)
  return findings
    .filter(({ detail: { type = '' } }) => ['name', 'office', 'outcome'].includes(type))
    .map(({ answers = [] }) => answers.map(({ text }) => text).sort())
}

describe('a name', () => {
  it('with another letter is spelled in two ways', async () => {
    expect(
      await told('Marlena Okafor said the road is closed.', 'Martena Okafor said the road is closed.'),
    ).toEqual([['Marlena Okafor', 'Martena Okafor']])
  })

  it('before one family name may have two other letters', async () => {
    expect(await told('Darian Okafor was hurt.', 'Daryant Okafor was hurt.')).toEqual([
      ['Darian Okafor', 'Daryant Okafor'],
    ])
  })

  it.each([
    ['a short form', 'David Okafor said so.', 'Dave Okafor said so.'],
    ['an accent', 'Felipe Calderón said so.', 'Felipe Calderon said so.'],
    ['another transliteration', 'Oleg Zelensky said so.', 'Oleg Zelenskyy said so.'],
    ['a letter of the same sound', 'Gulbanu Okafor said so.', 'Kulbanu Okafor said so.'],
    ['both in one report', 'Marlena Okafor and Martena Okafor said so.', 'Martena Okafor said so.'],
    ['two people', 'Marlena Okafor said so.', 'Patrick Okafor said so.'],
    ['a brother and a sister', 'Michael Okafor said so.', 'Michelle Okafor said so.'],
  ])('is one, or of two: %s', async (_what, one, other) => {
    expect(await told(one, other)).toEqual([])
  })

  it('of a body has another word inside', async () => {
    expect(
      await told(
        'The Dorn Road Safety Committee will meet in May.',
        'The Dorn Road Traffic Committee will meet in May.',
      ),
    ).toEqual([['Dorn Road Safety Committee', 'Dorn Road Traffic Committee']])
  })
})

describe('an office', () => {
  it('has a rank in one report alone', async () => {
    expect(
      await told(
        'Marlena Okafor, then a deputy mayor, signed the order.',
        'Marlena Okafor, then the mayor, signed the order.',
      ),
    ).toEqual([['deputy mayor', 'mayor']])
  })

  it('that somebody held before is no other', async () => {
    expect(
      await told('Marlena Okafor, a former mayor, signed.', 'Marlena Okafor, the mayor, signed.'),
    ).toEqual([])
  })
})

describe('the end of an office', () => {
  it('is a dismissal here, a resignation there', async () => {
    expect(await told('The council fired Marlena Okafor in May.', 'Marlena Okafor resigned in May.')).toEqual(
      [['Marlena Okafor resigned', 'The council fired Marlena Okafor']],
    )
  })

  it.each([
    ['two people', 'The council fired Marlena Okafor.', 'Patrick Lowe resigned in May.'],
    ['it may come', 'The council might fire Marlena Okafor.', 'Marlena Okafor resigned in May.'],
    ['it did not come', 'The council did not fire Marlena Okafor.', 'Marlena Okafor resigned in May.'],
  ])('is one: %s', async (_what, one, other) => {
    expect(await told(one, other)).toEqual([])
  })
})

describe('a date', () => {
  const asked = async (one: string, other: string): Promise<readonly (string | undefined)[]> => {
    const { findings } = await twoReports(one, other)
    return findings.filter(({ detail }) => detail.type === 'date').map(({ question }) => question)
  }

  it('on which somebody goes is another, whatever the verb', async () => {
    expect(
      await asked(
        'Marlena Okafor will leave the harbour on January 3.',
        'The council said that Marlena Okafor would retire at the end of February.',
      ),
    ).toEqual(['When does Marlena Okafor leave?'])
  })

  it.each([
    [
      'the month of the day',
      'Ms. Okafor will retire in February.',
      'Marlena Okafor will leave on February 28.',
    ],
    ['two people', 'Marlena Okafor will leave on January 3.', 'Patrick Okafor will leave in February.'],
    [
      'what has been',
      'Marlena Okafor left the navy in March.',
      'Marlena Okafor will leave the harbour in May.',
    ],
    [
      'what is denied',
      'Marlena Okafor will not leave on January 3.',
      'Marlena Okafor will leave in February.',
    ],
    ['another act', 'Marlena Okafor will speak on January 3.', 'Marlena Okafor will leave in February.'],
  ])('is none of two: %s', async (_what, one, other) => {
    expect(await asked(one, other)).toEqual([])
  })
})
