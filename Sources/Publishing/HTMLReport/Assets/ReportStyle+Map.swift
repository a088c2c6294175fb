extension ReportStyle {
  /// The map's frame, buttons, tooltip and legend.
  static let map = #"""
    .mapframe{display:flex;border:1px solid #b9bbb2;margin-bottom:8px;height:min(74vh,780px);
    min-height:440px}
    .mapview{position:relative;flex:1;min-width:0;overflow:hidden;background:#eef0ec}
    #map-canvas{display:block;width:100%;height:100%;touch-action:none;cursor:grab}
    #map-canvas:active{cursor:grabbing}
    .mapbuttons{position:absolute;left:12px;top:12px;display:flex;flex-direction:column;
    border:1px solid #8c8f86;background:#fff}
    .mapbuttons button{width:34px;height:34px;border:0;background:none;font:600 18px/1 var(--sans);
    cursor:pointer;color:var(--ink)}
    .mapbuttons button+button{border-top:1px solid var(--line)}
    .mapbuttons button:hover{background:#f0f1ec}
    #map-scale{position:absolute;left:14px;bottom:12px;border:1.5px solid var(--ink);border-top:0;
    text-align:center;font-size:11.5px;line-height:1;padding:0 0 3px;background:rgba(255,255,255,.7);
    pointer-events:none}
    #map-tip{position:absolute;display:none;max-width:min(320px,80%);padding:8px 12px;background:#fff;
    border:1px solid #8c8f86;box-shadow:0 2px 10px rgba(0,0,0,.16);font-size:13px;line-height:1.45;
    pointer-events:none;overflow-wrap:anywhere}
    #map-tip span{display:block;color:var(--soft)}
    noscript{position:absolute;inset:auto 0 40% 0;text-align:center}
    .legend{width:264px;border-left:1px solid #b9bbb2;overflow-y:auto;padding:0 14px 12px;
    font-size:13px;background:#fcfcfa}
    .legend summary{font-weight:600;padding:10px 0 4px;cursor:pointer}
    .legend fieldset{border:0;margin:0;padding:0 0 8px}
    .legend legend{padding:8px 0 2px;color:var(--soft);font-size:12px;font-weight:600}
    .legend label{display:flex;align-items:center;gap:8px;padding:3px 0;cursor:pointer}
    .legend label span{flex:1;min-width:0}
    .legend small{color:var(--soft)}
    .legend ul{list-style:none;margin:0 0 4px 25px;padding:0;color:var(--soft);font-size:12.5px}
    .legend li{display:flex;align-items:center;gap:8px}
    .legend input{accent-color:var(--deep);margin:0;width:15px;height:15px;flex:none}
    .swatch{display:block;flex:none;width:17px;height:12px;border:1.5px solid;border-radius:1px}
    .swatch.dot{width:10px;height:10px;border-radius:50%;margin:0 3px}
    .swatch.diamond{border-radius:0;transform:rotate(45deg);width:9px;height:9px}
    .swatch.line{height:0;border-width:2px 0 0}

    """#

  /// Narrow screens and paper.
  static let media = #"""
    @media screen and (max-width:760px){
    th{word-break:keep-all}tbody td:not(.n,.source),tbody th{min-width:5.5em}
    dl.meta div{flex-wrap:wrap}
    main{padding:0 18px 20px;border:0}
    .masthead,nav{margin:0 -18px;padding-left:18px;padding-right:18px}
    .masthead{padding-top:26px}
    h1{font-size:26px}h2{font-size:20px}
    .figures{display:grid;grid-template-columns:1fr 1fr}
    .figures li,.figures li:first-child{padding:10px 12px 10px 0;border-left:0;
    border-bottom:1px solid var(--line)}
    .figures .value{font-size:22px}
    .mapframe{flex-direction:column;height:auto;min-height:0}
    .mapview{flex:none;height:62vh;min-height:340px}
    .legend{width:auto;border-left:0;border-top:1px solid #b9bbb2;padding-bottom:4px}
    .parameters{columns:1}
    .scroll{margin-right:-18px;padding-right:18px}
    }
    @media print{
    @page{size:A4;margin:14mm 13mm}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    html,body{background:#fff;font-size:9.5pt}
    main{max-width:none;border:0;padding:0}
    .masthead{margin:0;padding:10px 0}
    nav,.screen,.mapbuttons,#map-tip,.legend input{display:none!important}
    section{margin-top:22px}nav+section{margin-top:12px}
    .masthead{border-top-width:3px}.status,.synthetic{margin-bottom:8px}
    h1{font-size:22pt}h2{font-size:14pt;break-after:avoid}h3{break-after:avoid}
    .mapframe{height:auto;min-height:0;break-inside:avoid}
    .mapview{flex:0 0 74%}
    #map-canvas{height:auto}
    .legend{flex:1;width:auto;overflow:visible;font-size:7pt;line-height:1.35;padding:6px 8px}
    .legend summary{display:none}.legend fieldset{padding:0 0 3px}
    .legend legend,.legend ul{font-size:7pt}.legend label{padding:1px 0;gap:5px}
    .legend ul{margin:0 0 2px 14px}.swatch{transform:scale(.8)}
    .legend label:has(input:not(:checked)),.legend label:has(input:not(:checked))+ul,
    .legend fieldset:not(:has(input:checked)){display:none}
    table{font-size:7.2pt}th,td{padding:3px 3px}thead th{font-size:6.4pt}td small{min-width:0}
    .scroll{overflow:visible}tr,.chart,figure{break-inside:avoid}thead{display:table-header-group}
    .wide,.keep{min-width:0}.name{min-width:8em}.stack,.meter{width:40px}
    .sort::after{display:none}.badge{font-size:.95em;padding:0 4px}
    .rule summary::before{display:none}
    .figures li{padding:6px 10px;flex:1 1 90px}td small,th small{font-size:6.8pt}.figures .value{font-size:15pt}
    .figures .value,thead .n{white-space:normal}
    }

    """#
}
