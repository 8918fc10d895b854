/** A statement turned into the question that it answers: "the two sides agreed to an arbitrator", "Did the two sides agree to an arbitrator?" */
import type { Span } from '../model/span.js'
import { contains } from '../text/spans.js'
import { oneLine, unstopped } from '../text/trimmed.js'
import { thirdPerson } from './function-words.js'
import { spanOf, type Tree } from './parse/tree.js'

/** What is hung on a clause and says more of it. */
const aside = /^(?:acl|advcl|conj|parataxis)/u
const mostWords = 14
const support: Readonly<Record<string, string>> = { VBD: 'did', VBZ: 'does', VBP: 'do' }

/** Of the main verb or adjective of that lemma in the passage; null where its subject is not there, or is "they", or the rest is long. */
export function askedOf(tree: Tree, text: string, passage: Span, lemma: string): string | null {
  const verb = tree.nodes.find(
    (node) => node.lemma === lemma && contains(passage, node) && !node.label.startsWith('acl'),
  )
  const subject = verb && tree.by(verb, 'nsubj')[0]
  if (!verb || !subject || subject.index > verb.index || !contains(passage, subject)) return null
  const whole = tree.under(subject)
  const copula = tree.by(verb, 'cop')[0]
  const [first, ...more] = [...tree.by(verb, 'aux'), ...(copula ? [copula] : [])]
  const opening = first?.lower ?? support[verb.tag]
  const clause = tree.under(verb, ({ label }) => aside.test(label)).filter((node) => contains(passage, node))
  const rest = text.slice((copula ?? verb).end, Math.max(...clause.map(({ end }) => end)))
  if (
    !opening ||
    /['"‘’“”();:]/u.test(opening + rest) ||
    whole.some(({ lower, tag }) => thirdPerson.has(lower) || tag.startsWith('W'))
  )
    return null
  const { start, end } = spanOf(whole)
  const who = text.slice(start, end)
  const words = [
    opening.charAt(0).toUpperCase() + opening.slice(1),
    whole[0]?.pos === 'PROPN' ? who : who.charAt(0).toLowerCase() + who.slice(1),
    ...more.flatMap((helper) => (helper === copula ? [] : [helper.surface])),
    `${copula ? (first === copula ? '' : copula.surface) : first ? verb.surface : verb.lemma}${rest}`,
  ]
  const asked = unstopped(oneLine(words.join(' ')))
  return asked.split(' ').length > mostWords ? null : `${asked}?`
}
