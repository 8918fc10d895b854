/** The style sheet of both classroom files: A4 in print, light and dark on a screen. Nothing is loaded. */
export const classroomStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--soft:#555;--line:#999;--mark:#fff1b8}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#ececec;--soft:#b0b0b0;--line:#777;--mark:#5a4a00}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:10pt/1.32 Georgia,"Times New Roman",serif;text-size-adjust:100%}
body{margin:0 auto;padding:1rem;max-width:190mm;overflow-wrap:anywhere}
h1{font-size:15pt;line-height:1.15;margin:0 0 1mm}
h2{font:700 10.5pt/1.25 system-ui,sans-serif;margin:0}
p{margin:0 0 1.2mm}
.head{border-block-end:1.5pt solid var(--ink);padding-block-end:1.5mm;margin-block-end:2.5mm}
.who{display:flex;gap:6mm;font:9pt system-ui,sans-serif;color:var(--soft);margin-block-start:1.5mm}
.who span{flex:1;border-block-end:.5pt solid var(--line);padding-block-end:1mm}
.lead,.note{font:9pt/1.3 system-ui,sans-serif;color:var(--soft)}
.page+.page{margin-block-start:10mm}
.exercise{break-inside:avoid;margin:0 0 3mm;padding-block-start:1mm;border-block-start:1pt solid var(--ink)}
.exercise:first-child,.head+.exercise{border-block-start:0}
.excerpts{margin:.8mm 0;padding:0;list-style:none}
.excerpts li{display:grid;grid-template-columns:19mm 1fr;gap:2mm;padding-block:.6mm}
.letter{font:700 9pt/1.4 system-ui,sans-serif}
.boxes{display:flex;flex-wrap:wrap;gap:1mm 6mm;font:9pt system-ui,sans-serif;margin-block:1mm .8mm}
.write{border-block-end:.5pt dotted var(--line);height:6.2mm}
.reasons{columns:2;column-gap:6mm;margin:1mm 0 2mm;padding:0;list-style:none;font-size:9pt}
.reasons li{break-inside:avoid;padding-block:.4mm}
table{border-collapse:collapse;width:100%;font:8.5pt/1.3 system-ui,sans-serif;margin-block:1mm 2mm}
th{overflow-wrap:normal}
th,td{text-align:start;padding:.5mm 1.5mm;border-block-end:.5pt solid var(--line);vertical-align:top}
mark{background:var(--mark);color:inherit}
.answer{font-weight:700}
.key .exercise{margin-block-end:2mm}
.key .excerpts li{grid-template-columns:34mm 1fr}
.key p,.key .excerpts{font-size:9.25pt}
@page{size:A4;margin:13mm 14mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#888;--mark:#fff1b8}html{color-scheme:light}
body{padding:0;max-width:none}.page+.page{break-before:page;margin-block-start:0}mark{print-color-adjust:exact}}
`
