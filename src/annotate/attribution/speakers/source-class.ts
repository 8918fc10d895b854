/**
 * What kind of source is credited.
 *
 * In:    the words of the source, and the names known in the article.
 * Out:   its class (see SourceClass in the model), from its head word and what stands before it; undefined without words.
 * Never: looks behind the printed words: "she" is a pronoun whoever she is.
 */
import type { Entity, SourceClass } from '../../../model/annotation.js'
import { countryOfDemonym, knownPlace } from '../../../english/places.js'
import { organisationHeads } from '../../../english/organisations.js'
import { roles } from '../../../english/roles.js'
import {
  bodyNouns,
  crowdNouns,
  documentNouns,
  hiddenNouns,
  hiddenPhrases,
} from '../../../english/telling-verbs.js'
import type { Word } from '../reading.js'

const ends = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|who|whom|whose|which|that|,|–|—|\()$/u
const counted = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/u
const single = /^(?:a|an|one|another)$/u
/** Who asks and who answers in an interview. */
const asked = /^[QA]$/u
const spoken = /^spokes|^representative$/u

export function sourceClassOf(inside: readonly Word[], entities: readonly Entity[]): SourceClass | undefined {
  const words = withoutOwnerMark(inside)
  const [opens] = words
  if (!opens) return undefined
  if (words.every(({ pos, lower }) => pos === 'PRON' || lower === 'both' || lower === 'all'))
    return crowdNouns.has(opens.lower) ? 'collective' : 'pronoun'
  if (words.length === 1 && asked.test(opens.surface)) return 'role'
  if (words.length === 1 && hiddenNouns.has(singularOf(opens.lower))) return 'anonymous'
  if (hasPerson(words, entities)) return 'named'
  const phrase = headPhrase(words)
  const head = phrase.at(-1)
  if (!head) return undefined
  if (hiddenPhrases.test(words.map(({ lower }) => lower).join(' '))) return 'anonymous'
  return byHead(phrase, head, entities)
}

function byHead(phrase: readonly Word[], head: Word, entities: readonly Entity[]): SourceClass {
  if (phrase.some(({ lower }, i) => lower === 'and' && phrase[i + 1]?.pos === 'DET')) return 'collective'
  const noun = singularOf(head.lower)
  const plural = noun !== head.lower
  const first = phrase[0]?.lower ?? ''
  if (hiddenNouns.has(noun)) return 'anonymous'
  if (spoken.test(noun)) return 'role'
  if (roles.has(noun)) {
    if (plural) return counted.test(first) ? 'anonymous' : 'collective'
    return single.test(first) ? 'anonymous' : 'role'
  }
  if (documentNouns.has(noun)) return 'document'
  if (crowdNouns.has(head.lower) || countryOfDemonym(head.surface) !== null) return 'collective'
  const known = entities.find(({ mentions }) => mentions.some(({ end }) => end === head.end))
  if (known?.kind === 'organisation' || known?.kind === 'place' || knownPlace(head.surface))
    return 'organisation'
  if (organisationHeads.has(noun) || bodyNouns.has(noun))
    return plural && first !== 'the' ? 'collective' : 'organisation'
  if (plural) return counted.test(first) ? 'anonymous' : 'collective'
  if (head.pos === 'PROPN') return 'named'
  return single.test(first) ? 'anonymous' : 'role'
}

/** A person's name heads the source or stands in apposition in it; not as an owner, nor behind a preposition. */
function hasPerson(words: readonly Word[], entities: readonly Entity[]): boolean {
  return entities.some(
    ({ kind, mentions }) =>
      kind === 'person' &&
      mentions.some(({ start, end }) => {
        const from = words.findIndex((word) => word.end > start)
        const last = words.findLastIndex((word) => word.start < end)
        if (from < 0 || last < from) return false
        const next = words[last + 1]
        if (next && (isOwnerMark(next) || /^(?:NOUN|PROPN|ADJ)$/u.test(next.pos))) return false
        return !words
          .slice(0, from)
          .some(({ lower }, i) => lower !== ',' && ends.test(lower) && !closed(words, i, from))
      }),
  )
}

/** Whether a comma parts the preposition at word `i` from the name at `to`: "the head of the fund, Ada Bell". */
function closed(words: readonly Word[], i: number, to: number): boolean {
  return words.slice(i + 1, to).some(({ lower }) => lower === ',')
}

/** The words up to the first preposition, relative pronoun or comma. */
function headPhrase(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && ends.test(lower))
  return words.slice(0, stop > 0 ? stop : words.length).filter(({ pos }) => pos !== 'PUNCT')
}

function withoutOwnerMark(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1)
  return last && isOwnerMark(last) ? words.slice(0, -1) : words
}

function isOwnerMark({ lower }: Word): boolean {
  return /^['’]s?$/u.test(lower)
}

/** The singular of a plural noun, else the word itself. */
function singularOf(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return /[^s]s$/u.test(lower) ? lower.slice(0, -1) : lower
}
