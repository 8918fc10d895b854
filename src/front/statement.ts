/**
 * What a report tells in a passage, as a statement that a reader understands who sees nothing else.
 *
 * In:    a report, a passage of one of its sentences (a claim).
 * Out:   the least of the sentence that holds the passage and is a clause with its verb, its subject and what they need; behind "he" the
 *        name of whom it means, before "I" who says it, in square brackets, where the report makes that clear; else null.
 * Never: leaves out what denies it, or what it depends on.
 */
import { timeWords } from '../english/calendar.js'
import { conditions, turns } from '../english/conditions.js'
import { withoutDateline } from '../english/dateline.js'
import { isFiniteVerb } from '../english/finite-clause.js'
import { firstOrSecondPerson, thirdPerson } from '../english/function-words.js'
import { genderOfName } from '../english/known-words.js'
import { isPersonNoun } from '../english/nouns.js'
import { isRelation, type Node, type Tree } from '../english/parse/tree.js'
import { pointsAway } from '../english/pointing.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { roles } from '../english/roles.js'
import { bodyNouns, speechVerbs } from '../english/telling-verbs.js'
import type { Statement } from '../model/alignment.js'
import type { Entity } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { sortedBy } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { innermost, type Article } from './event.js'
import { isTag } from './points-back.js'

/** A longer one is not read. */
const mostWords = 45

export function statementOf(article: Article, passage: Span): Statement | null {
  const found = article.sentences.find((one) => contains(one, passage))
  if (!found || isTooLong(found)) return null
  const sentence = withoutDateline(article.text, found)
  const tree = readingOf(article).tree(sentence)
  const clauses = article.claims.filter((claim) => claim.sentence === found.id)
  for (const part of partsAround(sentence, clauses, passage)) {
    const statement = shownAs(article, tree, part, passage)
    if (statement) return statement
  }
  return null
}

/** The passage, then with more and more of the clauses beside it, and the sentence. */
function partsAround(sentence: Span, clauses: readonly Span[], passage: Span): readonly Span[] {
  const starts = [passage, sentence, ...clauses].filter(({ start }) => start <= passage.start)
  const ends = [passage, sentence, ...clauses].filter(({ end }) => end >= passage.end)
  return sortedBy(
    starts.flatMap(({ start }) => ends.map(({ end }) => ({ start: Math.max(start, sentence.start), end }))),
    ({ start, end }) => [end - start, -start],
  )
}

function shownAs(article: Article, tree: Tree, part: Span, passage: Span): Statement | null {
  const inPart = tree.nodes.filter((node) => contains(part, node) && node.pos !== 'PUNCT')
  const nodes = inPart.slice(inPart.findIndex(({ lower }) => !ties.has(lower)))
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (!first || !last || nodes.length > mostWords) return null
  if (tree.nodes.at(-1)?.surface === '?' || !isAtSeams(tree, first, last)) return null
  const place = { start: first.start, end: last.end }
  if (!isWholeClause(tree, nodes) || isTag(article, place) || isName(article, place)) return null
  if (nodes.some((node) => pointsAway(tree, node))) return null
  const names = namesIn(article, tree, nodes)
  const speaker = speakerOf(article, nodes, place)
  return names === null || speaker === undefined ? null : printed(article, place, passage, names, speaker)
}

/** What stands beside the words is a mark, or begins or opens another clause; not "so dear | as bread", "both the mayor | and". */
function isAtSeams(tree: Tree, first: Node, last: Node): boolean {
  const [before, next] = [tree.nodes[first.index - 1], tree.nodes[last.index + 1]]
  const within = tree.nodes.slice(first.index, last.index)
  const isMeasure = next?.lower === 'as' && within.some(({ lower }) => degrees.has(lower))
  const isOfWords = next?.pos === 'CCONJ' && !isJoinedClause(tree, next)
  const isInWord =
    (before?.end === first.start && isHyphen(before)) || (next?.start === last.end && isHyphen(next))
  const opens =
    before === undefined || before.pos === 'PUNCT' || ties.has(before.lower) || speechVerbs.has(before.lemma)
  const closes = next === undefined || /^(?:PUNCT|CCONJ|SCONJ)$/u.test(next.pos) || next.tag.startsWith('W')
  return opens && closes && !isMeasure && !isOfWords && !isInWord && next?.lower !== 'than'
}

