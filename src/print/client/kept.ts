/**
 * What the browser keeps for this page: localStorage where it may be used, else this page's memory alone.
 *
 * In: keys and strings. Out: strings. Never: fails; some browsers give a file on disk no storage at all.
 */
export type Kept = {
  readonly get: (key: string) => string | null
  readonly set: (key: string, value: string) => void
  /** Whether what is set will be there after the page is closed. */
  readonly lasting: boolean
}

export function openKept(storage: () => Storage): Kept {
  try {
    const found = storage()
    const probe = 'synoptic-probe'
    found.setItem(probe, '1')
    found.removeItem(probe)
    return { lasting: true, get: (key) => found.getItem(key), set: keep(found) }
  } catch {
    const memory = new Map<string, string>()
    return {
      lasting: false,
      get: (key) => memory.get(key) ?? null,
      set: (key, value) => void memory.set(key, value),
    }
  }
}

/** A full store must not stop the reader; what does not fit is exported from the page as it stands. */
function keep(storage: Storage): Kept['set'] {
  return (key, value) => {
    try {
      storage.setItem(key, value)
    } catch (error) {
      console.warn('Synoptic: the browser did not keep this.', error)
    }
  }
}
