/**
 * What reports call the same person or thing: `naming`.
 *
 * Persons: the phrases beside the name in two or more reports, where the nouns differ. Things: noun phrases of one
 * naming set (lexicon/naming-sets.ts) in the outlets' own words, where two or more reports prefer different nouns;
 * sets that need it ask for the same name after "of". Labels inside quotation marks are the speaker's and left out.
 */
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys, compareCodeUnits } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import type { ArticleView, Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { namingSets } from '../lexicon/naming-sets.js'
import { personLabels, setLabels, type Label } from '../naming/labels.js'
import { nameWords } from '../quotes/speakers.js'
import { joinAnd, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const naming: Lens = {
  name: 'naming',
  find: (context) => [...persons(context), ...things(context)],
}

type Person = { readonly name: string; readonly mentions: Map<ArticleView, readonly Span[]> }

function persons(context: Context): readonly Draft[] {
  const people = new Map<string, Person>()
  for (const view of context.views) {
    for (const entity of view.article.entities) {
      const last = nameWords(entity.name).at(-1)
      if (entity.kind !== 'person' || last === undefined) continue
      const known = people.get(last) ?? {
        name: entity.name,
        mentions: new Map<ArticleView, readonly Span[]>(),
      }
      known.mentions.set(view, [...(known.mentions.get(view) ?? []), ...entity.mentions])
      const longer = entity.name.length > known.name.length ? entity.name : known.name
      people.set(last, { ...known, name: longer })
    }
  }
  return [...people].sort(byKeys(([last]) => last)).flatMap(([last, { name, mentions }]) => {
    const labels = [...mentions].flatMap(([view, spans]) => personLabels(view, spans))
    return toDraft(context, name, `person ${last}`, labels, 0.8)
  })
}

function things(context: Context): readonly Draft[] {
  return namingSets.flatMap((set) => {
    const labels = context.views.flatMap((view) => setLabels(view, set))
    if (set.same === 'event') return toDraft(context, set.referent, set.referent, labels, 0.6)
    const places = [...new Set(labels.flatMap((label) => label.place ?? []))].sort(compareCodeUnits)
    return places.flatMap((place) =>
      toDraft(
        context,
        `${set.referent} ${place}`,
        `${set.referent} ${place}`,
        labels.filter((label) => label.place === place),
        0.9,
      ),
    )
  })
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
    heads: new Set(own.map((label) => stem(label.head))),
  }))
  const ids = sets.map(({ view }) => view.id)
  const differ = sets.some((one) =>
    sets.some(
      (other) =>
        context.texts([one.view.id, other.view.id]) > 1 &&
        ![...one.heads].some((head) => other.heads.has(head)),
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
      front: context.texts(ids) * 2 > context.allTexts,
    }),
  ]
}
