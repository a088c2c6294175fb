extension ReportStyle {
  /// Pictures and tables of the comparison.
  static let comparison = #"""
    svg{display:block;width:100%;height:auto;font:12px var(--sans);fill:var(--ink)}
    svg text{font-variant-numeric:tabular-nums}
    svg .soft{fill:var(--soft)}svg .strong{font-weight:600}
    svg .grid{stroke:#e6e6df;stroke-width:1}
    svg .axis{stroke:var(--ink);stroke-width:1}
    svg .plan{fill:#6d8793;fill-opacity:.45}
    svg .best{fill:var(--deep);stroke:#fff;stroke-width:1}
    svg .base{fill:none;stroke:#b3261e;stroke-width:2}
    svg .stairs{fill:none;stroke:var(--deep);stroke-width:1.4;stroke-dasharray:5 3}
    svg .bar{fill:#5b8fa8}
    svg .county{fill:#fbfaf6;stroke:#a9a79f;stroke-width:1}
    svg .choice{stroke:#fff;stroke-width:.8}
    svg .ring{fill:none;stroke:#17211f;stroke-width:1.4}
    svg .halo{paint-order:stroke;stroke:#fff;stroke-width:3px}
    .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:30px;align-items:start}
    .small{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:24px 36px}
    .small figure,.pair figure{margin:0}
    figcaption small{display:block;font-weight:400;color:var(--soft)}
    .matrix{width:auto}.matrix td{text-align:center;padding:3px 4px;min-width:30px;font-size:11.5px}
    .matrix th{font-size:11.5px;font-weight:400;white-space:nowrap;padding:3px 8px 3px 0}
    .matrix thead th{writing-mode:vertical-rl;transform:rotate(180deg);padding:6px 4px;max-height:16em;
    overflow:hidden;text-overflow:ellipsis;text-align:left}
    .matrix .dark{color:#fff}
    td .stack{width:150px}
    td.id{overflow-wrap:anywhere;min-width:9em}td.id small{display:block;color:var(--soft)}
    .key{margin:0 0 10px;font-size:13px}
    @media(max-width:900px){.pair{grid-template-columns:1fr}}
    @media print{
    .pair{grid-template-columns:3fr 2fr}figure,svg{break-inside:avoid}
    .matrix td,.matrix th{font-size:6.5pt;min-width:0;padding:1px 2px}
    tr.beyond{display:none}.screenless{display:block!important}
    }
    .screenless{display:none}

    """#
}
