/** The style of previews: after the look of Isomer's theme, in the colours of the site. */
export const previewCss = `
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:#fff;color:#323232;font:16px/1.6 Lato,"Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
img,video,svg{max-width:100%;height:auto}
a,[data-href]{color:var(--primary);text-decoration:underline;cursor:default}
h1,h2,h3,h4,h5{line-height:1.3;margin:1.6em 0 .6em;font-weight:600}
ul,ol{padding-inline-start:1.6em}
.site-row{max-width:1160px;margin:0 auto;padding:0 24px}
.site-notice{margin:0;padding:10px 24px;background:var(--secondary);color:#fff;font-size:14px;text-align:center}
.site-header{border-bottom:1px solid #d6d6d6}
.site-header .site-row{display:flex;flex-wrap:wrap;align-items:center;gap:8px 32px;min-height:76px;padding-block:12px}
.site-logo{max-height:52px;width:auto}
.site-name{font-size:19px}
.site-header ul,.site-footer ul,.site-side ul{list-style:none;margin:0;padding:0}
.site-header ul{display:flex;flex-wrap:wrap;gap:4px 24px}
.site-header a,.site-footer a,.site-side a{text-decoration:none;color:inherit}
.site-header a[aria-current]{color:var(--primary);font-weight:600}
.site-hero{background:var(--primary);color:#fff}
.site-hero .site-row{padding-block:24px 32px}
.site-hero h1{margin:0;font-size:36px}
.site-way{margin:0 0 10px;font-size:13px}
.site-main{display:grid;grid-template-columns:220px minmax(0,1fr);gap:48px;padding-block:40px 72px}
.site-alone{grid-template-columns:minmax(0,820px)}
.site-side a{display:block;padding:8px 0 8px 12px;border-inline-start:3px solid transparent;font-size:15px}
.site-side a[aria-current]{border-color:var(--primary);color:var(--primary);font-weight:600}
.site-footer{background:#1f1f1f;color:#fff;font-size:14px}
.site-footer .site-row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:16px 48px;padding-block:32px}
.site-footer ul{display:flex;flex-wrap:wrap;gap:8px 24px}
.content>:first-child{margin-top:0}
.content h2{font-size:28px}.content h3{font-size:22px}.content h4{font-size:18px}
.content table{border-collapse:collapse;width:100%;margin:24px 0;display:block;overflow-x:auto}
.content td,.content th{border:1px solid #d6d6d6;padding:8px 12px;vertical-align:top;text-align:start}
.content th{background:#f0f0f0}
.content td>:first-child,.content th>:first-child{margin-top:0}.content td>:last-child,.content th>:last-child{margin-bottom:0}
.content blockquote{margin:24px 0;padding:4px 24px;border-inline-start:4px solid var(--primary);color:#484848}
.content pre{overflow-x:auto;padding:16px;background:#f5f5f5}
.content hr{border:0;border-top:1px solid #d6d6d6;margin:32px 0}
.isomer-image-wrapper{margin:24px 0}
.isomer-details{border:1px solid #d6d6d6;margin:0 0 16px}
.isomer-details summary{padding:14px 18px;font-weight:600;cursor:pointer}
.isomer-details-content{padding:0 18px 14px}
.isomer-card-grid{display:grid;gap:24px;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));margin:24px 0}
.isomer-card{display:block;border:1px solid #d6d6d6;color:inherit;text-decoration:none}
.isomer-card-image img{width:100%;aspect-ratio:3/2;object-fit:cover;display:block}
.isomer-card .isomer-image-wrapper{margin:0}
.isomer-card-body{padding:18px}
.isomer-card-title{font-weight:600;font-size:19px}
.isomer-card-link{color:var(--primary)}
.galley-note{display:block;padding:28px 16px;border:1px dashed #8a8a8a;background:#f5f5f5;color:#484848;text-align:center;font-size:14px}
@media(max-width:720px){.site-main{grid-template-columns:minmax(0,1fr);gap:24px}.site-hero h1{font-size:28px}.site-side{display:none}}
`
