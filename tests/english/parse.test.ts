/** Tokens, base forms and whole parses with the weights that ship. */
import { expect, test } from 'vitest'
import { lemmaOf } from '../../src/english/parse/word-forms.js'
import { parseSentence } from '../../src/english/parse/parse.js'
import { tokensOf } from '../../src/english/parse/tokens.js'
import { propositionsOf } from '../../src/english/propositions/propositions.js'
import { readingOf } from '../../src/english/reading.js'
import { drawPropositions } from './drawn-tree.js'

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length })
const cut = (text: string): string =>
  tokensOf(text, whole(text))
    .map((token) => token.surface)
    .join(' ')

test.each([
  ["They don't know Lowe's two-year-old plan.", "They do n't know Lowe 's two - year - old plan ."],
  ['Mr. Hale can’t pay $5.2m, or 10%.', 'Mr. Hale ca n’t pay $ 5.2 m , or 10 % .'],
  ['“We cannot go,” he said…', '“ We can not go , ” he said …'],
  [
    'The U.S. pro-Western party (see www.example.org/a) won',
    'The U.S. pro-Western party ( see www.example.org/a ) won',
  ],
])('tokens of %s', (text, tokens) => {
  expect(cut(text)).toBe(tokens)
})

test('every token is a slice of the text, in order, and only blanks are left out', () => {
  const text = 'A “test” — with  odd\u00a0gaps... and co-operation, o’clock, 5pm, 1/2.'
  const tokens = tokensOf(text, { start: 2, end: text.length })
  let at = 2
  for (const token of tokens) {
    expect(text.slice(token.start, token.end)).toBe(token.surface)
    expect(text.slice(at, token.start).trim()).toBe('')
    at = token.end
  }
  expect(at).toBe(text.length)
})

test.each([
  ['refused', 'VBD', 'refuse'],
  ['hoping', 'VBG', 'hope'],
  ['hopping', 'VBG', 'hop'],
  ['denies', 'VBZ', 'deny'],
  ['agreed', 'VBN', 'agree'],
  ['was', 'VBD', 'be'],
  ['wo', 'MD', 'will'],
  ['n’t', 'RB', 'not'],
  ['spokesmen', 'NNS', 'spokesman'],
  ['parties', 'NNS', 'party'],
  ['watches', 'VBZ', 'watch'],
  ['Lowes', 'NNPS', 'Lowes'],
])('%s as %s comes from %s', (form, tag, base) => {
  expect(lemmaOf(form, tag)).toBe(base)
})

test.each([
  [
    'The union refused to sign the contract.',
    ['refuse > sign: subject The union, object the contract; not (refused)'],
  ],
  ['The bridge was destroyed by troops.', ['destroy: object The bridge, subject troops']],
  // A form that the treebanks lack.
  ['The treasurer stole the money.', ['steal: subject The treasurer, object the money']],
  ['No one was killed in the fire.', ['kill: object No one, oblique the fire; not (No)']],
])('reads %s', (text, expected) => {
  expect(drawPropositions(text, propositionsOf(parseSentence(text, whole(text))))).toEqual(expected)
})

test('every sentence gives a tree with one root, whatever it is made of', () => {
  for (const text of [
    '',
    '...',
    '“”',
    'Yes',
    'a b c d e f g h',
    '—',
    '1 2 3',
    'He said, she said, they said.',
  ]) {
    const tree = parseSentence(text, whole(text))
    const roots = tree.nodes.filter((node) => node.head < 0 && node.label !== 'punct')
    expect(roots.length).toBe(tree.nodes.some((node) => node.label !== 'punct') ? 1 : 0)
    for (const node of tree.nodes) {
      let steps = 0
      for (let at = node; at.head >= 0; at = tree.nodes[at.head] ?? node) expect(steps++).toBeLessThan(50)
    }
  }
})

test('a reading parses a sentence once, and gives the propositions of a part', () => {
  const article = { text: 'Police left. The mayor said that the council had met.' }
  const sentence = { start: 13, end: 53 }
  const reading = readingOf(article)
  expect(readingOf(article)).toBe(reading)
  expect(reading.tree(sentence)).toBe(reading.tree({ ...sentence }))
  const inner = reading.within(sentence, { start: 28, end: 53 })
  expect(inner.map((p) => p.predicate.lemma)).toEqual(['meet'])
  expect(inner[0]?.credit?.cue.lemma).toBe('say')
})
