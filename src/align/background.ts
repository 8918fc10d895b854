/** Moved to text, since compare's second search looks words up too. */
export * from '../text/background.js'
