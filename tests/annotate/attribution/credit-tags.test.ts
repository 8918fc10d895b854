/** Who and verb right behind a quotation: what is taken for its credit, and what only stands there. */
import { expect, it } from 'vitest'
import { told } from './told.js'

it.each([
  [
    'an aside with commas of its own',
    '“The plans will not end the drought,” Anna Richter, secretary of state for water, forests, and mining, said on the call.',
    'Anna Richter, secretary of state for water, forests, and mining | said | “The plans will not end the drought,”',
  ],
  [
    'an aside before a verb with an object behind it',
    '“If he does not act, he should go!” the presumptive nominee, Ada Quist, tweeted Sunday after the storm.',
    'the presumptive nominee, Ada Quist | tweeted | “If he does not act, he should go!”',
  ],
  [
    'a verb that tells by its place alone',
    '“Let me help you out, the answer is no,” the Harbour Party nominee riffed on the non-answer.',
    'the Harbour Party nominee | riffed | “Let me help you out, the answer is no,”',
  ],
  [
    'a sentence that holds the credit alone',
    '“I hope you find the letters that are missing.” Brandt said.',
    'Brandt | said | “I hope you find the letters that are missing.”',
  ],
  [
    'a credit between dashes, with an aside, for both parts',
    '“We heard it before we saw it” – Captain Luis Ferro, who flew the helicopter, recalled – “and then the slope moved.”',
    'Captain Luis Ferro, who flew the helicopter | recalled | “We heard it before we saw it” … “and then the slope moved.”',
  ],
  [
    'a name behind the office, for both parts',
    '“The vaccine works” — so claimed the firm’s chief chemist, Bo Ranft — “and it works for years.”',
    'the firm’s chief chemist, Bo Ranft | claimed | “The vaccine works” … “and it works for years.”',
  ],
  [
    'who and verb right before the mark',
    'The debate grew so heated over who supported which bill that Governor Chris Hale said, “I feel like I need a map.”',
    'Governor Chris Hale | said | “I feel like I need a map.”',
  ],
])('takes %s', (_name, text, line) => {
  expect(told(text)).toContain(line)
})

it.each([
  [
    'a relative clause',
    'She sued over its “Harbour Act,” which allows owners to shut the quay.',
    '“Harbour Act,”',
  ],
  [
    'a name in an introduction',
    'In an interview with “Coast and Country,” Ada Quist pointed to the river.',
    '“Coast',
  ],
  [
    'a title in a list',
    'Berg, who starred in “Parks” and “Guardians of the Bay,” posted the clip.',
    '“Guardians',
  ],
])('does not take %s for a credit', (_name, text, words) => {
  const direct = told(text).filter((line) => line.split(' | ')[2]?.startsWith(words))
  expect(direct).toEqual([])
})

it('does not let an earlier sentence swallow a quotation with a credit of its own', () => {
  const lines = told(
    'On Tuesday, Quist went further, endorsing eight candidates “who embody our spirit.” “No president can do it alone,” Quist wrote in an email. “Change comes from below.”',
  )
  expect(lines).toContain('Quist | wrote | “No president can do it alone,” … “Change comes from below.”')
  expect(lines.filter((line) => line.includes('Quist wrote'))).toEqual([])
})
