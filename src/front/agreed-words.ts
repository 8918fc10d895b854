/**
 * What a passage of a column says that other reports say too, in the words of one.
 *
 * In:    an event and a column. Out: sayings, each with every report whose text tells all of it: words in quotation marks that stand
 *        in marks there, word for word, by the same speaker; or a clause without what not all tell of when, where and which,
 *        whose other content words one clause there has, with the same verb, subject and object, denied alike, under no condition,
 *        in the same voice.
 * Never: joins words of two reports, or leaves out a negation, a condition or a hedge.
 */
import type { Column, Mention } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { daysByReport } from '../english/calendar.js'
import { contentKey, keyOf } from '../english/concepts.js'
import { conditions, opposing, turns } from '../english/conditions.js'
import { withoutDateline } from '../english/dateline.js'
import { isFinite, isFiniteVerb } from '../english/finite-clause.js'
import { firstOrSecondPerson, joining, thirdPerson } from '../english/function-words.js'
import { isHedged } from '../english/hedges.js'
import type { Node, Tree } from '../english/parse/tree.js'
import { pointsAway } from '../english/pointing.js'
import type { Argument, Proposition } from '../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { relateSpeakers } from '../english/speakers.js'
import { speechVerbs } from '../english/telling-verbs.js'
import { reportsIn } from '../text/compared.js'
import { marksWithin } from '../text/marks-within.js'
import { once, onceForTwo } from '../text/once.js'
import { firstBy, sortedBy } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'
import { oneLine } from '../text/trimmed.js'
import { innermost, type Article, type Event } from './event.js'
import { pointsBack } from './points-back.js'

export type Saying = {
  readonly words: string
  readonly manner: 'own' | 'quoted' | 'credited'
  readonly articles: readonly string[]
}

export function sayingsOf(event: Event, column: Column): readonly Saying[] {
  const articles = reportsIn(event)
  return articles.flatMap((article) => {
    const cell = column.cells[article.id]
    if (cell?.state !== 'present') return []
    return cell.mentions.flatMap((mention) => [
      ...quotedIn(article, mention, articles),
      ...toldIn(article, mention, articles),
    ])
  })
}

/** Who tells it: the report, and whom it credits; null for nobody, '' for one that is not known. */
type Teller = { readonly id: string; readonly by: string | null }

/** Whom all credit, by the fullest of his names: null for nobody, undefined where they do not agree. */
function creditedByAll(tellers: readonly Teller[]): string | null | undefined {
  const names = tellers.flatMap(({ by }) => by ?? [])
  if (names.length === 0) return null
  if (names.length < tellers.length) return undefined
  const fullest = firstBy(names, (name) => [-name.length, name]) ?? ''
  return names.every((name) => relateSpeakers(name, fullest) === 'same') ? fullest : undefined
}

// Words in quotation marks

/** Fewer words in quotation marks may be a stock phrase. */
const leastQuoted = 6

const mostClauses = 12

/** What stands between two quotation marks: its words, and the same as one text with a space around each. */
type Stretch = { readonly words: readonly Token[]; readonly text: string }

const stretchesOf = once(({ text, blocks }: Article): readonly Stretch[] =>
  blocks
    .flatMap((block) => marksWithin(text, block))
    .map(({ start, end }) => {
      const words = tokenize(text, start, end)
      return { words, text: ` ${words.map(({ norm }) => norm).join(' ')} ` }
    }),
)

function quotedIn(article: Article, mention: Mention, articles: readonly Article[]): readonly Saying[] {
  return stretchesOf(article)
    .filter(({ words }) => words.some((word) => mention.spans.some((span) => overlap(word, span) > 0)))
    .flatMap(({ words }) => clausesOf(article, words))
    .flatMap((words) => {
      const told = articles.flatMap((other) => quotes(other, words))
      const [first, last] = [words[0], words.at(-1)]
      // A report whose speaker was not found prints the same words: most name him.
      const named = told.filter(({ by }) => by !== '')
      const name = named.length * 2 > told.length ? creditedByAll(named) : undefined
      if (!first || !last || told.length < 2 || !name) return []
      const label = `${name}: “${oneLine(article.text.slice(first.start, last.end))}”`
      return [{ words: label, manner: 'quoted' as const, articles: told.map(({ id }) => id) }]
    })
}

