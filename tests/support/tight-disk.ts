/**
 * Folders whose disk is really full when a test says so.
 *
 * `tmpfs`: a small file system of its own, filled with a file (needs the right to mount: root). `file limit`: the running
 * process may not make files any longer (prlimit, from util-linux), which any user may do to their own processes and
 * which the system reports to the writer just as little politely.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type TightDisk = {
  readonly folder: string
  /** From now on there is no room for a page more. */
  fill(): void
  /** Room again. */
  free(): void
  remove(): void
}

export type TightDiskKind = 'tmpfs' | 'file limit'

/** Those that can be had here; a reason on standard error for one that cannot. */
export function tightDisks(): readonly TightDiskKind[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-mount-'))
  const mounted = mount(folder)
  if (mounted) unmount(folder)
  else
    process.stderr.write('tests: no right to mount a tmpfs here; a full disk is made by a file limit alone\n')
  rmSync(folder, { recursive: true })
  return mounted ? ['tmpfs', 'file limit'] : ['file limit']
}

export function tightDisk(kind: TightDiskKind): TightDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-full-'))
  return kind === 'tmpfs' ? smallFileSystem(folder) : fileLimit(folder)
}

function smallFileSystem(folder: string): TightDisk {
  if (!mount(folder)) throw new Error('a tmpfs cannot be mounted here any more')
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill() {
      try {
        for (let size = 0; ; size++) writeFileSync(filler, Buffer.alloc(4_096), { flag: 'a' })
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    free() {
      rmSync(filler, { force: true })
    },
    remove() {
      unmount(folder)
      rmSync(folder, { recursive: true })
    },
  }
}

function fileLimit(folder: string): TightDisk {
  const limit = (soft: string): void => {
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${soft}:`])
  }
  // Without a listener the signal that comes with the refusal would end the process.
  const heard = (): void => undefined
  return {
    folder,
    fill() {
      process.on('SIGXFSZ', heard)
      const sizes = ['synoptic.db', 'synoptic.db-wal'].map((name) => statSync(path.join(folder, name)).size)
      limit(String(Math.min(...sizes)))
    },
    free() {
      limit('unlimited')
    },
    remove() {
      limit('unlimited')
      process.off('SIGXFSZ', heard)
      rmSync(folder, { recursive: true })
    },
  }
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0
}

function unmount(folder: string): void {
  // Lazily: SQLite's files are closed by the garbage collector.
  execFileSync('umount', ['-l', folder])
}
