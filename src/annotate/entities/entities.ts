/**
 * People, organisations and places of an article with their mentions (no titles, articles, possessive endings), in order of the first;
 * and the names left unread, since there are too many. Never: pronouns, roles, or the capitals of a title-case headline.
 */
import type { Entity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { limits, withinLimit, spender } from '../../text/limits.js'
import { sortedBy } from '../../text/order.js'
import { commonWords } from '../../english/known-words.js'
import type { TaggedSentence } from '../sentences.js'
import { bearingOf, link, type Group, type Mention } from './link.js'
import { guessKind } from './kinds.js'
import { candidates, type Candidate } from './runs.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { addTo } from '../../text/grouped.js'

type FoundEntities = { readonly found: Entity[]; readonly unread: readonly Span[] }

export function entities(id: string, text: string, sentences: readonly TaggedSentence[]): FoundEntities {
  const mentions = sentences.flatMap((sentence) =>
    candidates(sentence).flatMap((candidate) => toMentions(text, candidate)),
  )
  const { read, unread } = withinLimit(mentions, limits.mentions)
  const groups = link(read).filter(isNamed)
  const extra = repeats(sentences, groups, unread)
  const found = sortedBy(
    groups.map((group, i) => ({ group, spans: sorted([...group.mentions, ...(extra.found[i] ?? [])]) })),
    (item) => [item.spans[0]?.start ?? 0, -(item.spans[0]?.end ?? 0)],
  ).map(({ group, spans }, i) => ({
    id: `${id}-e${i + 1}`,
    kind: group.kind,
    name: fullest(group),
    mentions: spans,
  }))
  return { found, unread: [...unread, ...extra.unread] }
}

function toMentions(text: string, candidate: Candidate): Mention[] {
  const guess = guessKind(candidate)
  if (!guess) return []
  if (candidate.opens && !guess.sure && candidate.words.every((word) => isCommon(word.lower))) return []
  if (candidate.weak && (!guess.sure || guess.kind === 'person')) return []
  const { start, end, titled, opens } = candidate
  return [
    {
      start,
      end,
      name: withPlainApostrophes(text.slice(start, end)),
      guess,
      titled,
      opens,
      bearing: bearingOf(candidate),
    },
  ]
}

/** "O'Hara"; the marks of "Anna ‘Annie’ Lowe" stay. */
function withPlainApostrophes(name: string): string {
  return name.includes('‘') ? name : name.replace(/’/g, "'")
}

/** A word that has its capital only where every word has one, and that no list knows, names nothing. */
function isNamed(group: Group): boolean {
  return group.kind !== 'other' || group.sure || group.mentions.some((mention) => !mention.opens)
}

function isCommon(lower: string): boolean {
  return commonWords.has(lower) || commonWords.has(lower.replace(/s$/, ''))
}

function sorted(spans: readonly Span[]): Span[] {
  return sortedBy(
    spans.map(({ start, end }) => ({ start, end })),
    (span) => [span.start, span.end],
  )
}

/** The longest name; of equals one that is not all capitals, then the earliest. */
function fullest(group: Group): string {
  const shouts = (name: string): number => (name.length > 3 && name === name.toUpperCase() ? 1 : 0)
  const inOrder = sortedBy(group.mentions, (mention) => [shouts(mention.name), mention.start])
  return inOrder.reduce((best, mention) => (mention.name.length > best.length ? mention.name : best), '')
}

type KnownName = { readonly group: number; readonly words: readonly string[] }

function repeats(
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
