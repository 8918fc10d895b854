/** The HTML view: escaped whatever comes in, complete, bounded. Looks and keyboard are tested in tests/browser. */
import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { describe, expect, it, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { renderHtml } from '../../src/print/html/page.js'
import { clientScript } from '../../src/print/page-files.js'
import { labelArticles } from '../../src/print/labels.js'
import { inQuotes } from '../../src/text/in-quotes.js'
import { shorten, visible } from '../../src/print/safe-text.js'
import { articles, ferryReport, find, fronted, makeArticle } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'

const parse = (report: Report): Document => new JSDOM(renderHtml(fronted(report))).window.document
const text = (document: Document, selector: string): string =>
  document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? ''

/** The tags and attributes a page may hold at all. */
const allowedTags = new Set(
  (
    'html head meta title style body a header nav main section article footer p h1 h2 h3 h4 ul ol li dl div dt dd ' +
    'span small b i bdi strong q ins del blockquote details summary table thead tbody tr th td code time template ' +
    'fieldset legend label input select option button textarea output abbr wbr'
  ).split(' '),
)
const allowedAttributes = new Set(
  (
    'lang charset http-equiv content name class href id aria-label aria-labelledby aria-hidden role tabindex scope ' +
    'dir open rel datetime hidden type value checked for autocomplete aria-live aria-describedby ' +
    'rows maxlength accept multiple title'
  ).split(' '),
)

/** What a page may not hold: the one script and facts for it (data attributes) apart, nothing that runs or loads. */
function intruders(document: Document): string[] {
  const [script, ...more] = document.scripts
  return [
    ...(script?.textContent === clientScript('report') ? [] : ['another script']),
    ...more.map(() => 'a second script'),
    ...[...document.querySelectorAll('*')]
      .filter((element) => element !== script)
      .flatMap((element) => [
        ...(allowedTags.has(element.localName) ? [] : [element.localName]),
        ...[...element.attributes].flatMap(({ name }) =>
          allowedAttributes.has(name) || name.startsWith('data-') ? [] : [`${element.localName}@${name}`],
        ),
      ]),
  ]
}

describe('the page', () => {
  const document = parse(ferryReport)

  it('holds nothing that runs or loads', () => {
    expect(intruders(document)).toEqual([])
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.filter((href) => !/^(#|https?:)/.test(href))).toEqual([])
  })

  it('names its one style sheet and its one script by hash in a policy that allows nothing else', () => {
    const css = document.querySelector('style')?.textContent ?? ''
    const hash = (words: string): string => createHash('sha256').update(words).digest('base64')
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      `default-src 'none'; script-src 'sha256-${hash(clientScript('report'))}'; style-src 'sha256-${hash(css)}'; font-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(clientScript('report')).not.toMatch(
      /\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|fetch\(|XMLHttp|import\(/,
    )
    expect(css.replaceAll('url(data:font/woff2;base64,', '')).not.toMatch(/url\(|@import|expression/)
  })

  it('says what happened, where they part and who reported, then what all tell', () => {
    const headings = [...document.querySelectorAll('h1,h2,h3')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    )
    expect(headings.slice(0, 5)).toEqual([
      'Strike at Halden Sound',
      'Main differences 4 of 5',
      'The reports',
      'What all reports say',
      'The passages',
    ])
    expect(text(document, '.happened')).toBe('What happened, as B puts it: Sailings stopped at Halden Sound')
    expect(text(document, '.agreement')).toContain(
      'All 3 independent texts say: Halden Sound stopped all sailings on Tuesday',
    )
  })

  it('gives each row a question and its answers with the letters, silence apart from what is not known', () => {
    const rows = [...document.querySelectorAll('.parting .finding > summary')].map((row) =>
      [...row.querySelectorAll('.answer')].map((answer) => answer.textContent.replace(/\s+/g, ' ').trim()),
    )
    expect(rows[0]).toEqual(['A A ferry burned', 'C No fire', 'does not say B', 'cannot tell D E'])
    expect(text(document, '.parting .finding .asked')).toContain('A ferry burned at the pier in the night')
  })

  it('shows each front finding with its passages', () => {
    const items = [...document.querySelectorAll('.parting .finding')]
    expect(items).toHaveLength(4)
    for (const item of items) expect(item.querySelectorAll('.card blockquote').length).toBeGreaterThan(0)
  })

  it('prints a version once, with a chip for each report that prints it', () => {
    const card = document.querySelector('.parting li:nth-child(2) .card')
    expect(
      [...(card?.querySelectorAll('.who .letter') ?? [])].map((one) => one.firstChild?.textContent),
    ).toEqual(['A', 'B'])
  })

  it('strikes through what a shorter quotation does not print', () => {
    expect(text(document, '.rows .card del')).toBe('[not here: but not under threat of a strike]')
  })

  it('shows the pieces of a split quotation as one passage', () => {
    const [, , cut] = ferryReport.findings
    const [fuller, shorter] = cut?.evidence ?? []
    if (!cut || !fuller || !shorter) throw new Error('fixture changed')
    const middle = fuller.start + 29
    const pieces = [
      { ...fuller, end: middle },
      { ...fuller, start: middle + 1 },
    ]
    const split = { ...cut, evidence: [...pieces, shorter] }
    const cards = [...parse({ ...ferryReport, findings: [split] }).querySelectorAll('.parting .card')]
    expect(cards).toHaveLength(2)
    expect(cards[0]?.textContent).toContain('We will return to the table, … but not under')
  })

  it('shows a name as a tag on the passage it belongs to', () => {
    const [fire] = ferryReport.findings
    if (!fire) throw new Error('fixture changed')
    const label = {
      article: articles.courier.id,
      ...find(articles.courier, 'the harbour office'),
      role: 'label' as const,
    }
    const named = { ...fire, evidence: [...fire.evidence, label] }
    const cards = [...parse({ ...ferryReport, findings: [named] }).querySelectorAll('.parting .card')]
    expect(cards.map((card) => card.querySelector('.tag:nth-child(2)')?.textContent)).toEqual([
      'name used: “the harbour office”',
      undefined,
    ])
  })

  it('keeps absent and unknown apart, with what was searched and why', () => {
    const row = document.getElementById('cc-fire000000001')
    const answers = [...(row?.querySelectorAll('.answer') ?? [])].map((answer) =>
      answer.textContent.replace(/\s+/g, ' ').trim(),
    )
    expect(answers).toEqual([
      'A says this, according to a source',
      'C says it is not so, according to a source',
      'does not say B',
      'cannot tell D E',
    ])
    const opened = row?.querySelector('.evidence')?.textContent.replace(/\s+/g, ' ') ?? ''
    expect(opened).toContain('Does not say: nothing was found in its whole text.')
    expect(opened).toContain('the terminal at Varrick stood empty until noon')
    expect(opened).toContain('closest passage found, says something else')
    expect(opened).toContain('Cannot tell: the text breaks off')
  })

  it('keeps apart in every list who gives nothing and who was not read whole', () => {
    for (const row of document.querySelectorAll(':is(#facts, #actors, #names) .rows > li'))
      for (const silent of row.querySelectorAll('.is-silent .letter')) {
        const letter = silent.textContent
        const article = labelArticles(ferryReport).all.find((label) => label.letter === letter)?.article
        expect(article?.completeness.state).toBe('complete')
      }
    expect(text(document, '#facts .is-unread')).toMatch(/^cannot tell/)
    expect(text(document, '#facts .lead')).toContain('“Cannot tell”: the text was not read whole')
  })

  it('has every link within the page lead somewhere, and no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')?.slice(1),
    )
    expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([])
  })

  it('gives every region a name of its own, also where findings are put in the same words', () => {
    const twice = ferryReport.findings.flatMap((one) => [one, { ...one, id: `${one.id}-2` }])
    const names = [...parse({ ...ferryReport, findings: twice }).querySelectorAll('[role="region"]')].map(
      (one) => one.getAttribute('aria-label'),
    )
    expect(names.length).toBeGreaterThan(4)
    expect(new Set(names).size).toBe(names.length)
  })

  it('keeps heading levels in order', () => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map((heading) =>
      Number(heading.localName[1]),
    )
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, index) => {
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  it('prints provenance of every source', () => {
    const rows = [...document.querySelectorAll('.provenance tbody tr')].map((row) => row.textContent)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain(articles.courier.sha256)
    expect(rows[4]).not.toContain('fingerprint')
  })
})

describe('empty and failure states', () => {
  const nothing = {
    ...ferryReport,
    findings: [],
    claims: [],
    quotes: [],
    facts: [],
    positions: [],
    profiles: [],
  }

  it('zero findings is said, and is no promise', () => {
    const document = parse(nothing)
    expect(text(document, '#findings')).toContain('No main difference was found.')
    expect(text(document, '#findings')).toContain('That does not show that the reports agree')
  })

  it('only unknown cells', () => {
    const cells = Object.fromEntries(
      ferryReport.articles.map((article) => [article.id, { state: 'unknown' as const, reason: 'language' }]),
    )
    const document = parse({
      ...nothing,
      claims: ferryReport.claims.map((column) => ({ ...column, cells, texts: 0 })),
    })
    expect(text(document, '#claims')).toContain('No claim was found in two reports.')
    expect(text(document, '.agreement')).toContain('No sentence was found that all 3 texts tell whole')
  })

  it('one article', () => {
    const one = {
      ...nothing,
      articles: ferryReport.articles.slice(0, 1),
      independence: { groups: [[articles.courier.id]], shared: [] },
    }
    expect(text(parse(one), '.agreement')).toContain('One report alone: there is nothing to compare it with.')
  })

  it('no article could be read', () => {
    const lost = {
      ...nothing,
      articles: ferryReport.articles.slice(4),
      independence: { groups: [[articles.lost.id]], shared: [] },
    }
    const document = parse(lost)
    expect(text(document, '.standfirst')).toContain(
      '1 report, 1 of them could not be read, 0 independent texts',
    )
    expect(text(document, '.unread')).toContain('the server answered 503')
  })
})

test('few reports with short names are named beside their letters; what stands for an answer is told below', () => {
  const shortNames = ferryReport.articles.slice(0, 4).map((article) => ({
    ...article,
    outlet: { ...article.outlet, name: article.outlet.name.slice(0, 12) },
  }))
  const few = parse({ ...ferryReport, articles: shortNames })
  const [first] = shortNames
  expect(text(few, '.parting .named > span')).toBe(`A ${first?.outlet.name ?? ''}`)
  expect(parse(ferryReport).querySelector('.parting .named')).toBeNull()
  expect(text(few, '.row-key')).toContain('does not say: nothing was found in its whole text')
})

test.each(hostile.map((words) => [words.slice(0, 60), words]))(
  'hostile text is inert: %j',
  (_name, words) => {
    const page = renderHtml(hostileReport(words))
    const { document } = new JSDOM(page).window
    expect(intruders(document)).toEqual([])
    expect(
      [...document.querySelectorAll('a')].filter((link) => !link.getAttribute('href')?.startsWith('#')),
    ).toEqual([])
    expect(page).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
    expect(document.querySelector('h1')?.textContent).toBe(visible(inQuotes(shorten(words, 160))))
  },
)

test('ten long articles stay under 1.5 MB, and what is left out is said', () => {
  const plans = Array.from({ length: 10 }, (_, a) =>
    makeArticle({
      outlet: `Outlet ${a}`,
      blocks: [
        'A headline',
        ...Array.from(
          { length: 40 },
          (_, p) => `Crew ${p} of ship ${a} ${'went ashore at the pier '.repeat(6)}.`,
        ),
      ],
    }),
  )
  const cells = (start: number) =>
    Object.fromEntries(
      plans.map((article) => [
        article.id,
        {
          state: 'present' as const,
          form: 'paraphrased' as const,
          stance: 'asserts' as const,
          certainty: 'plain' as const,
          confidence: 0.9,
          mentions: [
            {
              ref: 'c',
              start,
              end: start + 700,
              spans: [{ start, end: start + 700 }],
              voice: 'own' as const,
              source: [],
              cue: [],
              speaker: null,
              hedged: false,
            },
          ],
        },
      ]),
    )
  const first = plans[0]
  const [fire] = ferryReport.findings
  if (!first || !fire) throw new Error('no article')
  const claims = Array.from({ length: 300 }, (_, i) => ({
    id: `cc-${i}`,
    label: `Crew ${i} went ashore at the pier`,
    salience: 0.5,
    texts: 10,
    cells: cells(12 + i),
    fullest: { article: first.id, spans: [{ start: 12 + i, end: 162 + i }] },
  }))
  const quotes = claims.slice(0, 60).map((claim) => ({ ...claim, id: `q${claim.id}`, speaker: null }))
  const findings = (['conflict', 'quote-shortened', 'certainty-differs', 'naming'] as const).flatMap((kind) =>
    Array.from({ length: 60 }, (_, i) => ({
      ...fire,
      id: `f-${kind}-${i}`,
      kind,
      severity: kind === 'naming' ? ('note' as const) : fire.severity,
      column: null,
      articles: plans.map(({ id }) => id),
      evidence: plans.map(({ id }) => ({
        article: id,
        start: 12 + i,
        end: 412 + i,
        role: 'asserts' as const,
      })),
    })),
  )
  const report = {
    ...ferryReport,
    articles: plans,
    claims,
    quotes,
    findings,
    facts: [],
    positions: [],
    profiles: [],
    independence: { groups: plans.map((one) => [one.id]), shared: [] },
  }
  // As a report of an earlier version: no clause is as long as these.
  const page = renderHtml({ ...fronted(report), claims })
  expect(Buffer.byteLength(page)).toBeLessThan(1_500_000)
  const shown = [...page.matchAll(/id="f-conflict-\d+"/g)].length
  expect(shown).toBeGreaterThan(5)
  const listed = [...page.matchAll(/class="entry finding"/g)].length
  expect(page).toContain(`${240 - listed} more are not on this page: see findings.csv and report.json.`)
  const rows = [...page.matchAll(/id="cc-\d+"/g)].length
  expect(rows).toBeGreaterThan(0)
  expect(page).toContain(`${300 - rows} more are not on this page: see cells.csv and report.json.`)
})
