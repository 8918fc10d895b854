/** Which words of several answers to one question are not in all of them. */
import type { Span } from '../model/span.js'
import { itemAt } from '../text/item-at.js'
import { mergeSpans } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'

/** Answers with a smaller share of words in common are other words throughout: nearly all of a line would be marked. */
const leastShared = 0.4

export function differing(answers: readonly string[]): readonly (readonly Span[])[] {
  const tokens = answers.map((words) => tokenize(words))
  const [first = [], ...others] = tokens.map((list) => new Set(list.map(({ norm }) => norm)))
  const inAll = new Set([...first].filter((norm) => others.every((other) => other.has(norm))))
  const shortest = Math.min(...tokens.map((list) => list.length))
  if (answers.length < 2 || inAll.size < leastShared * shortest || inAll.size === 0)
    return answers.map(() => [])
  return answers.map((_, index) => {
    const own = itemAt(tokens, index)
    return mergeSpans(
      own.flatMap(({ start, end, norm }, at) => {
        const before = own[at - 1]
        if (inAll.has(norm)) return []
        return [{ start: before && !inAll.has(before.norm) ? before.end : start, end }]
      }),
    )
  })
}
