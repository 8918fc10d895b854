/** Words for the system errors that reading a file can meet. In: a caught value or its code. Out: its code, or plain words. */

/** `ENOENT` and the like, or null when the value is no system error. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

const troubles: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: its symbolic links go round in a circle',
  ENAMETOOLONG: 'cannot be read: the path is longer than the system allows',
  EMFILE: 'cannot be read: too many files are open',
  EIO: 'cannot be read: the disk reports an error',
  EINVAL: 'cannot be read: the path is not valid',
  ERR_INVALID_ARG_VALUE: 'cannot be read: the path holds a character no path may hold',
}

export function readingTrouble(code: string | null): string {
  return troubles[code ?? ''] ?? `cannot be read (${code ?? 'unknown error'})`
}
