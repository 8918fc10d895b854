/** What this program uses of it; its own types are those of an ES module, which it is not. */
declare module 'robots-parser' {
  export type Rules = {
    isAllowed(url: string, name: string): boolean | undefined
    getCrawlDelay(name: string): number | undefined
  }
  export default function robotsParser(url: string, text: string): Rules
}
