/**
 * Versions of the stages' methods. Raise a stage's number whenever the same input can give another output: stored
 * values and caches are keyed by it, and reports print it.
 */
export const stageVersions = {
  normalize: '3',
  annotate: '3',
  align: '3',
  compare: '3',
} as const
