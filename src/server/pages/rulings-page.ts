/** Ruling together: each finding with what everybody said of it and a form for one's own word; where two part; what one was asked. */
import type { ApiKey } from '../../model/api-key.js'
import type { Assignment, DeskRuling, Person, RuledReport } from '../../model/desk.js'
import { longestNote, Verdict } from '../../model/review.js'
import { verdictWords } from '../../print/blocks.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { byKeys } from '../../text/order.js'
import { iso } from '../comparison-view.js'
import { partedOf } from '../desk-view.js'
import { box, list, options } from './fields.js'
import { layout, ofComparison } from './layout.js'
import { time } from './lists.js'

export type Ruled = {
  readonly id: string
  readonly title: string
  readonly ruled: RuledReport
  readonly rulings: readonly DeskRuling[]
  readonly history: readonly DeskRuling[]
  readonly assignments: readonly Assignment[]
  /** All that was asked, newest first. */
  readonly asked: readonly Assignment[]
  readonly people: readonly ApiKey[]
  /** Null for whoever may only read. */
  readonly me: Person | null
}
type Finding = RuledReport['findings'][number]

export function rulingsPage(shown: Ruled): string {
  const { id, title, ruled, rulings } = shown
  const history = historyOf(shown)
  const parted = partedOf(rulings)
  const [front, smaller] = [true, false].map((isFront) =>
    ruled.findings.filter((one) => one.front === isFront),
  )
  const known = new Set(ruled.findings.map((one) => one.id))
  const gone = rulings.filter(({ finding }) => !known.has(finding))
  const done = new Set(rulings.map(({ finding }) => finding)).size
  return layout(
    {
      title: `Verdicts: ${title}`,
      ...ofComparison(id, 'rulings'),
    },
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
      ${findingList(front ?? [], shown)}
      ${
        smaller !== undefined &&
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

function historyOf({ history, asked }: Ruled) {
  return [
    ...history.map((one) => ({ at: one.at, sentence: one.sentence, said: saidOf(one) })),
    ...asked.map(({ at, sentence, by, to, endedAt }) => ({
      at,
      sentence,
      said: html`<b>${nameOf(by)}</b> asked
        ${nameOf(to)}${endedAt !== null && html`, until ${time(iso(endedAt))}`}`,
    })),
  ].sort(byKeys(({ at }) => -at))
}

function agreementLine({ agreement }: RuledReport): string {
  const [all] = agreement.rows
  if (all === undefined || all.shared === 0 || all.equal === null) return ''
  const alpha = all.alpha === null ? '' : `, Krippendorff’s alpha ${all.alpha.toFixed(2)}`
  return `Two or more judged ${all.shared}: ${Math.round(all.equal * 100)} % of pairs alike${alpha}.`
}

function findingList(findings: readonly Finding[], shown: Ruled): Markup {
  if (findings.length === 0) return html`<p class="hint">None.</p>`
  return html`<ol class="list ruled">
    ${findings.map((finding) => findingItem(finding, shown))}
  </ol>`
}

function findingItem(
  { id, kind, sentence }: Finding,
  { id: comparison, rulings, assignments, people, me }: Ruled,
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
export function assignedPage(asked: readonly Assignment[], titles: ReadonlyMap<string, string>): string {
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
