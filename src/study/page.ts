/** The page across events. Never an order of outlets by a rate, or a script: filters are boxes that the style sheet looks at. */
import type { Rate, RateDifference, Study } from '../model/study.js'
import { headAndRows, html, nothing, type Markup, scrollTable } from '../print/html/markup.js'
import { grouped } from '../text/grouped.js'
import { compareCodeUnits } from '../text/order.js'
import { caseTitle, casesFile, choiceWords, pageHead } from './cases.js'
import type { Choice, EventLine } from './event-lines.js'
import type { Measure } from './measures.js'
import { level } from './rates.js'
import { count } from '../print/words.js'
import { countWords, figureWords, percent, withInterval } from './words.js'

/** Columns of the table of events; the other outlets stand in outlets.csv. */
const mostOutlets = 40

const groupNames: Readonly<Record<Measure['group'], string>> = {
  told: 'Told and left out',
  place: 'Place',
  quoted: 'Quotations',
  sources: 'Who is heard',
  actors: 'Chosen actors',
  codes: 'Codebook',
  copy: 'Time and copy',
}

type View = {
  readonly study: Study
  readonly measures: readonly Measure[]
  readonly lines: readonly EventLine[]
  readonly choices: readonly Choice[]
  /** The choice whose page it is, null on the page of all events. */
  readonly at: Choice | null
  readonly cases: ReadonlyMap<string, number>
  readonly tables: readonly string[]
}
type Shown = View & {
  readonly outlets: ReadonlyMap<string, number>
  /** The study's folder, from the page. */
  readonly base: string
}

export function choiceFile({ id }: Choice): string {
  return `of/${id}.html`
}

export function studyPage(given: View): string {
  const { study, at, tables } = given
  const names = [...study.outlets]
    .sort((a, b) => b.events - a.events || compareCodeUnits(a.name, b.name))
    .slice(0, mostOutlets)
    .map(({ name }) => name)
    .sort(compareCodeUnits)
  const view: Shown = {
    ...given,
    measures: given.measures.filter(({ id }) => study.rates.some(({ measure }) => measure === id)),
    outlets: new Map(names.map((name, index) => [name, index])),
    base: at === null ? '' : '../',
  }
  const { base } = view
  const title = at === null ? `${study.events} events` : choiceWords(at)
  const { events, reports, outlets, incomplete, leftOut } = study
  const body = html`<body>
    <main>
      <h1>
        ${at === null ? nothing : html`${choiceWords(at)}: `}${events} events, ${outlets.length} outlets
      </h1>
      <p>
        ${reports}
        reports${study.from === null ? nothing : html`, ${study.from.slice(0, 10)} to ${(study.to ?? '').slice(0, 10)}`};
        ${incomplete} could not be read as a whole.
        ${leftOut.length === 0 ? nothing : html`${count(leftOut.length, 'event')} ${leftOut.length === 1 ? 'is' : 'are'} left out; the <a href="${base}method.md">method note</a> says why.`}
      </p>
      <p>
        A rate counts what the program found, right or wrong: it is uncorrected unless its line says
        otherwise. Each panel says how often such findings, or what they rest on, were right when tested, and
        how many were found. Outlets stand by name. A rate says what stands in the reports, and nothing of
        why.
        ${
          at === null
            ? nothing
            : html`Here all rates are of these events alone, and uncorrected; what two outlets have apart is
                told on the <a href="../index.html">page of all events</a>.`
        }
      </p>
      <p class="links">
        <a href="${base}method.md">Method note</a><a href="${base}codebook.md">Codebook</a>
        ${tables.map((name) => html`<a href="${base}${name}.csv">${name}.csv</a>`)}
      </p>
      ${filters(view)} ${panels(view)} ${at === null ? differences(view) : nothing}
      ${events === 0 ? nothing : matrix(view)}
    </main>
  </body>`
  return pageHead(title, filterRules(view)) + body.toString()
}

