/**
 * Entities: people, organisations and places with all their mentions in one article.
 *
 * In:    the article's text and its tagged sentences.
 * Out:   entities in order of first mention; mentions are names, without titles, articles and possessive endings; and the
 *        names that were left unread, since there are too many.
 * Never: resolves pronouns or roles (`he`, `the president`), or trusts capitals in a title-case headline.
 */
import type { Entity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { limits, withinLimit } from '../../text/limits.js'
import { byKeys } from '../../text/order.js'
import { commonWords } from '../../english/known-words.js'
import type { TaggedSentence } from '../tagged.js'
import { bearingOf } from './bearing.js'
import { guessKind } from './kinds.js'
import { link, type Group, type Mention } from './link.js'
import { repeats } from './repeats.js'
import { candidates, type Candidate } from './runs.js'

export type FoundEntities = { readonly found: Entity[]; readonly unread: readonly Span[] }

export function entities(id: string, text: string, sentences: readonly TaggedSentence[]): FoundEntities {
  const mentions = sentences.flatMap((sentence) =>
    candidates(sentence).flatMap((candidate) => toMentions(text, candidate)),
  )
  const { read, unread } = withinLimit(mentions, limits.mentions)
  const groups = link(read).filter(isNamed)
  const extra = repeats(sentences, groups, unread)
  const found = groups
    .map((group, i) => ({ group, spans: sorted([...group.mentions, ...(extra.found[i] ?? [])]) }))
    .sort(
      byKeys(
        (item) => item.spans[0]?.start ?? 0,
        (item) => -(item.spans[0]?.end ?? 0),
      ),
    )
    .map(({ group, spans }, i) => ({
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
  return spans
    .map(({ start, end }) => ({ start, end }))
    .sort(
      byKeys(
        (span) => span.start,
        (span) => span.end,
      ),
    )
}

/** The longest name; of equals one that is not all capitals, then the earliest. */
function fullest(group: Group): string {
  const shouts = (name: string): number => (name.length > 3 && name === name.toUpperCase() ? 1 : 0)
  const inOrder = [...group.mentions].sort(
    byKeys(
      (mention) => shouts(mention.name),
      (mention) => mention.start,
    ),
  )
  return inOrder.reduce((best, mention) => (mention.name.length > best.length ? mention.name : best), '')
}
