/** The golden pages: one phenomenon a folder, written for the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { normalize } from '../../src/normalize/normalize.js'
import { rawPage } from './pages.js'
import { renderArticle } from './render-article.js'

const folder = new URL('../pages/', import.meta.url)

export const phenomena: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

export function expectedFile(phenomenon: string): URL {
  return new URL(`${phenomenon}/expected.txt`, folder)
}

export function renderedPage(phenomenon: string): string {
  const bytes = readFileSync(new URL(`${phenomenon}/source.html`, folder))
  return renderArticle(normalize(rawPage('html', bytes, { name: 'source.html' })))
}