const isHyphen = ({ surface }: Node): boolean => /^[-‐‑/]$/u.test(surface)

/** "And" before a verb of its own; not before a second thing. */
function isJoinedClause(tree: Tree, tie: Node): boolean {
  const joined = tree.headOf(tie)
  return joined === undefined || joined.index < tie.index || isFiniteVerb(tree, joined)
}

const degrees: ReadonlySet<string> = new Set(['so', 'as', 'such'])
const ties: ReadonlySet<string> = new Set(['that', 'and', 'but', 'or', 'so'])

// A clause that lacks nothing

/** What says more of a thing or an act that is told without it. */
const spare = ['acl:relcl', 'advcl', 'appos', 'parataxis', 'cc', 'discourse', 'punct', 'vocative']
const sideClauses = ['acl', 'advcl', 'xcomp', 'csubj']

function isWholeClause(tree: Tree, nodes: readonly Node[]): boolean {
  const inside = new Set(nodes)
  const isIn = (node: Node | undefined): boolean => node !== undefined && inside.has(node)
  const [top, ...others] = nodes.filter((node) => !isIn(tree.headOf(node)))
  if (!top || others.length > 0 || sideClauses.some((name) => isRelation(top.label, name))) return false
  if (!isFiniteVerb(tree, top) || tree.by(top, 'mark').some(isIn)) return false
  const [subject] = tree.by(top, 'nsubj', 'csubj', 'expl').filter(isIn)
  const [first, last] = [nodes[0], nodes.at(-1)]
  // "Can anyone say", "he said why", "where they hold a majority".
  const asks = first?.pos === 'AUX' && first.index < (subject?.index ?? 0)
  const isRelative = subject && tree.by(subject, 'nmod:poss').some(({ tag }) => tag.startsWith('W'))
  if (!subject || isRelative || asks || last?.tag.startsWith('W')) return false
  if (tree.children(top).some((node) => isIn(node) && node.tag.startsWith('W'))) return false
  return (
    nodes.every((node) => tree.children(node).every((child) => isIn(child) || maySpare(tree, child))) &&
    !isTurned(tree, top)
  )
}

function maySpare(tree: Tree, child: Node): boolean {
  if (child.label === 'mark' && ties.has(child.lower)) return true
  if (isRelation(child.label, 'conj')) return isFiniteVerb(tree, child)
  if (child.label === 'advcl' && tree.by(child, 'mark').some(({ lower }) => conditions.has(lower)))
    return false
  return spare.includes(child.label)
}

/** What stands over the clause denies it or makes it a condition: "denied that", "not sure that", "if". */
function isTurned(tree: Tree, top: Node): boolean {
  for (let over = tree.headOf(top); over; over = tree.headOf(over))
    if (
      [over, ...tree.by(over, 'advmod', 'aux', 'mark', 'det')].some(({ lower, lemma }) =>
        [lower, lemma].some(turns),
      )
    )
      return true
  return false
}

/** "Ann Rose" and no more, whatever "rose" may be. */
function isName({ entities }: Article, place: Span): boolean {
  return entities.some(({ mentions }) => mentions.some((name) => contains(name, place)))
}

// Who is meant

type Name = { readonly behind: Span; readonly words: string }

