import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { getMainDefinition } from '@apollo/client/utilities'
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient, type Client as WsClient } from 'graphql-ws'
import relay, { type ConcreteRequest, type GraphQLResponse } from 'relay-runtime'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

/*
 * The clients that people use, as their own documentation sets them up: a query over HTTP, and a PRIVATE instance
 * followed over graphql-transport-ws with the credential where each client puts it.
 */

const query = 'query Named($id: ID!) { instance(id: $id) { id name } }'
const subscription = 'subscription Follow($id: ID!) { instanceChanged(id: $id) { revision type } }'

type Event = { instanceChanged: { revision: number; type: string } }
type Named = { instance: { id: string; name: string } }

eachMode('a client of another house', (marquee) => {
  let id: string
  const stops: (() => unknown)[] = []
  const authorization = () => `Bearer ${marquee.adminKey}`
  const wsUrl = () => `${marquee.url.replace(/^http/, 'ws')}/graphql`
  const http = () => `${marquee.url}/graphql`

  const sockets = (connectionParams: Record<string, unknown>): WsClient => {
    const client = createClient({ url: wsUrl(), webSocketImpl: WebSocket, connectionParams })
    stops.push(() => client.dispose())
    return client
  }

  /** What the client is told: the first event, and then the next change. */
  async function expectFollowed(subscribe: (told: (event: Event) => void) => () => void): Promise<void> {
    const events: Event['instanceChanged'][] = []
    let wake = () => {}
    const stop = subscribe(({ instanceChanged }) => {
      events.push(instanceChanged)
      wake()
    })
    const until = async (count: number) => {
      while (events.length < count) await new Promise<void>((resolve) => (wake = resolve))
    }
    await until(1)
    const { revision } = await write(marquee, 'patchProps', { id, patch: { count: events[0]!.revision + 1000 } })
    await until(2)
    expect(events).toMatchObject([
      { revision: revision - 1, type: 'SNAPSHOT' },
      { revision, type: 'PROPS' },
    ])
    stop()
  }

  beforeAll(async () => {
    const { typeKey } = await publishScreen(marquee)
    id = (
      await write(marquee, 'createInstance', { definitionTypeKey: typeKey, name: 'Followed', visibility: 'PRIVATE' })
    ).instance.id
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  it.each([
    ['authorization', () => ({ authorization: authorization() })],
    ['Authorization', () => ({ Authorization: authorization() })],
    ['headers.authorization', () => ({ headers: { authorization: authorization() } })],
    ['headers.Authorization', () => ({ headers: { Authorization: authorization() } })],
  ])('graphql-ws with %s in its connectionParams', async (_where, params) => {
    const client = sockets(params())
    await expectFollowed((told) =>
      client.subscribe<Event>(
        { query: subscription, variables: { id } },
        { next: ({ data }) => told(data!), error: fail, complete: () => {} },
      ),
    )
  })

  it('Apollo Client, split between HttpLink and GraphQLWsLink', async () => {
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.split(
        ({ query: document }) => (getMainDefinition(document) as { operation?: string }).operation === 'subscription',
        new GraphQLWsLink(sockets({ authorization: authorization() })),
        new HttpLink({ uri: http(), headers: { authorization: authorization() } }),
      ),
    })
    stops.push(() => client.stop())
    expect((await client.query<Named>({ query: gql(query), variables: { id } })).data).toMatchObject({
      instance: { id, name: 'Followed' },
    })
    await expectFollowed((told) => {
      const following = client
        .subscribe<Event>({ query: gql(subscription), variables: { id } })
        .subscribe({ next: ({ data }) => told(data!), error: fail })
      return () => following.unsubscribe()
    })
  })

  it('urql with its defaults, which sends queries by GET, and subscriptionExchange', async () => {
    const ws = sockets({ headers: { authorization: authorization() } })
    const client = new Client({
      url: http(),
      fetchOptions: { headers: { authorization: authorization() } },
      exchanges: [
        cacheExchange,
        subscriptionExchange({
          forwardSubscription: ({ query: text = '', variables }) => ({
            subscribe: (sink) => ({
              unsubscribe: ws.subscribe(
                { query: text, variables: variables as Record<string, unknown> },
                sink as never,
              ),
            }),
          }),
        }),
        fetchExchange,
      ],
    })
    const { data, error } = await client.query<Named>(query, { id }).toPromise()
    expect(error).toBeUndefined()
    expect(data).toMatchObject({ instance: { id, name: 'Followed' } })
    await expectFollowed(
      (told) =>
        client
          .subscription<Event>(subscription, { id })
          .subscribe(({ data: event, error: wrong }) => (event ? told(event) : fail(wrong))).unsubscribe,
    )
  })

  it('Relay, over a network layer of fetch and graphql-ws', async () => {
    const ws = sockets({ authorization: authorization() })
    const network = relay.Network.create(
      async ({ text }, variables) => {
        const headers = { 'content-type': 'application/json', authorization: authorization() }
        return (await (
          await fetch(http(), { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) })
        ).json()) as GraphQLResponse
      },
      ({ text, name }, variables) =>
        relay.Observable.create((sink) =>
          ws.subscribe(
            { operationName: name, query: text!, variables },
            {
              next: (result) => sink.next(result as GraphQLResponse),
              error: (error) => sink.error(error as Error),
              complete: () => sink.complete(),
            },
          ),
        ),
    )
    const environment = new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) })
    const named = await relay
      .fetchQuery(environment, compiled('query', 'Named', query, 'instance', ['id', 'name']), { id })
      .toPromise()
    expect(named).toMatchObject({ instance: { id, name: 'Followed' } })
    await expectFollowed((told) => {
      const following = relay.requestSubscription(environment, {
        subscription: compiled('subscription', 'Follow', subscription, 'instanceChanged', ['revision', 'type']),
        variables: { id },
        onNext: (event) => told(event as Event),
        onError: fail,
      })
      return () => following.dispose()
    })
  })
})

const fail = (error: unknown) => {
  throw new Error(`ended: ${JSON.stringify(error)}`)
}

/** What relay-compiler makes of an operation with one field, whose argument is $id, and scalars in it. */
function compiled(
  operationKind: 'query' | 'subscription',
  name: string,
  text: string,
  field: string,
  members: string[],
): ConcreteRequest {
  const argumentDefinitions = [{ kind: 'LocalArgument', name: 'id', defaultValue: null }]
  const selections = [
    {
      kind: 'LinkedField',
      alias: null,
      name: field,
      storageKey: null,
      plural: false,
      concreteType: field,
      args: [{ kind: 'Variable', name: 'id', variableName: 'id' }],
      selections: members.map((member) => ({
        kind: 'ScalarField',
        alias: null,
        name: member,
        args: null,
        storageKey: null,
      })),
    },
  ]
  const type = operationKind === 'query' ? 'Query' : 'Subscription'
  return {
    kind: 'Request',
    fragment: { kind: 'Fragment', name, type, metadata: null, argumentDefinitions, selections },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { cacheID: name, id: null, metadata: {}, name, operationKind, text },
  } as unknown as ConcreteRequest
}
