/** Type, links, focus, and what is hidden when. No font and no image is loaded. */
export const base = `
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.5 var(--sans);background:var(--paper);color:var(--ink);text-size-adjust:100%;scroll-padding-top:3.5rem}
body{margin:0 auto;padding:0 clamp(1rem,4vw,3rem) 4rem;max-width:84rem;overflow-wrap:anywhere}
@media screen and (min-width:112rem){body{max-width:110rem}}
[hidden],[data-off]{display:none!important}
h1,h2,h3,h4{font-family:var(--serif);line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(var(--t8),1rem + 1.4vw,var(--t9));letter-spacing:-.01em}
h2{font-size:var(--t7)}
h3{font-size:var(--t7)}
h4{font-size:var(--t5);font-family:var(--sans);margin:1rem 0 .25rem}
p,ul,ol,dl,blockquote{margin:.5rem 0}
ul,ol{padding-inline-start:1.25rem}
:is(ul,ol):has(>li:dir(rtl)){padding-inline-end:1.25rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus,h2:focus{outline:none}
small{font-size:var(--t2);color:var(--soft)}
code{font-size:var(--t2);font-family:ui-monospace,"SF Mono",Menlo,"Liberation Mono",monospace}
ins{background:var(--ins);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
del{background:var(--del);text-decoration:line-through}
summary{cursor:pointer}
summary:hover{color:var(--accent)}
.vh{position:absolute;margin:-1px;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.skip:focus{inset-block-start:.5rem}
.note,.lead{color:var(--soft);max-width:46rem}
.note{font-size:var(--t3)}
.warning{color:var(--amber);font-weight:600}
.letter{display:inline-block;min-width:1.5em;padding:0 .3em;border:1px solid currentColor;border-radius:.2em;font:700 var(--t1)/1.45 var(--sans);text-align:center;color:var(--soft)}
.breakable{word-break:break-all}
.part{margin-block:1rem 2rem}
@media print{.part+.part{padding-block-start:.75rem;border-block-start:1px solid var(--line)}}
.js .part{scroll-margin-top:8rem}
.part>h2{margin-block-end:.5rem}
.none,.none-left{font-family:var(--serif);font-size:var(--t6);color:var(--soft)}
footer{margin-block-start:3rem;color:var(--soft);font-size:var(--t3)}
[data-read=check] [data-for]:not([data-for~=check]),[data-read=framing] [data-for]:not([data-for~=framing]),[data-read=class] [data-for]:not([data-for~=class]),[data-read=class][data-findings=hidden] .spoiler{display:none}
.class-bar{display:none}
[data-read=class][data-findings=hidden] .class-bar{display:block}
`
