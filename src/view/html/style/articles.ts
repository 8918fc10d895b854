/** The quote ledger, the articles, and paper. */
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
footer{margin-block-start:3rem;color:var(--soft);font-size:.875rem}
@media print{
@page{margin:14mm 13mm}
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#000;--red:#8c1d14;--amber:#5e4000;--violet:#452a70;--green:#134a2f;--hit:#f6eec8;--del:#f3d9d6;--ins:#d9eadf;--asserts:#eef5f0;--other:#fbf3df;--denies:#f8e9e7;--unknown:#eee}
html{font-size:9.5pt}
body{padding:0;max-width:none}
nav,.skip,.place,.jump{display:none}
a{text-decoration:none}
.scroll{overflow:visible;border:0;container-type:normal}
.fit{position:static;width:auto}
table{font-size:7.5pt}
th,td,thead th,tbody th,.matrix tbody th{min-width:0;padding:.25rem .375rem;position:static}
.matrix tbody th{font-size:8.5pt}
tr,.card,.missing,summary{break-inside:avoid}
h2,h3,summary,.lead,.sure,.kind{break-after:avoid}
.finding::details-content{content-visibility:visible;block-size:auto}
.finding>summary::before{content:"";}
#articles{break-before:page}
*{print-color-adjust:exact}
}
`
