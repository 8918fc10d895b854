/**
 * For a place in the text the persons it may speak of, the most salient first, so that a pronoun or a role finds its person; nobody
 * where two are nearly equal. After Lappin and Leass (1994): a mention counts by its part in the sentence and loses by half with each
 * sentence; weights are this project’s own. Every "he", "she", "his" on the way is resolved in order.
 */
import type { Span } from '../../../model/span.js'
import { firstThat } from '../../../text/first-that.js'
import { contains, firstEndingAfter } from '../../../text/spans.js'
import { kept } from '../../../text/grouped.js'
import { isPersonNoun } from '../../../english/nouns.js'
import { isRelation } from '../../../english/parse/tree.js'
import { genderOfRole, roles } from '../../../english/roles.js'
import { byRole, type Person } from './persons.js'
import type { Word } from '../reading.js'

type Trace = {
  readonly person: Person
  readonly start: number
  readonly sentence: number
  readonly block: number
  readonly weight: number
}

type Name = { readonly person: Person; readonly span: Span; readonly sentence: number }

type Ranked = { readonly person: Person; readonly salience: number }

const asSpeaker = 3
const asSubject = 2.5
const asLowerSubject = 1.5
const asOther = 1
const asQuoted = 0.25
const fade = 0.5
/** A paragraph goes on with whom it has named: "Ann Lowe was relieved. “…,” she said." */
const otherBlock = 0.5
const reach = 10
const blocksBack = 4
const subordinators =
  /^(?:before|after|when|while|as|since|until|if|although|though|because|once|whenever|by|in|for)$/u
/** How far the first must be ahead of the second. */
const ahead = 1.3
/** And where the name is printed in its place. */
const farAhead = 2

export class Referents {
  /** "He", "she", "his" outside quotation marks, each with whom it means. */
  readonly pronouns: { readonly entity: string; readonly at: Span }[] = []
  readonly #traces: Trace[] = []
  /** People whom the article does not name, by the noun that it calls them: "a young man", then "the man". */
  readonly #strangers = new Map<string, Person>()
  readonly #words: readonly Word[]
  readonly #persons: readonly Person[]
  /** In text order. */
  readonly #sources: readonly Span[]
  readonly #quoted: readonly Span[]
  /** In text order. */
  readonly #names: readonly Name[]

  constructor(
    words: readonly Word[],
    persons: readonly Person[],
    sources: readonly Span[],
    quoted: readonly Span[],
  ) {
    this.#words = words
    this.#persons = persons
    this.#sources = sources
    this.#quoted = quoted
    this.#names = persons
      .flatMap((person) =>
        person.entity.mentions.map((span) => ({
          person,
          span,
          sentence: words[firstEndingAfter(words, span.start)]?.sentence ?? -1,
        })),
      )
      .sort((a, b) => a.span.start - b.span.start)
    this.#follow()
  }

  /** The person a pronoun at `at` stands for; mentions inside `own` (what he or she says) do not count. */
  pronoun(at: Word, own: readonly Span[] = []): Person | null {
    const gender = genderOf(at)
    if (!gender) return null
    const others = this.#others(at, own)
    const ranked = this.ranked(at, own).filter(
      ({ person }) => (person.gender === null || person.gender === gender) && !others.has(person),
    )
    const scored = ranked
      .map(({ person, salience }) => ({
        person,
        salience: person.gender === gender ? salience : salience / 2,
      }))
      .sort((a, b) => b.salience - a.salience)
    return clearFirst(scored)
  }

  /** Known for a man or a woman and far ahead of any other, and no other is who the sentence comes to: "Rather than say he ran, Lowe …". */
  #isClear(at: Word, person: Person): boolean {
    const fitting = this.ranked(at, []).filter(
      ({ person: { gender } }) => gender === null || gender === genderOf(at),
    )
    const own = fitting.find((one) => one.person === person)?.salience ?? 0
    const comes = [...this.#others(at, [])].some(({ gender }) => gender === null || gender === person.gender)
    return (
      person.gender !== null &&
      fitting.every((one) => one.person === person || own >= farAhead * one.salience) &&
      (at.index < 2 || !comes)
    )
  }

  /** The person a role stands for: "the Kremlin aide", "the president". */
  role(start: number, inside: readonly Word[]): Person | null {
    const at = inside[0]
    if (!at) return null
    const known = byRole(this.#persons, start, inside)
    const [one] = known
    if (known.length <= 1) return one ?? null
    return clearFirst(this.ranked(at, []).filter(({ person }) => known.includes(person)))
  }

  ranked(at: Word, own: readonly Span[]): Ranked[] {
    const best = new Map<Person, Map<number, number>>()
    for (let i = this.#tracesBefore(at.start) - 1; i >= 0; i--) {
      const trace = this.#traces[i]
      if (!trace || at.sentence - trace.sentence > reach || at.block - trace.block > blocksBack) break
      if (own.some((span) => contains(span, { start: trace.start, end: trace.start + 1 }))) continue
      const near = trace.block === at.block ? 1 : otherBlock
      const worth = trace.weight * near * fade ** (at.sentence - trace.sentence)
      const bySentence = best.get(trace.person) ?? new Map<number, number>()
      bySentence.set(trace.sentence, Math.max(worth, bySentence.get(trace.sentence) ?? 0))
      best.set(trace.person, bySentence)
    }
    const sums = [...best].map(
      ([person, bySentence]) =>
        [person, [...bySentence.values()].reduce((sum, worth) => sum + worth, 0)] as const,
    )
    return sums.map(([person, salience]) => ({ person, salience })).sort((a, b) => b.salience - a.salience)
  }

  /**
   * Whom a subject "he" cannot mean (conditions B and C of binding): who is named or called by office behind it in its
   * sentence, or inside the quotation marks of what "he" says; who the clause is about ("Lowe, whom he called").
   */
  #others(at: Word, own: readonly Span[]): ReadonlySet<Person> {
    const others = new Set<Person>()
    const below = this.#endOfFrontClause(at)
    const told = own.filter((span) =>
      this.#quoted.some((piece) => contains(piece, { start: span.start, end: span.start + 1 })),
    )
    const names = this.#names
    const opens = firstThat(names.length, (i) => (names[i]?.sentence ?? 0) >= at.sentence)
    for (let i = opens; names[i]?.sentence === at.sentence; i++) {
      const { person, span } = names[i] ?? { person: null, span: { start: 0, end: 0 } }
      const isBehind = span.start > at.start && span.start < below
      if (person && isBehind) others.add(person)
    }
    for (const piece of told) {
      const first = firstThat(names.length, (i) => (names[i]?.span.start ?? 0) >= piece.start)
      for (const { person } of namesUntil(names, first, piece.end)) others.add(person)
    }
    return others
  }

