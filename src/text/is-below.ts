import path from 'node:path'

/** Whether a path leads to what lies in a folder, at any depth; by the paths as written, wherever links lead. */
export function isBelow(folder: string, place: string): boolean {
  const way = path.relative(folder, place)
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}
