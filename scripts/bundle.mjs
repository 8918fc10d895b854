/**
 * Bundles the command line and the pool's process into one file each, dist/bundle/; part of `npm run build`.
 *
 * In: the built modules of dist/src. Out: cli.cjs and pool.cjs, and the code V8 makes of them (src/start/bundle.ts).
 * Never: holds what only `serve`, `worker`, `keys`, `batch` and `notes` need: these load their modules one by one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'dist/bundle')

/** Their files are read from disk by jsdom and css-tree; in one file they have to be inside it. */
const inside = {
  name: 'inside',
  setup({ onLoad }) {
    const rewrite = (filter, change) =>
      onLoad({ filter }, ({ path: file }) => ({ contents: change(readFileSync(file, 'utf8'), file) }))
    // ECMAScript modules that load CommonJS when they need it: as if the bundler's own require were theirs.
    rewrite(
      /(?:css-tree.lib.(?:data|data-patch|version)|dist.src.normalize.select.readability)\.js$/,
      (text) =>
        replaceOnce(text, /const require\d* = createRequire\(import\.meta\.url\);/u, '').replaceAll(
          /\brequire\d+\(/gu,
          'require(',
        ),
    )
    // A page's script is never run, so no worker for its requests.
    rewrite(/XMLHttpRequest-impl\.js$/, (text) => replaceOnce(text, /require\.resolve\([^)]*\)/u, 'null'))
    rewrite(/computed-style\.js$/, (text, file) => {
      const sheet = path.resolve(path.dirname(file), '../../../browser/default-stylesheet.css')
      const content = JSON.stringify(readFileSync(sheet, 'utf8'))
      return replaceOnce(text, /fs\.readFileSync\([^;]*\);/u, () => `${content};`)
    })
  },
}

function replaceOnce(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`what is bundled has changed: ${pattern} is not in it`)
  return text.replace(pattern, by)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const { outputFiles } = await build({
  entryPoints: { cli: 'dist/src/cli/start.js', pool: 'dist/src/pool/pool-entry.js' },
  absWorkingDir: root,
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Modules find package.json, data and each other's files from where they would stand.
  banner: { js: "const ownUrl=require('node:url').pathToFileURL(__dirname+'/../src/index.js').href;" },
  define: { 'import.meta.url': 'ownUrl' },
  external: [
    ...['serve', 'worker', 'keys', 'batch', 'notes', 'notes-test'].map((name) => `./commands/${name}.js`),
    ...['bullmq', 'pg', 'libsql', 'ioredis', 'kysely', '@bull-board/*'],
  ],
  plugins: [inside],
})
// The bundler leaves other letters in regular expressions; in ASCII alone V8 holds the text in half the memory.
for (const { path: file, text } of outputFiles)
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )

// Run once, so that V8's code is there for the next run; in an image that is built without samples, the first run does it.
const sample = path.join(root, 'samples/moscow-talks')
if (existsSync(sample) && existsSync(path.join(root, 'data')))
  execFileSync(process.execPath, [path.join(root, 'dist/src/cli/main.js'), 'compare', sample, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
