/** The style sheet's part on cards, sections, scenarios, exchanges and ladders. */
export const PARTS = `
.mark{display:inline-block;font-size:.78rem;line-height:1.5;padding:.05rem .5rem;border-radius:1rem;
  color:var(--own,var(--none));background:var(--own-g,var(--none-g));white-space:nowrap;
  font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-weight:500}
.mark b{font-weight:600;margin-left:.15em}
.marks{display:inline-flex;flex-wrap:wrap;gap:.25rem .4rem}
.card .quiet,.check .quiet{max-width:none}
.plain{list-style:none;padding:0}
.plain li{margin:.4rem 0}
.cards{list-style:none;padding:0;display:grid;gap:.9rem}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:1rem 1.25rem}
.card>.says{font-weight:600;margin-top:0}
.card .of{margin-top:.7rem}
.told+.told{margin-top:.8rem}
.told p{max-width:none}
.versus{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.6rem;margin:.5rem 0}
.versus>div{background:var(--soft);border-radius:.3rem;padding:.5rem .8rem}
.versus dt{font-size:.78rem;color:var(--quiet)}
.versus dd{margin:0;overflow-wrap:anywhere}
mark{background:var(--mark);color:var(--mark-text);padding:0 .1em;border-radius:.15em;
  text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.reason{overflow-wrap:anywhere}
#filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5rem),1fr));gap:.6rem .8rem;
  background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:.9rem 1.1rem;margin:0 0 1.2rem}
#filter[hidden]{display:none}
#filter label:first-child{grid-column:1/-1}
#filter label{display:grid;gap:.15rem;font-size:.78rem;color:var(--quiet);min-width:0}
#filter input,#filter select{font:inherit;font-size:.92rem;color:var(--text);background:var(--ground);
  border:1px solid var(--quiet);border-radius:.3rem;padding:.38rem .5rem;width:100%;min-width:0;min-height:2.3rem}
#filter .acts{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
#filter output{font-size:.9rem;margin-right:auto;font-variant-numeric:tabular-nums}
button{font:inherit;font-size:.86rem;color:var(--accent);background:none;border:1px solid var(--line);
  border-radius:.3rem;padding:.3rem .8rem;cursor:pointer;min-height:2rem}
button:hover{border-color:var(--accent)}
summary{cursor:pointer}
.section{border-top:1px solid var(--line);padding:.2rem 0}
.section:last-of-type{border-bottom:1px solid var(--line)}
.section>summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1.2rem;padding:.55rem 0 .55rem 1.3rem;
  position:relative;list-style:none}
.section>summary::-webkit-details-marker,.sc>summary::-webkit-details-marker{display:none}
.section>summary::before,.sc>summary::before{content:"";position:absolute;left:.2rem;top:1.05em;width:.42rem;
  height:.42rem;border:solid var(--quiet);border-width:0 2px 2px 0;transform:rotate(-45deg)}
.section[open]>summary::before,.sc[open]>summary::before{transform:rotate(45deg)}
.section h3{margin:0}
.section>summary .of{font-size:.86rem}
.section>summary .of:first-of-type{margin-left:auto}
.rq{margin:.6rem 0 1.5rem 1.3rem;padding-left:1.1rem;border-left:2px solid var(--line)}
.rq p{margin:.2rem 0}
@media screen{
  .rq{content-visibility:auto;contain-intrinsic-size:auto 9rem}
  .card{content-visibility:auto;contain-intrinsic-size:auto 12rem}
}
.ruling{background:var(--soft);border-radius:.3rem;padding:.45rem .8rem;font-size:.9rem}
.rest{margin:.2rem 0 1.2rem 1.3rem;font-size:.9rem}
.rest li{margin:.25rem 0}
.sc{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;margin:.45rem 0}
.sc>summary{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;
  gap:.2rem 1rem;position:relative;
  padding:.5rem .9rem .5rem 1.6rem;list-style:none}
.sc>summary::before{left:.65rem;top:1.15em}
.sc .body{padding:.1rem 1.1rem 1rem;border-top:1px solid var(--line)}
.under{font-style:italic}
.steps{list-style:none;padding:0;margin:.6rem 0}
.steps li{padding:.1rem 0 .1rem 4.2rem;text-indent:-4.2rem}
.steps b{display:inline-block;min-width:3.7rem;margin-right:.5rem;text-indent:0;text-align:right;
  color:var(--quiet);font-weight:500}
.step{text-indent:0;margin:.3rem 0}
.step td{border:1px solid var(--line);padding:.15rem .6rem}
.check{border-left:.25rem solid var(--own);padding:.1rem 0 .1rem .9rem;margin:.9rem 0}
.check p{max-width:none}
.check .rule{overflow-wrap:anywhere}
.sc .of+.of{border-top:1px dashed var(--line);margin-top:1.2rem;padding-top:.4rem}
.target{margin-bottom:.2rem}
.events{list-style:none;padding:0;font-size:.9rem}
.events>li{padding:.12rem 0;overflow-wrap:anywhere}
.events .kind{display:inline-block;min-width:4rem;color:var(--quiet);font-size:.82rem}
.events>.when{font-variant-numeric:tabular-nums;color:var(--quiet);font-size:.82rem;padding-top:.45rem}
.events>li:not(:has(>details)){padding-left:1.1rem}
.facts{color:inherit}
.events .facts{display:inline;color:var(--quiet);font-size:.86em}
.flag{color:var(--failed);font-weight:600}
.source>summary{padding:.05rem 0}
.source[open]{background:var(--soft);border-radius:.3rem;padding:.3rem .8rem .7rem;margin:.3rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;margin:.5rem 0 0;line-height:1.5}
.difference{margin:.5rem 0;font-size:.86rem}
.difference caption{text-align:left;color:var(--quiet);padding-bottom:.2rem}
.difference td{min-width:7rem}
.difference td,.difference th{overflow-wrap:anywhere;border-top:1px solid var(--line);padding:.2rem 1rem .2rem 0}
.repeat code{user-select:all;overflow-wrap:anywhere;background:var(--soft);padding:.15rem .45rem;border-radius:.25rem}
.repeat{max-width:none}
.ladder{display:block;font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.ladder text{fill:var(--text)}
.ladder .band{fill:var(--soft)}
.ladder .life{stroke:var(--line);stroke-width:2;fill:none}
.ladder .who{text-anchor:middle;font-weight:650;font-size:14px}
.ladder .time,.ladder .day,.ladder .note{font-size:12px;fill:var(--quiet)}
.ladder .time,.ladder .day{font-variant-numeric:tabular-nums}
.ladder .life.box{stroke-width:1.5;stroke-dasharray:2 5}
.ladder .who.box{font-weight:500;font-size:12px;fill:var(--quiet)}
.ladder .dot{fill:var(--quiet)}
.ladder .sheet{fill:var(--sheet);stroke:var(--accent);stroke-width:1.5}
.ladder .record{fill:var(--accent)}
.ladder a .dot{fill:var(--accent)}
.spot .reach{fill:transparent}
.spot:focus-visible .reach,.spot:hover .reach{fill:var(--accent);fill-opacity:.25}
.spot.decides .sheet{stroke:var(--failed);stroke-width:2.5}
.spot .sign{fill:var(--failed)}
.ladder rect.intent{fill:var(--sheet);stroke:var(--quiet)}
.ladder text.intent{text-anchor:middle;font-size:12px}
.arrow path{fill:none;stroke:var(--accent);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.arrow .reach{stroke:transparent;stroke-width:16}
.arrow.late .shaft{stroke-dasharray:7 4}
.arrow.again .shaft{stroke-dasharray:1.5 5}
.arrow.decides path:not(.reach){stroke:var(--failed);stroke-width:3.2}
.arrow .sign{fill:var(--failed)}
.arrow.last .sign{fill:var(--sheet);stroke:var(--failed)}
.ladder .label{text-anchor:middle;font-weight:600;font-size:12px;fill:var(--accent);
  paint-order:stroke;stroke:var(--sheet);stroke-width:4px;stroke-linejoin:round}
.ladder .start{text-anchor:start}
.ladder .end{text-anchor:end}
.arrow.decides .label{fill:var(--failed)}
.arrow:hover .label,.arrow:focus-visible .label{text-decoration:underline}
.arrow:focus-visible .reach{stroke:var(--accent);stroke-opacity:.25}
@media (max-width:40rem){
  #filter{grid-template-columns:1fr 1fr}
  #filter label:first-child{grid-column:1/-1}
  .rq{margin-left:0;padding-left:.7rem}
  .rest{margin-left:0}
  .sc .body{padding:.1rem .75rem .9rem}
  .steps li{padding-left:0;text-indent:0}
  .steps b{min-width:0;text-align:left}
  .section>summary .of:first-of-type{margin-left:0}
}
`;
