/** What is no news of its own: a refused comment, a line without a verb. */
import { describe, expect, it } from 'vitest'
import { isNoComment } from '../../src/english/no-comment.js'
import type { Tree } from '../../src/english/parse/tree.js'
import { readingOf } from '../../src/english/reading.js'
import { isStatement } from '../../src/english/finite-clause.js'

const treeOf = (text: string): Tree => readingOf({ text }).tree({ start: 0, end: text.length })

describe('a refused comment', () => {
  it.each([
    'A spokeswoman for the port did not immediately respond to a request for comment.',
    'The harbour office declined to comment on the strike.',
  ])('is told by “%s”', (text) => {
    expect(isNoComment(treeOf(text).nodes)).toBe(true)
  })

  it.each(['The crews declined to sign the accord.', 'Her comment on the strike was read aloud.'])(
    'is not told by “%s”',
    (text) => {
      expect(isNoComment(treeOf(text).nodes)).toBe(false)
    },
  )
})

describe('a statement', () => {
  it.each([
    ['The crews went home at noon.', true],
    ['Two crews at the north pier, Orla', false],
  ])('has a finite verb: “%s” %s', (text, has) => {
    expect(isStatement(treeOf(text))).toBe(has)
  })
})
