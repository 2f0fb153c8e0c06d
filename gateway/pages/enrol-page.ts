import type { FastifyInstance } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Assets } from './assets.ts'
import { html } from './html.ts'
import { pagePolicy } from './security-headers.ts'

/** Adds /screen, which a screen without a keyboard opens, to be given an instance by its code. */
export function registerEnrolPage(app: FastifyInstance, assets: Assets): void {
  app.get('/screen', async ({ host, protocol }, reply) => {
    const [scriptUrl, styleUrl] = await Promise.all([
      assets.url('screen', 'enrol.js'),
      assets.url('screen', 'enrol.css'),
    ])
    if (!scriptUrl || !styleUrl)
      throw new AppError('UNAVAILABLE', { public: 'The pages have not been built yet: npm run build.' })
    return reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(host) })
      .type('text/html; charset=utf-8')
      .send(renderEnrolPage({ scriptUrl, styleUrl, dashboardUrl: `${protocol}://${host}/dashboard/admin/screens` }))
  })
}

type EnrolPage = { scriptUrl: string; styleUrl: string; dashboardUrl: string }

/** The page that a screen opens that nobody has given to an instance yet. */
function renderEnrolPage({ scriptUrl, styleUrl, dashboardUrl }: EnrolPage): string {
  return `${html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Enrol this screen</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${styleUrl}" />
        <script type="module" src="${scriptUrl}"></script>
      </head>
      <body>
        <main id="enrol">
          <h1>Enrol this screen</h1>
          <p id="code" dir="ltr" role="status" aria-label="Code"></p>
          <p>Enter this code in the dashboard, with what the screen is to show: <bdi>${dashboardUrl}</bdi></p>
          <p id="trouble" role="alert" dir="auto" hidden></p>
        </main>
        <noscript>This screen needs JavaScript.</noscript>
      </body>
    </html>`}</body></html>\n`
}
