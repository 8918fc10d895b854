/** Words for the errors of the system that files and folders meet. In: a caught value or its code. Out: its code, or plain words. */

/** `ENOENT` and the like, or null when the value is no system error. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** What each code says, to follow "cannot be read: " and the like. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the spelling and the folder you are in',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the path is longer than the system allows',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EINVAL: 'the path is not valid',
  ERR_INVALID_ARG_VALUE: 'the path holds a character no path may hold',
}

export function readingTrouble(code: string | null): string {
  const reason = reasons[code ?? '']
  return reason === undefined ? `cannot be read (${code ?? 'unknown error'})` : `cannot be read: ${reason}`
}

/** Why the system refused, in words: `the disk is full`; another error's own message. */
export function systemReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return reasons[errorCode(error) ?? ''] ?? message
}
