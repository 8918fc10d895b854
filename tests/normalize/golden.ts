/** The golden pages: one phenomenon a folder, written for the project. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Article } from '../../src/model/article.js'
import { normalize } from '../../src/normalize/normalize.js'
import { frozen } from '../support/frozen.js'
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

export function sourceOf(phenomenon: string): Buffer {
  return readFileSync(new URL(`${phenomenon}/source.html`, folder))
}

const read = new Map<string, Article>()

/** The page as normalized, once for all tests of a process. */
export function goldenArticle(phenomenon: string): Article {
  const known = read.get(phenomenon)
  if (known) return known
  const article = frozen(normalize(rawPage('html', sourceOf(phenomenon), { name: 'source.html' })))
  read.set(phenomenon, article)
  return article
}

export function renderedPage(phenomenon: string): string {
  return renderArticle(goldenArticle(phenomenon))
}
