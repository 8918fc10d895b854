/** /api/comparisons/{id}/check-quotation and /find-statement, and their page: what each report of a comparison answers. */
import { z } from '@hono/zod-openapi'
import { Asked, AskedAnswer, CheckedQuotation, FoundStatement } from '../../model/asked.js'
import { readInTurn } from '../../jobs/ask-reader.js'
import type { SecondReader } from '../../jobs/deps.js'
import { roleOf } from '../../model/api-key.js'
import type { Submission } from '../../model/submission.js'
import { answersTo, type Second } from '../../pool/pooled.js'
import { RunLater } from '../../ports/queue.js'
import { answerLines } from '../../print/asked.js'
import { html, type Markup } from '../../print/html/markup.js'
import type { AppContext, ServerDeps, ServerSettings } from '../deps.js'
import { box, list } from '../pages/fields.js'
import { layout, ofComparison } from '../pages/layout.js'
import { about } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { printedOf } from '../report-formats.js'
import { answer, jsonText, routesOf, type App } from '../route.js'
import { param } from './comparisons.js'
import { busy } from '../sending.js'
import { fieldsOf, send, shows, takes, typedForm } from '../page-answer.js'
import { finished, ofReport, reportOf } from './reports.js'

const words = z.string().trim().min(1).max(4_000)
const QuotationQuery = z.object({ words, saidBy: z.string().trim().max(300).optional() })
type Query = z.infer<typeof QuotationQuery>
const StatementQuery = z.object({ words })
/** The page's form; empty fields are not asked yet. */
const PageQuery = z.object({
  words: z.string().trim().max(4_000).default(''),
  saidBy: z.string().trim().max(300).default(''),
  for: z.enum(['quotation', 'statement']).default('quotation'),
})
const Quotations = z.array(CheckedQuotation.clone().openapi('CheckedQuotation'))
const Statements = z.array(FoundStatement.clone().openapi('FoundStatement'))
const largestForm = 20_000

const questions = [
  {
    name: 'check-quotation',
    summary:
      'Whether each report has some words: verbatim, cut, altered, in other words, credited to somebody else',
    query: QuotationQuery,
    answers: Quotations,
    about: 'quotation' as const,
  },
  {
    name: 'find-statement',
    summary:
      'Whether each report makes a statement: says it, gives another value, denies it, does not tell it',
    query: StatementQuery,
    answers: Statements,
    about: 'statement' as const,
  },
]

function askedOf(about: Asked['for'], { words: asked, saidBy = '' }: Query): Asked {
  if (about === 'statement') return { for: about, words: asked }
  return { for: about, words: asked, saidBy: saidBy === '' ? null : saidBy }
}

export function askRoutes(app: App, deps: ServerDeps): void {
  const api = routesOf(app, 'reports', 'read')
  for (const { name, summary, query, answers: schema, about: kind } of questions)
    api.get(
      `/api/comparisons/{id}/${name}`,
      summary,
      {
        query,
        responses: {
          200: answer(`An answer a report, as \`npx synoptic ${name} --json\` prints it.`, schema),
        },
        problems: ofReport,
      },
      async (c, { query: given }) => jsonText(c, await answers(param(c, 'id'), askedOf(kind, given), deps)),
    )

  api.post(
    '/api/comparisons/{id}/find-statement',
    'The same, with the service’s second reader as judge of what comes nearest',
    {
      scope: 'submit',
      description:
        'Of comparisons that it reads: where nobody refused it, and of pasted texts and uploads where the operator allows that.',
      body: StatementQuery,
      responses: { 200: answer('An answer a report; `second` names the reader.', Statements) },
      problems: [...ofReport, 'busy', 'unavailable'],
    },
    async (c, { body }) => jsonText(c, await judged(c, body.words, deps)),
  )

  app.post('/comparisons/:id/ask', takes('submit', largestForm, typedForm), async (c) => {
    const { words: asked } = parse(StatementQuery, { words: (await fieldsOf(c)).one('words') })
    const found = Statements.parse(JSON.parse(await judged(c, asked, deps)))
    return sendAsk(c, askedOf('statement', { words: asked }), found)
  })

  async function sendAsk(
    c: AppContext,
    asked: Asked,
    found: readonly AskedAnswer[] | null,
  ): Promise<Response> {
    const submission = await finished(param(c, 'id'), deps)
    const isOffered = roleOf(c.var.caller.scopes) !== 'reads' && readerFor(submission, deps) !== null
    return send(c, askPage(about(submission), asked, found, isOffered ? deps.settings.reader : null))
  }

  app.get('/comparisons/:id/ask', shows('read', PageQuery), async (c) => {
    const query = parse(PageQuery, c.req.query())
    const asked = askedOf(query.for, query)
    const found =
      query.words === ''
        ? null
        : z.array(AskedAnswer).parse(JSON.parse(await answers(param(c, 'id'), asked, deps)))
    return sendAsk(c, asked, found)
  })
}

