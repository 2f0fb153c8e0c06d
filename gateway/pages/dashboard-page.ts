import { html } from './html.ts'

export type DashboardPage = { scriptUrl: string; styleUrl: string }

/** The shell of the dashboard; everything in it is built by its script. */
export function renderDashboardPage({ scriptUrl, styleUrl }: DashboardPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Marquee dashboard</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${styleUrl}" />
        <script type="module" src="${scriptUrl}"></script>
      </head>
      <body>
        <div id="app"></div>
        <noscript>The dashboard needs JavaScript.</noscript>
      </body>
    </html> `
}
