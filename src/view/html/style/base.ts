/** Colours, type, links, focus: light and dark from the reader's own setting. No font and no image is loaded. */
export const base = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#ffffff;--ink:#1b1d20;--soft:#575c63;--line:#dcd8cc;--accent:#0b5674;--red:#a12a20;--amber:#755000;--violet:#5a3b89;--green:#1d5f3f;--hit:#fbf0c4;--del:#f8dbd7;--ins:#d7eddf;--asserts:#e4f1e9;--other:#fbeccb;--denies:#f9dfdb;--unknown:#ecebe6;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;--serif:Charter,"Bitstream Charter","Source Serif 4","Iowan Old Style",Georgia,"Noto Serif","Liberation Serif",serif}
@media (prefers-color-scheme:dark){:root{--paper:#141619;--card:#1c1f23;--ink:#e9e7e2;--soft:#abb0b7;--line:#393d43;--accent:#84c9e8;--red:#ff9d92;--amber:#efc56f;--violet:#cbb1f5;--green:#8bd6aa;--hit:#3b3517;--del:#512722;--ins:#1d402c;--asserts:#1c3527;--other:#3d3113;--denies:#452420;--unknown:#2a2d31}}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.5 var(--sans);background:var(--paper);color:var(--ink);text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:0 clamp(1rem,4vw,3rem) 4rem;max-width:80rem;overflow-wrap:anywhere}
h1,h2,h3,h4{font-family:var(--serif);line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,3rem);letter-spacing:-.01em}
h2{font-size:1.5rem}
h3{font-size:1.25rem}
h4{font-size:1rem;font-family:var(--sans);margin:1rem 0 .25rem}
p,ul,ol,dl,blockquote{margin:.5rem 0}
ul,ol{padding-inline-start:1.25rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
small{font-size:.8125rem;color:var(--soft)}
code{font-size:.8125rem}
ins{background:var(--ins);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
del{background:var(--del);text-decoration:line-through}
summary{cursor:pointer}
summary:hover{color:var(--accent)}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.skip:focus{inset-block-start:.5rem}
.note,.lead{color:var(--soft);max-width:44rem}
.note{font-size:.875rem}
.warning{color:var(--amber);font-weight:600}
.letter{display:inline-block;min-width:1.5em;padding:0 .3em;border:1px solid currentColor;border-radius:.2em;font:700 .75rem/1.45 var(--sans);text-align:center;color:var(--soft)}
.breakable{word-break:break-all}
`