function filters({ outlets, choices, measures, at, base }: Shown): Markup {
  const box = (id: string, name: string): Markup =>
    html`<span><input type="checkbox" id="${id}" checked /> <label for="${id}">${name}</label></span>`
  const pages = (legend: string, all: string, of: Choice['of']): Markup => {
    const some = choices.filter((choice) => choice.of === of)
    if (some.length === 0) return nothing
    return html`<fieldset>
      <legend>${legend}</legend>
      ${at?.of === of ? html`<span><a href="../index.html">${all}</a></span>` : html`<span>${all}</span>`}
      ${some.map((choice) =>
        choice === at
          ? html`<span aria-current="page">${choice.name}</span>`
          : html`<span><a href="${base}${choiceFile(choice)}">${choice.name}</a></span>`,
      )}
    </fieldset>`
  }
  return html`<div class="filters">
    <fieldset>
      <legend>Outlets</legend>
      ${[...outlets].map(([name, index]) => box(`o${index}`, name))}
    </fieldset>
    <fieldset>
      <legend>Kinds of rate</legend>
      ${groupsOf(measures).map((group) => box(`g-${group}`, groupNames[group]))}
    </fieldset>
    ${pages('Events of', 'all times', 'time')} ${pages('Events with', 'anybody', 'actor')}
  </div>`
}

function groupsOf(measures: readonly Measure[]): readonly Measure['group'][] {
  return [...new Set(measures.map(({ group }) => group))]
}

function filterRules({ outlets, measures }: Shown): string {
  return [
    ...[...outlets.values()].map((index) => `body:has(#o${index}:not(:checked)) .o${index}{display:none}`),
    ...groupsOf(measures).map((group) => `body:has(#g-${group}:not(:checked)) .g-${group}{display:none}`),
  ].join('')
}

function panels(view: Shown): Markup {
  const byMeasure = grouped(view.study.rates, ({ measure }) => [measure])
  return html`${groupsOf(view.measures).map(
    (group) =>
      html`<section class="kind g-${group}">
        <h2>${groupNames[group]}</h2>
        ${view.measures
          .filter((measure) => measure.group === group)
          .map((measure) => measurePanels(view, measure, byMeasure.get(measure.id) ?? []))}
      </section>`,
  )}`
}

function measurePanels(view: Shown, measure: Measure, rates: readonly Rate[]): Markup {
  const described = html`<p class="of">Of ${measure.of}. ${figureWords(measure.detector)}</p>`
  const categories = [...grouped(rates, ({ category }) => [category])]
  const isOne = categories.length === 1
  return html`${isOne ? nothing : described}
  ${categories.map(([category, same]) => {
    const full = scaleOf(same)
    return html`<div class="panel">
      <h3>${caseTitle(measure, category)}</h3>
      ${isOne ? described : nothing}
      <ul class="rates">
        ${same.map((rate) => rateLine(view, measure, rate, full))}
        ${
          same.some(({ rate }) => rate !== null)
            ? html`<li aria-hidden="true">
                <span></span><span class="scale"><span>0</span><span>${percent(full)}</span></span>
              </li>`
            : nothing
        }
      </ul>
    </div>`
  })}`
}

const scales = [0.05, 0.1, 0.2, 0.5, 1] as const

function scaleOf(rates: readonly Rate[]): number {
  const most = Math.max(
    0,
    ...rates.flatMap(({ interval, corrected }) => [interval?.high ?? 0, corrected?.interval.high ?? 0]),
  )
  return scales.find((scale) => most <= scale) ?? 1
}

