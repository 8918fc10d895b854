/**
 * Builds data/fonts/: the two faces of the report's page, as subsets small enough to be carried in every page.
 *
 * In:    a folder with the unpacked npm packages @fontsource/literata 5.3.0 and @fontsource/public-sans 5.3.0 (SIL Open Font
 *        License 1.1, no reserved names) in `literata` and `public-sans`, and subset-font 2.9.0 installed there.
 * Out:   four WOFF2 files: the letters, digits and marks of English, and the commonest letters of names.
 * Never: a glyph changed; other letters come from the reader's device.
 *
 *   node scripts/build-fonts.mjs <folder>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv[2] ?? '.')
const resolve = createRequire(path.join(folder, 'package.json'))
const { default: subset } = await import(pathToFileURL(resolve.resolve('subset-font')).href)
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const strong = `${ascii}–—‘’“”…•·−×éüöäñ`
const letters = { 400: `${strong}è£€° óáíçøåćčšžłńßÖÜÄÉ`, 600: strong }
const faces = [
  ['serif', 'literata'],
  ['sans', 'public-sans'],
]
mkdirSync('data/fonts', { recursive: true })
for (const [name, source] of faces)
  for (const weight of [400, 600]) {
    const file = path.join(folder, source, 'files', `${source}-latin-${weight}-normal.woff2`)
    const options = { targetFormat: 'woff2', noLayoutClosure: true }
    const bytes = await subset(readFileSync(file), letters[weight], options)
    writeFileSync(path.join('data', 'fonts', `${name}-${weight}.woff2`), bytes)
    console.log(`data/fonts/${name}-${weight}.woff2 ${bytes.length}`)
  }
