/** The bookmark in Chromium: a page is handed over by its own window, shown, and kept on a click. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server/harness.js'
import { browserTests, overflow, until, violations } from './page.js'

const tests = browserTests()

const article = (headline: string, place: string): string => `<!doctype html><html lang="en"><head>
<title>${headline}</title><meta name="csrf-token" content="secret-token"><meta property="og:site_name" content="Orsund Post">
<meta property="article:published_time" content="2025-12-03T08:00:00Z"><style>.gone{display:none}</style></head>
<body><form action="/login"><input name="password" value="secret-password"><button>Log in</button></form>
<div class="gone">secret-hidden</div><article onclick="alert(1)"><h1>${headline}</h1>
<p>The ferry Marit reached the harbour of ${place} on Tuesday after nine hours in thick fog, the coast guard said on the radio.</p>
<p>All 214 passengers were unhurt, according to the shipping line Nordfar, which runs three ships between the islands.</p>
<p>"We never lost contact with the bridge," said Ida Holm, head of the harbour office, to reporters in the town.</p>
<script>window.secretScript = 1</script></article><iframe srcdoc="secret-frame"></iframe></body></html>`

/** Headers by path: what sites send to keep others out. */
const policies: Record<string, Record<string, string>> = {
  '/plain': {},
  '/strict': {
    'content-security-policy':
      "default-src 'none'; script-src 'none'; connect-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  },
  '/popups': { 'cross-origin-opener-policy': 'same-origin-allow-popups' },
  '/alone': { 'cross-origin-opener-policy': 'same-origin' },
  '/boxed': { 'content-security-policy': 'sandbox allow-scripts' },
}

let server: TestServer
let outlet: Server
let site: string
beforeAll(async () => {
  server = await startServer()
  outlet = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policies[path] })
    response.end(article(`Ferry ${path.slice(1)} in after nine hours`, 'Orsund'))
  })
  await new Promise<void>((resolve) => outlet.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(outlet.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => outlet.close(resolve))
  await server.close()
})

/** The code of the bookmark as the service's page has it. */
async function bookmark(): Promise<string> {
  const { page } = await tests.openUrl(`${server.url}/take`)
  await until(page, 'document.querySelector("[data-mark]").hidden === false')
  const code = await page.locator('[data-mark]').getAttribute('href')
  await page.close()
  return code ?? ''
}

/** As a browser follows a bookmark: a navigation of its own, which the policy of the page does not judge. */
async function click(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.navigate', { url: code })
}

async function taken(path: string): Promise<{ opener: Page; window: Page }> {
  const code = await bookmark()
  const { page } = await tests.openUrl(site + path)
  const [window] = await Promise.all([page.waitForEvent('popup'), click(page, code)])
  // A busy machine may hold up what a click leads to.
  window.setDefaultTimeout(120_000)
  await until(window, 'document.readyState === "complete"')
  return { opener: page, window }
}

describe.each(['/plain', '/strict', '/popups'])('a page that sends %s', (path) => {
  it('is shown without what is private, and kept on a click', async () => {
    const { opener, window } = await taken(path)
    await until(window, 'document.querySelector("[data-shown]").hidden === false')
    const told = await window.locator('[data-told]').textContent()
    expect(told).toContain('Nothing is kept yet')
    expect(await window.locator('[data-text]').textContent()).toContain('reached the harbour of Orsund')
    const html = await window.locator('[name=html]').inputValue()
    expect(html).not.toMatch(/secret|onclick|<script|<iframe|<input|<form|<style/u)
    expect(html).toContain('article:published_time')
    expect(await window.locator('[data-removed]').textContent()).toBe(
      'Left out: 1 script, 1 style, 1 frame or plug-in, 2 inputs, 1 hidden part, 1 form.',
    )
    expect(await violations(window)).toEqual([])
    expect(await overflow(window)).toBeLessThanOrEqual(0)
    expect(
      (await server.store.stories({ limit: 9, after: null })).items.some(({ title }) => title === path),
    ).toBe(false)
    // By its name it is a new one, also where another story is at hand.
    await window.locator('[name=title]').fill(path)
    await window.locator('form button').press('Enter')
    await until(window, 'location.pathname.startsWith("/stories/s-")')
    const id = new URL(window.url()).pathname.split('/').at(-1) ?? ''
    const [report] = await server.store.storyReports(id)
    expect(report?.address).toBe(site + path)
    expect(await violations(window)).toEqual([])
    await window.close()
    await opener.close()
  })
})

