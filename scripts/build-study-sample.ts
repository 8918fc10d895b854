/** npx tsx scripts/build-study-sample.ts: writes samples/town-fires, the twelve invented events of docs/study.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sampleFiles } from '../tests/study/planted.js'

const folder = path.resolve(import.meta.dirname, '../samples/town-fires')
for (const { name, content } of sampleFiles()) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
