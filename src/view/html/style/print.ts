/** Paper: the findings with their passages in short, the tables, the sources. The texts and the pictures' data stay in the file. */
import { printColours } from './colours.js'

export const print = `
@media print{
@page{size:A4;margin:13mm 12mm}
${printColours}
html{font-size:8.5pt;line-height:1.35}
body{padding:0;max-width:none}
nav,.skip,.place,.jump,.tools,.filters,.review,#review,.reading-tools,.fronts,.alone,.notes,#articles,.made,.data,.opened,.out,.key{display:none!important}
a{text-decoration:none}
.scroll,.scroll:has(>.matrix){overflow:visible;border:0;container-type:normal;max-height:none}
table{font-size:7pt}
th,td,thead th,tbody th,.matrix tbody th,.matrix td{min-width:0;padding:.2rem .3rem;position:static}
.matrix tbody th{font-size:8pt}
tr,.card,.missing,summary,.entry{break-inside:avoid}
h2,h3,summary,.lead,.sure,.kind{break-after:avoid}
.part{margin-block-start:1.25rem}
.finding::details-content{content-visibility:visible;block-size:auto}
.finding>summary{padding-block:.25rem}
.finding>summary::before{content:""}
.sentence{font-size:1.0625rem;max-width:none}
.evidence{padding-block-end:.5rem}
.cards{gap:.375rem;grid-template-columns:repeat(auto-fit,minmax(8cm,1fr))}
.card{padding:.25rem .5rem}
.card blockquote p{font-size:.9375rem;line-height:1.3}
.tags,.source,.who{font-size:.75rem}
*{print-color-adjust:exact}
}
`
