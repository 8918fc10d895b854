/**
 * A statement turned into the question that it answers: "the two sides agreed to an arbitrator", "Did the two sides agree
 * to an arbitrator?".
 */
import type { Span } from '../model/span.js'
import { thirdPerson } from './function-words.js'
import { oneLine, unstopped } from '../text/trimmed.js'
import { spanOf, type Node, type Tree } from './parse/tree.js'

/** What is hung on a clause and says more of it. */
const aside = /^(?:acl|advcl|conj|parataxis)/u
const mostWords = 14
const support: Readonly<Record<string, string>> = { VBD: 'Did', VBZ: 'Does', VBP: 'Do' }
const negations = new Set(['not', "n't", 'never'])

export function askedOf(tree: Tree, text: string, part: Span): string | null {
  const inside = (node: Node): boolean => node.start >= part.start && node.end <= part.end
  const copulaOf = (node: Node): Node | undefined => tree.by(node, 'cop').find(inside)
  const verb = tree.nodes.find(
    (node) => inside(node) && (node.pos === 'VERB' || copulaOf(node)) && tree.by(node, 'nsubj').some(inside),
  )
  const subject = verb && tree.by(verb, 'nsubj').find(inside)
  if (!verb || !subject || subject.index > verb.index || thirdPerson.has(subject.lower)) return null
  const copula = copulaOf(verb)
  const helpers = [...tree.by(verb, 'aux'), ...(copula ? [copula] : [])]
  const [first, ...more] = helpers.filter((node) => node.index > subject.index && inside(node))
  const opening = first ? capital(first.surface) : support[verb.tag]
  if (opening === undefined || first?.surface.includes("'")) return null
  const said = copula ?? verb
  const who = tree.under(subject).filter(inside)
  if (isLastOfList(tree, subject, first)) return null
  const end = Math.max(
    ...tree
      .under(verb, ({ label }) => aside.test(label))
      .filter(inside)
      .map((node) => node.end),
  )
  const rest = text.slice(said.end, end)
  if (
    /["“”();:]/u.test(rest) ||
    tree.nodes.some((node) => inside(node) && negations.has(node.lower) && node.start > said.end)
  )
    return null
  const place = spanOf(who)
  const words = [
    opening,
    who[0]?.pos === 'PROPN' ? text.slice(place.start, place.end) : lower(text.slice(place.start, place.end)),
    ...more.filter(({ lower }) => !negations.has(lower)).map(({ surface }) => surface),
    `${copula ? '' : first ? verb.surface : verb.lemma}${rest}`,
  ]
  return asQuestion(oneLine(words.join(' ')))
}

/** "Ann Lowe are": a name with a verb for several is the end of a list that was read in part. */
function isLastOfList(tree: Tree, subject: Node, helper: Node | undefined): boolean {
  const isOne = subject.tag === 'NNP' && tree.by(subject, 'conj').length === 0
  return isOne && (helper?.lower === 'are' || helper?.lower === 'were')
}

function asQuestion(words: string): string | null {
  const bare = unstopped(words)
  return bare.split(' ').length > mostWords ? null : `${bare}?`
}

function lower(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
