/** One quote row is something one speaker said on one occasion. */
import { describe, expect, it } from 'vitest'
import { align } from '../../src/align/align.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { article, draw } from './draw.js'

/** The quote rows in which more than one report stands. */
function rows(...articles: readonly AnnotatedArticle[]): string[] {
  return align(articles)
    .quotes.filter(({ cells }) => Object.values(cells).filter((cell) => cell.state === 'present').length > 1)
    .map((column) => draw(column, articles, 2))
}

const head = 'Storm over the harbour\n\nFerries were late on Friday.\n\n'

it('two portions that two reports print meet in the report that prints both', () => {
  const whole =
    '“The harbour stays open to every ship, and nobody will pay a toll at the northern gate,” said Mara Lindqvist.\n'
  expect(
    rows(
      article('a', `${head}${whole}`),
      article('b', `${head}“The harbour stays open to every ship,” said Mara Lindqvist.\n`),
      article('c', `${head}“Nobody will pay a toll at the northern gate,” Lindqvist said.\n`),
    ),
  ).toEqual(['|“The harbour|“The harbour|“Nobody will|'])
})

it('two utterances of one speaker stay two', () => {
  const both =
    '“The harbour stays open to every ship,” said Mara Lindqvist.\n\n“My daughter taught me how to sail a dinghy,” Lindqvist said.\n'
  expect(
    rows(article('a', `${head}${both}`), article('b', `${head}Officials met.\n\n${both}`)).sort(),
  ).toEqual(['|“My daughter|“My daughter|', '|“The harbour|“The harbour|'])
})

it('short words in common join nothing that two people said, long ones do', () => {
  const said = (words: string, who: string): string => `${head}“${words},” said ${who}.\n`
  const short = 'It was a long night at the table for us'
  const other = 'It was a long night in the kitchen, and the soup went cold'
  const long = 'The harbour stays open to every ship that pays its crew a living wage'
  expect(
    rows(article('a', said(short, 'Mara Lindqvist')), article('b', said(other, 'Tomas Okafor'))),
  ).toEqual([])
  expect(rows(article('a', said(long, 'Mara Lindqvist')), article('b', said(long, 'Tomas Okafor')))).toEqual([
    '|“The harbour|“The harbour|',
  ])
})

it('a name alone joins nothing', () => {
  const a = article('a', `${head}The union praised Mara Lindqvist.\n`)
  const b = article('b', `${head}The shipowners criticised Mara Lindqvist.\n`)
  expect(rows(a, b)).toEqual([])
})

describe('a thing that somebody spoke of', () => {
  const told = (words: string): string => `${head}${words}\n`

  it.each([
    [
      'is no utterance beside another of its kind',
      'Mara Lindqvist called for a toll at the northern gate.',
      'Mara Lindqvist called for an end to the toll at the northern gate.',
      [],
    ],
    [
      'is one utterance in the same words',
      'Mara Lindqvist called for a toll at the northern gate.',
      'On Friday Mara Lindqvist called for a toll at the northern gate.',
      ['|a toll|a toll|'],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(rows(article('a', told(one)), article('b', told(other)))).toEqual(expected)
  })

  it('is told from what is said of it', () => {
    const one = 'Mara Lindqvist said that the toll at the northern gate was an insult to every crew.'
    const other = 'The toll at the northern gate was an insult to every crew, Lindqvist said.'
    expect(rows(article('a', told(one)), article('b', told(other)))).toEqual(['|that the|The toll|'])
  })
})
