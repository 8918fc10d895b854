/**
 * `npm run notice` writes NOTICE; `npm run check:notice` ends with 1 when it is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { noticeText } from './notice/notice.js'

const root = path.resolve(import.meta.dirname, '..')
const file = path.join(root, 'NOTICE')
const text = noticeText(root)
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('NOTICE is stale: packages or data have changed. Run: npm run notice\n')
  process.exitCode = 1
}
