/** The commands whose output the documents show, and what they print. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './event.js'
import { synoptic } from './program.js'

/** Documents that may show a command's output. */
export const documents = ['README.md'] as const

export type ShownOutput = { readonly command: string; readonly output: string }

const shown = /<!-- output: ([^\n]+) -->\n```\n([^`]*)```/gu

export function outputsOf(text: string): ShownOutput[] {
  return [...text.matchAll(shown)].map(([, command = '', output = '']) => ({ command, output }))
}

export function withOutput(text: string, command: string, output: string): string {
  return text.replace(shown, (block, found: string) =>
    found === command ? `<!-- output: ${command} -->\n\`\`\`\n${output}\`\`\`` : block,
  )
}

/**
 * What `npx synoptic …` prints on standard output, run in a folder of its own so that it leaves nothing behind.
 * The samples stand in that folder: their names, and with them the breaks of lines, are those a reader gets.
 */
export async function printed(command: string, run: typeof synoptic = synoptic): Promise<string> {
  const [npx, name, ...args] = command.split(' ')
  if (npx !== 'npx' || name !== 'synoptic') throw new Error(`not a command of this program: ${command}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-docs-'))
  try {
    await symlink(path.join(root, 'samples'), path.join(folder, 'samples'))
    return (await run(args, { cwd: folder })).stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
