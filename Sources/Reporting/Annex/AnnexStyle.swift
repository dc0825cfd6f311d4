/// The style sheet of the annex, for screens in light and dark, phones and paper.
///
/// WeasyPrint 57 knows variables in longhand properties only, so `border` and `background` have
/// their colours apart.
enum AnnexStyle {
  static let css = screen + tables + narrow + print
  /// The same with what only an edition has.
  static let editionCSS = css + edition

  private static let screen = """

    :root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#555;--line:#c4c4c4;\
    --shade:#f2f4f6;--accent:#005a8c;--alert:#9d2400}
    @media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#ececec;--soft:#b4b8bc;\
    --line:#4a5056;--shade:#22272b;--accent:#7cc4f2;--alert:#ffab8a}}
    *{box-sizing:border-box}
    html{font:1rem/1.55 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;\
    background-color:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;\
    text-size-adjust:100%}
    body{max-width:58rem;margin:0 auto;padding:1rem 1.25rem 3rem;overflow-wrap:break-word}
    h1{font-size:1.9rem;line-height:1.2;margin:.75rem 0 .25rem}
    h1 .place{display:block;font-weight:normal;color:var(--soft)}
    h2{font-size:1.4rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.75rem;\
    border-top:3px solid;border-top-color:var(--accent)}
    h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
    p{max-width:42rem}
    a{color:var(--accent)}
    a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-100rem}
    .skip:focus{left:1rem;top:.5rem;padding:.5rem;background-color:var(--paper)}
    .notice{display:inline-block;margin:0;padding:.2rem .6rem;border:2px solid;\
    border-color:var(--alert);\
    color:var(--alert);font-weight:bold}
    .warning{padding:.5rem .75rem;border-left:4px solid;border-left-color:var(--alert);\
    background-color:var(--shade)}
    .subtitle{font-size:1.1rem;margin:.25rem 0 1rem}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));\
    gap:.5rem 1.5rem;margin:1rem 0;padding:.9rem 1rem;background-color:var(--shade)}
    .facts dt,.card dt{color:var(--soft)}
    dd{margin:0}
    .facts dd{font-weight:bold}
    nav ol{columns:2;column-gap:2rem;margin:1.25rem 0;padding-left:1.5rem;max-width:42rem}
    nav a{display:inline-block;min-height:24px}
    nav li{padding:.15rem 0}
    .brief{padding-left:1.5rem;max-width:42rem;font-size:1.05rem}
    .brief li{margin:.6rem 0}
    .brief a{font-size:.85em;white-space:nowrap}
    footer{margin-top:3rem;padding-top:1rem;border-top:1px solid;border-top-color:var(--line);\
    color:var(--soft)}
    figure{margin:1.75rem 0}
    figure svg{display:block;width:100%;height:auto;overflow:visible}
    figure .wide{max-width:44rem}
    figure .narrow{display:none}
    figcaption{margin-top:.6rem;max-width:42rem}
    .spoken{display:none}
    figcaption span{color:var(--soft)}

    """

  private static let tables = """
    .table{margin:1.75rem 0}
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.35;\
    font-variant-numeric:tabular-nums lining-nums}
    caption{text-align:left;padding:0 0 .5rem}
    caption span{display:block;position:sticky;left:0;width:max-content;\
    max-width:min(58rem,100vw - 2.5rem)}
    th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;\
    border-bottom:1px solid;border-bottom-color:var(--line)}
    thead th{vertical-align:bottom;border-bottom:2px solid;border-bottom-color:var(--ink);\
    font-size:.85rem}
    tbody th{font-weight:normal;min-width:9rem}
    .n{text-align:right}
    td.n{white-space:nowrap}
    .total th,.total td{font-weight:bold;background-color:var(--shade);\
    border-top:1px solid;border-top-color:var(--ink)}
    .note{margin:.5rem 0 0;font-size:.88rem;color:var(--soft)}
    .card{margin-top:.6rem;padding:.5rem .75rem;border-left:3px solid;\
    border-left-color:var(--line);\
    font-size:.8rem;line-height:1.4}
    .card p{margin:0;font-weight:bold}
    .card dl{margin:.15rem 0 0;columns:2;column-gap:1.5rem}
    .card dl div{break-inside:avoid;padding:.1rem 0}
    .card dt,.card dd{display:inline}
    .card dt::after{content:": "}

    """

  private static let narrow = """
    @media screen and (max-width:44rem){
    body{padding:.75rem 1rem 2rem}
    h1{font-size:1.5rem}
    h2{font-size:1.25rem}
    nav ol,.card dl{columns:1}
    figure .wide{display:none}
    figure .narrow{display:block;max-width:26rem}
    th,td{padding:.35rem .45rem}
    }

    """

  private static let print = """
    @page{size:A4;margin:20mm 17mm 18mm;\
    @top-left{content:string(notice);font:bold 8pt sans-serif;color:#9d2400}\
    @top-right{content:string(place);font:8pt sans-serif;color:#444}\
    @bottom-left{content:string(notice);font:bold 8pt sans-serif;color:#9d2400}\
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
    @media print{
    :root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#aaa;--shade:#f0f0f0;\
    --accent:#005a8c;--alert:#9d2400}
    html{font-size:9.5pt;line-height:1.4}
    body{max-width:none;padding:0}
    header .notice{string-set:notice content()}
    h1 .place{string-set:place content()}
    .skip{display:none}
    .scroll{overflow:visible}
    table{font-size:8pt}
    thead{display:table-header-group}
    tr,figure,.card{break-inside:avoid}
    h2,h3,caption{break-after:avoid}
    .note,.card{break-before:avoid}
    caption span{width:auto;max-width:none}
    th,td{padding:1.2mm 1.6mm}
    thead th{font-size:7.5pt}
    tbody th{min-width:0}
    .card{font-size:7pt}
    figure .wide{max-width:150mm}
    .spoken{display:block;font-size:7pt}
    a{color:inherit}
    }

    """

  /// The mark is no warning and takes more than a line, so it is smaller in the margins of a page.
  private static let edition = """
    .notice{max-width:42rem;border-color:var(--line);color:var(--ink)}
    td.verborgen{position:relative;text-align:right;color:var(--soft)}
    .unseen{position:absolute;right:0;clip:rect(0 0 0 0);white-space:nowrap}
    @page{@top-left{width:120mm;font-size:6.5pt;color:#000}\
    @bottom-left{width:120mm;font-size:6.5pt;color:#000}}

    """
}
