/**
 * Files of a form that could not be taken: kept in the store, named in the form, and put back into it when it comes again.
 *
 * In: a form. Out: what to name in it; or the form with its files back. Never: asks a person to choose a file twice.
 */
import { sha256 } from '../text/hash.js'
import type { Store, UploadedContent } from '../ports/store.js'
import type { ProblemError } from './problems.js'

/** `value` goes through the form: hash and name. */
export type Kept = { readonly value: string; readonly name: string }

export const keptFile = (hash: string, name: string): Kept => ({ value: `${hash} ${name}`, name })

/** Of files that are larger than a source may be, nothing is kept. */
export async function keepFiles(
  form: FormData,
  { store, now, most }: { readonly store: Store; readonly now: () => number; readonly most: number },
): Promise<readonly Kept[]> {
  const kept: Kept[] = []
  const contents: UploadedContent[] = []
  for (const file of filesIn(form)) {
    if (file.size === 0 || file.size > most) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const hash = sha256(bytes)
    kept.push(keptFile(hash, file.name))
    contents.push({ sha256: hash, bytes, mediaType: null })
  }
  await store.keepContents(contents, now())
  return kept
}

function filesIn(form: FormData): readonly File[] {
  return form.getAll('files').filter((value) => typeof value !== 'string')
}

/** Files that are no longer here are errors; the others stand in the form again as if they had been chosen. */
export async function bringBack(form: FormData, store: Store): Promise<readonly ProblemError[]> {
  const gone: ProblemError[] = []
  for (const value of form.getAll('kept')) {
    const [, hash, name] =
      typeof value === 'string' ? (/^([0-9a-f]{64}) (.{1,200})$/su.exec(value) ?? []) : []
    if (hash === undefined || name === undefined) continue
    const content = await store.content(hash)
    if (content) form.append('files', new Blob([new Uint8Array(content.bytes)]), name)
    else gone.push({ pointer: '/files', detail: `${name} is no longer here; choose it again` })
  }
  form.delete('kept')
  return gone
}
