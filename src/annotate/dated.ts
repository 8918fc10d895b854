/** Reports that no page dates get the day of their dateline; its year stands in their text, or in when another report came out. */
import { datelineDay } from '../english/dateline.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { limits, withinLimit } from '../text/limits.js'
import { timeOfText } from '../text/publication.js'
import { publicationDay } from './quantities/day.js'
import { quantities } from './quantities/quantities.js'
import { tagSentences } from './sentences.js'

export function withDatelines(articles: readonly AnnotatedArticle[]): readonly AnnotatedArticle[] {
  const printed = articles.flatMap((article) => timeOfText(article)?.slice(0, 10) ?? [])
  return articles.map((article) => {
    if (timeOfText(article) !== null) return article
    const told = article.quantities.flatMap(({ kind, value }) =>
      kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? [value] : [],
    )
    const day = datelineDay(article, [...told, ...printed])
    if (day === null) return article
    const tagged = tagSentences(article, article.sentences)
    const figures = quantities(article.text, tagged, publicationDay(day, 'UTC'))
    return { ...article, publishedAt: day, quantities: withinLimit(figures, limits.quantities).read }
  })
}
