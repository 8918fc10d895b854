/** A memo: what stands first with its words, on one page. */
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { make } from '../../src/editions/make.js'
import { compareSample, samples } from '../support/event.js'

test.each(samples)(
  '%s: every finding in front, then its words as they fit, the same in Word',
  async (name) => {
    const report = await compareSample(name)
    const memo = String(make('memo.md', report))
    const lines = memo.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 95), 0)
    expect(lines).toBeLessThan(52)
    const asked = memo.split('\n').filter((line) => /^- \*\*(?![A-Z](?:, [A-Z])*:\*\*)/u.test(line))
    expect(asked.length).toBe((report.front ?? []).length)
    expect(memo).toMatch(/^- \*\*[A-Z](?:, [A-Z])*:\*\* “/mu)
    const content = unzipSync(make('memo.docx', report) as Uint8Array)['word/document.xml']
    expect(new TextDecoder().decode(content)).toContain('Main differences')
  },
)
