/**
 * Files of a form that could not be taken: kept in the store, named in the form, and taken from there when it comes again.
 *
 * In: a form. Out: what to name in it; or which of the named files are gone. Never: asks a person to choose a file twice, or
 * reads what is kept.
 */
import { sha256 } from '../text/hash.js'
import type { Store } from '../ports/store.js'
import { fileName, filesOf, mediaTypeOf, textsOf, type Form } from './form.js'
import type { ProblemError } from './problems.js'
import { keptIn } from './read-body.js'

/** `value` goes through the form: hash and name. */
export type Kept = { readonly value: string; readonly name: string }

export const keptFile = (hash: string, name: string): Kept => ({ value: `${hash} ${name}`, name })

type KeptDeps = { readonly store: Store; readonly now: () => number }

/** Of files that are larger than a source may be, nothing is kept. */
export async function keepFiles(
  form: Form,
  { store, now }: KeptDeps,
  maxBytes: number,
): Promise<readonly Kept[]> {
  const contents = filesOf(form, 'files')
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= maxBytes)
    .map(({ name, bytes }) => ({
      sha256: sha256(bytes),
      bytes,
      name: fileName(name, 0),
      mediaType: mediaTypeOf(name),
    }))
  await store.keepContents(contents, now())
  const before = textsOf(form, 'kept').flatMap((value) => keptIn(value) ?? [])
  return [
    ...before.map(({ kept, name }) => keptFile(kept, name)),
    ...contents.map((content) => keptFile(content.sha256, content.name)),
  ]
}

/** The form without files that are no longer here, and an error for each. */
export async function withoutGone(
  form: Form,
  { store, now }: KeptDeps,
): Promise<{ form: Form; gone: readonly ProblemError[] }> {
  const named = textsOf(form, 'kept').flatMap((value) => keptIn(value) ?? [])
  const here = await store.holdContents([...new Set(named.map(({ kept }) => kept))], now())
  const isGone = (value: string): boolean => !here.has(keptIn(value)?.kept ?? '')
  return {
    // Behind what was given now, as a person sees them.
    form: [
      ...form.filter(({ field }) => field !== 'kept'),
      ...form.filter((part) => part.field === 'kept' && 'text' in part && !isGone(part.text)),
    ],
    gone: named
      .filter(({ kept }) => !here.has(kept))
      .map(({ name }) => ({ pointer: '/files', detail: `${name} is no longer here; choose it again` })),
  }
}