  /** "Before he left, Lowe spoke": the comma from which on "he" may be meant; `Infinity` where no such clause opens the sentence. */
  #endOfFrontClause(at: Word): number {
    const i = firstEndingAfter(this.#words, at.start)
    const opens = firstThat(i, (k) => this.#words[k]?.sentence === at.sentence)
    const before = this.#words.slice(opens, i)
    const isFront = before.length < 5 && before.some(({ lower }) => subordinators.test(lower))
    if (!isFront || before.some(({ lower }) => lower === ',')) return Infinity
    return this.#words.find(({ lower, start }) => lower === ',' && start > at.start)?.start ?? Infinity
  }

  #tracesBefore(place: number): number {
    return firstThat(this.#traces.length, (i) => (this.#traces[i]?.start ?? 0) >= place)
  }

  #follow(): void {
    let next = 0
    this.#words.forEach((word, i) => {
      for (let name = this.#names[next]; name && name.span.start < word.end; name = this.#names[++next])
        this.#add(name.person, i)
      const inQuotes = isIn(this.#quoted, word)
      if (inQuotes) return
      const person = this.pronoun(word)
      if (person) {
        const { start, end } = word
        if (this.#isClear(word, person)) this.pronouns.push({ entity: person.entity.id, at: { start, end } })
        this.#add(person, i)
      }
      const stranger = this.#strangerAt(i)
      if (stranger) this.#add(stranger, i)
    })
  }

  /** Somebody whom the article does not name, who does something here. */
  #strangerAt(i: number): Person | null {
    const word = this.#words[i]
    if (word?.tag !== 'NN' || !isRelation(word.label, 'nsubj') || this.#words[i + 1]?.pos === 'PROPN')
      return null
    if (!roles.has(word.lower) && !isPersonNoun(word.lemma)) return null
    let from = i
    while (/^(?:NOUN|PROPN|ADJ)$/u.test(this.#words[from - 1]?.pos ?? '')) from--
    if (this.#words[from - 1]?.pos !== 'DET') return null
    const inside = this.#words.slice(from - 1, i + 1)
    const opens = inside[0]?.start ?? 0
    const last = this.#traces.at(-1)
    if (last && last.start >= opens) return null
    if (this.role(opens, inside)) return null
    const name = inside.map(({ surface }) => surface).join(' ')
    return kept(this.#strangers, word.lemma, () => ({
      entity: { id: '', kind: 'person', name, mentions: [{ start: opens, end: word.end }] },
      described: new Set([word.lemma]),
      gender: genderOfRole(word.lemma),
    }))
  }

  #add(person: Person, i: number): void {
    const word = this.#words[i]
    if (!word) return
    const { start, sentence, block } = word
    const weight = isIn(this.#quoted, word)
      ? asQuoted
      : isIn(this.#sources, word)
        ? asSpeaker
        : partOf(this.#words, i)
    this.#traces.push({ person, start, sentence, block, weight })
  }
}

function namesUntil(names: readonly Name[], first: number, end: number): readonly Name[] {
  const last = firstThat(names.length, (i) => (names[i]?.span.start ?? 0) >= end)
  return names.slice(first, last)
}

function clearFirst([first, second]: readonly Ranked[]): Person | null {
  if (!first) return null
  return !second || first.salience >= ahead * second.salience ? first.person : null
}

function genderOf({ lower }: Word): 'he' | 'she' | null {
  if (/^(?:he|him|his|himself)$/u.test(lower)) return 'he'
  return /^(?:she|her|hers|herself)$/u.test(lower) ? 'she' : null
}

function isIn(spans: readonly Span[], word: Word): boolean {
  return (spans[firstEndingAfter(spans, word.start)]?.start ?? Infinity) <= word.start
}

/** The subject of a sentence, or of a clause in it. */
function partOf(words: readonly Word[], i: number): number {
  const opens = i - (words[i]?.index ?? 0)
  const climb = (word: Word | undefined, through: readonly string[]): Word | undefined => {
    let at = word
    while (at && at.head >= 0 && through.some((name) => isRelation(at?.label ?? '', name)))
      at = words[opens + at.head]
    return at
  }
  const head = climb(words[i], ['flat', 'compound', 'appos', 'nmod:desc'])
  if (head?.head === -1) return asSubject
  if (!head || !isRelation(head.label, 'nsubj')) return asOther
  const clause = climb(words[opens + head.head], ['conj', 'parataxis', 'ccomp'])
  return clause && clause.head >= 0 ? asLowerSubject : asSubject
}