/** The names that "he" and "she" need here; null where one is not known, or "it" stands for something told before. */
function namesIn(article: Article, tree: Tree, nodes: readonly Node[]): readonly Name[] | null {
  const names: Name[] = []
  const known = new Set<string>()
  for (const [at, node] of nodes.entries()) {
    const before = nodes.slice(0, at)
    if (!thirdPerson.has(node.lower) || reflexive.test(node.lower) || isEmpty(tree, node)) continue
    if (!persons.test(node.lower)) {
      if (before.some((one) => isThingFor(article, node, one))) continue
      return null
    }
    const entity = meantBy(article, node)
    const near = before.filter((one) => isPersonFor(article, tree, node, one))
    if (!entity && near.length === 0) return null
    if (!entity || known.has(entity.id)) continue
    known.add(entity.id)
    const isOf = (one: Node): boolean => entity.mentions.some((name) => overlap(name, one) > 0)
    if ([...before, ...nodes].some(isOf)) continue
    // "He" is who was spoken of; "him" may be anybody who stands before.
    if (!nominative.test(node.lower)) return null
    names.push({ behind: node, words: entity.name })
  }
  return names
}

/** "It" is one thing and no time, "they" are several or a body. */
function isThingFor({ entities }: Article, { lower }: Node, node: Node): boolean {
  const { pos, tag, lemma, label } = node
  const isOfPerson = ({ kind, mentions }: Entity): boolean =>
    kind === 'person' && mentions.some((name) => overlap(name, node) > 0)
  if (pos === 'PROPN') return lower.startsWith('it') ? !entities.some(isOfPerson) : tag === 'NNPS'
  if (pos !== 'NOUN' || label === 'compound' || timeWords.has(lemma)) return false
  return lower.startsWith('it') ? tag === 'NN' && !isPersonNoun(lemma) : tag === 'NNS' || bodyNouns.has(lemma)
}

const persons = /^(?:he|him|his|himself|she|her|hers|herself)$/u

const nominative = /^s?he$/u
/** Of who does it, in the same clause. */
const reflexive = /sel(?:f|ves)$/u

/** "It is not clear whether", "it rained": it stands for nothing. */
function isEmpty(tree: Tree, node: Node): boolean {
  const over = tree.headOf(node)
  if (node.lower !== 'it' || !over) return false
  const says = [over.pos === 'NOUN' ? [] : ['xcomp'], 'csubj', 'ccomp'].flat()
  const isLink = tree.by(over, 'cop').length > 0 || node.label === 'nsubj:pass'
  return node.label === 'expl' || (isLink && tree.by(over, ...says).length > 0)
}

/** Whom "he" means: clear by itself, or since he is known as who says something here. */
function meantBy(article: Article, node: Node): Entity | undefined {
  const { entities, quotes } = article
  const said = quotes.find(({ source }) => source.some((span) => contains(span, node)))
  return entities.find(
    ({ id, name, pronouns = [] }) =>
      (pronouns.some(({ start }) => start === node.start) || said?.speaker?.entity === id) &&
      mayBe(name, node) &&
      isNamedNear(article, id, node),
  )
}

/** In its sentence or in the one before, and nobody else is named there whom it may mean: a wrong name is worse than none. */
function isNamedNear({ entities, sentences }: Article, entity: string, node: Node): boolean {
  const at = sentences.findIndex((one) => contains(one, node))
  const near = sentences.slice(Math.max(0, at - 1), at + 1)
  const named = entities.filter(
    ({ kind, name, mentions }) =>
      kind === 'person' &&
      (!persons.test(node.lower) || mayBe(name, node)) &&
      near.some((one) => mentions.some((place) => contains(one, place))),
  )
  return named.length === 1 && named[0]?.id === entity
}

/** One person that acts, or a name, of whom it is not known that the pronoun is wrong; not who does something to "him". */
function isPersonFor({ entities }: Article, tree: Tree, pronoun: Node, node: Node): boolean {
  const isOther = !nominative.test(pronoun.lower) && pronoun.tag === 'PRP' && pronoun.head === node.head
  if (isOther && isRelation(node.label, 'nsubj')) return false
  if (node.pos === 'NOUN') {
    const isOne = node.tag === 'NN' && !tree.by(node, 'det').some(({ lower }) => turns(lower))
    return isOne && isRelation(node.label, 'nsubj') && (isPersonNoun(node.lemma) || roles.has(node.lemma))
  }
  return entities.some(
    ({ kind, name, mentions }) =>
      kind === 'person' && mentions.some((place) => overlap(place, node) > 0) && mayBe(name, pronoun),
  )
}

