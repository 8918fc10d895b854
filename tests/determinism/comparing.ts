/** Arguments that compare a sample at a fixed time, and a place far from UTC and English. */
export const comparing = (sample: string): readonly string[] => [
  'compare',
  `samples/${sample}`,
  '--json',
  '--now',
  '2025-12-04T00:00:00Z',
]

export const elsewhere = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
