/** What is told ends where the sentence around it goes on. */
import { expect, it } from 'vitest'
import { told } from './told.js'

it.each([
  [
    'The committee’s warning that the dam could fail within a decade was ignored for years.',
    'that the dam could fail within a decade',
  ],
  [
    'Allegations by former staff that the home was understaffed were passed to the inspector.',
    'that the home was understaffed',
  ],
  ['The mayor’s claim that the bridge was safe surprised engineers.', 'that the bridge was safe'],
  [
    'The idea that the man killed in the crash was drunk angered his widow.',
    'that the man killed in the crash was drunk',
  ],
  [
    'The union’s claim that the dam they built was safe and would hold led nowhere.',
    'that the dam they built was safe and would hold',
  ],
  [
    'Swimmer Amina Okoro, who said she had never felt better, won twice in Lyon.',
    'she had never felt better',
  ],
  ['Berg, who claims he paid the bill, will appeal.', 'he paid the bill'],
])('%s', (text, content) => {
  expect(told(text).map((line) => line.split(' | ')[2])).toContain(content)
})

it.each([
  [
    'a verb before the noun',
    'She repeated her claim that the bridge was safe and that it would hold.',
    'that the bridge was safe and that it would hold',
  ],
  [
    'a hyphen in a word',
    'The minister’s claim that a 40-year-old bridge is safe is wrong.',
    'that a 40-year-old bridge is safe',
  ],
  [
    'a verb that looks like a noun',
    'The report states that the dam was built in haste and will not last.',
    'that the dam was built in haste and will not last',
  ],
])('is not cut at %s', (_name, text, content) => {
  expect(told(text).map((line) => line.split(' | ')[2])).toContain(content)
})
