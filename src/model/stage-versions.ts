/**
 * Versions of the stages' methods. Raise a stage's number whenever the same input can give another output: stored
 * values and caches are keyed by it, and reports print it.
 */
export const stageVersions = {
  normalize: '7',
  annotate: '9',
  align: '8',
  compare: '11',
} as const
