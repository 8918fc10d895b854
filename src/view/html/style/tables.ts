/** Tables: they scroll in a region of their own; cells tell their state by shape and words, then by colour. */
/** Columns of one width let a browser lay a large table out fast: `n5` is for five reports. The script keeps the class up. */
export const mostWidths = 40

const widths = Array.from(
  { length: mostWidths },
  (_, index) =>
    `.by-outlet.n${index + 1}{width:max(100%,${17 + 7.5 * (index + 1)}rem)}.matrix.n${index + 1}{width:max(100%,${11 + 2.75 * (index + 1)}rem)}`,
).join('')

/**
 * So many reports fit a wide screen: their tables need no region of their own. Heads stay under the bar either way; in a
 * region the script keeps `--head` up.
 */
const fewReports = 6
/** The claims' columns are as narrow as a letter. */
const fewInClaims = 20
const few = [
  ...Array.from({ length: fewReports }, (_, index) => `.by-outlet.n${index + 1}`),
  ...Array.from({ length: fewInClaims }, (_, index) => `.matrix.n${index + 1}`),
].join(',')

export const tables = `
.scroll{position:relative;overflow:auto;max-width:100%;container-type:inline-size;border-block:1px solid var(--line);margin-block:.75rem}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:var(--t3);line-height:1.4;overflow-wrap:normal}
th,td{padding:.5rem .625rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
thead th{font-size:var(--t2);font-weight:700;border-block-end:2px solid var(--ink);vertical-align:bottom;min-width:6.5rem;background:var(--paper)}
thead a{color:inherit;text-decoration:none}
thead a:hover{text-decoration:underline}
tbody th{font-weight:600;min-width:min(11rem,40vw);max-width:24rem;overflow-wrap:anywhere}
td{overflow-wrap:anywhere;min-width:6.5rem;max-width:22rem}
td p{margin:0 0 .25rem}
th>small,td small{display:block;font-weight:400}
.number,thead .number{text-align:end;font-variant-numeric:tabular-nums}
td.number{white-space:nowrap}
:is(.matrix,.by-outlet){table-layout:fixed}
:is(.matrix,.by-outlet) :is(th,td){min-width:0;max-width:none}
.by-outlet thead th:first-child{width:min(17rem,42vw)}
${widths}
.matrix tbody th{font-family:var(--serif);font-weight:400;font-size:var(--t5)}
.matrix th>small{font-family:var(--sans)}
.matrix td{border-inline-start:1px solid var(--line);padding:.375rem .125rem;text-align:center;font-size:var(--t1);line-height:1.25}
.matrix .opened td{text-align:start;font-size:var(--t3)}
.matrix thead tr:last-child th:not(:first-child){padding-inline:0;text-align:center}
.narrow-column{width:2.75rem}
@media (min-width:72rem){:is(.n1,.n2,.n3,.n4,.n5,.n6,.n7,.n8)>colgroup>.narrow-column{width:5.5rem}}
.matrix thead th:first-child{width:auto}
.matrix .profiles :is(td,th){position:static;border:0;text-align:center;font-weight:400;width:auto}
.matrix .profiles th{border-block-end:1px solid var(--edge)}
.alike>summary,.alone>summary{padding-block:.5rem}
.toggles{display:flex;flex-wrap:wrap;gap:.375rem}
.toggle{position:relative}
.toggle input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.toggle span{display:block;font-size:var(--t2);color:var(--ink);padding:.25rem .75rem;border:1px solid var(--edge);border-radius:1rem;background:var(--card)}
.toggle input:checked+span{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.toggle input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.has a{color:inherit}
.g{width:1em;height:1em;vertical-align:-.125em;margin-inline-end:.125em;overflow:visible}
.fill{fill:currentColor}
.ring{fill:none;stroke:currentColor;stroke-width:1.5;stroke-dasharray:2.2 1.6}
.stroke{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round}
.cut{fill:none;stroke:var(--paper);stroke-width:1.8;stroke-linecap:round}
.asserts{background:var(--asserts)}
.asserts .g{color:var(--green)}
.other{background:var(--other)}
.other .g{color:var(--amber)}
.denies{background:var(--denies)}
.denies .g{color:var(--red)}
.unknown{background:repeating-linear-gradient(135deg,var(--unknown) 0 6px,transparent 6px 12px)}
td.absent{color:var(--soft)}
.value{display:block;font-weight:400;overflow-wrap:anywhere}
.rates{width:auto}
.rates :is(th,td){padding-inline-end:1.5rem}
.by-outlet.positions th{font-weight:700}
.grade b{font-weight:600}
.grade.differ b{color:var(--red)}
.grade.may-differ b{color:var(--amber)}
.key{display:flex;flex-wrap:wrap;gap:.375rem .75rem;list-style:none;padding:0;font-size:var(--t2)}
.key li{padding:.125rem .625rem .125rem .5rem;border:1px solid var(--line);border-radius:1rem}
.opened>td{padding:0;border:0;max-width:none}
.fit{position:sticky;inset-inline-start:0;width:100cqi;padding-inline:.625rem}
@supports selector(:has(a)){.matrix tbody:not(:has(details[open])):not(:target) .opened{display:none}}
tbody:target>tr:first-child>*{background:var(--hit)}
.speakers{list-style:none;padding:0;margin:0}
.steps li{margin-block:.25rem;max-width:50rem}
@media screen{
:is(.matrix,.by-outlet) thead th{position:sticky;inset-block-start:var(--head,0);z-index:2;box-shadow:0 -.125rem var(--paper)}
:is(.matrix,.by-outlet) tbody th{position:sticky;inset-inline-start:0;background:var(--paper);z-index:1;box-shadow:.0625rem 0 var(--line)}
:is(.matrix,.by-outlet) thead th:first-child{inset-inline-start:0;z-index:3}
}
@media screen and (min-width:48rem){
.scroll:has(>.matrix),.scroll:has(>.by-outlet){max-height:88vh}
}
@media screen and (min-width:72rem){
.scroll:has(>:is(${few})){overflow:visible;max-height:none}
:is(${few}) thead th{inset-block-start:2.3125rem}
:is(${few}) tbody{scroll-margin-top:4rem}
}
`
