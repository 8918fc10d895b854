/** Rulings on findings, whom somebody asks to rule, and the same as reviews and pages. Never in the name of another, or on a finding the report has not. */
import { z } from '@hono/zod-openapi'
import { roleOf } from '../../model/api-key.js'
import { type Assignment, DeskRuling, Person, RuledReport } from '../../model/desk.js'
import { longestNote, Review, Verdict } from '../../model/review.js'
import { ReviewerAgreement } from '../../model/reviewer-agreement.js'
import { write } from '../../pool/pooled.js'
import { verdictWords } from '../../print/blocks.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { sortedBy } from '../../text/order.js'
import { changed, personOf } from '../changes.js'
import { inIso, iso, titlesOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { givenOf, partedOf } from '../desk-view.js'
import { box, list, options } from '../pages/fields.js'
import { layout, ofComparison } from '../pages/layout.js'
import { about, time } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { printedOf } from '../report-formats.js'
import { answer, type App, routesOf } from '../route.js'
import { DeskRulingBody, RulingsBody } from '../schemas.js'
import { findComparison, param } from './comparisons.js'
import { fieldsOf, send, shows, takes, typedForm, withoutNul } from '../page-answer.js'
import { finished, ofReport, reportOf } from './reports.js'

const words = z.string().max(longestNote).overwrite(withoutNul).default('')
const RulingRequest = z.strictObject({
  verdict: DeskRuling.unwrap().shape.verdict,
  correction: words,
  note: words,
  sentence: words.openapi({ description: 'the finding as it was read' }),
})
const AssignmentRequest = z.strictObject({
  to: z.string().max(40).nullable().openapi({ description: 'id of a key; null asks nobody' }),
  sentence: words,
})

/** Of one comparison, all that was ever said. */
const mostSaid = 20_000
const shownSaid = 500
const mostAssigned = 200

export function rulingRoutes(app: App, deps: ServerDeps): void {
  const api = routesOf(app, 'rulings', 'read')
  const { store } = deps

  api.get(
    '/api/comparisons/{id}/rulings',
    'What people ruled on its findings, whom they asked, and where two of them part',
    { responses: { 200: answer('The last word of each, and what was said before.', RulingsBody) } },
    async (c) => {
      const { id } = await findComparison(c, store)
      const rulings = await store.desk.rulings(id)
      const history = await store.desk.rulingHistory(id, shownSaid)
      return c.json({
        items: rulings.map(inIso),
        assignments: (await store.desk.assignments(id)).map(inIso),
        asked: (await store.desk.assignmentHistory(id, shownSaid)).map(inIso),
        parted: partedOf(rulings).map(({ finding }) => finding),
        history: history.map(inIso),
      })
    },
  )

  api.put(
    '/api/comparisons/{id}/rulings/{finding}',
    'Rule on a finding, in your own name; `none` takes it back',
    {
      scope: 'submit',
      body: RulingRequest,
      responses: { 200: answer('Kept.', DeskRulingBody) },
      problems: ofReport,
    },
    async (c, { body }) => c.json(inIso(await rule(c, param(c, 'finding'), body, deps))),
  )

  api.put(
    '/api/comparisons/{id}/assignments/{finding}',
    'Ask somebody to rule on a finding',
    {
      scope: 'submit',
      body: AssignmentRequest,
      responses: {
        200: answer('Who is asked now, or null.', z.strictObject({ to: Person.clone().nullable() })),
      },
      problems: ofReport,
    },
    async (c, { body: { to, sentence } }) => {
      return c.json({ to: await assign(c, param(c, 'finding'), to, sentence, deps) })
    },
  )

  api.get(
    '/api/comparisons/{id}/reviews.json',
    'The rulings as reviews, one a person: `agreement`, `audit --review` and `export --review` read the file',
    { responses: { 200: answer('Reviews.', z.array(Review.clone().openapi('Review'))) }, problems: ofReport },
    async (c) => {
      const { id, ruled } = await ruledOf(param(c, 'id'), deps)
      c.header('content-disposition', `attachment; filename="${id}-reviews.json"`)
      return c.json(ruled.reviews)
    },
  )

  api.get(
    '/api/comparisons/{id}/agreement',
    'How far its reviewers agree, by kind of finding',
    {
      responses: {
        200: answer(
          'As `npx synoptic agreement --json` prints it.',
          ReviewerAgreement.clone().openapi('Agreement'),
        ),
      },
      problems: ofReport,
    },
    async (c) => c.json((await ruledOf(param(c, 'id'), deps)).ruled.agreement),
  )

  app.get('/comparisons/:id/rulings', shows('read'), async (c) =>
    send(c, rulingsPage(await shownTo(c, deps))),
  )

  app.post('/comparisons/:id/rulings', takes('submit', 100_000, typedForm), async (c) => {
    const form = await fieldsOf(c)
    const [finding, sentence] = [form.one('finding'), form.one('sentence')]
    if (form.one('do') === 'ask')
      await assign(c, finding, form.one('to') || null, sentence.slice(0, longestNote), deps)
    else {
      const [verdict, correction, note] = ['verdict', 'correction', 'note'].map(form.one)
      await rule(c, finding, parse(RulingRequest, { verdict, correction, note, sentence }), deps)
    }
    return c.redirect(`/comparisons/${param(c, 'id')}/rulings#${encodeURIComponent(finding)}`, 303)
  })

  app.get('/rulings', shows('read'), async (c) => {
    const asked = await store.desk.assignedTo(c.var.caller.key ?? '', mostAssigned)
    const ids = asked.map(({ comparison }) => comparison)
    return send(c, assignedPage(asked, await titlesOf(ids, store)))
  })
}

async function ruledOf(wanted: string, deps: ServerDeps) {
  const submission = await finished(wanted, deps)
  const { id } = submission
  const rulings = await deps.store.desk.rulings(id)
  const report = await reportOf(submission, deps)
  const print = { as: 'ruled', given: givenOf(rulings) } as const
  const printed = printedOf(await write({ as: 'files', report, print }, deps))
  return { ...about(submission), ruled: RuledReport.parse(JSON.parse(printed)), rulings }
}

type Asked = z.infer<typeof RulingRequest>

async function rule(c: AppContext, finding: string, asked: Asked, deps: ServerDeps): Promise<DeskRuling> {
  const id = await findingOf(param(c, 'id'), finding, deps)
  const by = personOf(c.var.caller)
  const ruling = {
    ...asked,
    correction: asked.verdict === 'correct' ? asked.correction : '',
    finding,
    by,
    at: deps.now(),
  }
  const before = await deps.store.desk.rule(id, ruling, mostSaid)
  if (before === 'full')
    throw new HttpProblem('invalid', `At most ${mostSaid} rulings are kept of one comparison.`)
  changed(c, {
    what: 'ruled on a finding',
    target: `/comparisons/${id}/rulings#${finding}`,
    from: before?.verdict ?? 'none',
    to: ruling.verdict,
  })
  return ruling
}

/** Who is asked now. */
async function assign(
  c: AppContext,
  finding: string,
  wanted: string | null,
  sentence: string,
  deps: ServerDeps,
): Promise<Person | null> {
  const { desk } = deps.store
  const comparison = await findingOf(param(c, 'id'), finding, deps)
  const key = wanted === null ? null : await deps.store.key(wanted)
  if (wanted !== null && (key === null || roleOf(key.scopes) === 'reads'))
    throw new HttpProblem('invalid', 'There is nobody with this key who may rule.')
  const [at, by] = [deps.now(), personOf(c.var.caller)]
  const to = key && { key: key.id, name: key.name }
  const before =
    to === null
      ? await desk.unassign(comparison, finding, at)
      : await desk.assign({ comparison, finding, to, by, sentence, at, endedAt: null }, mostSaid)
  changed(c, {
    what: 'asked somebody to rule on a finding',
    target: `/comparisons/${comparison}/rulings#${finding}`,
    from: before?.to.name ?? 'nobody',
    to: to?.name ?? 'nobody',
  })
  return to
}

/** The comparison's id, where its report has the finding: looked for in the report's text, which is not parsed here. */
async function findingOf(wanted: string, finding: string, deps: ServerDeps): Promise<string> {
  const submission = await finished(wanted, deps)
  const report = await reportOf(submission, deps)
  if (!/^f-[\w-]{1,90}$/u.test(finding) || !report.includes(`"id":"${finding}"`))
    throw new HttpProblem('not-found', 'The report has no such finding.')
  return submission.id
}

/** What stands on the page. `me`: null for whoever may only read; `asked`: all that was asked, newest first. */
async function shownTo(c: AppContext, deps: ServerDeps) {
  const { store } = deps
  const { desk } = store
  const { id, ...known } = await ruledOf(param(c, 'id'), deps)
  return {
    ...known,
    id,
    history: await desk.rulingHistory(id, shownSaid),
    assignments: await desk.assignments(id),
    asked: await desk.assignmentHistory(id, shownSaid),
    people: (await store.keys()).filter(({ scopes }) => roleOf(scopes) !== 'reads'),
    me: roleOf(c.var.caller.scopes) === 'reads' ? null : personOf(c.var.caller),
  }
}

type Shown = Awaited<ReturnType<typeof shownTo>>
type Finding = RuledReport['findings'][number]

function rulingsPage(shown: Shown): string {
  const { id, title, ruled, rulings } = shown
  const history = historyOf(shown)
  const parted = partedOf(rulings)
  const front = ruled.findings.filter((one) => one.front)
  const smaller = ruled.findings.filter((one) => !one.front)
  const known = new Set(ruled.findings.map((one) => one.id))
  const gone = rulings.filter(({ finding }) => !known.has(finding))
  const done = new Set(rulings.map(({ finding }) => finding)).size
  return layout(
    { title: `Verdicts: ${title}`, ...ofComparison(id, 'rulings') },
    html`<h1>Verdicts</h1>
      <p>${title} · <a href="/api/comparisons/${id}/reviews.json" download>As review files</a></p>
      <p class="lead">
        ${count(done, 'difference')} of ${ruled.findings.length} judged. ${agreementLine(ruled)} Right: it
        stands as it is. Unsure: you looked and cannot tell.
      </p>
      ${
        parted.length > 0 &&
        html`<h2 id="parted">Where people disagree</h2>
          ${list(
            'rows',
            parted.map(
              (one) =>
                html`<a href="#${one.finding}">${sentenceOf(one.finding, one.sentence, ruled)}</a>
                  <p class="hint">
                    ${one.rulings.map(({ by, verdict }) => `${nameOf(by)}: ${pastOf(verdict)}`).join(' · ')}
                  </p>`,
            ),
          )}`
      }
      <h2>Main differences</h2>
      ${findingList(front, shown)}
      ${
        smaller.length > 0 &&
        html`<h2>More differences</h2>
          ${findingList(smaller, shown)}`
      }
      ${
        gone.length > 0 &&
        html`<h2>Of differences that the comparison no longer has</h2>
          <ul class="rows">
            ${gone.map((one) => html`<li dir="auto">${one.sentence} ${saidOf(one)}</li>`)}
          </ul>`
      }
      ${
        history.length > 0 &&
        html`<details>
          <summary>What was said and asked, newest first</summary>
          <ul class="rows">
            ${history.map(({ at, said, sentence }) => html`<li dir="auto">${time(iso(at))} ${said} <span class="hint">${sentence}</span></li>`)}
          </ul>
        </details>`
      }`,
  )
}

function historyOf({ history, asked }: Shown) {
  return sortedBy(
    [
      ...history.map((one) => ({ at: one.at, sentence: one.sentence, said: saidOf(one) })),
      ...asked.map(({ at, sentence, by, to, endedAt }) => ({
        at,
        sentence,
        said: html`<b>${nameOf(by)}</b> asked
          ${nameOf(to)}${endedAt !== null && html`, until ${time(iso(endedAt))}`}`,
      })),
    ],
    ({ at }) => -at,
  )
}

function agreementLine({ agreement }: RuledReport): string {
  const [all] = agreement.rows
  if (all === undefined || all.shared === 0 || all.equal === null) return ''
  const alpha = all.alpha === null ? '' : `, Krippendorff’s alpha ${all.alpha.toFixed(2)}`
  return `Two or more judged ${all.shared}: ${Math.round(all.equal * 100)} % of pairs alike${alpha}.`
}

function findingList(findings: readonly Finding[], shown: Shown): Markup {
  if (findings.length === 0) return html`<p class="hint">None.</p>`
  return html`<ol class="list ruled">
    ${findings.map((finding) => findingItem(finding, shown))}
  </ol>`
}

function findingItem(
  { id, kind, sentence }: Finding,
  { id: comparison, rulings, assignments, people, me }: Shown,
): Markup {
  const said = rulings.filter(({ finding }) => finding === id)
  const asked = assignments.find(({ finding }) => finding === id)
  const mine = me === null ? undefined : said.find(({ by }) => by.key === me.key)
  return html`<li id="${id}">
    <p dir="auto"><b>${kind}</b> ${sentence}</p>
    ${
      said.length > 0 &&
      html`<ul class="said">
        ${said.map((one) => html`<li dir="auto">${saidOf(one)} <span class="hint">${time(iso(one.at))}</span></li>`)}
      </ul>`
    }
    ${asked !== undefined && html`<p class="hint">${nameOf(asked.by)} asked ${nameOf(asked.to)}.</p>`}
    ${
      me !== null &&
      html`<details ${mine === undefined && asked?.to.key === me.key && html`open`}>
        <summary>
          ${mine === undefined ? 'Judge' : 'Change your verdict'}<span class="vh"> on: ${sentence}</span>
        </summary>
        <form method="post" action="/comparisons/${comparison}/rulings">
          <input type="hidden" name="finding" value="${id}" />
          <input type="hidden" name="sentence" value="${sentence.slice(0, longestNote)}" />
          <fieldset class="verdicts">
            <legend>Your verdict</legend>
            ${[...Verdict.options, 'none' as const].map((verdict) =>
              box('radio', 'verdict', verdict, verdict === (mine?.verdict ?? 'none'), choiceWords[verdict]),
            )}
          </fieldset>
          <label
            >It should read (with “Right if reworded”)
            <textarea name="correction" rows="2" maxlength="${longestNote}">
${mine?.correction ?? ''}</textarea>
          </label>
          <label
            >Note <textarea name="note" rows="2" maxlength="${longestNote}">${mine?.note ?? ''}</textarea>
          </label>
          <button type="submit" name="do" value="rule">Keep the verdict</button>
          ${
            people.length > 0 &&
            html`<p class="line">
              <label
                >Ask
                <select name="to">
                  ${options([['', 'nobody'], ...people.map((key) => [key.id, key.name] as const)], asked?.to.key)}
                </select></label
              >
              <button class="quiet" type="submit" name="do" value="ask">to judge it</button>
            </p>`
          }
        </form>
      </details>`
    }
  </li>`
}

const choiceWords: Readonly<Record<DeskRuling['verdict'], string>> = {
  accept: 'Right',
  correct: 'Right if reworded',
  dismiss: 'Wrong',
  unsure: 'Unsure',
  none: 'None',
}

const nameOf = ({ name }: Person): string => (name === '' ? 'this machine' : name)

const pastOf = (verdict: DeskRuling['verdict']): string =>
  verdict === 'none' ? 'taken back' : verdictWords[verdict]

function saidOf({ by, verdict, correction, note }: DeskRuling): Markup {
  const words = [correction === '' ? '' : `should read “${correction}”`, note].filter((text) => text !== '')
  return html`<b>${nameOf(by)}</b>: ${pastOf(verdict)}${words.length === 0 ? '' : `; ${words.join('; ')}`}`
}

function sentenceOf(id: string, read: string, { findings }: RuledReport): string {
  return findings.find((one) => one.id === id)?.sentence ?? read
}

/** What somebody was asked to rule on, by comparison. */
function assignedPage(asked: readonly Assignment[], titles: ReadonlyMap<string, string>): string {
  return layout(
    { title: 'Yours' },
    html`<h1>Yours to rule on</h1>
      ${asked.length === 0 && html`<p class="lead">Nobody asked you to rule on anything.</p>`}
      ${[...titles].map(
        ([id, title]) =>
          html`<h2><a href="/comparisons/${id}/rulings">${title}</a></h2>
            <ul class="rows">
              ${asked
                .filter(({ comparison }) => comparison === id)
                .map(
                  (one) =>
                    html`<li dir="auto">
                      <a href="/comparisons/${id}/rulings#${one.finding}">${one.sentence || one.finding}</a>
                      <span class="hint">asked by ${nameOf(one.by)}, ${time(iso(one.at))}</span>
                    </li>`,
                )}
            </ul>`,
      )}`,
  )
}