/** From one stop to another, without a word that joins it to what goes before. */
function clausesOf(article: Article, words: readonly Token[]): readonly (readonly Token[])[] {
  const stops = (at: number): boolean => {
    const [before, after] = [words[at - 1], words[at]]
    return !before || !after || stop.test(article.text.slice(before.end, after.start))
  }
  const ends = [...words.keys(), words.length].filter(stops)
  return ends.flatMap((from, at) =>
    ends.slice(at + 1, at + 1 + mostClauses).flatMap((to) => {
      const begun = words.slice(from, to)
      const clause = begun.slice(begun.findIndex(({ norm }) => !joining.has(norm)))
      const [first, last] = [clause[0], clause.at(-1)]
      if (!first || !last || clause.length < leastQuoted) return []
      const place = { start: first.start, end: last.end }
      return !isTold(article, place) || pointsBack(article, place) ? [] : [clause]
    }),
  )
}

/** "The only country in the world" and "judged them" say nothing of anything, "this decision" nothing of which. */
function isTold(article: Article, place: Span): boolean {
  return article.sentences.some((sentence) => {
    if (overlap(sentence, place) === 0 || isTooLong(sentence)) return false
    const tree = readingOf(article).tree(withoutDateline(article.text, sentence))
    const isIn = (node: Node | undefined): boolean => node !== undefined && contains(place, node)
    if (tree.nodes.some((node) => isIn(node) && pointsAway(tree, node))) return false
    return tree.nodes.some(
      (node) =>
        isIn(node) &&
        !isIn(tree.headOf(node)) &&
        isFiniteVerb(tree, node) &&
        tree.by(node, 'nsubj', 'csubj', 'expl').some((one) => isIn(one) && !one.tag.startsWith('W')),
    )
  })
}

/** The report, where it has these words in quotation marks, and nothing in their sentence turns them. */
function quotes(article: Article, words: readonly Token[]): readonly Teller[] {
  const sought = ` ${words.map(({ norm }) => norm).join(' ')} `
  for (const stretch of stretchesOf(article)) {
    const at = stretch.text.indexOf(sought)
    if (at < 0) continue
    const from = stretch.text.slice(0, at).split(' ').length - 1
    const [first, last] = [stretch.words[from], stretch.words[from + words.length - 1]]
    if (!first || !last) continue
    const place = { start: first.start, end: last.end }
    if (isTurned(article, place)) continue
    return [{ id: article.id, by: creditAt(article, place) ?? '' }]
  }
  return []
}

/** Between the stops around it the sentence denies it, or what stands before or after is its condition, or goes against it. */
function isTurned({ text, sentences }: Article, place: Span): boolean {
  return sentences
    .filter((sentence) => overlap(sentence, place) > 0)
    .some(({ start, end }) => {
      const before = text.slice(start, Math.max(start, place.start)).split(stop)
      const after = text.slice(Math.min(end, place.end), end).split(stop)
      const norms = (part = ''): string[] => tokenize(part).map(({ norm }) => norm)
      const [next = ''] = norms(after[1])
      return (
        [...norms(before.at(-1)), ...norms(after[0])].some(turns) ||
        [next, ...before.flatMap((part) => norms(part).slice(0, 1))].some((norm) => conditions.has(norm)) ||
        opposing.has(next)
      )
    })
}

