/** What installing the package brings, by the lock file and the folder `node_modules`: for the README. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { byKeys } from '../../src/text/order.js'
import { root } from './event.js'

const named = z.record(z.string(), z.string()).default({})
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dependencies: named, optionalDependencies: named, peerDependencies: named }),
  ),
})

export function dependencyTable(): string {
  const { packages } = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  const direct = Object.keys(packages['']?.dependencies ?? {})

  /** As Node looks for it: in the package's own folder, then in those around it; null where it is not installed here. */
  function placeOf(name: string, from: string): string | null {
    for (
      let folder = from;
      ;
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
    ) {
      const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
      if (packages[place] && existsSync(path.join(root, place))) return place
      if (folder === '') return null
    }
  }

  function reached(names: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>()
    const visit = (name: string, from: string): void => {
      const place = placeOf(name, from)
      if (place === null || found.has(place)) return
      found.add(place)
      const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {}
      for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
        visit(next, place)
    }
    for (const name of names) visit(name, '')
    return found
  }

  const all = reached(direct)
  const rows = direct
    .map((name) => {
      const others = reached(direct.filter((one) => one !== name))
      const own = [...all].filter((place) => !others.has(place))
      return { name, own: own.length, bytes: own.reduce((sum, place) => sum + bytesIn(place), 0) }
    })
    .sort(
      byKeys(
        ({ bytes }) => -Math.round(bytes / 1e6),
        ({ name }) => name,
      ),
    )
  const large = rows.filter(({ bytes }) => bytes >= 1e6)
  const small = rows.filter(({ bytes }) => bytes < 1e6)
  const total = [...all].reduce((sum, place) => sum + bytesIn(place), 0)
  return [
    `${all.size} packages, ${Math.round(total / 1e6)} MB on Linux (x64); ${direct.length} of them are asked for. What would go with each, and with it alone:`,
    '',
    '| package | packages | MB |',
    '|---|---|---|',
    ...large.map(({ name, own, bytes }) => `| ${name} | ${own} | ${Math.round(bytes / 1e6)} |`),
    '',
    `Less than 1 MB each: ${small.map(({ name }) => name).join(', ')}.`,
  ].join('\n')
}

/** Of a package, those that stand in its own folder not counted. */
function bytesIn(place: string): number {
  const within = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true }).reduce((sum, one) => {
      const file = path.join(folder, one.name)
      if (one.isDirectory()) return one.name === 'node_modules' ? sum : sum + within(file)
      return one.isFile() ? sum + statSync(file).size : sum
    }, 0)
  return within(path.join(root, place))
}
