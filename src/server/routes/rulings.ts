/** Rulings on findings, whom somebody asks to rule, and the same as reviews. Never in the name of another, or on a finding the report has not. */
import { z } from '@hono/zod-openapi'
import { roleOf } from '../../model/api-key.js'
import { type Assignment, DeskRuling, Person, RuledReport } from '../../model/desk.js'
import { longestNote, Review } from '../../model/review.js'
import { ReviewerAgreement } from '../../model/reviewer-agreement.js'
import { write } from '../../pool/pooled.js'
import { changed, personOf } from '../changes.js'
import { inIso, titlesOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { givenOf, partedOf } from '../desk-view.js'
import { about } from '../pages/lists.js'
import { assignedPage, rulingsPage } from '../pages/rulings-page.js'
import { HttpProblem, parse } from '../problems.js'
import { printedOf } from '../report-formats.js'
import { answer, type App, routesOf } from '../route.js'
import { DeskRulingBody, RulingsBody } from '../schemas.js'
import { noComparison, param } from './comparisons.js'
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
      const { id } = await found(param(c, 'id'), deps)
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
      const asked = await assign(c, param(c, 'finding'), to, sentence, deps)
      return c.json({ to: asked?.to ?? null })
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

  app.get('/comparisons/:id/rulings', shows('read'), async (c) => {
    const { id, title, ruled, rulings } = await ruledOf(param(c, 'id'), deps)
    const may = roleOf(c.var.caller.scopes) !== 'reads'
    return send(
      c,
      rulingsPage({
        id,
        title,
        ruled,
        rulings,
        history: await store.desk.rulingHistory(id, shownSaid),
        assignments: await store.desk.assignments(id),
        asked: await store.desk.assignmentHistory(id, shownSaid),
        people: (await store.keys()).filter(({ scopes }) => roleOf(scopes) !== 'reads'),
        me: may ? personOf(c.var.caller) : null,
      }),
    )
  })

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

async function found(id: string, { store }: ServerDeps) {
  const submission = await store.find(id)
  if (!submission) throw noComparison()
  return submission
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

async function assign(
  c: AppContext,
  finding: string,
  to: string | null,
  sentence: string,
  deps: ServerDeps,
): Promise<Assignment | null> {
  const { desk } = deps.store
  const id = await findingOf(param(c, 'id'), finding, deps)
  const key = to === null ? null : await deps.store.key(to)
  if (to !== null && (key === null || roleOf(key.scopes) === 'reads'))
    throw new HttpProblem('invalid', 'There is nobody with this key who may rule.')
  const asked =
    key === null
      ? null
      : {
          comparison: id,
          finding,
          to: { key: key.id, name: key.name },
          by: personOf(c.var.caller),
          sentence,
          at: deps.now(),
          endedAt: null,
        }
  const before =
    asked === null ? await desk.unassign(id, finding, deps.now()) : await desk.assign(asked, mostSaid)
  changed(c, {
    what: 'asked somebody to rule on a finding',
    target: `/comparisons/${id}/rulings#${finding}`,
    from: before?.to.name ?? 'nobody',
    to: asked?.to.name ?? 'nobody',
  })
  return asked
}

/** The comparison's id, where its report has the finding: looked for in the report's text, which is not parsed here. */
async function findingOf(wanted: string, finding: string, deps: ServerDeps): Promise<string> {
  const submission = await finished(wanted, deps)
  const report = await reportOf(submission, deps)
  if (!/^f-[\w-]{1,90}$/u.test(finding) || !report.includes(`"id":"${finding}"`))
    throw new HttpProblem('not-found', 'The report has no such finding.')
  return submission.id
}