/** What ends a clause; quotation marks and brackets do not. */
const stop = /[^\p{L}\p{N}\s'’"“”‘()[\]]/u

/** Whom the report credits with what stands there: null where it tells it in its own voice. */
function creditAt({ quotes: said }: Article, place: Span): string | null {
  const inner = innermost(
    said.filter(
      ({ content, cue }) =>
        content.some((part) => overlap(part, place) > 0) && !cue.some((part) => overlap(part, place) > 0),
    ),
  )
  return inner ? (inner.speaker?.name ?? '') : null
}

// Clauses

/** Fewer content words may be of many things: "the search was over". */
const leastContent = 3

/** What a clause must say to say the same, and what may be left out of it: each part with all that hangs on it. */
type Clause = Proposition & {
  readonly needed: readonly Node[]
  readonly more: readonly (readonly Node[])[]
}

function toldIn(article: Article, mention: Mention, articles: readonly Article[]): readonly Saying[] {
  const sentence = article.sentences.find((one) => contains(one, mention))
  if (!sentence || isTooLong(sentence) || isHeadline(article, sentence)) return []
  const reading = readingOf(article)
  const whole = withoutDateline(article.text, sentence)
  const tree = reading.tree(whole)
  return reading.within(whole, mention).flatMap((said): Saying[] => {
    const clause = clauseOf(tree, said)
    if (clause === null || keysOf(article, clause.needed).size + 1 < leastContent) return []
    const told = articles.flatMap((other) => {
      const match = matchIn(article, clause, other)
      return match ? [{ ...match, id: other.id }] : []
    })
    const name = creditedByAll(told)
    if (told.length < 2 || name === undefined || name === '') return []
    const kept = clause.more.filter((part) => told.every(({ parts }) => parts.has(part)))
    const nodes = sortedBy([...clause.needed, ...kept.flat()], ({ index }) => index)
    const words = wordsOf(article, nodes)
    if (words === null || nodes.some((node) => pointsAway(tree, node))) return []
    if (keysOf(article, nodes).size < leastContent) return []
    return [
      {
        words: name === null ? words : `${name}: ${words}`,
        manner: name === null ? 'own' : 'credited',
        articles: told.map(({ id }) => id),
      },
    ]
  })
}

/** Null for what is told under a condition, without a verb of its own or a subject that it names, or only as somebody's speech. */
function clauseOf(tree: Tree, said: Proposition): Clause | null {
  const top = tree.at(said.governors[0] ?? said.predicate)
  const subject = subjectOf(said)
  const head = subject && tree.at(subject.head)
  if (!top || !head || head.pos === 'PRON' || subject.shared || subject.start > said.predicate.start)
    return null
  if (said.conditions.length > 0 || sideClauses.has(said.relation) || !isFinite(tree, said)) return null
  const isBare = !said.arguments.some(({ role }) => role === 'object' || role === 'complement')
  if (speechVerbs.has(said.predicate.lemma) && isBare) return null
  const needed: Node[] = [top]
  const more: Node[][] = []
  const walk = (node: Node): void => {
    for (const child of tree.children(node)) {
      if (child.pos === 'PUNCT') continue
      if (node === top && aside.has(child.label)) continue
      if (maySpare(tree, child) && !turnsIt(tree, child)) more.push(tree.under(child))
      else {
        needed.push(child)
        walk(child)
      }
    }
  }
  walk(top)
  return { ...said, needed, more }
}

const sideClauses: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'advcl'])
/** What ties a clause to its sentence, and other clauses beside it. */
const aside: ReadonlySet<string> = new Set(['mark', 'cc', 'conj', 'parataxis', 'discourse'])

/** "Without", "if", "in an alleged": it says of the clause that it is not so, or not surely. */
function turnsIt(tree: Tree, word: Span): boolean {
  const node = tree.at(word)
  if (!node) return true
  const words = [node, ...tree.by(node, 'case', 'mark', 'det', 'amod', 'advmod')]
  return words.some(({ lower }) => turns(lower)) || isHedged(words)
}

/** When, where, and more about a thing that is named: true without it. Not "of": one of them, the end of it. */
function maySpare(tree: Tree, node: Node): boolean {
  if (/^(?:obl|advcl|appos|acl)(?::|$)/u.test(node.label)) return true
  return /^nmod(?::tmod)?$/u.test(node.label) && !tree.by(node, 'case').some(({ lower }) => lower === 'of')
}

function subjectOf({ arguments: parts, isPassive }: Proposition): Argument | undefined {
  return parts.find(({ role }) => role === (isPassive ? 'object' : 'subject'))
}

type Match = { readonly by: string | null; readonly parts: ReadonlySet<readonly Node[]> }

/** Sentences of a report with all the words of a clause: no article has more, a text made to be dear has. */
const mostSentences = 8

