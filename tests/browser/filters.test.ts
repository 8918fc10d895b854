/** Filters, order, presets and colours of the report's page. */
import { describe, expect, it, test } from 'vitest'
import { ferryReport } from '../report/fixture.js'
import { largeReport } from '../report/many.js'
import { browserTests, overflow } from './page.js'

const { open } = browserTests()

describe('the synopsis', () => {
  it('is narrowed by words, cells and reports, says how much is left, and comes back', async () => {
    const { page } = await open(ferryReport)
    const bar = page.getByRole('group', { name: 'Filter and order the rows' })
    const rows = page.locator('.matrix tbody:not([hidden])')
    const told = bar.locator('output')
    expect(await told.innerText()).toBe('3 of 3 shown')
    await bar.getByLabel('Words').fill('FERRY')
    expect(await rows.evaluateAll((all) => all.map((row) => row.id))).toEqual([
      'cc-sailings00001',
      'cc-fire000000001',
    ])
    await bar.getByLabel('With a cell that').selectOption('denies')
    expect(await told.innerText()).toBe('1 of 3 shown')
    await bar.getByLabel('Words').fill('no such words')
    expect(await page.locator('#claims .none-left').isVisible()).toBe(true)
    await bar.getByRole('button', { name: 'Show all' }).click()
    expect(await told.innerText()).toBe('3 of 3 shown')
    const choice = page.locator('[data-outlets]')
    await choice.locator('summary').click()
    await choice.getByLabel('B Morning Post of the Sound').uncheck()
    expect(await choice.locator('output').innerText()).toBe('4 of 5')
    expect(await page.locator('.matrix').getByRole('columnheader', { name: 'B Morning Post' }).count()).toBe(
      0,
    )
    for (const name of ['A Varrick Courier', 'C Tide Radio', 'D Inland Review', 'E Coast Television'])
      await choice.getByLabel(name).uncheck()
    expect(await told.innerText()).toBe('0 of 3 shown')
    await choice.getByRole('button', { name: 'Show all reports' }).click()
    expect(await told.innerText()).toBe('3 of 3 shown')
    await page.keyboard.press('Escape')
    expect(await choice.getByLabel('B Morning Post of the Sound').isVisible()).toBe(false)
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY')
    await page.close()
  })

  it('is put in another order, and back', async () => {
    const { page } = await open(ferryReport)
    const order = page.getByRole('group', { name: 'Filter and order the rows' }).getByLabel('Order')
    const ids = (): Promise<string[]> =>
      page.locator('.matrix tbody').evaluateAll((all) => all.map((row) => row.id.slice(3, 8)))
    await order.selectOption('-differs')
    expect(await ids()).toEqual(['stran', 'fire0', 'saili'])
    await order.selectOption('rank')
    expect(await ids()).toEqual(['saili', 'stran', 'fire0'])
    await page.close()
  })

  it('of twenty reports and eighty rows answers in under 100 ms, laid out', async () => {
    const { page } = await open(largeReport())
    const cpu = await page.context().newCDPSession(page)
    await cpu.send('Performance.enable', { timeDomain: 'threadTicks' })
    /** Milliseconds of the page's thread for script, style and layout: what a reader waits for on a machine of their own. */
    const spent = async (): Promise<number> => {
      const { metrics } = await cpu.send('Performance.getMetrics')
      return 1000 * sum(metrics.filter(({ name }) => name === 'TaskDuration').map(({ value }) => value))
    }
    const set = (key: string, value: string): string =>
      `(() => { const control = document.querySelector('.filters[data-for="claims"] [data-f="${key}"]'); control.value = '${value}'; control.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight })()`
    const tick = `document.querySelector('[data-outlets] input').click(); document.body.offsetHeight`
    const actions = {
      'words asked for': set('words', 'sailings 7'),
      'words given up': set('words', ''),
      'report left out': tick,
      'report back': tick,
      'state asked for': set('states', 'absent'),
      'state given up': set('states', ''),
      'another order': set('sort', '-spread'),
      'first order': set('sort', 'rank'),
    }
    await page.locator('#claims').scrollIntoViewIfNeeded()
    // The least of three rounds: what other processes on the machine add is not the page's.
    const times: Record<string, number> = {}
    for (let round = 0; round < 3; round++)
      for (const [name, script] of Object.entries(actions)) {
        const before = await spent()
        await page.evaluate(script)
        times[name] = Math.min(times[name] ?? Infinity, (await spent()) - before)
      }
    expect(await page.locator('.matrix tbody').count()).toBeGreaterThan(40)
    for (const [action, time] of Object.entries(times)) {
      expect(time, action).toBeLessThan(100)
    }
    await page.close()
  })
})

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

