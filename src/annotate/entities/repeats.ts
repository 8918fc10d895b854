/**
 * Further places where a known name stands: in title-case headlines, at the head of sentences, inside longer runs.
 *
 * In:    tagged sentences and the groups found. Out: for each group, spans not yet covered by any mention.
 * Never: reads a name in lower case.
 */
import type { Span } from '../../model/span.js'
import type { TaggedSentence } from '../tagged.js'
import type { Group } from './link.js'

export function repeats(
  sentences: readonly TaggedSentence[],
  groups: readonly Group[],
): readonly (readonly Span[])[] {
  const taken = new Set(groups.flatMap((group) => group.mentions.flatMap((mention) => covered(mention))))
  const owner = new Map<string, { readonly group: number; readonly words: readonly string[] }[]>()
  groups.forEach((group, i) => {
    for (const name of group.names) {
      const words = name.split(/\s+/)
      const [head = ''] = words
      if (head.length > 2 && group.kind !== 'other')
        owner.set(head, [...(owner.get(head) ?? []), { group: i, words }])
    }
  })
  const found: Span[][] = groups.map(() => [])
  for (const { words } of sentences)
    words.forEach((word, i) => {
      if (taken.has(word.start)) return
      const named = (owner.get(plain(word.surface)) ?? [])
        .filter((name) => name.words.every((part, k) => plain(words[i + k]?.surface ?? '') === part))
        .sort((a, b) => b.words.length - a.words.length)[0]
      const last = named && words[i + named.words.length - 1]
      if (!named || !last || taken.has(last.start)) return
      const span = { start: word.start, end: last.end }
      for (const at of covered(span)) taken.add(at)
      found[named.group]?.push(span)
    })
  return found
}

function covered(span: Span): number[] {
  return Array.from({ length: span.end - span.start }, (_, i) => span.start + i)
}

function plain(surface: string): string {
  return surface.replace(/’/g, "'")
}
