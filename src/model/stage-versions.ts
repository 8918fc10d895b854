/**
 * Versions of the stages' methods. Raise a stage's number whenever the same input can give another output: stored
 * values and caches are keyed by it, and reports print it.
 */
export const stageVersions = {
  normalize: '8',
  annotate: '9',
  align: '9',
  compare: '12',
} as const
