/**
 * The actor table: one row for each person, body and place, a column for each report: what it calls the actor and how many of
 * the actor's words it gives; a cell opens the passages behind it.
 *
 * In: a View. Out: markup. Never: more actors than `mostActors` (the rest is in actors.csv, and the page says so).
 */
import type { Actor, ActorInArticle } from '../../model/actor.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { oneLine } from '../../text/trimmed.js'
import { count, voiceWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { byOutlet, cellsLead, lettersOf, outletCells, outletHeads } from './outlets.js'
import { placeLink } from './passages.js'
import { headAndRows, scrollTable } from './table.js'
import type { View } from './view.js'

const mostActors = 24
const mostLabels = 2
const mostPassages = 4

const kindWords: Readonly<Record<Actor['kind'], string>> = {
  person: 'person',
  organisation: 'body',
  place: 'place',
  group: 'group',
  other: 'other',
}

export function actorTable(view: View): Markup {
  const actors = (view.report.actors ?? []).filter(({ byArticle }) => Object.keys(byArticle).length > 1)
  if (actors.length === 0) return html`<p>No actor was found in two reports.</p>`
  const table = scrollTable(
    'Actors as each report has them',
    headAndRows(
      ['Actor', outletHeads(view)],
      actors.slice(0, mostActors).map((actor) => actorRow(view, actor)),
    ),
    byOutlet(view, 'actors'),
  )
  return html`${cellsLead(view, 'What each report calls an actor, and how many of its words it gives. Open a cell to read what it has the actor do and be.', 'not named')}${table}${noneLeft}${more(actors.length - mostActors, 'actors.csv and report.json')}`
}

function actorRow(view: View, actor: Actor): Markup {
  return html`<tr data-item data-told="${lettersOf(view, (id) => Object.hasOwn(actor.byArticle, id))}">
    <th scope="row" dir="auto">${actor.name}<small>${kindWords[actor.kind]}</small></th>
    ${outletCells(view, 'not named', (label) => {
      const here = actor.byArticle[label.article.id]
      return here === undefined ? [] : [actorCell(view, label, here)]
    })}
  </tr>`
}

function actorCell(view: View, label: ArticleLabel, here: ActorInArticle): Markup {
  const names = here.labels.slice(0, mostLabels).map(({ words }) => shorten(words, 60))
  const heard = here.heard.direct + here.heard.indirect
  const summary = html`<span dir="auto">${names.join(', ')}</span>${
      heard === 0 ? nothing : html` <small>${count(heard, 'word')}</small>`
    }`
  const passages = passagesOf(label, here)
  if (passages.length === 0) return html`<p>${summary}</p>`
  return html`<details class="actor">
    <summary>${summary}</summary>
    <ul>
      ${passages.slice(0, mostPassages).map(
        ({ words, note, start, end }) =>
          html`<li dir="auto">
            “${shorten(words, 160)}”
            <small>${note} ${placeLink(view, { article: label.article.id, spans: [{ start, end }] })}</small>
          </li>`,
      )}
    </ul>
  </details>`
}

type Passage = { readonly words: string; readonly note: string; readonly start: number; readonly end: number }

/** What the report has the actor do, have done to it, or be, each once. */
function passagesOf({ article }: ArticleLabel, { acts, modifiers }: ActorInArticle): readonly Passage[] {
  const all = [
    ...acts.map(({ direction, voice, start, end }) => ({
      note: `${direction === 'does' ? 'does' : 'is done to'}, ${voiceWords[voice]}`,
      start,
      end,
    })),
    ...modifiers.map(({ voice, start, end }) => ({ note: `described, ${voiceWords[voice]}`, start, end })),
  ]
  const seen = new Set<string>()
  return all.flatMap((one) => {
    const words = oneLine(passageText(article, [one]))
    if (words === '' || seen.has(words)) return []
    seen.add(words)
    return [{ ...one, words }]
  })
}
