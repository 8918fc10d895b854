/** Signing in, who has a key, what was changed by whom; and what of a page is of whoever is signed in. */
import { type ApiKey, Role, roleOf } from '../../model/api-key.js'
import type { Change } from '../../model/desk.js'
import type { Home } from '../../model/pool-job.js'
import { Verdict } from '../../model/review.js'
import { verdictWords } from '../../print/blocks.js'
import { bodyClass, ownPlaces } from '../../print/html/house.js'
import { headAndRows, html, type Markup, scrollTable } from '../../print/html/markup.js'
import { iso } from '../comparison-view.js'
import type { Caller } from '../deps.js'
import { withToken } from '../sessions.js'
import { box, older, options } from './fields.js'
import { layout, operators, whoPlace } from './layout.js'
import { time } from './lists.js'

/** A page as whoever is signed in gets it: their name in the bar, their token in its forms. */
export function personal(page: string, caller: Caller, here: string): string {
  const who = whoOf(caller)
  if (who === undefined) return page
  const bar = ownPlaces(who, here, signOutForm).toString()
  return withToken(
    page.replace(whoPlace, () => bar).replace('<body>', `<body${bodyClass(who).toString()}>`),
    caller,
  )
}

/** Undefined for a stranger. */
export function whoOf({ session, name, scopes }: Caller): Home['who'] {
  return scopes.length === 0 ? undefined : { name: session === null ? '' : name, role: roleOf(scopes) }
}

const signOutForm = html`<form method="post" action="/sign-out">
  <button class="quiet" type="submit">Sign out</button>
</form>`

export function signInPage(next: string, { session, name }: Caller, trouble: string | null): string {
  return layout(
    { title: 'Sign in' },
    html`<h1>Sign in</h1>
      ${session !== null && html`<p class="lead">You are signed in as ${name}.</p>`}
      ${trouble !== null && html`<p class="error" role="alert" id="key-error">${trouble}</p>`}
      <form class="narrow" method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}" />
        <div class="field">
          <label for="key">Your key</label>
          <p class="hint" id="key-hint">
            Whoever runs this service gives you one. It begins with <code>syn_</code>.
          </p>
          <input
            type="password"
            id="key"
            name="key"
            required
            autocomplete="current-password"
            autofocus
            maxlength="200"
            aria-describedby="key-hint${trouble === null ? '' : ' key-error'}"
            ${trouble !== null && html`aria-invalid="true"`}
          />
        </div>
        <button type="submit">Sign in</button>
      </form>`,
  )
}

const roleWords: Readonly<Record<Role, readonly [string, string]>> = {
  reads: ['reads', 'sees every comparison'],
  edits: ['edits', 'also asks for comparisons, rules on findings and shares reports'],
  runs: ['runs the place', 'everything, people and the log among it'],
}

type Shown = {
  readonly made: { readonly name: string; readonly key: string } | null
  readonly trouble: string | null
}

export function peoplePage(keys: readonly ApiKey[], caller: Caller, { made, trouble }: Shown): string {
  return layout(
    { title: 'People', beside: operators('/people') },
    html`<h1>People</h1>
      ${
        made !== null &&
        html`<div class="aside" role="status">
          <p>The key of ${made.name}. Hand it over now: it is not shown again.</p>
          <p><code>${made.key}</code></p>
        </div>`
      }
      ${
        keys.length === 0
          ? html`<p class="lead">Nobody has a key yet.</p>`
          : scrollTable(
              'People',
              headAndRows(
                [
                  'Name',
                  'May do',
                  'Since',
                  'Key',
                  html`<th scope="col"><span class="vh">Take back</span></th>`,
                ],
                keys.map((key) => personRow(key, caller)),
              ),
              'folds',
            )
      }
      <h2>Somebody else</h2>
      ${trouble !== null && html`<p class="error" role="alert">${trouble}</p>`}
      <form class="narrow" method="post" action="/people">
        <div class="field">
          <label for="name">Name</label>
          <input type="text" id="name" name="name" required maxlength="100" autocomplete="off" />
        </div>
        <fieldset>
          <legend>May do</legend>
          ${Role.options.map((role) => box('radio', 'role', role, role === 'edits', roleWords[role].join(': ')))}
        </fieldset>
        <button type="submit">Make a key</button>
      </form>`,
  )
}

function personRow({ id, name, scopes, createdAt }: ApiKey, caller: Caller): Markup {
  return html`<tr>
    <td>${name}</td>
    <td>${roleWords[roleOf(scopes)][0]}</td>
    <td>${time(iso(createdAt), 'short')}</td>
    <td><code>${id}</code></td>
    <td>
      ${
        id === caller.key
          ? 'you'
          : html`<details>
              <summary aria-label="Take back the key of ${name}">Take back</summary>
              <form method="post" action="/people/${id}/remove">
                <p class="note">It opens nothing from then on, and does not come back.</p>
                <button class="danger" type="submit">Take it back</button>
              </form>
            </details>`
      }
    </td>
  </tr>`
}

export function logPage(
  { items, next }: { readonly items: readonly Change[]; readonly next: string | null },
  keys: readonly ApiKey[],
  titles: ReadonlyMap<string, string>,
  by: string,
): string {
  return layout(
    { title: 'Log', beside: operators('/log') },
    html`<h1>What was changed</h1>
      <form class="line" method="get" action="/log">
        <label for="by">By</label>
        <select id="by" name="by">
          ${options([['', 'everybody'], ...keys.map(({ id, name }) => [id, name] as const)], by)}
        </select>
        <button class="quiet" type="submit">Show</button>
      </form>
      ${
        items.length === 0
          ? html`<p class="lead">Nothing yet.</p>`
          : scrollTable(
              'Changes',
              headAndRows(
                ['When', 'Who', 'What', 'How'],
                items.map((change) => changeRow(change, titles)),
              ),
              'folds',
            )
      }
      ${older(`/log?${by === '' ? '' : `by=${by}&`}after=`, next, 'Earlier')}`,
  )
}

function changeRow({ at, by, what, target, from, to }: Change, titles: ReadonlyMap<string, string>): Markup {
  const id = comparisonIn(target)
  const words = id === null ? target : (titles.get(id) ?? id)
  const values = [from, to].map((value) => (value === 'none' || value === 'nobody' ? '' : (value ?? '')))
  const [before = '', after = ''] = values
  return html`<tr>
    <td>${time(iso(at), 'short')}</td>
    <td>${by.name === '' ? 'this machine' : by.name}</td>
    <td>
      ${what}${target !== '' && html`: ${/^\/\w/u.test(target) ? html`<a href="${target}">${words}</a>` : target}`}
    </td>
    <td>
      ${before !== '' && inWords(before)}${before !== '' && html` → ${after === '' && 'nothing'}`}${inWords(after)}
    </td>
  </tr>`
}

export function comparisonIn(target: string): string | null {
  return /^\/comparisons\/(c-[\w-]+)/u.exec(target)?.[1] ?? null
}

/** Verdicts as they are called, times in the reader's zone. */
function inWords(value: string): Markup {
  const verdict = Verdict.safeParse(value)
  if (verdict.success) return html`${verdictWords[verdict.data]}`
  const [, before = value, at] = /^(.*?)(\d{4}-\d\d-\d\dT[\d:.]+Z)?$/su.exec(value) ?? []
  return html`${before}${at !== undefined && time(at)}`
}
