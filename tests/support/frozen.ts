/** A value that several tests share, frozen all through: a test that changes it fails instead of another one. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part as unknown)
  return Object.freeze(value)
}