/** Where a report says the same, and the most of the spare parts that it says there. */
function matchIn(article: Article, clause: Clause, other: Article): Match | undefined {
  const needed = [...keysOf(article, clause.needed)]
  const words = new Set(clause.needed.map(({ lower }) => lower))
  const spare = clause.more.map((part) => ({ part, keys: [...keysOf(article, part)] }))
  const best = firstBy(
    sentencesOf(other)
      .filter(({ keys }) => needed.every((key) => keys.has(key)))
      .filter(({ turning }) => turning.every((norm) => words.has(norm)))
      .slice(0, mostSentences)
      .flatMap(({ sentence, keys }) =>
        readingOf(other)
          .propositions(sentence)
          .filter((again) => saysSame(article, clause, other, again))
          .filter(
            (again) =>
              clause.isNegated ||
              isHedged(clause.needed) ||
              !turnsIt(readingOf(other).tree(sentence), again.predicate),
          )
          .map((again) => ({
            by: creditAt(other, again.predicate),
            parts: new Set(
              spare.flatMap((one) => (one.keys.every((key) => keys.has(key)) ? [one.part] : [])),
            ),
          })),
      ),
    ({ parts }) => -parts.size,
  )
  return best
}

const sentencesOf = once((article: Article) =>
  article.sentences
    .filter((sentence) => !isTooLong(sentence))
    .map((whole) => {
      const sentence = withoutDateline(article.text, whole)
      const norms = tokenize(article.text, sentence.start, sentence.end).map(({ norm }) => norm)
      const turning = norms.filter((norm) => turns(norm) || opposing.has(norm))
      return { sentence, keys: keysIn(article, sentence), turning }
    }),
)

/** The same verb of the same one on the same thing, alike in what makes it so or not so. */
function saysSame(article: Article, clause: Clause, other: Article, again: Proposition): boolean {
  if (verbsOf(again) !== verbsOf(clause)) return false
  if (again.isNegated !== clause.isNegated || again.conditions.length > 0) return false
  return clause.arguments.every(
    (part) => !actors.has(part.role) || isOrMayBe(article, part, other, again.arguments),
  )
}

/** Who acts, on what, for whom. */
const actors: ReadonlySet<string> = new Set(['subject', 'object', 'recipient'])

function verbsOf({ predicate, governors, modals }: Proposition): string {
  const will = modals.map(({ lemma }) => (lemma === 'would' ? 'will' : lemma))
  return [...will, ...[...governors, predicate].map(({ lemma }) => keyOf(lemma))].join(' ')
}

/** The same stands in the same part; where the parse found none, or a pronoun, the sentence has to name it, and no other part. */
function isOrMayBe(article: Article, part: Argument, other: Article, others: readonly Argument[]): boolean {
  const [key = ''] = keysIn(article, part.head)
  const named = others.filter(({ head }) => keysIn(other, head).size > 0)
  const alike = named.filter(({ role }) => role === part.role)
  const holds = (one: Argument): boolean => keysIn(other, one).has(key)
  return alike.length > 0 ? alike.some(holds) : !named.some(holds)
}

/** What a place says: of a person's name the last word is enough. */
function keysOf(article: Article, nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => (isForename(article, node) ? [] : [...keysIn(article, node)])))
}

const isForename = onceForTwo(({ entities }: Article, place: Span): boolean =>
  entities.some(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some((name) => overlap(name, place) > 0 && place.end < name.end),
  ),
)

const keysIn = onceForTwo(
  ({ text }: Article, { start, end }: Span): ReadonlySet<string> =>
    new Set(tokenize(text, start, end).flatMap(({ norm }) => contentKey(norm) || [])),
)

/** As printed where nothing is left out. Null where a reader would ask who or when. */
function wordsOf({ text }: Article, nodes: readonly Node[]): string | null {
  const words = nodes
    .map(({ surface, start }, at) => {
      const before = nodes[at - 1]
      const gap = before ? text.slice(before.end, start) : ''
      return (/[\p{L}\p{N}]/u.test(gap) ? ' ' : gap) + surface
    })
    .join('')
  const norms = tokenize(words).map(({ norm }) => norm)
  if (norms.some((norm) => thirdPerson.has(norm) || firstOrSecondPerson.has(norm) || daysByReport.has(norm)))
    return null
  const plain = oneLine(words.replace(/[“”"]/gu, ''))
  return plain.slice(0, 1).toUpperCase() + plain.slice(1)
}

function isHeadline({ blocks }: Article, place: Span): boolean {
  return blocks.some((block) => block.kind === 'headline' && overlap(block, place) > 0)
}