function rateLine({ outlets, cases, at, base }: Shown, measure: Measure, rate: Rate, full: number): Markup {
  const index = outlets.get(rate.outlet)
  const file = casesFile(measure, rate.category, rate.outlet)
  const linked = (shown: Markup): Markup =>
    rate.cases > 0 && cases.has(file)
      ? html`<a
          href="${base}${file}${at === null ? '' : `#${at.id}`}"
          aria-label="Cases of ${rate.outlet}: ${caseTitle(measure, rate.category)}"
          >${shown}</a
        >`
      : shown
  const counts = html`${countWords(rate)}`
  const figures =
    rate.rate === null || rate.interval === null
      ? html`${linked(counts)}: too few events for a rate`
      : html`<b>${withInterval(rate.rate, rate.interval)}</b
          >${rate.corrected === null ? ' uncorrected' : ''}<br />${counts}`
  const corrected =
    rate.corrected === null
      ? nothing
      : html`<br />corrected by ${rate.corrected.judged} judged:
          <b>${withInterval(rate.corrected.rate, rate.corrected.interval)}</b>`
  return html`<li class="${index === undefined ? '' : `o${index}`}">
    <span class="name">${rate.outlet}</span
    >${rate.rate === null ? html`<span></span>` : linked(dots(rate, full))}
    <p>${figures}${corrected}</p>
  </li>`
}

const width = 200

function dots({ rate, interval, corrected }: Rate, full: number): Markup {
  const at = (share: number): number => Math.round((4 + (width - 8) * Math.min(1, share / full)) * 10) / 10
  const mark = (y: number, value: number, low: number, high: number, kind: string): Markup =>
    html`<line class="interval" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}" /><circle
        class="${kind}"
        cx="${at(value)}"
        cy="${y}"
        r="4"
      />`
  return html`<svg viewBox="0 0 ${width} ${corrected === null ? 14 : 26}" aria-hidden="true">
    <line class="axis" x1="4" x2="${width - 4}" y1="7" y2="7" />
    ${rate === null || interval === null ? nothing : mark(7, rate, interval.low, interval.high, 'dot')}
    ${corrected === null ? nothing : mark(20, corrected.rate, corrected.interval.low, corrected.interval.high, 'corrected')}
  </svg>`
}

function differences({ study, measures }: Shown): Markup {
  const standing = study.differences.filter(({ q }) => q <= level)
  const points = (share: number): string => percent(Math.abs(share)).replace(' %', '')
  const line = (one: RateDifference): Markup => {
    const { a, b, rateA, rateB, difference, interval, q } = one
    const measure = measures.find(({ id }) => id === one.measure)
    const [low, high] = difference < 0 ? [-interval.high, -interval.low] : [interval.low, interval.high]
    return html`<li>
      ${measure === undefined ? one.measure : caseTitle(measure, one.category)}: ${a} ${percent(rateA)}, ${b}
      ${percent(rateB)} over ${one.events} events; ${points(difference)} points apart
      (${low < 0 ? '−' : ''}${points(low)} to ${points(high)}), q =
      ${q < 0.001 ? 'below .001' : q.toFixed(3).slice(1)}
    </li>`
  }
  return html`<section>
    <h2>Two outlets over the events that both covered</h2>
    <p>
      ${study.differences.length} differences were looked at; ${standing.length} stand at a false discovery
      rate of ${percent(level)}: of those that are listed, one in twenty at most is expected to be chance. All
      are in differences.csv.
    </p>
    ${
      standing.length === 0
        ? nothing
        : html`<ul>
            ${standing.map(line)}
          </ul>`
    }
  </section>`
}

function matrix({ outlets, study, lines, base }: Shown): Markup {
  const hidden = study.outlets.length - outlets.size
  const sorted = [...lines].sort((a, b) => compareCodeUnits(a.from ?? '~', b.from ?? '~'))
  const row = (line: EventLine): Markup =>
    html`<tr>
      <th scope="row">
        ${line.folder === null ? line.title : html`<a href="${base}${line.folder}/report.html">${line.title}</a>`}
      </th>
      ${[...outlets].map(([name, index]) => html`<td class="o${index}">${cellWords(line, name)}</td>`)}
    </tr>`
  return html`<section>
    <h2>Who covered what</h2>
    <p>
      “1st” came first by the time on its page, “told” states no time. “=” names the outlets that share half
      of its copy or more.
      ${hidden > 0 ? html`${hidden} more outlets are in outlets.csv and articles.csv.` : nothing}
    </p>
    ${scrollTable(
      'Events by outlets',
      headAndRows(
        [
          'Event',
          ...[...outlets].map(([name, index]) => html`<th scope="col" class="o${index}">${name}</th>`),
        ],
        sorted.map(row),
      ),
    )}
  </section>`
}

function cellWords({ outlets }: EventLine, name: string): string {
  const here = outlets.get(name)
  if (here === undefined) return ''
  const told = here.order === null ? 'told' : ordinal(here.order)
  return here.sharing.length === 0 ? told : `${told} = ${here.sharing.join(', ')}`
}

function ordinal(place: number): string {
  const last = place % 10
  const end = place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')
  return `${place}${end}`
}
