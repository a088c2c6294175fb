extension ReportStyle {
  /// Tables, badges, charts.
  static let content = #"""
    .rule+.note{margin-top:12px}
    .note{color:var(--soft);font-size:13px;max-width:88ch}
    .scroll{position:relative;overflow-x:auto;margin:0 0 12px;
    background:linear-gradient(90deg,#fff 30%,transparent) left/40px 100% local no-repeat,
    linear-gradient(270deg,#fff 30%,transparent) right/40px 100% local no-repeat,
    linear-gradient(90deg,rgba(0,0,0,.16),transparent) left/12px 100% no-repeat,
    linear-gradient(270deg,rgba(0,0,0,.16),transparent) right/12px 100% no-repeat}
    table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.45}
    th,td{padding:7px 8px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;color:var(--soft);border-bottom:1.5px solid var(--ink);
    vertical-align:bottom;font-size:12.5px;line-height:1.3;hyphens:auto}
    tbody th{font-weight:600}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    td.n{font-variant-numeric:tabular-nums}
    td:first-child,th:first-child{padding-left:0}
    td:last-child,th:last-child{padding-right:0}
    .wide{min-width:22em}
    .name{min-width:9.5em}
    .keep{min-width:5.2em}
    .source{min-width:11em;max-width:24em;color:var(--soft)}
    tbody tr:hover{background:#f7f6f0}
    tr[data-show]{cursor:pointer}
    td small,th small{display:block;color:var(--soft);font-weight:400;font-size:12px;
    overflow-wrap:anywhere}
    td small{min-width:8em}
    td small.warn{color:var(--warn);max-width:26em}
    .sort{cursor:pointer}
    .sort::after{content:"↕";opacity:.35;margin-left:3px;font-size:11px}
    [aria-sort=ascending] .sort::after{content:"↑";opacity:1}
    [aria-sort=descending] .sort::after{content:"↓";opacity:1}
    .chip{white-space:nowrap}td .chip{display:inline-block;white-space:normal;padding-left:17px;text-indent:-17px}
    .rule .code{color:var(--soft)}
    .chip i{display:inline-block;width:11px;height:11px;margin-right:6px;border-radius:2px;
    vertical-align:-1px}
    .key .chip{margin-right:14px}
    .badge{display:inline-block;padding:0 8px;border:1px solid currentColor;border-radius:2px;
    font-size:12px;line-height:1.6;white-space:nowrap}
    .badge.error{color:#fff;background:var(--bad);border-color:var(--bad)}
    .badge.warning{color:var(--warn);background:#fdf3df}
    .badge.note{color:#3e5568;background:#eef3f6}
    .badge.good{color:var(--good);background:#eef6f0}
    th .badge{margin-left:8px;font-weight:400}
    .show{font:inherit;font-size:12.5px;color:var(--accent);background:none;border:1px solid #b9c7cf;
    border-radius:2px;padding:1px 8px;cursor:pointer;white-space:nowrap}
    .show:hover{background:#eef3f6}
    .meter{display:block;width:64px;height:6px;background:#ecece6;margin:3px 0 0 auto}
    .meter i{display:block;height:100%;background:var(--accent)}
    .stack{display:flex;width:96px;height:12px;background:#ecece6;margin-top:4px}
    .stack i{display:block;height:100%;border-right:1px solid #fff}
    .rule{border-bottom:1px solid var(--line)}
    .rule summary{padding:9px 0;cursor:pointer;display:flex;gap:12px;align-items:baseline}
    .rule summary::before{content:"▸";color:var(--soft);width:.8em}
    .rule[open] summary::before{content:"▾"}
    .rule summary::-webkit-details-marker{display:none}
    .rule .count{margin-left:auto;font-weight:600}
    .outcome{padding:10px 16px;margin:18px 0;border-left:5px solid var(--good);background:#f0f6f1}
    .outcome.bad{border-color:var(--bad);background:#fbf0ee}
    .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));
    gap:26px 48px;margin-bottom:12px}
    .chart{margin:0}
    figcaption{font-weight:600;margin-bottom:8px}
    figcaption small{font-weight:400}
    .chart ul{list-style:none;margin:0;padding:0;display:grid;gap:0 12px;
    grid-template-columns:fit-content(38%) 1fr minmax(5.5em,auto)}
    .chart li{display:grid;grid-template-columns:subgrid;grid-column:1/-1;
    align-items:center;padding:3px 0;font-size:13.5px}
    .chart .amount{text-align:right;white-space:nowrap}
    .chart .total{border-top:1px solid var(--line);font-weight:600;margin-top:3px}
    .chart .binding .amount::after{content:" ◆";color:var(--warn)}
    .track{position:relative;display:block;height:14px;background:#ecece6}
    .track .fill{position:absolute;left:0;top:0;bottom:0;background:var(--accent)}
    .track .mark{position:absolute;top:-3px;bottom:-3px;width:2px;margin-left:-1px;background:#111}
    .track .least{background:none;border-left:2px dotted #111}
    ul.binding{padding-left:0;list-style:none;display:grid;gap:0 48px;
    grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr))}
    ul.binding li{padding:7px 0;border-bottom:1px solid var(--line);font-size:14px}
    ul.binding span{display:block;color:var(--soft);font-size:13px}
    .parameters{columns:2;column-gap:40px;font-size:13px;margin:4px 0 14px}
    .parameters div{display:flex;gap:12px;justify-content:space-between;break-inside:avoid;
    border-bottom:1px dotted var(--line);padding:2px 0}
    .parameters dt{font-family:ui-monospace,Menlo,Consolas,monospace;white-space:normal;
    overflow-wrap:anywhere}
    .parameters dd{text-align:right}

    """#
}
