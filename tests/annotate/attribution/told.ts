/** Who is credited with what in a text of paragraphs, one line each: `source | cue | content … content`. */
import { annotate } from '../../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../../src/model/annotated-article.js'
import type { Quote } from '../../../src/model/annotation.js'
import { articleOf } from '../article.js'

export function told(...paragraphs: readonly string[]): readonly string[] {
  const article = readParagraphs(...paragraphs)
  return article.quotes.map((quote) => lineOf(article.text, quote))
}

export function readParagraphs(...paragraphs: readonly string[]): AnnotatedArticle {
  return annotate(articleOf(paragraphs.join('\n\n')), { zone: 'UTC' })
}

function lineOf(text: string, { source, cue, content }: Quote): string {
  return [source, cue, content]
    .map((spans) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ') || '-')
    .join(' | ')
}
