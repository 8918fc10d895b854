/**
 * What reports call one person or thing: `naming`.
 *
 * Persons: what each report says beside the name (the actor table), where the nouns differ. Things: nouns and adjectives that
 * stand in the place of one another (instead/instead.ts).
 * In the tables, never in front. Labels are the outlets' own words: what stands inside quotation marks is the speaker's.
 */
import { cosineOf, isPersonNoun, relation } from '../../english/nouns.js'
import { stem } from '../../text/stem.js'
import { voiceAt } from '../actors/actors.js'
import { appearancesOf, type Appearances } from '../actors/appearances.js'
import type { Description } from '../actors/descriptions.js'
import { wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { insteads } from '../instead/instead.js'
import { labelDraft, type Label } from '../instead/label-draft.js'
import { nounPhrase } from '../instead/phrases.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const naming: Lens = {
  name: 'naming',
  asks: () => ({
    naming: [
      'Reports call one person by other nouns, or have other nouns or adjectives in one place of sentences that a row links.',
      'In one place are words with two neighbours of the parsed sentence in common, or one where their meanings are near.',
    ],
  }),
  find: (context) => [...appearancesOf(context).flatMap((told) => person(context, told)), ...things(context)],
}

const sure = { person: 0.8, thing: 0.7 } as const
/** Two nouns for persons are rivals from this cosine on. */
const near = 0.35
/** Characters: longer descriptions tell of something else. */
const longest = 60

type Described = Label & { readonly head: string }

function person(context: Context, told: Appearances): readonly Draft[] {
  const { identity, references, descriptions } = told
  if (identity.kind !== 'person') return []
  const labels = context.views.flatMap((view) =>
    (references.get(view) ?? []).flatMap((reference) =>
      (descriptions.get(reference) ?? [])
        .filter((one) => saysWho(view, one))
        .map(({ start, end, head }) => ({ view, span: { start, end }, head: head.lemma })),
    ),
  )
  if (!differ(context, told, labels)) return []
  const referent = identity.name
  return [labelDraft(context, labels, { kind: 'naming', referent, sure: sure.person })]
}

/**
 * A noun for persons in the outlet's own words: "the port's lawyer", "a critic of the deal". One word alone is too often
 * cut from a phrase on somebody else.
 */
function saysWho(view: ArticleView, { kind, head, words }: Description): boolean {
  if ((kind !== 'apposition' && kind !== 'predicate') || !words.includes(' ') || words.includes(','))
    return false
  return words.length <= longest && isPersonNoun(head.lemma) && voiceAt(view, head) === 'own'
}

/**
 * Two independent texts whose nouns are near ("aide", "adviser", "volunteer"), and neither has the other's beside the name: a
 * lawyer who is a father as well has no two names.
 */
function differ(context: Context, told: Appearances, labels: readonly Described[]): boolean {
  return labels.some((one) =>
    labels.some(
      (other) =>
        context.texts([one.view.id, other.view.id]) > 1 &&
        areRivals(one.head, other.head) &&
        !isBeside(told, one.view, other.head) &&
        !isBeside(told, other.view, one.head),
    ),
  )
}

function areRivals(a: string, b: string): boolean {
  const related = relation(a, b)
  return stem(a) !== stem(b) && related !== 'same' && (related === 'near' || cosineOf(a, b) >= near)
}

/** A report has the noun in a sentence that names the person. */
function isBeside({ references }: Appearances, view: ArticleView, head: string): boolean {
  return (references.get(view) ?? []).some(({ sentence }) =>
    wordsIn(view, sentence).some((word) => word.stem === stem(head)),
  )
}

function things(context: Context): readonly Draft[] {
  return insteads(context).flatMap(({ pos, uses }) => {
    const labels = uses.map(({ view, tree, node }) => ({ view, span: nounPhrase(tree, node) }))
    const [first] = labels
    if (pos === 'VERB' || !first) return []
    const referent = slice(first.view, first.span).replace(/\s+/gu, ' ')
    return [labelDraft(context, labels, { kind: 'naming', referent, sure: sure.thing })]
  })
}
