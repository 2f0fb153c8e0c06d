import { createHash } from 'node:crypto'
import { policy } from '../../kit/http/security-headers.ts'

export type FramePage = { body: string; policy: string }

const style = `html,body{margin:0;height:100%;overflow:hidden;background:#101418}
.component{position:absolute;inset:0;width:100%;height:100%;overflow:hidden;background:inherit}
#fallback{position:absolute;inset:0;display:grid;place-content:center;color:#8a96a3;font:400 clamp(1rem,3vmin,2rem)/1.4 system-ui,sans-serif;text-align:center}
#fallback[hidden]{display:none}`

/**
 * The document that components run in. One file with the script inside, so that it can be kept as a whole. Its policy
 * is the wall: an opaque origin (no storage, no cookies, no way to the page around it), no connections, and no script
 * but ours and the blobs that ours makes of what the page has checked.
 */
export function renderFramePage(script: string): FramePage {
  // The parser ends a script at the first closing tag, also inside a string.
  const inline = script.replaceAll('</script', '<\\/script').trim()
  const hash = createHash('sha256').update(inline).digest('base64')
  return {
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Component</title><style>${style}</style></head>
<body><div id="fallback" hidden>This display will be back shortly.</div><script>${inline}</script></body>
</html>
`,
    policy: policy({
      sandbox: 'allow-scripts',
      'default-src': "'none'",
      'script-src': `'sha256-${hash}' blob:`,
      'style-src': "'unsafe-inline'",
      'img-src': 'data: blob: https:',
      'font-src': 'data: https:',
      'media-src': 'data: blob: https:',
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self'",
    }),
  }
}
