import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyWebhook } from '../../kit/standard-webhooks.ts'

export type Received = {
  path: string
  id: string
  headers: Record<string, string>
  /** As it came: what was signed. */
  raw: Buffer
  body: { type: string; timestamp: string; data: Record<string, unknown> }
}

type Answer = number | { status: number; body: string } | 'never'

/** Somebody's server that is told things by webhook. It answers 204 unless it is told otherwise. */
export class WebhookReceiver {
  readonly received: Received[] = []
  readonly #answers = new Map<string, Answer[]>()
  readonly #open = new Set<ServerResponse>()
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks)
      const path = request.url ?? '/'
      const headers = request.headers as Record<string, string>
      this.received.push({
        path,
        id: headers['webhook-id'] ?? '',
        headers,
        raw,
        body: JSON.parse(raw.toString()) as Received['body'],
      })
      this.#answer(path, response)
    })
  })

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver()
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  /** host:port, as MARQUEE_FETCH_ALLOW takes it. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  url(path: string): string {
    return `http://${this.host}${path}`
  }

  /** The next answers at the path, one each; the last one stays. */
  answer(path: string, ...answers: Answer[]): void {
    this.#answers.set(path, answers)
  }

  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(path: string, response: ServerResponse): void {
    const answers = this.#answers.get(path) ?? [204]
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 204
    if (answer === 'never') {
      this.#open.add(response)
      return
    }
    const { status, body } = typeof answer === 'number' ? { status: answer, body: '' } : answer
    response.writeHead(status).end(body)
  }
}

/** Whether the message carries a signature made with this secret, now. */
export const isSigned = ({ headers, raw }: Received, secret: string): boolean =>
  verifyWebhook(
    secret,
    {
      id: headers['webhook-id'] ?? '',
      timestamp: headers['webhook-timestamp'] ?? '',
      signature: headers['webhook-signature'] ?? '',
    },
    raw,
    new Date(),
  )
