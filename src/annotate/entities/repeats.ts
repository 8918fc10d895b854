/**
 * Further places where a known name stands: in title-case headlines, at the head of sentences, inside longer runs.
 *
 * In:    tagged sentences, the groups found, and names that are left unread. Out: for each group, spans not yet covered by
 *        any mention; and those left unread, since there are too many.
 * Never: reads a name in lower case.
 */
import type { Span } from '../../model/span.js'
import { limits, spender } from '../../text/limits.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { commonWords } from '../../english/known-words.js'
import type { TaggedSentence } from '../tagged.js'
import type { Group } from './link.js'
import { addTo } from '../../text/grouped.js'

type KnownName = { readonly group: number; readonly words: readonly string[] }

export function repeats(
  sentences: readonly TaggedSentence[],
  groups: readonly Group[],
  passed: readonly Span[],
): { readonly found: readonly (readonly Span[])[]; readonly unread: readonly Span[] } {
  const taken: readonly Span[] = [...groups.flatMap((group) => group.mentions), ...passed].sort(
    (a, b) => a.start - b.start,
  )
  const may = spender(limits.mentions)
  const unread: Span[] = []
  const names = namesByHead(groups)
  const found: Span[][] = groups.map(() => [])
  let next = 0
  let until = 0
  for (const { words } of sentences)
    words.forEach((word, i) => {
      if (word.start < until) return
      while ((taken[next]?.end ?? Infinity) <= word.start) next++
      const named = longestAt(names.get(plain(word.surface)), words, i)
      const last = named && words[i + named.words.length - 1]
      if (!named || !last || last.end > (taken[next]?.start ?? Infinity)) return
      until = last.end
      const place = may(word.start, 1) ? found[named.group] : unread
      place?.push({ start: word.start, end: last.end })
    })
  return { found, unread }
}

function namesByHead(groups: readonly Group[]): ReadonlyMap<string, readonly KnownName[]> {
  const names = new Map<string, KnownName[]>()
  groups.forEach((group, i) => {
    if (group.kind === 'other') return
    for (const name of [...group.names, ...surnames(group)]) {
      const words = name.split(/\s+/)
      const [head = ''] = words
      if (head.length < 3) continue
      addTo(names, head, { group: i, words })
    }
  })
  return names
}

/** A surname alone, when it is no common word, stands for the one person here who has it. */
function surnames(group: Group): string[] {
  if (group.kind !== 'person') return []
  return group.forms
    .filter((forms) => !forms.short)
    .map((forms) => forms.name.split(/\s+/).at(-1) ?? '')
    .filter((surname) => surname.length > 3 && !commonWords.has(surname.toLowerCase()))
}

function longestAt(
  names: readonly KnownName[] | undefined,
  words: readonly TaggedWord[],
  i: number,
): KnownName | undefined {
  let best: KnownName | undefined
  for (const name of names ?? [])
    if (
      name.words.length > (best?.words.length ?? 0) &&
      name.words.every((part, k) => plain(words[i + k]?.surface ?? '') === part)
    )
      best = name
  return best
}

function plain(surface: string): string {
  return surface.replace(/’/g, "'")
}
