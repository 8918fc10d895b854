/**
 * Reports by letter: small boxes that stand for a report wherever it is named in a line.
 *
 * In: a View and ids. Out: markup. Never: a chip without the name of its report, or more of them in the tab order than lead
 * somewhere.
 */
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** For a line that opens: the script makes each lead to the report's text. */
export function chips({ labels }: View, articles: readonly string[]): Markup {
  return html`<span class="chips-in"
    >${articles.flatMap((id) => {
      const label = labels.of(id)
      return label === undefined
        ? []
        : [
            html`<abbr class="letter" title="${label.outlet}" data-to="${label.anchor}"
              >${label.letter}</abbr
            > `,
          ]
    })}</span
  >`
}

/** As links to the reports' texts, or to a place in them. */
export function chipLinks(
  { labels }: View,
  articles: readonly string[],
  placeOf: (article: string) => string | null = () => null,
): Markup {
  return html`<span class="chips-in"
    >${articles.flatMap((id) => {
      const label = labels.of(id)
      return label === undefined
        ? []
        : [
            html`<a class="letter" href="#${placeOf(id) ?? label.anchor}" title="${label.outlet}"
              >${label.letter}<span class="vh"> ${label.outlet}, in the text</span></a
            > `,
          ]
    })}</span
  >`
}
