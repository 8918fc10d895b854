/**
 * Who takes a position: the party that a clause has as its subject.
 *
 * In:    a predicate. Out: the party as the report names it, with the place of its words; null where the subject is no
 *        person, body or country, stands for some of them alone, or is a pronoun that nothing resolves.
 * Method: the noun phrase that opens the clause, behind a leading "On Friday," and before what is set in commas; behind
 *        "by" in the passive. "We" and "I" are the speaker of the quotation. No parser.
 */
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/pos.js'
import { overlap } from '../../text/spans.js'
import type { ArticleView } from '../../likeness/view.js'
import { isPersonNoun, kindsOf } from '../../english/nouns.js'
import type { Predicate } from './predicates.js'

export type Party = { readonly name: string; readonly span: Span | null }

const phraseParts = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART'])
const nobody =
  /^(?:no|nobody|none|neither|nothing|anyone|anybody|everyone|everybody|someone|somebody|few|some|many|most|several)$/u
const asking = /^(?:who|whom|whose|which|what)$/u
const ourselves = new Set(['we', 'i', 'us'])

export function partyOf(predicate: Predicate): Party | null {
  const { view, quote, claim, tags, index, subject } = predicate
  if (subject.some) return null
  // A cue's subject is the attribution's source, which annotate has resolved.
  if (claim === null) return quote ? ofSource(view, quote) : null
  const phrase = subject.unsaid ? null : subjectPhrase(tags, index)
  const head = phrase?.findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')
  if (!phrase || !head || phrase.some(({ lower }) => nobody.test(lower) || asking.test(lower))) return null
  if (ourselves.has(head.lower)) return quote?.speaker ? { name: quote.speaker.name, span: null } : null
  // "He did not rule out …" where the attribution has the pronoun for its source.
  if (head.pos === 'PRON')
    return quote?.speaker && quote.source.some((span) => overlap(span, head) > 0)
      ? { name: quote.speaker.name, span: { start: head.start, end: head.end } }
      : null
  return named(view, phrase, head)
}

function ofSource(view: ArticleView, quote: NonNullable<Predicate['quote']>): Party | null {
  const span = quote.source[0] ?? null
  if (quote.speaker) return { name: quote.speaker.name, span }
  if (!span) return null
  const words = view.text.slice(span.start, span.end).replace(/^(?:the|a|an) /iu, '')
  if (asking.test(words.toLowerCase().split(' ')[0] ?? '')) return null
  const last =
    words
      .toLowerCase()
      .split(/[^\p{L}-]/u)
      .at(-1) ?? ''
  return isActor(last) && !nobody.test(words.split(' ')[0]?.toLowerCase() ?? '')
    ? { name: words, span }
    : null
}

function named(view: ArticleView, phrase: readonly TaggedWord[], head: TaggedWord): Party | null {
  const entity = view.article.entities.find(
    ({ kind, mentions }) => kind !== 'other' && mentions.some((mention) => overlap(mention, head) > 0),
  )
  const own = phrase.filter(({ pos }, at) => !(pos === 'DET' && at === 0))
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return null
  const span = { start: first.start, end: Math.max(head.end, last.end) }
  if (entity) return { name: entity.name, span }
  const words = view.text.slice(span.start, span.end)
  if (head.pos === 'PROPN') return { name: words, span }
  return isActor(head.lemma) ? { name: words, span } : null
}

/** A word for people or a body of people. */
function isActor(word: string): boolean {
  const lemma = kindsOf(word).length > 0 ? word : word.replace(/(?<=[a-z]{3})s$/u, '')
  return isPersonNoun(lemma) || kindsOf(lemma)[0] === 'group'
}

/** The noun phrase in front of the verb that opens its clause; behind "by" in the passive. */
export function subjectPhrase(tags: readonly TaggedWord[], index: number): readonly TaggedWord[] | null {
  const before = tags.slice(0, index)
  const passive =
    before.slice(-3).some(({ lemma }) => lemma === 'be') &&
    /(?:ed|en|n|t)$/u.test(tags[index]?.lower ?? '') &&
    !(tags[index]?.lower ?? '').endsWith('ing')
  if (passive) {
    const by = tags.findIndex(({ lower }, at) => at > index && lower === 'by')
    return by < 0 ? null : phraseFrom(tags, by + 1)
  }
  const relative = before.findLastIndex(({ lower }) => /^(?:which|that|whom)$/u.test(lower))
  if (relative >= 0) {
    const behind = phraseFrom(before, relative + 1)
    if (behind && before.slice(relative + 1 + behind.length).every(isBetween)) return behind
  }
  let from = before.findIndex(
    ({ pos, lower }) => !['CCONJ', 'SCONJ', 'ADV', 'PUNCT'].includes(pos) && lower !== 'that',
  )
  if (from < 0) return null
  if (before[from]?.pos === 'ADP') {
    const comma = before.findIndex(({ pos }, at) => at > from && pos === 'PUNCT')
    if (comma < 0) return null
    from = comma + 1
  }
  // Behind a verb of its own and a joining word stands another clause: "said that the board rejects …".
  const join = before.findLastIndex(
    ({ lower, pos }, at) =>
      at > from && (lower === 'that' || pos === 'SCONJ') && before.slice(from, at).some(isVerbTag),
  )
  return phraseFrom(before, join < 0 ? from : join + 1)
}

const isBetween = ({ pos }: TaggedWord): boolean => pos === 'AUX' || pos === 'ADV' || pos === 'PART'
const isVerbTag = ({ pos }: TaggedWord): boolean => pos === 'VERB'

function phraseFrom(tags: readonly TaggedWord[], from: number): readonly TaggedWord[] | null {
  const rest = tags.slice(from)
  const end = rest.findIndex(({ pos }) => !phraseParts.has(pos))
  const phrase = end < 0 ? rest : rest.slice(0, end)
  return phrase.length > 0 ? phrase : null
}