test('findings are narrowed by kind and report', async () => {
  const { page } = await open(ferryReport)
  const bar = page.getByRole('group', { name: 'Filter the findings' })
  await bar.getByLabel('Kind').selectOption({ label: 'Reports differ' })
  expect(await bar.locator('output').innerText()).toBe('2 of 5 shown')
  await bar.locator('[data-f="about"]').selectOption({ label: 'B Morning Post of the Sound' })
  expect(await page.locator('#findings [data-item]:not([hidden])').count()).toBe(1)
  await page.close()
})

test('a class reads first and sees the findings when it asks for them', async () => {
  const { page } = await open(ferryReport, { width: 768 })
  await page.getByLabel('class').check()
  for (const id of ['findings', 'claims', 'quotes', 'facts'])
    expect(await page.locator(`#${id}`).isVisible(), id).toBe(false)
  expect(await page.locator('.fronts').isVisible()).toBe(false)
  expect(await page.locator('.margin').first().isVisible()).toBe(false)
  for (const id of ['headlines', 'articles']) expect(await page.locator(`#${id}`).isVisible(), id).toBe(true)
  await page.getByRole('button', { name: 'Show the findings' }).click()
  expect(await page.locator('#findings').isVisible()).toBe(true)
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Findings')
  expect(await overflow(page)).toBe(0)
  await page.close()
})

test('no link on the page leads to what a preset hides', async () => {
  const { page } = await open(ferryReport)
  for (const preset of await page.locator('[name="read"]').all()) {
    await preset.evaluate((one) => {
      ;(one as HTMLInputElement).click()
    })
    const links = await page.locator('a[href^="#"]:visible').evaluateAll((all) =>
      all.map((one) => {
        const { hash } = one as HTMLAnchorElement
        const target = document.getElementById(decodeURIComponent(hash.slice(1)))
        const part = target?.closest('.part') ?? target
        return { hash, leads: part?.checkVisibility() ?? false }
      }),
    )
    expect(links.length).toBeGreaterThan(5)
    expect(
      links.filter(({ leads }) => !leads),
      await preset.inputValue(),
    ).toEqual([])
  }
  await page.close()
})

test('presets show their parts, also from the address', async () => {
  const { page } = await open(ferryReport)
  await page.getByLabel('checking').check()
  expect(await page.locator('#names').isVisible()).toBe(false)
  expect(await page.locator('#facts').isVisible()).toBe(true)
  await page.goto(`${page.url()}?read=framing`)
  expect(await page.locator('#names').isVisible()).toBe(true)
  expect(await page.locator('#facts').isVisible()).toBe(false)
  expect(await page.getByLabel('framing').isChecked()).toBe(true)
  await page.goto(page.url().replace('framing', 'class'))
  expect(await page.locator('#findings').isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Show the findings' }).isVisible()).toBe(true)
  await page.close()
})

test('colours follow the reader and are kept', async () => {
  const { page } = await open(ferryReport, { scheme: 'light' })
  const paper = (): Promise<string> =>
    page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  const light = await paper()
  await page.getByLabel('dark').check()
  expect(await paper()).not.toBe(light)
  await page.reload()
  expect(await paper()).not.toBe(light)
  await page.getByLabel('light').check()
  expect(await paper()).toBe(light)
  await page.close()
})
