extension ReportStyle {
  /// Colours, type, header, figures.
  static let page = #"""
    :root{color-scheme:light;--ink:#17211f;--soft:#55605c;--line:#d8d9d2;--paper:#fff;--ground:#f4f4ef;--deep:#1f4a44;
    --accent:#27556f;--bad:#b3261e;--warn:#8a5300;--good:#23613f;
    --sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",
    system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    --serif:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,Georgia,"Times New Roman",serif}
    html:lang(en){--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
    "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
    --serif:Georgia,"Times New Roman","Source Han Serif SC","Noto Serif CJK SC",serif}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;scroll-padding-top:56px;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 var(--sans);
    font-variant-numeric:tabular-nums}
    main{max-width:1440px;margin:0 auto;background:var(--paper);padding:0 40px 24px;
    border-left:1px solid var(--line);border-right:1px solid var(--line)}
    .masthead{padding:26px 0 16px;border-top:6px solid var(--deep);margin:0 -40px;padding-left:40px;
    padding-right:40px}
    .eyebrow{margin:0 0 6px;color:var(--deep);letter-spacing:.08em;font-size:13px;font-weight:600}
    h1{font:700 33px/1.25 var(--serif);margin:0 0 12px;text-wrap:balance}
    h2{font:700 23px/1.3 var(--serif);margin:0 0 14px;padding-top:12px;border-top:2px solid var(--deep)}
    h3{font-size:16px;line-height:1.4;margin:28px 0 8px}
    section{margin-top:40px}
    nav+section{margin-top:22px}
    p{margin:0 0 10px}
    a{color:var(--accent)}
    code,.hash{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;
    font-size:.92em}
    .status{margin:0 0 16px;font-size:15px}
    .status strong{display:inline-block;padding:2px 12px;margin-right:4px;color:#fff;
    background:var(--good);border-radius:2px}
    .status.feasible strong{background:var(--warn)}
    .status.infeasible strong,.status.unknown strong{background:var(--bad)}
    dl.meta{display:flex;flex-wrap:wrap;gap:4px 28px;margin:0;font-size:13px}
    dl.meta div{display:flex;gap:8px;min-width:0}
    dt{color:var(--soft);white-space:nowrap}
    dd{margin:0;overflow-wrap:anywhere}
    .synthetic{border:1px solid #d9b25f;border-left:5px solid #c98a1b;background:#fdf7e8;
    padding:8px 14px;font-size:13.5px;margin:0 0 16px}
    .warnings{border:1px solid var(--bad);border-left-width:5px;padding:8px 14px;margin:0 0 16px}
    .warnings ul{margin:4px 0 0;padding-left:20px}
    .figures{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0;
    border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
    .figures li{flex:1 1 150px;padding:10px 18px;border-left:1px solid var(--line);display:flex;
    flex-direction:column}
    .figures li:first-child{border-left:0;padding-left:0}
    .figures .label{font-size:13px;color:var(--soft)}
    .figures .value{font:700 27px/1.3 var(--serif);color:var(--deep);white-space:nowrap}
    .figures .bad .value{color:var(--bad)}
    .figures .detail{font-size:13px;color:var(--soft)}
    nav{position:sticky;top:0;z-index:5;display:flex;gap:2px 22px;margin:0 -40px;padding:9px 40px;
    background:rgba(255,255,255,.96);border-bottom:1px solid var(--line);font-size:14px;
    overflow-x:auto;white-space:nowrap}
    nav a{color:var(--ink);text-decoration:none;padding:2px 0}
    nav a:hover{text-decoration:underline;text-underline-offset:5px}
    footer{margin-top:48px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);
    font-size:13px}
    :focus-visible{outline:3px solid #e0a92e;outline-offset:1px}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}

    """#
}
