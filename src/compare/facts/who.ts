/**
 * The "who" rows of the fact table: who said it, where reports credit the same quoted words to two people.
 *
 * In:    the Context. Out: a Fact row for each such quotation, with every name and how it relates to the other.
 * Never: says which report is right.
 */
import type { Fact } from '../../model/comparison.js'
import { contentId } from '../../text/hash.js'
import { sliceSpans } from '../../text/spans.js'
import type { Context } from '../context.js'
import { clashingCredits, shortestVersion, sureWords, type Clash } from '../quotes/credits.js'
import { quoted } from '../printed-words.js'

export function whoRows(context: Context): readonly Fact[] {
  return clashingCredits(context).map((clash) => row(context, clash))
}

function row(context: Context, { column, credits, onBehalf }: Clash): Fact {
  const shortest = shortestVersion(credits)
  const words = quoted(sliceSpans(shortest.view.text, shortest.quotedSpans))
  const sure = !onBehalf && shortest.quotedWords.length >= sureWords
  const reason = onBehalf
    ? 'one of the two may speak for the other'
    : sure
      ? 'the same quoted words, two names'
      : 'the same few quoted words; two people may have said them'
  const relation = sure ? 'differ' : 'may differ'
  const values = credits.map(({ name, versions }, at) => {
    const articles = [...new Set(versions.map(({ view }) => view.id))]
    const others = credits.filter((_, other) => other !== at).map((credit) => `“${credit.name}”`)
    return {
      value: name,
      text: name,
      spans: versions.flatMap(({ view, quotedSpans }) =>
        quotedSpans.map((span) => ({ article: view.id, ...span })),
      ),
      articles,
      texts: context.texts(articles),
      note: `${relation} against ${others.join(', ')}: ${reason}`,
    }
  })
  return {
    id: contentId('v', 'who', column.id, ...credits.map(({ name }) => name)),
    question: `Who said it? ${words}`,
    kind: 'person',
    column: column.id,
    grade: sure ? 'differ' : 'may-differ',
    reason,
    values,
  }
}
