/** The style sheet's part on type, spacing, head, tables and phones. */
export const PAGE = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);
  font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.page{max-width:68rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1,h2,h3,h4,h5{line-height:1.25;font-weight:650;text-wrap:balance}
h1{font-size:2rem;letter-spacing:-.015em;margin:.1rem 0 1.25rem}
h2{font-size:1.35rem;letter-spacing:-.01em;margin:3rem 0 .9rem}
h3{font-size:1.05rem;margin:1.6rem 0 .6rem}
h4{font-size:.95rem;margin:0 0 .3rem;overflow-wrap:anywhere}
h5{font-size:.85rem;margin:1.1rem 0 .4rem;color:var(--quiet)}
p{margin:.35rem 0;max-width:70ch;text-wrap:pretty}
ul,ol,dl{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
h4>a{color:inherit;text-decoration:none}
h4>a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
code,pre,.key,h4{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
h4{font-size:.84rem;font-weight:600}
small{font-weight:400;color:var(--quiet);font-size:.8em}
.quiet,.kicker{color:var(--quiet);font-size:.86rem}
.kicker{margin:0;letter-spacing:.02em}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.4rem .8rem;z-index:2}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;padding:0;margin:1.4rem 0 0}
.verdicts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}
.verdict{background:var(--sheet);border:1px solid var(--line);border-left:.35rem solid var(--own);
  border-radius:.4rem;padding:1rem 1.25rem}
.verdict h2{font-size:1.05rem;margin:0 0 .3rem}
.sentence{font-size:1.2rem;font-weight:600;line-height:1.35;margin:0 0 .8rem;text-wrap:balance}
.sentence i{color:var(--own);font-style:normal;margin-right:.15rem}
.about{font-size:.86rem;color:var(--quiet)}
.about .facts{margin-top:.4rem;color:var(--text)}
.verdict h2+.sentence{margin-bottom:.4rem;font-size:1.02rem}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.6rem;margin:0;font-size:.86rem}
.facts div{display:flex;gap:.45rem}
.facts dt{color:var(--quiet)}
.facts dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.92rem}
th,td{text-align:left;padding:.4rem 1.1rem .4rem 0;vertical-align:top}
th{font-weight:500}
thead th{color:var(--quiet);font-size:.82rem;white-space:nowrap}
.levels,.matrix{width:100%}
.levels tbody tr,.matrix tbody tr{border-top:1px solid var(--line)}
.levels tbody th{width:7rem}
.levels.one td:nth-child(2){width:1%;white-space:nowrap;padding-right:2rem}
.levels.one .bar{max-width:none;margin-top:.5rem}
.matrix tbody th a{text-decoration:none}
.matrix tbody th a:hover{text-decoration:underline}
.matrix tbody th{min-width:15rem}
.matrix thead th{white-space:normal;vertical-align:bottom;min-width:4.6rem;max-width:12rem}
.matrix th:first-child{position:sticky;left:0;background:var(--ground)}
.cell{color:inherit;text-decoration:none;display:inline-block}
.cell:hover .tally,.cell:hover .mark{text-decoration:underline}
.matrix .sub{border-top:0}
.matrix .sub th{padding-top:.1rem;padding-bottom:.3rem}
.matrix .sub td{padding-top:0;padding-bottom:.2rem}
.matrix .sub th{padding-left:1.2rem;font-size:.84rem;overflow-wrap:anywhere}
.matrix .group th{padding:1.1rem 0 .35rem;font-weight:650;font-size:.86rem}
.matrix tbody:first-of-type .group th{padding-top:.5rem}
.bar{display:block;width:100%;max-width:26rem;height:.5rem;margin:.45rem 0 .3rem;border-radius:.25rem}
.bar rect{fill:var(--own);stroke:var(--ground);stroke-width:1px}
.tally{display:inline-flex;flex-wrap:wrap;gap:.1rem .8rem;font-variant-numeric:tabular-nums}
.tally>span{color:var(--own);white-space:nowrap;position:relative;
  padding:0 .4rem;margin-left:-.4rem;border-radius:.25rem}
.tally .failed,.tally .errored,.tally .inconclusive,.tally .warned,.tally .blocked{background:var(--own-g)}
.tally .failed,.tally .errored,.tally .inconclusive{font-weight:650}
.tally i,.mark i{font-style:normal;font-weight:700;margin-right:.3em}
.none{color:var(--none)}
.legend{display:grid;gap:.5rem}
.legend>div{display:grid;grid-template-columns:10.5rem 1fr;gap:.8rem}
.legend dd{margin:0}
footer{margin-top:3.5rem;color:var(--quiet);font-size:.86rem}
@media (max-width:40rem){
  .page{padding:1.25rem 1rem 3rem}
  h1{font-size:1.5rem}
  h2{margin-top:2.2rem}
  .matrix tbody th{min-width:8.5rem;font-size:.86rem}
  .matrix td{font-size:.86rem}
  th,td{padding-right:.8rem}
  .levels tbody th{width:auto}
  .legend>div{grid-template-columns:1fr;gap:.1rem}
}
`;

/** On paper: it stands behind all else, so that it wins. */
export const PAPER = `
@media print{
  :root{color-scheme:light}
  body{background:none;font-size:10pt}
  .page{max-width:none;padding:0}
  nav,#filter,.skip{display:none}
  .sc,.card,.check{break-inside:avoid-page}
  h2,h3,h4{break-after:avoid}
  .section::details-content{content-visibility:visible;display:block}
  .scroll{overflow:visible}
  svg.ladder{max-width:100%;height:auto}
}
`;
