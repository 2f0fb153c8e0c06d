import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { createClient as createSseClient } from 'graphql-sse'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Event = { type: string; revision: number; cursor: string; effectiveProps: { title?: string } }
type Ended = { error: unknown } | 'complete'

const document = `subscription Live($id: ID!, $since: Cursor) {
  displayChanged(instanceId: $id, since: $since) { type revision cursor effectiveProps }
}`

/** What a client hands on, one after another. */
class Inbox {
  readonly #events: Event[] = []
  readonly #takers: ((event: Event) => void)[] = []
  readonly #ending = Promise.withResolvers<Ended>()
  readonly ended = this.#ending.promise

  put(event: Event): void {
    const taker = this.#takers.shift()
    if (taker) taker(event)
    else this.#events.push(event)
  }

  end(how: Ended): void {
    this.#ending.resolve(how)
  }

  next(): Promise<Event> {
    const ready = this.#events.shift()
    if (ready) return Promise.resolve(ready)
    const arrived = new Promise<Event>((resolve) => this.#takers.push(resolve))
    return Promise.race([
      arrived,
      this.ended.then((how): never => {
        throw new Error(`ended: ${JSON.stringify(how)}`)
      }),
    ])
  }
}

type Variables = { id: string; since?: string }
type Open = (url: string, variables: Variables) => { inbox: Inbox; stop(): void }

const overSse: Open = (url, variables) => {
  const client = createSseClient({ url, retryAttempts: 0 })
  const inbox = new Inbox()
  const stop = client.subscribe<{ displayChanged: Event }>(
    { query: document, variables },
    {
      next: ({ data, errors }) => (data ? inbox.put(data.displayChanged) : inbox.end({ error: errors })),
      error: (error) => inbox.end({ error }),
      complete: () => inbox.end('complete'),
    },
  )
  return {
    inbox,
    stop: () => {
      stop()
      client.dispose()
    },
  }
}

const overMultipart: Open = (uri, variables) => {
  const client = new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() })
  const inbox = new Inbox()
  const subscription = client
    .subscribe<{ displayChanged: Event }>({ query: gql(document), variables, fetchPolicy: 'no-cache' })
    .subscribe({
      next: ({ data, error }) => (data ? inbox.put(data.displayChanged) : inbox.end({ error })),
      error: (error: unknown) => inbox.end({ error }),
      complete: () => inbox.end('complete'),
    })
  return {
    inbox,
    stop: () => {
      subscription.unsubscribe()
      client.stop()
    },
  }
}

eachMode('subscriptions over HTTP', (marquee) => {
  let typeKey: string
  const create = async (input: object = {}) =>
    (
      await write(marquee, 'createInstance', {
        definitionTypeKey: typeKey,
        visibility: 'PUBLIC',
        props: { title: 'One' },
        ...input,
      })
    ).instance.id
  const retitle = (id: string, title: string) => write(marquee, 'patchProps', { id, patch: { title } })

  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee))
  })

  describe.each([
    ['graphql-sse', overSse],
    ['Apollo Client, by multipart', overMultipart],
  ] as const)('with %s', (_, open) => {
    it('begin with the present state, go on with every change, and resume after a cursor', async () => {
      const id = await create()
      const first = open(`${marquee.url}/graphql`, { id })
      const { type, cursor } = await first.inbox.next()
      expect(type).toBe('SNAPSHOT')
      await retitle(id, 'Two')
      expect(await first.inbox.next()).toMatchObject({ revision: 2, effectiveProps: { title: 'Two' } })
      first.stop()
      await retitle(id, 'Three')
      const resumed = open(`${marquee.url}/graphql`, { id, since: cursor })
      const events = [await resumed.inbox.next()]
      while (events.at(-1)!.revision < 3) events.push(await resumed.inbox.next())
      expect(events.map((event) => event.type)).not.toContain('SNAPSHOT')
      expect(events.at(-1)).toMatchObject({ revision: 3, effectiveProps: { title: 'Three' } })
      resumed.stop()
    })

    it('end with what is wrong: an instance that is not there, and one that is not theirs to see', async () => {
      for (const id of ['inst-00000000', await create({ visibility: 'PRIVATE' })]) {
        const { inbox, stop } = open(`${marquee.url}/graphql`, { id })
        expect(
          JSON.stringify(await inbox.ended, (_key, value: unknown) =>
            value instanceof Error ? { ...value, message: value.message } : value,
          ),
        ).toContain('not yours to see')
        stop()
      }
    })

    it('complete when the instance is deleted', async () => {
      const id = await create()
      const { inbox } = open(`${marquee.url}/graphql`, { id })
      await inbox.next()
      for (const name of ['startInstance', 'stopInstance', 'archiveInstance', 'deleteInstance']) {
        await ask(marquee, `mutation ($input: TransitionInput!) { ${name}(input: $input) { changeId } }`, {
          input: { id },
        })
      }
      let last = await inbox.next()
      while (last.type !== 'DELETED') last = await inbox.next()
      expect(await inbox.ended).toBe('complete')
    })
  })

  it('are one more kind of answer to the same request: what is refused before is in the stream, or in the status', async () => {
    const send = async (body: object, accept: string) => {
      const response = await fetch(`${marquee.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify(body),
      })
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        encoding: response.headers.get('content-encoding'),
        text: await response.text(),
      }
    }
    const invalid = await send({ query: 'subscription { nope }' }, 'text/event-stream')
    expect(invalid).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8', encoding: null })
    expect(invalid.text).toMatch(
      /^:\n\nevent: next\ndata: \{"errors":\[\{[^\n]*GRAPHQL_VALIDATION_FAILED[^\n]*\n\nevent: complete\ndata: \n\n$/,
    )
    const query = await send({ query: '{ instances(first: 1) { totalCount } }' }, 'text/event-stream')
    expect(query.text).toMatch(
      /^:\n\nevent: next\ndata: \{"data":\{"instances":\{"totalCount":\d+\}\}\}\n\nevent: complete\ndata: \n\n$/,
    )
    const parts = await send(
      { query: 'subscription { nope }' },
      'multipart/mixed;boundary=graphql;subscriptionSpec=1.0',
    )
    expect(parts.text).toMatch(
      /^\r\n--graphql\r\ncontent-type: application\/json\r\n\r\n\{"payload":\{"errors":.*\}\}\r\n--graphql--\r\n$/,
    )
    const neither = await send({ query: document, variables: { id: 'inst-00000000' } }, 'application/json')
    expect([neither.status, neither.text]).toEqual([406, expect.stringContaining('NOT_ACCEPTABLE')])
    const malformed = await send({}, 'text/event-stream')
    expect([malformed.status, malformed.text]).toEqual([400, expect.stringContaining('BAD_REQUEST')])
  })

  it('are open to the browser’s own EventSource, which sends GET', async () => {
    const id = await create()
    const search = new URLSearchParams({ query: document, variables: JSON.stringify({ id }) })
    const leave = new AbortController()
    const response = await fetch(`${marquee.url}/graphql?${search.toString()}`, {
      headers: { accept: 'text/event-stream' },
      signal: leave.signal,
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('"SNAPSHOT"')) text += (await reader.read()).value ?? ''
    expect(text).toContain('event: next\ndata: {"data":{"displayChanged":')
    leave.abort()
  })
})
