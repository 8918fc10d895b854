/**
 * Makes the pictures of the report that README and docs show: `npm run screenshots`. A sample is compared, its page
 * opened in Chromium, and each state taken as a PNG into docs/images. Fails when a picture is too large to be shown.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Report } from '../src/model/report.js'
import { renderHtml } from '../src/print/html/page.js'
import { launchChromium } from '../tests/browser/chromium.js'
import { compareAll, readSample, root } from '../tests/support/event.js'

const largest = 250_000

type Shot = {
  readonly name: string
  readonly sample: string
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
  /** What is done in the page first, as JavaScript. */
  readonly first: string
}

const show = (id: string): string => `location.hash = '${id}';`

const shots: readonly Shot[] = [
  { name: 'first-screen', sample: 'harbour-accord', width: 1280, height: 800, scheme: 'light', first: '' },
  {
    name: 'finding-open',
    sample: 'harbour-accord',
    width: 1280,
    height: 800,
    scheme: 'light',
    first: `document.querySelectorAll('.parting .finding')[1].open = true`,
  },
  {
    name: 'claims',
    sample: 'harbour-accord',
    width: 1280,
    height: 800,
    scheme: 'light',
    first: show('claims'),
  },
  {
    name: 'claim-open',
    sample: 'harbour-accord',
    width: 1280,
    height: 760,
    scheme: 'dark',
    first: `${show('claims')} document.querySelector('#claims .entry').open = true`,
  },
  {
    name: 'quotations',
    sample: 'moscow-talks',
    width: 1280,
    height: 760,
    scheme: 'light',
    first: `document.querySelector('#quotes .entry').open = true; ${show('quotes')}`,
  },
  {
    name: 'actors',
    sample: 'moscow-talks',
    width: 1280,
    height: 760,
    scheme: 'light',
    first: show('actors'),
  },
  {
    name: 'margin',
    sample: 'harbour-accord',
    width: 1280,
    height: 760,
    scheme: 'light',
    first: `${show('articles')} document.querySelector('[value=single]').click()`,
  },
  {
    name: 'side-by-side',
    sample: 'harbour-accord',
    width: 1080,
    height: 640,
    scheme: 'dark',
    first: `${show('articles')} document.querySelectorAll('#article-a .para [data-c]')[1].focus()`,
  },
  { name: 'phone', sample: 'harbour-accord', width: 360, height: 780, scheme: 'light', first: '' },
]

async function reportOn(sample: string): Promise<Report> {
  const report = compareAll(await readSample(sample))
  const plan: unknown = JSON.parse(readFileSync(path.join(root, 'samples', sample, 'event.json'), 'utf8'))
  const title = typeof plan === 'object' && plan !== null && 'title' in plan ? String(plan.title) : sample
  return { ...report, event: { ...report.event, title } }
}

const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-shots-'))
const images = path.join(root, 'docs', 'images')
mkdirSync(images, { recursive: true })
const browser = await launchChromium()
try {
  for (const sample of new Set(shots.map((shot) => shot.sample)))
    writeFileSync(path.join(folder, `${sample}.html`), renderHtml(await reportOn(sample)))
  for (const { name, sample, width, height, scheme, first } of shots) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme })
    await page.goto(pathToFileURL(path.join(folder, `${sample}.html`)).href)
    await page.evaluate(`{ ${first} }`)
    await page.waitForTimeout(100)
    const file = path.join(images, `${name}.png`)
    await page.screenshot({ path: file })
    await page.close()
    const { size } = statSync(file)
    process.stderr.write(`docs/images/${name}.png ${size}\n`)
    if (size > largest) throw new Error(`docs/images/${name}.png is larger than ${largest} bytes`)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
