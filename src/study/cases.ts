/** Pages of cases, a rate a page: each case with the words that stand for it and a link to its row in the event's report. */
import { html, nothing, trusted } from '../print/html/markup.js'
import { passageAddress } from '../print/text-fragment.js'
import { shorten } from '../print/safe-text.js'
import { fold } from '../text/fold.js'
import { sha256 } from '../text/hash.js'
import type { Choice, EventLine } from './event-lines.js'
import type { Measure, Unit } from './measures.js'
import { figureWords } from './words.js'
import { styleFile } from '../print/page-files.js'

/** A page with more would open slowly; statements.csv and the other tables have all. */
export const mostCases = 3_000

const longest = 400

export function casesFile({ id, categories }: Measure, category: string, outlet: string): string {
  const named = categories !== null && category !== 'yes' ? `.${category}` : ''
  const slug = fold(outlet)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
  return `cases/${id}${named}.${slug}-${sha256(outlet).slice(0, 6)}.html`
}

export function caseTitle({ says, categories }: Measure, category: string): string {
  const named = category === 'yes' ? '' : (categories?.[category] ?? category)
  return named === '' ? says : `${says}: ${named}`
}

/** The page's beginning: HTML lets its end be left out. */
export function caseHead(measure: Measure, category: string, outlet: string): string {
  const title = measure.categories === null ? measure.says : caseTitle(measure, category)
  const top = html`<p><a href="../index.html">All events</a></p>
    <h1>${outlet}</h1>
    <p>${title}: the cases, as the program finds them. ${figureWords(measure.detector)}</p>`
  return `${pageHead(`${outlet}: ${title}`)}<body><main>${top.toString()}`
}

/** `count`: which of the page's cases it is. A section an event is left open for the next case. */
export function caseMarkup(event: EventLine, unit: Unit, isNew: boolean, count: number): string {
  if (count > mostCases) return html`<p>There are more: the tables have all of them.</p>`.toString()
  const section = `${count > 1 ? '</section>' : ''}<section class="${event.classes.join(' ')}">`
  const heading = isNew
    ? html`${trusted(section)}
        <h2>${event.title}</h2>`
    : nothing
  const report = event.folder === null ? null : `../${event.folder}/report.html`
  const passage = unit.passage?.() ?? ''
  const told = unit.told?.() ?? []
  const original = passageAddress(unit.article.article.url, [passage])
  return html`${heading}
    <div class="case">
      <p>
        ${shorten(unit.words(), longest)}
        ${told.length === 0 ? nothing : html`<span class="soft">told by ${told.join(', ')}</span>`}
      </p>
      ${
        passage === ''
          ? nothing
          : html`<blockquote>
              ${unit.told === undefined ? nothing : html`<span class="soft">closest here:</span>`}
              ${shorten(passage, longest)}
            </blockquote>`
      }
      <p class="links">
        ${report === null ? nothing : html`<a href="${report}${unit.anchor ? `#${unit.anchor}` : ''}">In its report</a>`}
        ${original === null ? nothing : html`<a href="${original}">At the outlet</a>`}
      </p>
    </div> `.toString()
}

/** The page's end: cases of chosen events alone, where its address names the choice. */
export function caseChoices(choices: readonly Choice[]): string {
  const rules = choices.map(({ id }) => `body:has(#${id}:target) section:not(.${id}){display:none}`)
  const notes = choices.map(
    (choice) =>
      html`<p class="only" id="${choice.id}">${choiceWords(choice)} alone. <a href="#">All cases</a></p>`,
  )
  return html`</section><style>${trusted(rules.join(''))}</style>${notes}`.toString()
}

export function choiceWords({ of, name }: Choice): string {
  return of === 'actor'
    ? `Events with ${name}`
    : name === 'no time'
      ? 'Events without a time'
      : `Events of ${name}`
}

const style = styleFile('study', 'page.css').trimEnd()

/** The page from its beginning to its body. `rules`: of filters, made for one page. */
export function pageHead(title: string, rules = ''): string {
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Synoptic</title>
    <style>
      ${trusted(style)}${trusted(rules)}
    </style>
  </head>`
  return `<!doctype html>\n<html lang="en">${head.toString()}`
}
