/** Paper: the findings with their passages in short, the tables, the sources. The texts and the pictures' data stay in the file. */
import { printColours } from './colours.js'
import { mostWidths } from './tables.js'

/** Across paper, cells with words have room for so many reports; more are told by sign, with its key. */
const mostWithWords = 8
const wide = `:is(${Array.from({ length: mostWidths - mostWithWords }, (_, index) => `.n${index + mostWithWords + 1}`).join(',')})`

export const print = `
@media print{
@page{size:A4;margin:13mm 12mm 15mm;@bottom-right{content:counter(page) " of " counter(pages);font:7pt sans-serif;color:#444}}
${printColours}
html{font-size:8.5pt;line-height:1.35}
body{padding:0;max-width:none}
nav,.bar,.skip,.place,.filters,.review,#review,.reading-tools,.alone,.notes,#articles,#prominence,#voices,#actors,#timeline,#positions,#names,#headlines,#facts,.made,.data,.opened,.out,.voices-key,.reading-tools+.key,.further,.rows .evidence{display:none!important}
.on-paper{display:block}
.parting .answer{font-size:var(--t4)}
a{text-decoration:none}
.scroll{overflow:visible;border:0;container-type:normal}
table{font-size:7pt}
th,td,thead th,tbody th{min-width:0;padding:.25rem .25rem}
.matrix tbody th{font-size:8pt}
:is(.matrix,.by-outlet){width:100%!important}
:is(.matrix,.by-outlet) thead th:first-child{width:24%}
.matrix tbody th{overflow-wrap:anywhere}
.matrix${wide} td{font-size:0;text-align:center;padding:.25rem 0}
.matrix${wide} td .g{width:9pt;height:9pt;margin:0}
.matrix${wide} td small{display:none}
.matrix${wide} thead th:not(:first-child){padding:.25rem 0;text-align:center}
.matrix${wide} thead a{font-size:0}
.matrix${wide} thead .letter{font-size:6.5pt;min-width:0;padding:0 .15em;border:0}
.key{gap:.125rem .5rem}
.key li{border:0;padding:0}
.by-outlet.long,.long tbody,.long tr,.long th{display:block}
.long thead,.long td.absent{display:none}
.long tr{padding-block:.25rem;border-block-end:1px solid var(--line)}
.long tbody th,.long td{border:0;padding:0;max-width:none}
.long td,.long td p,.long small{display:inline}
.long th small::before{content:" · "}
.long td{margin-inline-end:.75rem}
.long td::before{content:attr(data-o) " ";font-weight:700}
.scroll:has(>.long)::after{content:"Reports that a row does not name: nothing found there.";font-style:italic;font-size:7pt}
tr,.card,.missing,summary,.entry,.openings li{break-inside:avoid}
h2,h3,summary,.lead,.sure,.kind{break-after:avoid}
.part{margin-block-start:1.25rem}
summary{list-style:none}
.finding>summary{padding-block:.25rem;gap:.125rem .75rem;grid-template-columns:13rem minmax(0,1fr)}
.finding>summary.long{grid-template-columns:none}
.on-paper h3{margin-block:.5rem .25rem}
.on-paper li{break-inside:avoid}
.cards{gap:.25rem;margin-block:.25rem;grid-template-columns:repeat(auto-fit,minmax(5.6cm,1fr))}
.matrix tbody:nth-of-type(n+16){display:none}
#claims .scroll:has(tbody:nth-of-type(16))::after{content:"The fifteen most prominent rows; the file shows more.";font-style:italic}
.card{padding:.25rem .5rem}
.card blockquote{margin:.125rem 0}
.card blockquote p{font-size:var(--t3);line-height:1.25}
.tags,.source,.who{font-size:var(--t1)}
h1{font-size:var(--t9)}
h2{font-size:var(--t7)}
h3{font-size:var(--t6)}
.first{gap:.5rem 1.5rem;grid-template-columns:minmax(0,1fr) 12rem}
.part{margin-block:0 .75rem}
.openings .headline{font-size:var(--t5)}
.lead-text{font-size:var(--t2)}
.picture svg{max-width:100%;height:auto}
*{print-color-adjust:exact}
}
`
