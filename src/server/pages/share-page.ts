/** Sharing a report: the links there are, and a new one, which is shown once. */
import type { Share } from '../../model/desk.js'
import { html, type Markup } from '../../print/html/markup.js'
import { iso } from '../comparison-view.js'
import type { ServerSettings } from '../deps.js'
import { box, options } from './fields.js'
import { layout, ofComparison } from './layout.js'
import { time } from './lists.js'

export type Shared = {
  readonly id: string
  readonly title: string
  readonly shares: readonly Share[]
  readonly made: string | null
  readonly now: number
}

export function sharePage({ id, title, shares, made, now }: Shared, settings: ServerSettings): string {
  const { shareTexts, maxShareDays } = settings
  const choices = [1, 7, 30, 90, 365].filter((days) => days <= maxShareDays)
  return layout(
    {
      title: `Share: ${title}`,
      ...ofComparison(id, 'share'),
    },
    html`<h1>Share the report</h1>
      <p>${title}</p>
      <p class="lead">
        Whoever has a link reads this report without a key, and nothing else. It quotes the passages and leads
        to the articles${shareTexts ? '' : '; it does not hold them'}. Verdicts are not in it. Search engines
        are told to leave it out.
      </p>
      ${
        made !== null &&
        html`<div class="aside" role="status">
          <p>
            <label for="link">The link. Copy it now: it is not shown again.</label>
            <input type="text" id="link" readonly data-link value="${made}" />
            <a href="${made}">Open it</a>
          </p>
        </div>`
      }
      <form class="line" method="post" action="/comparisons/${id}/share">
        <label for="days">For</label>
        <select id="days" name="days">
          ${options(
            choices.map((days) => [String(days), days === 1 ? 'a day' : `${days} days`]),
            '7',
          )}
        </select>
        ${shareTexts && box('checkbox', 'texts', 'yes', false, 'with the articles')}
        <button type="submit">Make a link</button>
      </form>
      ${
        shares.length > 0 &&
        html`<h2>Links</h2>
          <ul class="list">
            ${shares.map((share) => shareItem(share, now))}
          </ul>`
      }`,
  )
}

function shareItem({ id, comparison, by, createdAt, endsAt, revokedAt, texts }: Share, now: number): Markup {
  const live = revokedAt === null && endsAt > now
  return html`<li>
    <p>
      ${by.name === '' ? 'Made' : `${by.name} made it`} ${time(iso(createdAt))};
      ${revokedAt === null ? html`${live ? 'ends' : 'ended'} ${time(iso(endsAt))}` : html`revoked ${time(iso(revokedAt))}`}${texts ? '; with the articles' : ''}
    </p>
    ${
      live &&
      html`<form method="post" action="/comparisons/${comparison}/share/${id}/revoke">
        <button class="danger" type="submit" aria-label="Revoke the link of ${iso(createdAt)}">Revoke</button>
      </form>`
    }
  </li>`
}
