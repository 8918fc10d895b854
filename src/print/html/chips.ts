/**
 * Reports by letter: small boxes that stand for a report wherever it is named in a line.
 *
 * In: a View and ids. Out: markup. Never: a chip without the name of its report, or more of them in the tab order than lead
 * somewhere.
 */
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** So few reports are named beside their letters, where all have short names: nobody has to look a letter up. */
const mostNamed = 4
const longestName = 18

/** For a line that opens: the script makes each lead to the report's text. */
export function chips({ labels }: View, articles: readonly string[]): Markup {
  const named =
    labels.all.length <= mostNamed && labels.all.every(({ outlet }) => outlet.length <= longestName)
  return html`<span class="${named ? 'chips-in named' : 'chips-in'}"
    >${articles.flatMap((id) => {
      const label = labels.of(id)
      if (label === undefined) return []
      const { letter, outlet, anchor } = label
      const chip = html`<abbr class="letter" title="${outlet}" data-to="${anchor}">${letter}</abbr>`
      return [named ? html`<span>${chip} ${outlet}</span> ` : html`${chip} `]
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
