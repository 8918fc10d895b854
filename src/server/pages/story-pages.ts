/** Stories: the list, one story with its reports, and the window in which a page from one's own browser is taken in. */
import { readFileSync } from 'node:fs'
import type { Source } from '../../model/source.js'
import type { Story, StoryReport } from '../../ports/store.js'
import { html, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { sourceFile } from '../../text/data-file.js'
import { withoutCredentials } from '../../text/web-address.js'
import { iso } from '../comparison-view.js'
import { box, list, older, options } from './fields.js'
import { asset, layout, lists } from './layout.js'
import { time } from './lists.js'

const bookmarklet = readFileSync(sourceFile('server', 'pages', 'bookmarklet.js'), 'utf8').replace(
  /\/\*[^]*?\*\//u,
  '',
)
export const takeScript = asset(
  'js',
  'text/javascript; charset=utf-8',
  readFileSync(sourceFile('server', 'pages', 'take.js'), 'utf8'),
)

export type Choice = { readonly value: string; readonly name: string; readonly chosen: boolean }
export type Taking = {
  readonly choices: readonly Choice[]
  readonly mostBytes: number
  readonly address: string
  readonly title: string
  readonly trouble: string | null
}

export function takePage({ choices, mostBytes, address, title, trouble }: Taking): string {
  return layout(
    {
      title: `${trouble === null ? '' : 'Error: '}A page from your browser`,
      here: '/',
      scripts: [takeScript],
    },
    html`<h1>A page from your own browser</h1>
      <div data-take data-most="${mostBytes}">
        ${trouble !== null && html`<div class="summary" role="alert"><p>${trouble}</p></div>`}
        <p role="status" data-told>Save the page in your browser (Ctrl+S) and drop the file here.</p>
        <form method="post" action="/take" enctype="multipart/form-data">
          <div class="field" data-file>
            <label for="files">Saved page</label>
            <p class="hint">HTML, MHTML or text.</p>
            <input id="files" name="files" type="file" accept=".html,.htm,.xhtml,.mhtml,.mht,.txt" />
          </div>
          <div data-shown hidden>
            <p class="hint" data-removed></p>
            <pre
              class="taken"
              role="region"
              tabindex="0"
              aria-label="Text that would be kept"
              data-text
            ></pre>
            <details>
              <summary>The page as it would be kept</summary>
              <pre
                class="taken"
                role="region"
                tabindex="0"
                aria-label="Page that would be kept"
                data-source
              ></pre>
            </details>
            <textarea name="html" hidden></textarea>
          </div>
          <div class="field">
            <label for="address">Its address</label>
            <input id="address" name="address" type="url" value="${address}" autocomplete="off" />
          </div>
          <fieldset>
            <legend>Keep it in</legend>
            ${choices.map(({ value, name, chosen }) => box('radio', 'story', value, chosen, name))}
            <label
              >Name of a new story <input name="title" type="text" value="${title}" autocomplete="off"
            /></label>
          </fieldset>
          <p><button type="submit">Keep this page</button></p>
        </form>
        <h2>The bookmark</h2>
        <p>
          Many outlets answer no program. Drag this link to your bookmarks; then open a report in your
          browser, as you read it, and click the bookmark:
          <a class="main-link" href="/take" data-mark="${bookmarklet}" hidden>Take to Synoptic</a>
        </p>
        <noscript><p>The bookmark needs scripts.</p></noscript>
        <p class="hint">
          You see what would be kept before it is: without scripts, forms, inputs and hidden parts. The
          bookmark holds no key. Some pages let no window open, or do not hand themselves over: save these and
          drop the file here.
        </p>
      </div>`,
  )
}

export const storyName = ({ title, reports }: Story): string =>
  title ?? `Story of ${count(reports, 'report')}`

export function storyListPage(items: readonly Story[], next: string | null): string {
  return layout(
    { title: 'Collected reports', here: '/comparisons', beside: lists('/stories') },
    html`<h1>Collected reports</h1>
      <p class="edits"><a href="/take">Add a page from your own browser</a></p>
      ${items.length === 0 && html`<p class="lead">There is none yet.</p>`}
      ${list(
        'list',
        items.map(
          (story) =>
            html`<p><a href="/stories/${story.id}">${storyName(story)}</a></p>
              <p class="hint">${count(story.reports, 'report')} · ${time(iso(story.changedAt))}</p>`,
        ),
      )}
      ${older('/stories?after=', next)}`,
  )
}

export type ShownStory = {
  readonly story: Story
  readonly reports: readonly StoryReport[]
  readonly fresh: ReadonlySet<string>
  readonly others: readonly Story[]
  readonly once: string
  readonly most: number
}

export function storyPage({ story, reports, fresh, others, once, most }: ShownStory): string {
  const name = storyName(story)
  const { id, comparison } = story
  return layout(
    { title: `${name} – Stories`, here: '/comparisons', beside: lists('/stories') },
    html`<h1>${name}</h1>
      ${
        comparison !== null &&
        html`<p>
          <a href="/comparisons/${comparison}">The newest comparison</a
          >${fresh.size > 0 && html`; ${count(fresh.size, 'report')} came since`}
        </p>`
      }
      ${
        reports.length < 2
          ? html`<p>A comparison needs two reports. <a class="edits" href="/take">Add a page</a></p>`
          : html`<form class="edits" method="post" action="/stories/${id}/compare">
              <input type="hidden" name="once" value="${once}" />
              <button type="submit">Compare ${reports.length > most ? `the newest ${most}` : 'them'}</button>
              <a href="/take">Add a page</a>
            </form>`
      }
      <form method="post" action="/stories/${id}/move">
        <h2>Reports</h2>
        ${list(
          'list',
          reports.map(
            ({ address, source, addedAt }) =>
              html`<label class="check"
                  ><input class="edits" type="checkbox" name="report" value="${address}" />
                  ${nameOf(source)}${fresh.has(address) && html` <b>new</b>`}</label
                >
                <p class="hint">${linked(address)} · since ${time(iso(addedAt))}</p>`,
          ),
        )}
        <fieldset class="edits">
          <legend>Reports that do not belong here, or all of them</legend>
          <label for="to">Put the marked ones into</label>
          <select id="to" name="to">
            ${options([
              ['', 'a story of their own'],
              ...others.map((other) => [other.id, shorten(storyName(other), 80)] as const),
            ])}
          </select>
          <p class="hint">
            That is kept: what you put apart is not put together again, and the other way round.
          </p>
          <button class="quiet" type="submit">Put them there</button>
        </fieldset>
      </form>
      <p><a href="/stories/${id}/versions">What changed in them, and when</a></p>
      <p class="hint">Began ${time(iso(story.createdAt))}.</p>`,
  )
}

export function nameOf({ name, outlet }: Source): string {
  const shown = withoutCredentials(name)
  return outlet === null ? shown : `${outlet} – ${shown}`
}

export function linked(address: string): Markup {
  return /^https?:\/\//iu.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow">${shorten(address, 120)}</a>`
    : html`handed in`
}
