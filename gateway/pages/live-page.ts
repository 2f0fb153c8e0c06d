import { html } from './html.ts'
import type { Hydration } from './hydration.ts'

export type LivePage = {
  instanceId: string
  scriptUrl: string
  styleUrl: string
  frameUrl: string
  /** The state to begin with; null: all that is shown comes through the feed. */
  hydration: Hydration | null
}

/** The page of a screen. The state is a block of data that nothing executes; the script reads it, and the feed goes on from there. */
export function renderLivePage({ instanceId, scriptUrl, styleUrl, frameUrl, hydration }: LivePage): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${hydration?.name ?? `Screen ${instanceId}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${styleUrl}" />
        <script type="module" src="${scriptUrl}"></script>
      </head>
      <body data-instance-id="${instanceId}" data-frame-url="${frameUrl}">
        <main id="stage"></main>
        <section id="notice" role="alert" hidden>
          <h1 dir="auto"></h1>
          <p dir="auto"></p>
        </section>
        <div id="offline" role="status" hidden>offline</div>
        <noscript>This screen needs JavaScript.</noscript>
      </body>
    </html> `
  const state = hydration === null ? '' : `<script type="application/json" id="hydration">${hydration.json}</script>\n`
  return `${page}${state}</body>\n</html>\n`
}