/** A list, as JSON. */
async function answers(
  id: string,
  asked: Asked,
  deps: ServerDeps,
  second: Second | null = null,
): Promise<string> {
  const report = await reportOf(await finished(id, deps), deps)
  const printed = printedOf(await answersTo({ asked, of: { report } }, deps, second))
  return `[${printed.split('\n').filter(Boolean).join(',')}]`
}

/** The operator's reader where it reads this comparison: nobody refused it, and nothing was given that may not go to it. */
function readerFor({ notes }: Submission, { reading }: ServerDeps): SecondReader | null {
  return notes === null || notes === 'given' ? null : reading
}

/** The same with the operator's second reader, in its turn and within its tokens. */
async function judged(c: AppContext, words: string, deps: ServerDeps): Promise<string> {
  const id = param(c, 'id')
  const reader = readerFor(await finished(id, deps), deps)
  if (reader === null) throw new HttpProblem('invalid', 'No second reader reads this comparison.')
  const signal = AbortSignal.any([c.req.raw.signal, deps.stopping])
  return answers(id, { for: 'statement', words }, deps, async (reading) => {
    const outcome = await readInTurn(reading, id, reader, deps, signal).catch((error: unknown) => {
      if (!(error instanceof RunLater)) throw error
      throw busy('The second reader is reading something else.', Math.ceil(error.milliseconds / 1_000))
    })
    if (outcome.state === 'read') return outcome.notes
    throw new HttpProblem('unavailable', `The second reader judged nothing: ${outcome.reason}`)
  })
}

/** `answers`: null where nothing is asked yet. `reader`: one that may be asked, too. */
function askPage(
  { id, title }: { readonly id: string; readonly title: string },
  asked: Asked,
  answers: readonly AskedAnswer[] | null,
  reader: ServerSettings['reader'],
): string {
  const choice = (value: Asked['for'], label: string): Markup =>
    box('radio', 'for', value, asked.for === value, label)
  return layout(
    { title: `Ask the reports: ${title}`, ...ofComparison(id, 'ask') },
    html`<h1>Ask the reports</h1>
      <p>${title}</p>
      <form method="get" action="/comparisons/${id}/ask">
        <fieldset class="field">
          <legend>What is it?</legend>
          ${choice('quotation', 'Words that somebody said')} ${choice('statement', 'A statement')}
        </fieldset>
        <div class="field">
          <label for="words">The words, or the statement in your own words</label>
          <textarea id="words" name="words" rows="3" maxlength="4000" required>${asked.words}</textarea>
        </div>
        <div class="field">
          <label for="saidBy">Said by</label>
          <p class="hint">
            Of a quotation, if you know: then you are told where it is credited to somebody else.
          </p>
          <input
            id="saidBy"
            name="saidBy"
            maxlength="300"
            value="${asked.for === 'quotation' ? (asked.saidBy ?? '') : ''}"
          />
        </div>
        <p><button type="submit">Ask</button></p>
      </form>
      ${answers !== null && answerList(answers)}
      ${
        answers !== null &&
        asked.for !== 'quotation' &&
        reader !== null &&
        html`<form method="post" action="/comparisons/${id}/ask">
          <input type="hidden" name="words" value="${asked.words}" />
          <p class="hint">
            The model ${reader.model} can judge the passages that come
            nearest${reader.sendsTo !== null && html`; they are sent to ${reader.sendsTo}`}.
          </p>
          <p><button type="submit">Have a second reader judge it</button></p>
        </form>`
      }`,
  )
}

function answerList(answers: readonly AskedAnswer[]): Markup {
  return html`<h2>What they answer</h2>
    ${list('rows', answers.map(answerItem))}`
}

function answerItem(one: AskedAnswer): Markup {
  const [told = '', ...lines] = answerLines(one)
  return html`<p><b>${one.outlet || one.source}</b>: ${told}</p>
    ${lines.map((line) => html`<p class="hint">${line}</p>`)}`
}