it('a second page goes into the story of the first, and both are compared with their addresses and outlets', async () => {
  for (const path of ['/plain', '/strict']) {
    const { opener, window } = await taken(path)
    await until(window, 'document.querySelector("[data-shown]").hidden === false')
    if (path === '/plain') {
      await window.locator('input[name=story][value=""]').check()
      await window.locator('[name=title]').fill('Two pages')
    }
    await window.locator('form button').click()
    await until(window, 'location.pathname.startsWith("/stories/s-")')
    if (path === '/strict') {
      await window.locator('form[action$="/compare"] button').click()
      await until(window, 'location.pathname.startsWith("/comparisons/c-")')
      // "…/report" stands behind it where the comparison ended first.
      const id = new URL(window.url()).pathname.split('/')[2] ?? ''
      expect(await server.finished(id)).toBe('complete')
      const report = JSON.parse((await server.store.report(id)) ?? '') as {
        articles: { url: string; outlet: { name: string }; publishedAt: string }[]
      }
      const read = report.articles.map(({ url, outlet: { name }, publishedAt }) => [
        url,
        name,
        publishedAt.slice(0, 19),
      ])
      const wanted = ['/plain', '/strict'].map((one) => [site + one, 'Orsund Post', '2025-12-03T08:00:00'])
      expect(read).toEqual(wanted)
    }
    await window.close()
    await opener.close()
  }
})

it('where a page cuts itself off from its windows, the way by a saved file is said', async () => {
  const { opener, window } = await taken('/alone')
  await until(window, 'document.querySelector("[data-told]").textContent.includes("drop the file")')
  expect(await window.locator('#files').isVisible()).toBe(true)
  await window.close()
  await opener.close()
})

it('a saved page may be dropped anywhere', async () => {
  const { page } = await tests.openUrl(`${server.url}/take`)
  const stays = await page.locator('h1').evaluate((heading) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['<h1>Fog</h1>'], 'saved.html', { type: 'text/html' }))
    return !heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  expect(stays, 'the browser does not open it').toBe(true)
  const dropped = 'document.getElementById("files").files[0]?.name'
  expect(await page.evaluate(dropped)).toBe('saved.html')
  await page.close()
})

it('where a page lets no window open, none opens', async () => {
  const code = await bookmark()
  const { page, complaints } = await tests.openUrl(`${site}/boxed`)
  await click(page, code)
  await page.waitForTimeout(500)
  expect(page.context().pages()).toHaveLength(1)
  // Its sandbox holds back the message too; the page of the bookmark has said what to do.
  expect(complaints.join('\n')).toMatch(/Blocked opening|allow-popups|sandbox/u)
  await page.close()
})

it('believes nobody but its opener, and no page that claims another address', async () => {
  const { page } = await tests.openUrl(`${site}/plain`)
  const opened = async (claimed: string): Promise<Page> => {
    const popup = page.waitForEvent('popup')
    await page.evaluate(
      ([service, url]) => {
        const window = open(`${service ?? ''}/take`)
        addEventListener('message', (event) => {
          if (event.data === 'synoptic: ready')
            window?.postMessage({ synoptic: 'page', url, html: '<p>A page of somebody else', hidden: 0 }, '*')
        })
      },
      [server.url, claimed],
    )
    return popup
  }
  for (const claimed of ['https://www.other.example/story', 'javascript:alert(1)', '']) {
    const window = await opened(claimed)
    await until(
      window,
      'document.querySelector("[data-told]").textContent.includes("not the page that was open")',
    )
    expect(await window.locator('[name=html]').inputValue()).toBe('')
    await window.close()
  }
  await page.close()
})
