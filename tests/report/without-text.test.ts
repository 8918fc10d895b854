/** `--no-text`: hashes, offsets and short excerpts stay; the texts do not, in any view. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InspectedArticle, Report } from '../../src/model/report.js'
import { cells } from '../../src/editions/tables/cells.js'
import { reportFiles } from '../../src/editions/make.js'
import { articleWithoutText, withoutText } from '../../src/report/without-text.js'
import { sha256 } from '../../src/text/hash.js'
import { ferryReport, makeArticle } from './fixture.js'

describe('withoutText', () => {
  const bare = withoutText(ferryReport)

  it('is a Report of the contract', () => {
    expect(() => Report.parse(bare)).not.toThrow()
    expect(bare.generator.options['text']).toBe(false)
  })

  it('names the text by hash and length, and excerpts stand where they stood', () => {
    bare.articles.forEach((article, index) => {
      const whole = ferryReport.articles[index]?.text ?? ''
      expect(article.text).toBe('')
      expect(article.textSha256).toBe(sha256(whole))
      expect(article.textLength).toBe(whole.length)
      for (const { start, end, text } of article.excerpts ?? []) expect(whole.slice(start, end)).toBe(text)
      expect(article.sentences).toEqual(ferryReport.articles[index]?.sentences)
    })
  })

  it('keeps the passages of findings, so that views still show evidence', () => {
    const files = new Map(reportFiles(bare).map(({ name, content }) => [name, String(content)]))
    for (const name of ['report.html', 'report.md', 'findings.csv']) {
      expect(files.get(name)).toContain('There was no fire at the pier')
    }
    expect(files.get('report.html')).toContain('excerpts and hashes alone')
  })

  it('leaves the rest out of every file', () => {
    const secret = 'Crews walked out at dawn after talks on rosters failed'
    for (const { name, content } of reportFiles(bare))
      expect([name, Buffer.from(content).includes(secret)]).toEqual([name, false])
    for (const { name, content } of reportFiles(ferryReport).slice(0, 2)) {
      expect([name, Buffer.from(content).includes(secret)]).toEqual([name, true])
    }
  })

  it('cuts labels, and the sentences that stand in no block', () => {
    const long = 'word '.repeat(60).trim()
    const [first, ...rest] = ferryReport.findings
    if (!first) throw new Error('fixture changed')
    const cut = withoutText({
      ...ferryReport,
      claims: ferryReport.claims.map((column) => ({ ...column, label: long })),
      findings: [
        { ...first, sentence: long },
        ...rest.map((one) => ({ ...one, severity: 'note' as const, sentence: long })),
      ],
    })
    for (const column of cut.claims) expect(column.label.length).toBeLessThanOrEqual(40)
    expect(cut.findings[0]?.sentence).toBe(long)
    for (const note of cut.findings.slice(1)) expect(note.sentence.length).toBeLessThanOrEqual(120)
  })

  it('keeps rows and offsets in the tables', () => {
    expect(cells.csv(bare).split('\r\n')).toHaveLength(cells.csv(ferryReport).split('\r\n').length)
  })

  it('never gives more than its share, whatever is wanted', () => {
    const article = makeArticle({ outlet: 'Long', blocks: ['A headline', 'Wörds 𝒳 here. '.repeat(400)] })
    const end = article.text.length
    const span = fc
      .tuple(fc.nat(end), fc.nat(end))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), (wanted) => {
        const { excerpts = [] } = articleWithoutText(article, wanted)
        const total = excerpts.reduce((sum, one) => sum + one.text.length, 0)
        expect(total).toBeLessThanOrEqual(Math.max(400, end * 0.2))
        for (const one of excerpts) expect(one.text.length).toBeLessThanOrEqual(300)
        expect(excerpts.every((one, i) => i === 0 || one.start > (excerpts[i - 1]?.end ?? 0))).toBe(true)
      }),
    )
  })

  it('works on one line of inspect', () => {
    const [article] = ferryReport.articles
    if (!article) throw new Error('fixture changed')
    const line = InspectedArticle.parse(
      articleWithoutText({ ...article, removed: [{ rule: 'x', text: 'y' }] }),
    )
    expect(line.excerpts?.map((one) => one.text)).toEqual(['Ferry crews walk out, 4,000 stranded'])
    expect(line.removed).toEqual([])
  })
})
