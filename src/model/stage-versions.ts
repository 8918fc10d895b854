/**
 * Versions of the stages' methods. Raise a stage's number whenever the same input can give another output: stored
 * values and caches are keyed by it, and reports print it.
 */
export const stageVersions = {
  normalize: '6',
  annotate: '6',
  align: '6',
  compare: '6',
} as const
