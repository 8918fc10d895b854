/** The measure of a cold start: jsdom and Readability alone on the pages named, in a new process. */
import { readFileSync } from 'node:fs'
import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'

for (const file of process.argv.slice(2)) {
  const { document } = new JSDOM(readFileSync(file), { url: 'https://news.example/' }).window
  if (new Readability(document).parse() === null) throw new Error(`${file}: no article found`)
}
