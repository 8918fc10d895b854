/**
 * The checkable value of a claim column: the kind of quantity that most of its articles give, and each article's own.
 *
 * In: the column's members with their articles. Out: values by kind and unit; none where fewer than two articles give it.
 * Never: decides which value is right.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quantity } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { addOnce } from '../text/grouped.js'

export type Valued = { readonly article: AnnotatedArticle; readonly claim: Span }

/** Kind and unit: what makes two values comparable. */
export function quantityKind({ kind, unit }: Quantity): string {
  return unit === null ? kind : `${kind} ${unit}`
}

function quantitiesOf({ article, claim }: Valued): Quantity[] {
  return article.quantities.filter((quantity) => overlap(quantity, claim) > 0)
}

/** The kind that most articles of the column give; null when no two do. */
export function columnKind(members: readonly Valued[]): string | null {
  const articles = new Map<string, Set<string>>()
  for (const member of members)
    for (const quantity of quantitiesOf(member)) addOnce(articles, quantityKind(quantity), member.article.id)
  const [top] = [...articles].sort(
    byKeys(
      ([, ids]) => -ids.size,
      ([kind]) => kind,
    ),
  )
  return top && top[1].size > 1 ? top[0] : null
}

/** The values of that kind in some of the members, each once, in order of the text. */
export function valuesOf(members: readonly Valued[], kind: string): string[] {
  const found = members.flatMap(quantitiesOf).filter((quantity) => quantityKind(quantity) === kind)
  return [...new Set(found.map(({ value, unit }) => (unit === null ? value : `${value} ${unit}`)))]
}
