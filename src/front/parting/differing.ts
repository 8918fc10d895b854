/**
 * Which words of several answers to one question are not in all of them.
 *
 * In: the answers' words. Out: each in pieces. Never: confetti: where answers have little in common nothing is marked, and
 * what stands between two marked words is marked with them.
 */
import { tokenize } from '../../text/tokens.js'
import type { AnswerPiece } from './row.js'
import { itemAt } from '../../text/item-at.js'

/** Answers with a smaller share of words in common are other words throughout. */
const leastShared = 0.25

export function differing(answers: readonly string[]): readonly (readonly AnswerPiece[])[] {
  const tokens = answers.map((words) => tokenize(words))
  const [first = [], ...others] = tokens.map((list) => new Set(list.map(({ norm }) => norm)))
  const inAll = new Set([...first].filter((norm) => others.every((other) => other.has(norm))))
  const shortest = Math.min(...tokens.map((list) => list.length))
  if (answers.length < 2 || inAll.size < leastShared * shortest || inAll.size === 0)
    return answers.map((text) => [{ text, differs: false }])
  return answers.map((text, index) =>
    marked(
      text,
      itemAt(tokens, index).map((token) => ({ ...token, differs: !inAll.has(token.norm) })),
    ),
  )
}

type Marked = { readonly start: number; readonly end: number; readonly differs: boolean }

function marked(text: string, tokens: readonly Marked[]): readonly AnswerPiece[] {
  const pieces: { text: string; differs: boolean }[] = []
  const push = (words: string, differs: boolean): void => {
    const last = pieces.at(-1)
    if (words === '') return
    if (last?.differs === differs) last.text += words
    else pieces.push({ text: words, differs })
  }
  let reached = 0
  let before = false
  for (const { start, end, differs } of tokens) {
    push(text.slice(reached, start), before && differs)
    push(text.slice(start, end), differs)
    reached = end
    before = differs
  }
  push(text.slice(reached), false)
  return pieces
}
