/**
 * Versions of the stages' methods. Raise a stage's number whenever the same input can give another output: stored
 * values and caches are keyed by it, and reports print it.
 */
export const stageVersions = {
  normalize: '10',
  annotate: '11',
  align: '10',
  compare: '13',
} as const
