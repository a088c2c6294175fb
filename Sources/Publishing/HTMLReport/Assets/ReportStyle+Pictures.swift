extension ReportStyle {
  /// Pictures of findings in the report of a validation.
  static let pictures = #"""
    .pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));
    gap:18px 22px;margin:6px 0 16px}
    .picture{margin:0;break-inside:avoid}
    .picture svg{display:block;width:100%;height:auto;background:#fbfbf8;border:1px solid #b9bbb2}
    .picture figcaption{font-weight:400;font-size:13px;line-height:1.45;margin:6px 0 0;
    overflow-wrap:anywhere}
    .picture small{display:block;color:var(--soft);font-size:12px}
    .picture path,.picture circle{vector-effect:non-scaling-stroke}
    .nb{fill:#ecece6;stroke:#b0b2a8;stroke-width:1;fill-rule:evenodd}
    .f1{fill:rgba(47,107,143,.16);stroke:#1f4f6e;stroke-width:1.8;fill-rule:evenodd}
    .f2{fill:rgba(122,78,156,.14);stroke:#6a4390;stroke-width:1.8;fill-rule:evenodd}
    .nb.line,.f1.line,.f2.line{fill:none}
    .vx{fill:#fff;stroke:#1b2a2f;stroke-width:1}
    .place{fill:rgba(179,38,30,.42);stroke:#b3261e;stroke-width:1.8;fill-rule:evenodd}
    .place.line{fill:none;stroke-width:3.2}
    .point{fill:#b3261e;stroke:#fff;stroke-width:1}
    .ring{fill:none;stroke:#b3261e;stroke-width:2}
    .bar{fill:none;stroke:#17211f;stroke-width:1.6}
    .bartext,.value{font:13px/1 var(--sans);fill:#17211f;paint-order:stroke;stroke:#fff;stroke-width:3px}
    .value{text-anchor:end;font-weight:600;fill:#b3261e}
    .inset{fill:rgba(255,255,255,.9);stroke:#8c8f86}
    .insetline{fill:rgba(31,74,68,.14);stroke:#1f4a44;stroke-width:1;fill-rule:evenodd}
    .insetplace{fill:none;stroke:#b3261e;stroke-width:2}
    @media print{.pictures{grid-template-columns:1fr 1fr;gap:10px 14px}.picture figcaption{font-size:8pt}}

    """#
}