/** No man's name for "she". */
function mayBe(name: string, { lower }: Node): boolean {
  const gender = genderOfName(name.split(' ')[0]?.toLowerCase() ?? '')
  return gender === null || gender === (/^(?:she|her)/u.test(lower) ? 'she' : 'he')
}

/** Who says "I" here, '' where nobody needs to be told, undefined where that is not known. */
function speakerOf(article: Article, nodes: readonly Node[], place: Span): string | undefined {
  const names = nodes
    .filter(({ lower }) => firstOrSecondPerson.has(lower) || lower === 'me' || lower === 'us')
    .map((node) => {
      const said = innermost(
        article.quotes.filter(({ content }) => content.some((piece) => overlap(piece, node) > 0)),
      )
      if (said?.source.some((span) => overlap(span, place) > 0)) return ''
      const { speaker = null, source = [] } = said ?? {}
      const isPrinted = source.some(({ start, end }) =>
        article.text.slice(start, end).includes(speaker?.name.split(' ').at(-1) ?? ''),
      )
      const isKnown = isPrinted || (speaker?.entity != null && isNamedNear(article, speaker.entity, node))
      return isKnown ? speaker?.name : undefined
    })
  const [name = ''] = names
  return names.every((one) => one === name) ? name : undefined
}

// Words

function printed(
  { text }: Article,
  place: Span,
  passage: Span,
  names: readonly Name[],
  speaker: string,
): Statement | null {
  let words = ''
  const added: Span[] = []
  const add = (more: string, isAdded: boolean): void => {
    if (more === '') return
    if (isAdded) added.push({ start: words.length, end: words.length + more.length })
    words += more
  }
  const marks = marksFor(text.slice(place.start, place.end), speaker !== '')
  if (!marks) return null
  add(`${speaker === '' ? '' : `[${capital(speaker)}:] `}${marks[0]}`, true)
  const behind = names.map((name) => name.behind.end)
  const stops = [...new Set([place.start, passage.start, passage.end, place.end, ...behind])]
    .filter((stop) => stop >= place.start && stop <= place.end)
    .sort((a, b) => a - b)
  stops.slice(1).forEach((stop, k) => {
    const from = stops[k] ?? stop
    const more = text.slice(from, stop).replace(/\s+/gu, ' ')
    const isFirst = from === place.start && speaker === ''
    add(isFirst ? capital(more) : more, from < Math.max(place.start, passage.start) || stop > passage.end)
    for (const name of names) if (name.behind.end === stop) add(` [${name.words}]`, true)
  })
  add(marks[1], true)
  return { words, added }
}

/** The marks that the words lack at their ends; null where they cannot be paired so. */
function marksFor(words: string, isSpeech: boolean): readonly [string, string] | null {
  const count = (mark: string): number => words.split(mark).length - 1
  const isInner = count('‘') > (words.match(/’(?!\p{L})/gu) ?? []).length
  if (isInner || count('(') !== count(')') || count('[') !== count(']')) return null
  const curly = words.replace(/[^“”]+/gu, '')
  const opens = curly.startsWith('”') ? '“' : ''
  const closes = curly.endsWith('“') ? '”' : ''
  if (/““|””/u.test(curly)) return null
  const straight = count('"')
  if (straight === 1) return /(?:^|\s)"\S/u.test(words) ? ['', '"'] : ['"', '']
  if (straight % 2 === 1) return null
  return isSpeech && curly === '' && straight === 0 ? ['“', '”'] : [opens, closes]
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
