/** Whether a reader who sees a sentence of a report alone understands it: who acts, who says it, of what it speaks. */
import { isCalendarWord } from '../../english/calendar.js'
import { isStatement } from '../../english/finite-clause.js'
import { firstOrSecondPerson, pointing, thirdPerson } from '../../english/function-words.js'
import { isNoComment } from '../../english/no-comment.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { pointsAway } from '../../english/pointing.js'
import { commonestKind } from '../../english/nouns.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { roles } from '../../english/roles.js'
import { speechVerbs } from '../../english/telling-verbs.js'
import { termOf } from '../../likeness/terms.js'
import { inHeadline, inLead, wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import type { Passage } from './passages.js'

/** From this share of a sentence on that stands in quotation marks it is somebody's utterance. */
export const spoken = 0.5
/** A longer sentence would have to be cut, and lose who says it or of whom it speaks. */
const mostWordsOfSentence = 45

/** Who acts is named and, where somebody else said it, so is who: a reader who sees the passage alone understands it. */
export function standsAlone({ view, sentence }: Passage): boolean {
  if (isTooLong(sentence) || wordsIn(view, sentence).length > mostWordsOfSentence) return false
  const tree = readingOf(view.article).tree(sentence)
  const nodes = tree.nodes.filter(({ pos }) => pos !== 'PUNCT')
  if (!isStatement(tree) || isNoComment(nodes)) return false
  const named = nodes.findIndex(({ pos, lower }) => pos === 'PROPN' && !isCalendarWord(lower))
  const before = named < 0 ? nodes : nodes.slice(0, named)
  const said = view.article.quotes.filter(
    ({ content }) => totalOverlap(content, sentence) >= spoken * (sentence.end - sentence.start),
  )
  const [first, second] = nodes
  const opensBlind = first?.pos === 'PRON' || first?.pos === 'CCONJ' || pointing.has(first?.lower ?? '')
  const pointsBack = first?.lower === 'the' || first?.pos === 'ADP'
  return (
    !opensBlind &&
    !(pointsBack && pointing.has(second?.lower ?? '')) &&
    !nodes.some((node) => node.lower === 'similar') &&
    !nodes.some((node) => !isQuoted(view, node) && (pointsAway(tree, node) || pointsToWords(tree, node))) &&
    !isSideClause(tree) &&
    !isOfUntoldThing(view, tree) &&
    !speaksItself(view, sentence) &&
    isWhole(view.text.slice(sentence.start, sentence.end)) &&
    !isTagOfSpeech(view, sentence) &&
    !before.some(({ lower }) => thirdPerson.has(lower)) &&
    said.every(({ source }) => source.some((span) => overlap(span, sentence) > 0))
  )
}

/** "What he was saying": which words, the sentence before says; "what she called a plan" says it itself. */
function pointsToWords(tree: Tree, node: Node): boolean {
  return (
    node.lower === 'what' &&
    tree
      .by(node, 'acl')
      .some(
        (verb) =>
          speechVerbs.has(verb.lemma) &&
          tree.by(verb, 'obj', 'ccomp', 'xcomp').length === 0 &&
          tree.by(verb, 'nsubj').some(({ lower }) => thirdPerson.has(lower)),
      )
  )
}

/** "While the mayor called it a plan.": what it was set against is gone. */
function isSideClause(tree: Tree): boolean {
  return tree.root !== undefined && tree.by(tree.root, 'mark').some(({ index }) => index === 0)
}

/** "The missive accused the league", "asked about the remarks": a thing by its bare noun that neither headline nor lead has told of. */
function isOfUntoldThing(view: ArticleView, tree: Tree): boolean {
  const subjects = tree.root ? tree.by(tree.root, 'nsubj') : []
  const said = tree.nodes.filter(({ pos, lemma }) => pos === 'NOUN' && commonestKind(lemma) === 'word')
  return [...subjects, ...said].some((subject) => {
    const beside = tree.children(subject).filter(({ pos }) => pos !== 'PUNCT')
    const isBare = beside.length === 1 && beside[0]?.lower === 'the'
    if (!isBare || subject.pos === 'PROPN' || roles.has(subject.lemma)) return false
    const { key, stem } = termOf({ norm: normalizeWord(subject.lemma), proper: false })
    return !view.words.some(
      (word) =>
        (word.key === key || word.stem === stem) &&
        (inHeadline(view, word.start) || inLead(view, word.start)) &&
        overlap(word, subject) === 0,
    )
  })
}

/** "We cull the ranks", outside quotation marks: words of somebody whom the sentence does not name. */
function speaksItself(view: ArticleView, sentence: Span): boolean {
  return wordsIn(view, sentence).some((word) => firstOrSecondPerson.has(word.norm) && !isQuoted(view, word))
}

const isQuoted = ({ inMarks }: ArticleView, word: Span): boolean =>
  inMarks.some((span) => overlap(span, word) > 0)

/** "The mayor asked on Tuesday" behind a quotation that is a sentence of its own: who spoke, and nothing of what was said. */
function isTagOfSpeech({ article }: ArticleView, sentence: Span): boolean {
  const inIt = (spans: readonly Span[]): boolean => totalOverlap(spans, sentence) > 0
  return article.quotes.some(({ cue, content }) => inIt(cue) && !inIt(content))
}

/** No question, no aside in brackets, no tag, no rest of a quotation that was opened before, and nothing that leads in what follows. */
function isWhole(words: string): boolean {
  const [mark] = /[“”"]/u.exec(words) ?? []
  const oneStraight = mark === '"' && words.split('"').length === 2
  return !/^[(#@]/u.test(words) && !/[:?]$/u.test(words) && mark !== '”' && !oneStraight
}

export function totalOverlap(spans: readonly Span[], within: Span): number {
  return spans.reduce((sum, span) => sum + overlap(span, within), 0)
}
