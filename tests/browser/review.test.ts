/** The review in the page: rule, export, import, what no longer applies; over a file and over the server. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { Review } from '../../src/model/review.js'
import { ferryReport } from '../report/fixture.js'
import { json, startServer, twoTexts, type TestServer } from '../server/harness.js'
import { browserTests, goTo, tabTo, until, violations } from './page.js'

const { open, openUrl, folder } = browserTests()
const [fire, stranded] = ferryReport.findings
if (!fire || !stranded) throw new Error('fixture changed')

async function rule(page: Page, id: string, verdict: string, note: string): Promise<void> {
  await goTo(page, id)
  const finding = page.locator(`#${id}`)
  await finding.evaluate((one) => {
    one.setAttribute('open', '')
  })
  await finding.getByLabel(verdict, { exact: true }).check()
  await finding.getByLabel('Note').fill(note)
  await finding.getByLabel('Note').blur()
}

async function exported(page: Page): Promise<string> {
  await goTo(page, 'review')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export verdicts' }).click(),
  ])
  const file = path.join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

describe('from disk', () => {
  it('keeps rulings, marks findings, exports what the schema says, and takes it back', async () => {
    const { page, complaints } = await open(ferryReport)
    await goTo(page, 'review')
    await page.getByLabel('Your name').fill('Ida Brandt')
    await rule(page, fire.id, 'Right, but badly put', 'two <b>piers</b>')
    await page.locator(`#${fire.id}`).getByLabel('It should read').fill('Reports differ on a fire.')
    await page.locator(`#${fire.id}`).getByLabel('It should read').blur()
    await rule(page, stranded.id, 'Wrong', '')
    expect(await page.locator(`#${fire.id} .badge`).innerText()).toBe('right, but badly put')
    expect(await page.locator('[data-review-status]').innerText()).toContain('2 of 5 differences judged')
    await goTo(page, 'review')
    await page.getByRole('button', { name: 'Next difference to judge' }).click()
    await until(page, 'document.activeElement.matches(".finding[open] [type=radio]")')
    expect(await page.evaluate('document.activeElement.closest(".finding").id')).toBe(
      ferryReport.findings[2]?.id,
    )
    await page.keyboard.press('n')
    await until(page, `document.activeElement.matches("#${ferryReport.findings[3]?.id ?? ''} [type=radio]")`)
    await page.keyboard.press('r')
    expect(await page.evaluate('document.activeElement.value')).toBe('accept')
    await page.locator(':focus').evaluate((radio) => {
      radio.closest('fieldset')?.querySelector('input')?.click()
    })

    const file = await exported(page)
    expect(path.basename(file)).toBe('review-ida-brandt.json')
    const review = Review.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(review.reviewer).toBe('Ida Brandt')
    expect(review.report.sources).toHaveLength(4)
    expect(
      review.rulings.map(({ target, verdict, note, correction }) => ({ target, verdict, note, correction })),
    ).toEqual(
      [
        {
          target: { kind: 'finding', finding: fire.id },
          verdict: 'correct',
          note: 'two <b>piers</b>',
          correction: 'Reports differ on a fire.',
        },
        { target: { kind: 'finding', finding: stranded.id }, verdict: 'dismiss', note: '', correction: '' },
      ].sort((a, b) => (a.target.finding < b.target.finding ? -1 : 1)),
    )

    await page.reload()
    expect(await page.locator(`#${fire.id} .badge`).innerText()).toBe('right, but badly put')
    await page.getByRole('button', { name: 'Delete all verdicts' }).click()
    expect(await page.locator('.badge').count()).toBe(0)
    await page.getByLabel('Import verdicts').setInputFiles(file)
    await page.locator(`#${fire.id} .badge`).waitFor({ state: 'attached' })
    await goTo(page, fire.id)
    expect(await page.locator(`#${fire.id}`).getByLabel('Note').inputValue()).toBe('two <b>piers</b>')
    expect(await page.locator('[data-ruled-list] b').count()).toBe(2)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is reached, filled in, exported and taken back by keyboard alone, and so are filters and rows', async () => {
    const { page, complaints } = await open(ferryReport)
    // Heard from here on: the browser learns that a chooser is wanted some time after it is asked for.
    const chosen = page.waitForEvent('filechooser', { timeout: 0 })
    await tabTo(page, '.skip')
    await tabTo(page, '#findings .finding summary')
    await page.keyboard.press('Enter')
    await tabTo(page, `#${fire.id} [type="radio"]`)
    await page.keyboard.press('ArrowRight')
    expect(await page.locator(`#${fire.id} .badge`).innerText()).toBe('right')
    await tabTo(page, `#${fire.id} .remark textarea`)
    await page.keyboard.type('seen on both pages')
    await tabTo(page, '[data-to-tab="claims"]')
    await page.keyboard.press('Enter')
    await tabTo(page, '#claims [data-f="words"]')
    await page.keyboard.type('burned')
    expect(await page.locator('#claims output').innerText()).toBe('1 of 3 shown')
    await tabTo(page, '#claims .entry > summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('#cc-fire000000001 .evidence').isVisible()).toBe(true)
    await tabTo(page, '[data-to-tab="review"]')
    await page.keyboard.press('Enter')
    await tabTo(page, '[data-reviewer]')
    await page.keyboard.type('Ida')
    await tabTo(page, '[data-export]')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const file = path.join(folder, 'by-keyboard.json')
    await download.saveAs(file)
    expect(Review.parse(JSON.parse(readFileSync(file, 'utf8'))).rulings).toMatchObject([
      { verdict: 'accept', note: 'seen on both pages' },
    ])
    await tabTo(page, '[data-forget]')
    await page.keyboard.press('Enter')
    expect(await page.locator('.badge').count()).toBe(0)
    await page.keyboard.press('Shift+Tab')
    expect(await page.locator(':focus').getAttribute('data-import')).not.toBeNull()
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(file)
    await page.locator(`#${fire.id} .badge`).waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
    await page.close()
  })

  it('leaves a finding in place that is ruled on under “none yet”, and the focus in it', async () => {
    const notes = ferryReport.findings.map((one) => ({ ...one, severity: 'note' as const }))
    const { page } = await open({ ...ferryReport, findings: notes, front: [] })
    await page.locator('.notes > summary').click()
    await page.locator(`#${fire.id} > summary`).click()
    const ruled = page.getByRole('group', { name: 'Filter the differences' }).locator('[data-f="ruled"]')
    const shown = page.locator('#findings [data-item]:not([hidden])')
    await ruled.selectOption('open')
    const all = await shown.count()
    await page.locator(`#${fire.id} [type="radio"]`).first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate('document.activeElement.value')).toBe('accept')
    await tabTo(page, `#${fire.id} .remark textarea`)
    await page.keyboard.type('seen')
    expect(await shown.count()).toBe(all)
    await ruled.selectOption('')
    await ruled.selectOption('open')
    expect(await shown.count()).toBe(all - 1)
    await page.close()
  })

  it('brings back what was forgotten, by keyboard, and keeps the focus', async () => {
    const { page } = await open(ferryReport)
    const back = page.getByRole('button', { name: 'Bring them back' })
    await rule(page, fire.id, 'Right', 'seen on both pages')
    await goTo(page, 'review')
    expect(await back.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Delete all verdicts' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('data-forget')).not.toBeNull()
    expect(await page.locator('.badge').count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator(`#${fire.id} .badge`).innerText()).toBe('right')
    expect(await page.locator(`#${fire.id}`).getByLabel('Note').inputValue()).toBe('seen on both pages')
    expect(await page.locator(':focus').getAttribute('data-forget')).not.toBeNull()
    expect(await back.isVisible()).toBe(false)
    await page.close()
  })

  it('marks rulings whose finding is gone or worded otherwise', async () => {
    const gone = { ...fire, id: 'f-000000000000' }
    const old = { ...ferryReport, findings: [gone, ...ferryReport.findings.slice(1)] }
    const { page } = await open(old)
    await rule(page, gone.id, 'Right', '')
    await rule(page, stranded.id, 'Right', '')
    const file = await exported(page)
    await page.close()
    const next = {
      ...ferryReport,
      findings: ferryReport.findings.map((one) =>
        one.id === stranded.id ? { ...one, sentence: 'Put otherwise.' } : one,
      ),
    }
    const opened = await open(next)
    await goTo(opened.page, 'review')
    await opened.page.getByLabel('Import verdicts').setInputFiles(file)
    const list = opened.page.locator('[data-ruled-list]')
    await list.locator('.stale').waitFor()
    expect(await list.locator('.stale').innerText()).toContain('No longer applies')
    expect(await list.innerText()).toContain('The difference is worded otherwise now.')
    expect(await opened.page.locator(`#${fire.id} .badge`).count()).toBe(0)
    expect(await violations(opened.page)).toEqual([])
    await opened.page.close()
  })

  it('counts the differences that stand on the page, which are those that can be judged', async () => {
    const more = Array.from({ length: 60 }, (_, index) => ({
      ...fire,
      id: `f-${index}`,
      severity: 'note' as const,
    }))
    const { page } = await open({ ...ferryReport, findings: [...ferryReport.findings, ...more] })
    const there = await page.locator('details.finding').count()
    expect(there).toBeLessThan(65)
    await goTo(page, 'review')
    expect(await page.locator('[data-review-status]').innerText()).toContain(`0 of ${there} differences`)
    await page.close()
  })

  it('says what is the matter with a file that is no review', async () => {
    const { page } = await open(ferryReport)
    const file = path.join(folder, 'other.json')
    await goTo(page, 'review')
    for (const [content, words] of [
      ['{', 'not JSON'],
      ['{"schema":"synoptic/report@1"}', 'no verdicts'],
      [
        JSON.stringify({
          schema: 'synoptic/review@1',
          reviewer: '',
          report: { title: '', generator: '', sources: [] },
          rulings: [{ verdict: 'praise' }],
        }),
        'Verdict 1',
      ],
    ] as const) {
      writeFileSync(file, content)
      await page.getByLabel('Import verdicts').setInputFiles(file)
      await page.locator('[data-review-status]', { hasText: words }).waitFor()
    }
    await page.close()
  })

  it('copies a finding with its passages, and addresses, and no word that is struck out', async () => {
    const { page } = await open(ferryReport)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator(`#${fire.id} > summary`).click()
    await page.locator(`#${fire.id}`).getByRole('button', { name: 'Copy this difference' }).click()
    await page.locator(`#${fire.id} .copy-row .note`, { hasText: 'Copied' }).waitFor()
    const text = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(text).toContain('contradiction. Which is it? “A ferry burned at the pier in the night”')
    expect(text).toContain('A Varrick Courier: A ferry burned at the pier in the night')
    expect(text).toContain(
      'https://courier.example/ferry-strike#:~:text=A%20ferry%20burned%20at%20the%20pier%20in%20the%20night',
    )
    expect(text).toContain(`#${fire.id}`)
    // No letter stands without the outlet that it is of.
    expect(text.split('\n').filter((line) => /^(?:[A-E] )*[A-E](?::| ·)/.test(line))).toEqual([])
    const cut = page.locator(
      `#${ferryReport.findings.find(({ kind }) => kind === 'quote-shortened')?.id ?? ''}`,
    )
    await cut.locator('> summary').click()
    await cut.getByRole('button', { name: 'Copy this difference' }).click()
    await cut.locator('.copy-row .note', { hasText: 'Copied' }).waitFor()
    const shorter = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n\n')
    expect(await cut.locator('del').first().innerText()).toContain('under threat')
    expect(shorter.filter((line) => line.includes('under threat of a strike'))).toEqual([
      expect.stringMatching(/^A /),
    ])
    await page.close()
  })
})

test('where nothing may be copied the text stands marked, once', async () => {
  const { page } = await open(ferryReport)
  await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))`)
  const finding = page.locator(`#${fire.id}`)
  await finding.locator('> summary').click()
  for (let press = 0; press < 2; press++) {
    await finding.getByRole('button', { name: 'Copy this difference' }).click()
    await until(page, 'document.activeElement.matches(".copy-row textarea")')
  }
  expect(await finding.locator('.copy-row textarea').count()).toBe(1)
  await page.close()
})

describe('from the server', () => {
  let server: TestServer
  let report: string
  beforeAll(async () => {
    server = await startServer()
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
    await server.finished(id)
    report = `${server.url}/api/comparisons/${id}/report.html`
  })
  afterAll(() => server.close())

  test('the same page works under the headers it comes with', async () => {
    const { page, requests, complaints } = await openUrl(report)
    const id = await page.locator('details.finding').first().getAttribute('id')
    if (id === null) throw new Error('no finding in the report')
    await rule(page, id, 'Right', 'seen')
    const file = await exported(page)
    const review = Review.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(review.rulings).toHaveLength(1)
    await page.getByRole('button', { name: 'Delete all verdicts' }).click()
    expect(await page.locator('.badge').count()).toBe(0)
    await page.getByLabel('Import verdicts').setInputFiles(file)
    await page.locator('[data-review-status]', { hasText: 'Imported 1 verdict;' }).waitFor()
    expect(await page.locator(`#${id} .badge`).innerText()).toBe('right')
    await goTo(page, 'claims')
    await page.locator('#claims details > summary:visible').first().click()
    await page.getByRole('group', { name: 'Filter the rows' }).getByLabel('Search').fill('zzz')
    expect(await page.locator('#claims .none-left').isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    expect([requests.filter((one) => !one.startsWith('blob:')), complaints]).toEqual([[], []])
    await page.close()
  })
})
