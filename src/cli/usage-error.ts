/** Wrong usage: the message says what to type instead. Ends the program with exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
