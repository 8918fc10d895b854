/** The rung of the evidence ladder, from texts as annotate reads them: the claim that holds a word, and its rung. */
import { describe, expect, it } from 'vitest'
import { claimMention } from '../../src/align/mention.js'
import { sourcingOf } from '../../src/align/sourcing.js'
import { annotate } from '../../src/annotate/annotate.js'
import { articleOf } from '../annotate/article.js'

const annotatedText = (text: string) => annotate(articleOf(text), { zone: 'UTC' })

function rung(text: string, word: string): string {
  const article = annotatedText(text)
  const at = article.text.indexOf(word)
  const mentions = article.claims
    .filter(({ start, end }) => start <= at && at < end)
    .map((claim) => claimMention(article, claim))
  expect(mentions).not.toHaveLength(0)
  return sourcingOf(article, mentions)
}

describe('what a claim rests on', () => {
  it.each([
    ['“The dam held through the night,” Mara Holt said.', 'dam', 'direct-quote'],
    ['The dam held through the night, Mara Holt said.', 'dam', 'named'],
    ['The fire chief said that the dam had held through the night.', 'dam', 'named'],
    ['The dam held through the night, according to a senior official.', 'dam', 'unnamed'],
    ['“The dam held through the night,” said a senior official.', 'dam', 'unnamed'],
    ['Officials said that the dam had held through the night.', 'dam', 'unnamed'],
    ['Reuters reported that the dam had held through the night.', 'dam', 'other-outlet'],
    ['The dam held through the night, the Daily Courier reported.', 'dam', 'other-outlet'],
    ['The dam held through the night.', 'dam', 'none'],
  ])('%s', (text, word, expected) => {
    expect(rung(text, word)).toBe(expected)
  })

  it('takes the best of several tellings', () => {
    const article = annotatedText(
      'The dam held through the night. Mara Holt said that the dam had held through the night.',
    )
    const mentions = article.claims.map((claim) => claimMention(article, claim))
    expect(sourcingOf(article, mentions)).toBe('named')
    expect(sourcingOf(article, mentions.slice(0, 1))).toBe('none')
  })
})
