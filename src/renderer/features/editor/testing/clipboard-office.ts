/** What office programs put on the clipboard, shortened, and what a page makes of it. Written for these tests. */
export interface ClipboardSample {
  readonly name: string
  readonly html: string
  /** The blocks in place of the empty paragraph they are pasted into. */
  readonly saved: string
}

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head><body lang=EN-SG style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const wordItem = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

const docs = (body: string) =>
  `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b">${body}</b><br class="Apple-interchange-newline">`
const docsText = (text: string, style = '') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;${style}white-space:pre-wrap;">${text}</span>`
const docsP = (inner: string) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${inner}</p>`

const tight = (tag: string, ...items: string[]) =>
  `<${tag} data-tight="true" class="tight">\n${items.map((item) => `<li>\n${item}\n</li>`).join('\n')}\n</${tag}>`
const cell = (tag: string, text: string) =>
  `<${tag} rowspan="1" colspan="1">\n<p>${text}</p>\n</${tag}>`

export const officeSamples: readonly ClipboardSample[] = [
  {
    name: 'Word: paragraphs, bold, italic and room between them',
    html: word(
      `<p class=MsoNormal>The bay is <b style='mso-bidi-font-weight:normal'>open</b> <i>every</i> day.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal style='text-align:justify'><span style='font-size:14.0pt;color:red'>Entry is free.</span></p>`,
    ),
    saved: '<p>The bay is <strong>open</strong> <em>every</em> day.</p>\n<p>Entry is free.</p>',
  },
  {
    name: 'Word: headings',
    html: word(
      `<h1>Visit<o:p></o:p></h1><h2 style='mso-list:none'><span style='font-weight:bold'>Opening</span> times</h2><p class=MsoNormal>Daily</p>`,
    ),
    saved: '<h1>Visit</h1>\n<h2>Opening times</h2>\n<p>Daily</p>',
  },
  {
    name: 'Word: a list in a list',
    html: word(
      `${wordItem(1, '·', 'boots')}${wordItem(2, 'o', 'high')}${wordItem(2, 'o', 'low')}${wordItem(1, '·', 'coat')}<p class=MsoNormal>After</p>`,
    ),
    saved: `${tight('ul', `<p>boots</p>\n${tight('ul', '<p>high</p>', '<p>low</p>')}`, '<p>coat</p>')}\n<p>After</p>`,
  },
  {
    name: 'Word: a numbered list',
    html: word(`${wordItem(1, '1.', 'Park')}${wordItem(1, '2.', 'Walk')}`),
    saved: tight('ol', '<p>Park</p>', '<p>Walk</p>'),
  },
  {
    name: 'Word: a link, a note mark and hidden words',
    html: word(
      `<p class=MsoNormal><a href="https://example.org/"><span style='color:blue'>the <u>map</u></span></a> and <a href="file:///C:/Users/x/plan.docx">a plan</a><span style='mso-hide:all'>secret</span><a style='mso-footnote-id:ftn1' href="#_ftn1"><sup>1</sup></a></p>`,
    ),
    saved:
      '<p><a href="https://example.org/" rel="noopener noreferrer nofollow" target="_blank">the\nmap</a> and a plan<a href="#_ftn1" rel="noopener noreferrer nofollow" target="_blank"><sup>1</sup></a></p>',
  },
  {
    name: 'Word: a table',
    html: word(
      `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=300 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal>Season<o:p></o:p></p></td><td><p class=MsoNormal>Gates</p></td></tr><tr><td colspan=2><p class=MsoNormal>Closed</p></td></tr></table>`,
    ),
    saved: `<table style="minWidth: 50px">\n<colgroup>\n<col>\n<col>\n</colgroup>\n<tbody>\n<tr>\n${cell('td', 'Season')}\n${cell('td', 'Gates')}\n</tr>\n<tr>\n${cell('td', 'Closed').replace('colspan="1"', 'colspan="2"')}\n</tr>\n</tbody>\n</table>`,
  },
  {
    name: 'Word: a picture of the letter itself is left out',
    html: word(
      `<p class=MsoNormal>Before<img width=200 src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" v:shapes="Picture_1"></p><p class=MsoNormal>After</p>`,
    ),
    saved: '<p>Before</p>\n<p>After</p>',
  },
  {
    name: 'Outlook: a letter with counted links',
    html: word(
      `<div class=WordSection1><p class=MsoNormal>See <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Ftides&amp;data=05%7C01">the tides</a>.</p><p class=MsoNormal><span lang=EN-US>&nbsp;</span></p></div>`,
    ),
    saved:
      '<p>See <a href="https://example.org/tides" rel="noopener noreferrer nofollow" target="_blank">the\ntides</a>.</p>',
  },
  {
    name: 'Google Docs: not everything is bold',
    html: docs(
      `${docsP(docsText('Bring '))}<br>${docsP(docsText('a coat', 'font-weight:700;') + docsText(' and ') + docsText('boots', 'font-style:italic;'))}`,
    ),
    saved: '<p>Bring</p>\n<p><strong>a coat</strong> and <em>boots</em>\n</p>',
  },
  {
    name: 'Google Docs: underlined, struck, raised',
    html: docs(
      docsP(
        docsText('under', 'text-decoration:underline;') +
          docsText('struck', 'text-decoration:line-through;') +
          docsText('2', 'vertical-align:super;'),
      ),
    ),
    saved: '<p><u>under</u><s>struck</s><sup>2</sup></p>',
  },
  {
    name: 'Google Docs: a link through Google, drawn underlined',
    html: docs(
      docsP(
        `<a href="https://www.google.com/url?q=https://example.org/ferry&amp;sa=D" style="text-decoration:none;">${docsText('the ferry', 'text-decoration:underline;')}</a>`,
      ),
    ),
    saved:
      '<p><a href="https://example.org/ferry" rel="noopener noreferrer nofollow" target="_blank">the ferry</a></p>',
  },
  {
    name: 'Google Docs: a list in a list',
    html: docs(
      `<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation">${docsText('one')}</p></li><ul style="margin-top:0;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">${docsText('two')}</p></li></ul></ul>`,
    ),
    saved: tight('ul', `<p>one</p>\n${tight('ul', '<p>two</p>')}`),
  },
  {
    name: 'Excel: cells with their bold',
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--table{mso-displayed-decimal-separator:"\\."} .xl65{font-weight:700}--></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment--><col width=64 span=2 style='width:48pt'><tr height=20><td height=20 class=xl65 style='height:15.0pt;font-weight:700'>Month</td><td>Visitors</td></tr><tr><td>May</td><td align=right x:num>1204</td></tr><!--EndFragment--></table></body></html>`,
    saved: `<table style="minWidth: 50px">\n<colgroup>\n<col>\n<col>\n</colgroup>\n<tbody>\n<tr>\n${cell('td', '<strong>Month</strong>\n')}\n${cell('td', 'Visitors')}\n</tr>\n<tr>\n${cell('td', 'May')}\n${cell('td', '1204')}\n</tr>\n</tbody>\n</table>`,
  },
  {
    name: 'Excel: one cell is only words',
    html: `<table border=0><tr height=20><td height=20 class=xl65>1204 visitors</td></tr></table>`,
    saved: '<p>1204 visitors</p>',
  },
]
