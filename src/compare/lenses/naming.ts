/**
 * What reports call the same person, group, event or act: `naming`.
 *
 * Persons: the phrases beside the name in two or more reports, where the nouns differ (naming/labels.ts). All else: noun
 * phrases that a common name or a common column ties together and whose nouns are near, not the same (naming/referents.ts).
 * Never in front: on real coverage what differs is mostly which of two near nouns stands for which thing.
 * Notes: one name in two spellings; a label that stands in quotation marks here and without them there.
 * Labels are the outlets' own words: what stands inside quotation marks is the speaker's.
 */
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { personKey, samePerson } from '../../english/names.js'
import { stem } from '../../text/stem.js'
import type { ArticleView, Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { relation } from '../../english/nouns.js'
import { personLabels, type Label } from '../naming/labels.js'
import { referentsOf } from '../naming/referents.js'
import { joinAnd, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const naming: Lens = {
  name: 'naming',
  find: (context) => [...persons(context), ...things(context)],
}

type Person = { readonly name: string; readonly mentions: ReadonlyMap<ArticleView, readonly Span[]> }

function persons(context: Context): readonly Draft[] {
  return peopleOf(context).flatMap(({ name, mentions }) => {
    const labels = [...mentions].flatMap(([view, spans]) => personLabels(view, spans))
    return toDraft(context, name, `person ${personKey(name)}`, labels, 0.8)
  })
}

/** People matched over the reports by name. */
function peopleOf(context: Context): readonly Person[] {
  const people: { name: string; mentions: Map<ArticleView, readonly Span[]> }[] = []
  const named = context.views.flatMap((view) =>
    view.article.entities.flatMap(({ kind, name, mentions }) =>
      kind === 'person' ? [{ view, name, mentions }] : [],
    ),
  )
  for (const { view, name, mentions } of named.sort(
    byKeys(
      (item) => -item.name.length,
      (item) => item.name,
      (item) => item.view.id,
    ),
  )) {
    const known = people.find((person) => samePerson(person.name, name))
    if (known) known.mentions.set(view, [...(known.mentions.get(view) ?? []), ...mentions])
    else people.push({ name, mentions: new Map([[view, mentions]]) })
  }
  return people.sort(byKeys(({ name }) => name))
}

function things(context: Context): readonly Draft[] {
  return referentsOf(context).flatMap(({ name, phrases, confidence }) =>
    toDraft(context, name, name, phrases, confidence),
  )
}

/** One noun, or two of one meaning ("attorney", "lawyer"): no difference. */
function isOneWord(a: string, b: string): boolean {
  return stem(a) === stem(b) || relation(a, b) === 'same'
}

function toDraft(
  context: Context,
  referent: string,
  matter: string,
  labels: readonly Label[],
  sure: number,
): readonly Draft[] {
  const byView = new Map<ArticleView, Label[]>()
  for (const label of labels) byView.set(label.view, [...(byView.get(label.view) ?? []), label])
  const sets = [...byView].map(([view, own]) => ({
    view,
    heads: [...new Set(own.map((label) => label.head))],
  }))
  const ids = sets.map(({ view }) => view.id)
  const differ = sets.some((one) =>
    sets.some(
      (other) =>
        context.texts([one.view.id, other.view.id]) > 1 &&
        !one.heads.some((head) => other.heads.some((item) => isOneWord(head, item))),
    ),
  )
  if (!differ) return []
  const wordsOf = (own: readonly Label[]): readonly string[] =>
    [...new Map(own.map((label) => [label.words.toLowerCase(), label.words])).values()].slice(0, 3)
  const positions = context.views.flatMap((view) => {
    const own = byView.get(view)
    return own ? [{ value: joinAnd(wordsOf(own).map((words) => quoted(words, 60))), by: view.name }] : []
  })
  return [
    draft(context, {
      kind: 'naming',
      severity: 'naming',
      articles: ids,
      column: null,
      evidence: labels.map((label): Evidence => ({ article: label.view.id, ...label.span, role: 'label' })),
      confidence: sure,
      salience: ids.length / context.views.length,
      detail: {
        referent,
        labels: Object.fromEntries(
          [...byView].sort(byKeys(([view]) => view.id)).map(([view, own]) => [view.id, wordsOf(own)]),
        ),
      },
      sentence: templates.naming(referent, positions),
      matter: `naming ${matter}`,
      contested: 0.5,
      front: false,
    }),
  ]
}
