/** The quote ledger and the articles. */
export const articles = `
.entry{border-block-end:1px solid var(--line);padding-block:.625rem}
.entry small{display:block;margin-block-start:.125rem}
.utterance{font:400 1.125rem/1.45 var(--serif)}
.entry:target>summary,li:target{background:var(--hit)}
.alone li{margin-block:.375rem}
.alone q,.alone li{font-family:var(--serif)}
.alone h3{font:600 1rem/1.4 var(--sans);margin-block-start:1rem}
.alone small{font-family:var(--sans);display:block}
article{padding-block:1rem;border-block-end:1px solid var(--line)}
article h3{margin-block-end:.25rem}
.byline{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:.875rem;color:var(--soft)}
.text>summary{font-size:.875rem;color:var(--soft)}
.text>div{font:400 1.0625rem/1.6 var(--serif);max-width:42rem}
.headline{font-size:1.375rem;font-weight:700;line-height:1.25}
.subhead{font-weight:700;margin-block-start:1.25rem}
.item{padding-inline-start:1.25rem;text-indent:-1em}
.item::before{content:"• ";color:var(--soft)}
.caption{font:400 .875rem/1.4 var(--sans);color:var(--soft)}
.text blockquote{padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
span:target{background:var(--hit);outline:2px solid var(--amber)}
`
