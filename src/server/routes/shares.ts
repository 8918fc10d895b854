/**
 * Links by which anybody may read one report for a time.
 *
 * Never: leads to anything else, tells why a link leads nowhere, or gives the articles unless the operator lets it.
 */
import { z } from '@hono/zod-openapi'
import { randomBytes } from 'node:crypto'
import type { Share } from '../../model/desk.js'
import { sha256 } from '../../text/hash.js'
import { changed, personOf } from '../changes.js'
import { inIso, iso } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { queryGuard, rateLimited } from '../guards.js'
import { originOf } from '../http.js'
import { html, type Markup } from '../../print/html/markup.js'
import { box, list, options } from '../pages/fields.js'
import { layout, ofComparison } from '../pages/layout.js'
import { about, time } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { sendHtml } from '../report-formats.js'
import { answer, type App, routesOf } from '../route.js'
import { ShareBody } from '../schemas.js'
import type { AppDeps } from '../sending.js'
import { param } from './comparisons.js'
import { fieldsOf, page, send, shows, takes, typedForm } from '../page-answer.js'
import { finished, ofReport, reportOf } from './reports.js'

/** Links of one comparison that lead somewhere. */
const mostShares = 50
const dayMs = 86_400_000
/** Bytes. */
const largestForm = 10_000

export function shareRoutes(app: App, deps: AppDeps): void {
  const api = routesOf(app, 'reports', 'submit')
  const { store, settings, now, failures } = deps
  const Days = z.int().min(1).max(settings.maxShareDays)
  const ShareRequest = z.strictObject({
    days: Days.default(7),
    texts: z
      .boolean()
      .default(false)
      .openapi({ description: 'the articles, too, where the operator lets them' }),
  })

  async function make(c: AppContext, { days, texts }: z.infer<typeof ShareRequest>) {
    const submission = await finished(param(c, 'id'), deps)
    await reportOf(submission, deps)
    if (texts && !settings.shareTexts) throw new HttpProblem('invalid', 'Articles are not shared here.')
    const token = randomBytes(32).toString('base64url')
    const share: Share = {
      id: `sh-${deps.newId()}`,
      hash: sha256(token),
      comparison: submission.id,
      texts,
      by: personOf(c.var.caller),
      createdAt: now(),
      endsAt: now() + days * dayMs,
      revokedAt: null,
    }
    if (!(await store.desk.addShare(share, mostShares)))
      throw new HttpProblem('invalid', `A report has at most ${mostShares} links at once; revoke one.`)
    changed(c, {
      what: 'shared a report',
      target: `/comparisons/${submission.id}`,
      to: `until ${iso(share.endsAt)}`,
    })
    return { share, link: `${originOf(c)}/shared/${token}` }
  }

  async function revoke(c: AppContext): Promise<void> {
    const id = param(c, 'id')
    if (!(await store.desk.revokeShare(id, param(c, 'share'), now())))
      throw new HttpProblem('not-found', 'There is no such link, or it was revoked before.')
    changed(c, { what: 'revoked a link', target: `/comparisons/${id}` })
  }

  async function shown(c: AppContext, made: string | null): Promise<Response> {
    const submission = await finished(param(c, 'id'), deps)
    return send(c, sharePage(about(submission), await store.desk.shares(submission.id), made, deps))
  }

  api.get(
    '/api/comparisons/{id}/shares',
    'Links by which its report is shared',
    { responses: { 200: answer('Newest first.', z.array(ShareBody)) }, problems: ['not-finished'] },
    async (c) => {
      const { id } = await finished(param(c, 'id'), deps)
      return c.json((await store.desk.shares(id)).map(shareBody))
    },
  )
  api.post(
    '/api/comparisons/{id}/shares',
    'Share its report with whoever has the link, for some days',
    {
      description:
        'The link is in this answer alone. The page it leads to quotes the articles, and holds them only with `texts`.',
      body: ShareRequest,
      mostBytes: largestForm,
      responses: {
        201: answer(
          'The link.',
          z.strictObject({ ...ShareBody.shape, link: z.string() }).openapi('NewShare'),
        ),
      },
      problems: ofReport,
    },
    async (c, { body }) => {
      const { share, link } = await make(c, body)
      return c.json({ ...shareBody(share), link }, 201)
    },
  )
  api.delete(
    '/api/comparisons/{id}/shares/{share}',
    'Revoke a link',
    { responses: { 204: { description: 'It leads nowhere any more.' } } },
    async (c) => {
      await revoke(c)
      return c.body(null, 204)
    },
  )

  app.get('/comparisons/:id/share', shows('submit'), (c) => shown(c, null))
  app.post('/comparisons/:id/share', takes('submit', largestForm, typedForm), async (c) => {
    const form = await fieldsOf(c)
    const [days, texts] = [Number(form.one('days')), form.one('texts') === 'yes']
    const { link } = await make(c, parse(ShareRequest, { days, texts }))
    return shown(c, link)
  })
  app.post('/comparisons/:id/share/:share/revoke', takes('submit', largestForm), async (c) => {
    await revoke(c)
    return c.redirect(`/comparisons/${param(c, 'id')}/share`, 303)
  })

  app.get('/shared/:token', page, queryGuard(null), async (c) => {
    c.header('x-robots-tag', 'noindex, nofollow, noarchive')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
    const share = await store.desk.share(sha256(param(c, 'token')), now())
    const submission = share && (await store.find(share.comparison))
    const report = submission && (await store.report(submission.id))
    if (!share || report === null) {
      const wait = failures.take(c.var.caller.address)
      if (wait > 0) throw rateLimited(wait)
      const why = 'This link leads nowhere, or does so no more. Ask whoever gave it to you for another.'
      throw new HttpProblem('not-found', why)
    }
    const withoutText = !(share.texts && settings.shareTexts)
    return sendHtml(c, () => Promise.resolve(report), deps, { withoutText })
  })
}

const shareBody = ({ hash: _, ...share }: Share) => inIso(share)

/** The links there are, and the one that was just made, which is shown this once. */
function sharePage(
  { id, title }: { readonly id: string; readonly title: string },
  shares: readonly Share[],
  made: string | null,
  { settings: { shareTexts, maxShareDays }, now }: ServerDeps,
): string {
  const choices = [1, 7, 30, 90, 365].filter((days) => days <= maxShareDays)
  return layout(
    { title: `Share: ${title}`, ...ofComparison(id, 'share') },
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
          ${list(
            'list',
            shares.map((share) => shareItem(share, now())),
          )}`
      }`,
  )
}

function shareItem({ id, comparison, by, createdAt, endsAt, revokedAt, texts }: Share, now: number): Markup {
  const live = revokedAt === null && endsAt > now
  return html`<p>
      ${by.name === '' ? 'Made' : `${by.name} made it`} ${time(iso(createdAt))};
      ${revokedAt === null ? html`${live ? 'ends' : 'ended'} ${time(iso(endsAt))}` : html`revoked ${time(iso(revokedAt))}`}${texts ? '; with the articles' : ''}
    </p>
    ${
      live &&
      html`<form method="post" action="/comparisons/${comparison}/share/${id}/revoke">
        <button class="danger" type="submit" aria-label="Revoke the link of ${iso(createdAt)}">Revoke</button>
      </form>`
    }`
}
