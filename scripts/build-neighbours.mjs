/**
 * Builds data/neighbours.bin from data/vectors.bin: the nearest stems of each stem, so that the index of candidates finds
 * passages in other words without comparing vectors at run time.
 *
 * In:    data/vectors.bin (see build-background.mjs). Out: uint16, 8 a row, rows of the nearest stems above the floor,
 *        nearest first, 65535 for none. `node scripts/build-neighbours.mjs`, about two minutes.
 */
import fs from 'node:fs'

const DIMENSIONS = 100
const NEAREST = 8
const FLOOR = 0.55
/** Function words and the like have neighbours that mean nothing. */
const FIRST = 100

const data = new URL('../data/', import.meta.url)
const file = fs.readFileSync(new URL('vectors.bin', data))
const raw = new Int8Array(file.buffer, file.byteOffset, file.byteLength)
const count = raw.length / DIMENSIONS
const unit = new Float32Array(raw.length)
for (let row = 0; row < count; row++) {
  let sum = 0
  for (let d = 0; d < DIMENSIONS; d++) sum += raw[row * DIMENSIONS + d] ** 2
  const norm = Math.sqrt(sum) || 1
  for (let d = 0; d < DIMENSIONS; d++) unit[row * DIMENSIONS + d] = raw[row * DIMENSIONS + d] / norm
}
const found = Array.from({ length: count }, () => [])
for (let a = FIRST; a < count; a++)
  for (let b = FIRST; b < a; b++) {
    let sum = 0
    for (let d = 0; d < DIMENSIONS; d++) sum += unit[a * DIMENSIONS + d] * unit[b * DIMENSIONS + d]
    if (sum < FLOOR) continue
    found[a].push([b, sum])
    found[b].push([a, sum])
  }
const out = new Uint16Array(count * NEAREST).fill(65535)
found.forEach((list, row) =>
  list
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, NEAREST)
    .forEach(([other], k) => (out[row * NEAREST + k] = other)),
)
fs.writeFileSync(new URL('neighbours.bin', data), Buffer.from(out.buffer))
