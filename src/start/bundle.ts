/**
 * Starts a program from its bundle (one file, made by `npm run build`) with the code that V8 made of it last time kept
 * beside it: loading hundreds of modules and compiling them costs more than comparing a few pages.
 *
 * In:    the bundle's name. Out: the bundle runs; or null where there is none, and the modules have to be loaded.
 * Never: runs code that another Node or another build left: V8 checks what was kept, and it is made anew where it does not
 *        fit. A folder that may not be written costs time and nothing else.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

export type Started = {
  /** Keeps the code of what has run by now, where what was kept did not fit. */
  readonly keepCode: () => void
}

type Main = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void

const folder = path.resolve(import.meta.dirname, '../../bundle')

export function startBundle(name: 'cli' | 'pool'): Started | null {
  const file = path.join(folder, `${name}.cjs`)
  const source = readOrNull(file)
  if (source === null) return null
  const code = codeFile(file)
  const cachedData = readOrNull(code) ?? undefined
  const head = '(function (exports, require, module, __filename, __dirname) {'
  // The bundle is ASCII.
  const script = new Script(`${head}${source.toString('latin1')}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  })
  const fits = cachedData !== undefined && script.cachedDataRejected === false
  const module = { exports: {} }
  const main = script.runInThisContext() as Main
  main(module.exports, createRequire(file), module, file, folder)
  return {
    keepCode: () => {
      if (!fits) write(code, script.createCachedData())
    },
  }
}

/** One for each build and each Node. */
function codeFile(file: string): string {
  const { size, mtimeMs } = statSync(file)
  return `${file}.${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}.code`
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function write(file: string, data: Buffer): void {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, data)
    renameSync(draft, file)
  } catch {
    // A folder that may not be written.
  }
}
