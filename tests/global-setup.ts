/** Builds the program once, since the CLI tests and the normalizing thread run the built JavaScript. */
import { execFileSync } from 'node:child_process'

export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
