/** Alignments drawn as tables: a line a column, a cell an article: its words' letters, `-` absent, `?` unknown. */
import { normalize } from '../../src/normalize/normalize.js'
import { annotate } from '../../src/annotate/annotate.js'
import type { Column } from '../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { textPage } from '../support/event.js'

export function article(name: string, text: string): AnnotatedArticle {
  return annotate(normalize(textPage(name, text)), { zone: 'UTC' })
}

/** `|a|b|-|` for the articles in the order given; a mention shows its first words. */
export function draw(column: Column, articles: readonly AnnotatedArticle[], words = 3): string {
  const cells = articles.map(({ id, text }) => {
    const cell = column.cells[id]
    if (!cell) return 'MISSING'
    if (cell.state === 'absent') return '-'
    if (cell.state === 'unknown') return '?'
    return cell.mentions
      .map((mention) => text.slice(mention.start, mention.end).split(/\s+/u).slice(0, words).join(' '))
      .join(' + ')
  })
  return `|${cells.join('|')}|`
}
