/** What was typed after `npm run <script> --`: options, or words to print before the script ends. */
export type Typed<Options> =
  | { readonly state: 'run'; readonly options: Options }
  | { readonly state: 'help' | 'wrong'; readonly words: string }

/** Ends the process with 0 where help was asked for, with 64 where an option is wrong. */
export function optionsOrEnd<Options>(typed: Typed<Options>): Options {
  if (typed.state === 'run') return typed.options
  ;(typed.state === 'help' ? process.stdout : process.stderr).write(typed.words)
  process.exit(typed.state === 'help' ? 0 : 64)
}
