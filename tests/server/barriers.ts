/** Barriers that axe finds without a layout engine; colours and sizes are looked at in a browser (tests/browser). */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { JSDOM } from 'jsdom'

const axe = new Script(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))

/** The page, and the rules it breaks. Without its style sheet: to apply it costs most, and nothing is hidden from axe. */
export async function examined(
  html: string,
): Promise<{ readonly document: Document; readonly barriers: readonly string[] }> {
  const page = new JSDOM(html.replaceAll(/<style\b[^>]*>[^<]*<\/style>/gu, ''), {
    runScripts: 'outside-only',
  })
  axe.runInContext(page.getInternalVMContext())
  const { document, axe: tool } = page.window as unknown as {
    document: Document
    axe: typeof import('axe-core')
  }
  const { violations } = await tool.run(document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  })
  return { document, barriers: violations.map(({ id }) => id) }
}
