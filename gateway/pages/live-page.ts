import { html } from './html.ts'

export type LivePage = { instanceId: string; title: string; scriptUrl: string; styleUrl: string; frameUrl: string }

/** The shell of a screen. Holds no state and no secret: what it shows comes through the feed. */
export function renderLivePage({ instanceId, title, scriptUrl, styleUrl, frameUrl }: LivePage): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleUrl}">
<script type="module" src="${scriptUrl}"></script>
</head>
<body data-instance-id="${instanceId}" data-frame-url="${frameUrl}">
<main id="stage"></main>
<section id="notice" role="alert" hidden><h1></h1><p></p></section>
<div id="offline" role="status" hidden>offline</div>
<noscript>This screen needs JavaScript.</noscript>
</body>
</html>
`
}
