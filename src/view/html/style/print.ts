/** Paper: the findings with their passages in short, the tables, the sources. The texts and the pictures' data stay in the file. */
import { printColours } from './colours.js'

export const print = `
@media print{
@page{size:A4;margin:13mm 12mm}
${printColours}
html{font-size:8.5pt;line-height:1.35}
body{padding:0;max-width:none}
nav,.skip,.place,.jump,.tools,.filters,.review,#review,.reading-tools,.fronts,.alone,.notes,#articles,#prominence,#voices,.made,.data,.opened,.out,.key{display:none!important}
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
.cards{gap:.25rem;margin-block:.25rem;grid-template-columns:repeat(auto-fit,minmax(5.6cm,1fr))}
.matrix tbody:nth-of-type(n+16){display:none}
#claims .scroll::after{content:"The fifteen most prominent rows; all of them stand in the file.";font-style:italic}
.evidence .scroll{display:none}
.sure,.evidence>p{margin-block:.125rem}
.card{padding:.25rem .5rem}
.card blockquote{margin:.125rem 0}
.card blockquote p{font-size:.875rem;line-height:1.25}
.tags,.source,.who{font-size:.75rem}
h1{font-size:1.75rem}
h2{font-size:1.25rem}
h3{font-size:1.0625rem}
.first{gap:.5rem 2rem;margin-block-start:.5rem}
.agreement p,.agreement li{font-size:1.0625rem}
.openings .headline{font-size:1rem}
.lead-text{font-size:.8125rem}
.picture svg{max-width:100%;height:auto}
*{print-color-adjust:exact}
}
`
