/** Which telling names a column: what the reports share, whole, without the details of one. */
import { expect, it } from 'vitest'
import { align } from '../../src/align/align.js'
import { article } from './draw.js'

const labelOf = (word: string, ...texts: readonly string[]): string | undefined => {
  const { claims } = align(texts.map((text, index) => article(`report-${index + 1}`, text)))
  return claims.find((one) => one.label.includes(word) && one.texts === texts.length)?.label
}

const plain = 'The reservoir at Castor was shut on Monday because of algae.\n'
const full =
  'The reservoir at Castor, where anglers met every Sunday since the mill closed, was shut on Monday because of algae.\n'

it('takes the telling without details that one report alone has', () => {
  expect(labelOf('reservoir', plain, full)).toBe(
    'The reservoir at Castor was shut on Monday because of algae',
  )
  expect(labelOf('reservoir', full, plain)).toBe(
    'The reservoir at Castor was shut on Monday because of algae',
  )
})

it('takes a whole sentence before a clause torn from one', () => {
  const torn = 'Anglers stayed at home because the reservoir at Castor was shut on Monday.\n'
  expect(
    labelOf('reservoir', 'The reservoir at Castor was shut on Monday after a find of algae.\n', torn),
  ).toMatch(/^The reservoir at Castor was shut/u)
})
