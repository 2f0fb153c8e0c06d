import { describe, expect, it } from 'vitest'
import { refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, publishVersion, screenSchema } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { follow, restClient, send } from '../../support/rest/rest-client.ts'

const harbour = { lat: 38.7, lng: -9.14 }

eachMode(
  'REST',
  (marquee) => {
    const client = () => restClient(marquee)
    /** A public instance of a definition of its own. */
    async function made(input: object = {}) {
      const { typeKey } = await publishScreen(marquee)
      const { data } = await client().POST('/api/instances', {
        body: { definitionTypeKey: typeKey, visibility: 'PUBLIC', ...input },
      })
      if (!data) throw new Error('not made')
      return { ...data, typeKey }
    }
    const at = (id: string) => ({ params: { path: { id } } })
    async function archive(id: string): Promise<void> {
      for (const verb of ['start', 'stop', 'archive'] as const)
        await client().POST(`/api/v1/instances/{id}/${verb}`, at(id))
    }

    describe('instances', () => {
      it('S4-43, S4-44, S4-50: are made at an address of theirs, read there, and deleted', async () => {
        const { typeKey } = await publishScreen(marquee)
        const { data, response } = await client().POST('/api/instances', {
          body: { definitionTypeKey: typeKey, name: unique(), props: { title: 'One' } },
        })
        const id = data?.id ?? ''
        expect([response.status, response.headers.get('location')]).toEqual([201, `/api/instances/${id}`])
        expect(data).toMatchObject({ url: `/live/${id}`, revision: 1, effectiveProps: { title: 'One' } })
        const read = await client().GET('/api/instances/{id}', at(id))
        expect(read.data).toEqual(data)
        expect((await client().GET('/api/instances/{id}/status', at(id))).data).toMatchObject({
          lifecycle: 'CREATED',
          presence: 'NEVER',
          health: { status: 'HEALTHY' },
        })
        await archive(id)
        const gone = await client().DELETE('/api/instances/{id}', at(id))
        expect(gone.data).toMatchObject({ id })
        const missing = await client().GET('/api/instances/{id}', at(id))
        expect(missing.response.status).toBe(404)
        expect(missing.error).toMatchObject({ code: 'NOT_FOUND', status: 404 })
      })

      it('S4-45, S4-46: PATCH of the props answers all of them after the merge, PUT replaces them', async () => {
        const { id } = await made({ props: { title: 'One', count: 1 } })
        const patched = await client().PATCH('/api/instances/{id}/props', {
          ...at(id),
          body: { count: null, level: 'info' },
        })
        expect(patched.data).toEqual({
          id,
          revision: 2,
          props: { title: 'One', level: 'info' },
          effectiveProps: { title: 'One', level: 'info' },
        })
        expect(patched.response.headers.get('x-change-id')).toMatch(/./)
        const merge = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } }
        expect(
          (await send(marquee, `/api/instances/${id}/props`, { ...merge, body: { count: 3 } })).body,
        ).toMatchObject({
          props: { title: 'One', level: 'info', count: 3 },
        })
        const put = await client().PUT('/api/instances/{id}/props', { ...at(id), body: { title: 'Two' } })
        expect(put.data?.props).toEqual({ title: 'Two' })
        const { data } = await client().GET('/api/instances/{id}/history', {
          params: { path: { id }, query: { first: 1 } },
        })
        expect(data?.items).toMatchObject([{ type: 'PROPS', revision: 4 }])
      })

      it('S4-47: PUT of the bindings sets them, and their values reach the props', async () => {
        const { id } = await made()
        const bindings = [{ key: 'title', source: 'STATIC' as const, path: '"From a binding"' }]
        const put = await client().PUT('/api/instances/{id}/bindings', { ...at(id), body: bindings })
        expect(put.data?.bindings).toMatchObject([{ key: 'title', source: 'STATIC' }])
        await expect
          .poll(async () => (await client().GET('/api/instances/{id}/props', at(id))).data?.effectiveProps)
          .toEqual({ title: 'From a binding' })
      })

      it('S4-48, S4-49: are listed and changed in bulk by component, place, tags and owner', async () => {
        const tag = unique()
        const placement = { location: 'harbour-road', geo: harbour, tags: [tag, 'covered'] }
        const { id, typeKey, owner } = await made({ placement })
        await made({ placement: { tags: [tag] } })
        for (const query of [
          { component_id: typeKey },
          { tags: [tag, 'covered'] },
          { tags: [tag], location: 'harbour-road' },
          { tags: [tag], owner_id: owner.id, 'near.lat': 38.7, 'near.lng': -9.14, 'near.radiusMeters': 10 },
        ]) {
          const { data } = await client().GET('/api/instances', { params: { query } })
          expect(data?.items.map((each) => each.id)).toEqual([id])
        }
        const bulk = await client().PATCH('/api/instances/bulk', {
          params: { query: { tags: [tag] } },
          body: { props: { level: 'warning' } },
        })
        expect(bulk.data).toMatchObject({ targeted: 2, changed: 2 })
        expect((await client().GET('/api/instances/{id}/props', at(id))).data?.props).toMatchObject({
          level: 'warning',
        })
        const { error } = await client().PATCH('/api/instances/bulk', { body: { props: {} } })
        expect(error).toMatchObject({ code: 'EMPTY_SELECTOR', status: 400 })
        const near = await client().GET('/api/nearby', { params: { query: { ...harbour, tags: [tag] } } })
        expect(near.data).toMatchObject([{ distanceMeters: 0, instance: { id } }])
      })

      it('S4-51, S4-63: are upgraded to a target version', async () => {
        const { id, typeKey } = await made()
        await publishVersion(marquee, {
          typeKey,
          version: '1.1.0',
          propsSchema: screenSchema,
          defaultProps: { title: 'New' },
        })
        const { data } = await client().POST('/api/instances/{id}/upgrade', {
          ...at(id),
          body: { target_version: '1.1.0' },
        })
        expect(data).toMatchObject({ definitionVersion: { version: '1.1.0' }, effectiveProps: { title: 'New' } })
        const { error } = await client().POST('/api/instances/{id}/upgrade', {
          ...at(id),
          body: { target_version: '9.0.0' },
        })
        expect(error?.code).toMatch(/VERSION_NOT_PUBLISHED|NOT_FOUND/)
      })

      it('explain why a prop has its value, and take overrides and locks', async () => {
        const { id } = await made({ props: { title: 'Own' } })
        const path = '/title'
        await client().PUT('/api/instances/{id}/overrides', {
          ...at(id),
          body: { path, value: 'Over', ttlSeconds: 60 },
        })
        const explained = await client().GET('/api/instances/{id}/explain', {
          params: { path: { id }, query: { path } },
        })
        expect(explained.data?.layers.map(({ layer, value }) => [layer, value])).toEqual([
          ['override', 'Over'],
          ['own', 'Own'],
          ['default', 'Untitled'],
        ])
        const cleared = await client().DELETE('/api/instances/{id}/overrides', {
          params: { path: { id }, query: { path } },
        })
        expect(cleared.data?.effectiveProps).toEqual({ title: 'Own' })
        await client().PUT('/api/instances/{id}/locks', { ...at(id), body: { path } })
        const ai = restClient(marquee, (await newToken(marquee, 'AI', 'OPERATOR')).token)
        const { error } = await ai.PATCH('/api/instances/{id}/props', { ...at(id), body: { title: 'AI' } })
        expect(error).toMatchObject({ code: 'LOCKED_PATH', status: 423 })
      })
    })

    describe('lifecycle and hierarchy', () => {
      it('S3-39 to S3-43, S3-49, S3-53: start, pause, resume, stop and archive at /api/v1, and refuse what the table forbids', async () => {
        const { id } = await made()
        const steps = [
          ['start', 'ACTIVE'],
          ['pause', 'PAUSED'],
          ['resume', 'ACTIVE'],
          ['stop', 'STOPPED'],
          ['archive', 'ARCHIVED'],
        ] as const
        for (const [verb, lifecycle] of steps) {
          const { data } = await client().POST(`/api/v1/instances/{id}/${verb}`, {
            ...at(id),
            body: { reason: 'test' },
          })
          expect(data).toMatchObject({ id, lifecycle })
        }
        const { error } = await client().POST('/api/v1/instances/{id}/start', at(id))
        expect(error).toMatchObject({ code: 'INVALID_TRANSITION', status: 409, details: { from: 'ARCHIVED' } })
        expect((await send(marquee, `/api/instances/${id}/start`, { method: 'POST' })).status).toBe(409)
      })

      it('S3-44 to S3-48, S3-49: children, ancestors, the nested tree, the global one and those of a project', async () => {
        const root = await made({ name: unique() })
        const child = await made({ parentId: root.id })
        const grandchild = await made({ parentId: child.id })
        const children = await client().GET('/api/v1/instances/{id}/children', at(root.id))
        expect(children.data?.items.map(({ id }) => id)).toEqual([child.id])
        const ancestors = await client().GET('/api/v1/instances/{id}/ancestors', at(grandchild.id))
        expect(ancestors.data?.map(({ id }) => id)).toEqual([child.id, root.id])
        const tree = await client().GET('/api/v1/instances/{id}/tree', at(root.id))
        expect(tree.data?.items).toMatchObject([
          { id: root.id, children: [{ id: child.id, children: [{ id: grandchild.id, children: [] }] }] },
        ])
        const project = await client().GET('/api/v1/instances/projects/{project_id}', {
          params: { path: { project_id: root.project?.id ?? '' }, query: { name: root.name ?? '' } },
        })
        expect(project.data?.items.map(({ id }) => id)).toEqual([root.id])

        const { typeKey } = await publishVersion(marquee, { kind: 'SCOPE_CONFIG' })
        const none = await client().GET('/api/v1/instances/global')
        expect(none.response.status).toBe(404)
        const global = await client().POST('/api/instances', {
          body: { kind: 'HOPPER', definitionTypeKey: typeKey, scope: 'GLOBAL' },
        })
        expect((await client().GET('/api/v1/instances/global')).data?.id).toBe(global.data?.id)
      })
    })

    describe('requests', () => {
      it('have a precondition in If-Match: 412 when someone was first, and 304 for what If-None-Match knows', async () => {
        const { id } = await made()
        const path = `/api/instances/${id}/props`
        const first = await send(marquee, path)
        expect(first.headers.get('etag')).toBe('"1"')
        const patch = (match: string, title: string) =>
          send(marquee, path, { method: 'PATCH', body: { title }, headers: { 'if-match': match } })
        const won = await patch('"1"', 'First')
        expect([won.status, won.headers.get('etag')]).toEqual([200, '"2"'])
        const lost = await patch('"1"', 'Second')
        expect(lost).toMatchObject({
          status: 412,
          body: { code: 'CONFLICT', status: 412, details: { currentRevision: 2 } },
        })
        expect(await patch('W/"2"', 'Third')).toMatchObject({ status: 412, body: { code: 'CONDITION_FAILED' } })
        expect((await patch('*', 'Fourth')).status).toBe(200)
        const known = await send(marquee, path, { headers: { 'if-none-match': '"9", W/"3"' } })
        expect([known.status, known.body, known.headers.get('etag')]).toEqual([304, {}, '"3"'])
        expect((await send(marquee, path, { headers: { 'if-none-match': '"2"' } })).status).toBe(200)
        const unguarded = { method: 'POST', body: { principalId: 'p' }, headers: { 'if-match': '"1"' } }
        expect(await send(marquee, '/admin/tokens', unguarded)).toMatchObject({
          status: 400,
          body: { code: 'BAD_REQUEST', detail: expect.stringContaining('If-Match') },
        })
      })

      it('are done once for one Idempotency-Key, and refused when the key is used for something else', async () => {
        const { typeKey } = await publishScreen(marquee)
        const headers = { 'idempotency-key': unique() }
        const create = (name: string) =>
          send(marquee, '/api/instances', { method: 'POST', body: { definitionTypeKey: typeKey, name }, headers })
        const name = unique()
        const [first, second] = [await create(name), await create(name)]
        expect([first.status, second.status, second.body['id']]).toEqual([201, 201, first.body['id']])
        expect(await create(unique())).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } })
      })

      it('are refused with a pointer for every parameter and member that is unknown, missing or of another type', async () => {
        const { id } = await made()
        const pointers = async (path: string, init: Parameters<typeof send>[2] = {}) => {
          const { status, headers, body } = await send(marquee, path, init)
          expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
          const { problems } = body['details'] as { problems: { pointer: string }[] }
          return problems.map(({ pointer }) => pointer).sort()
        }
        expect(await pointers('/api/instances?colour=red&first=many&tags=&first=2')).toEqual([
          '/colour',
          '/first',
          '/tags',
        ])
        expect(await pointers('/api/instances?lifecycles=ACTIVE,SLEEPING')).toEqual(['/lifecycles/1'])
        expect(await pointers('/api/nearby?lat=1')).toEqual(['/lng'])
        expect(await pointers('/admin/activities?since=yesterday')).toEqual(['/since'])
        const props = `/api/instances/${id}/props`
        expect(await pointers(props, { method: 'PATCH', body: [1] })).toEqual([''])
        expect(await pointers(props, { method: 'PATCH' })).toEqual([''])
        expect(
          await pointers('/api/instances', {
            method: 'POST',
            body: { kind: 'NOPE', placement: { geo: { lat: 'x' } }, color: 1 },
          }),
        ).toEqual(['/color'])
        expect(
          await pointers('/api/instances', {
            method: 'POST',
            body: { kind: 'NOPE', placement: { geo: { lat: 'x' } } },
          }),
        ).toEqual(['/kind', '/placement/geo', '/placement/geo/lat'])
        expect(await pointers(`/api/instances/${id}/upgrade`, { method: 'POST', body: {} })).toEqual([
          '/target_version',
        ])
        expect(await pointers(`/api/instances/${id}`, { method: 'PATCH', body: '{"name":' })).toEqual([''])
      })

      it('turn pages by the Link header until there is none', async () => {
        const tag = unique()
        const ids = []
        for (let count = 0; count < 3; count++) ids.push((await made({ placement: { tags: [tag] } })).id)
        const seen: unknown[] = []
        let path: string | undefined = `/api/instances?tags=${tag}&first=2&orderBy=CREATED_ASC&totalCount=true`
        while (path !== undefined) {
          const { headers, body }: Awaited<ReturnType<typeof send>> = await send(marquee, path)
          expect(body['totalCount']).toBe(3)
          seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id))
          path = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
        }
        expect(seen).toEqual(ids)
      })

      it('meet 404, 405 with Allow, 406, 413 and 415 as problem details, and HEAD and OPTIONS as they should', async () => {
        const { id } = await made()
        const here = `/api/instances/${id}`
        const outcome = async (path: string, init: Parameters<typeof send>[2] = {}) => {
          const { status, headers, body } = await send(marquee, path, init)
          expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
          expect(headers.get('x-request-id')).toBe(body['requestId'])
          return [status, body['code']]
        }
        expect(await outcome('/api/nowhere')).toEqual([404, 'NOT_FOUND'])
        expect(await outcome(here, { method: 'POST', body: {} })).toEqual([405, 'METHOD_NOT_ALLOWED'])
        const refused = await send(marquee, '/ops/evaluate', { method: 'PUT' })
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'OPTIONS, POST'])
        expect(await outcome(here, { headers: { accept: 'text/html' } })).toEqual([406, 'NOT_ACCEPTABLE'])
        expect(await outcome(`${here}/events`, { headers: { accept: 'application/xml' } })).toEqual([
          406,
          'NOT_ACCEPTABLE',
        ])
        const typed = (type: string) => ({ method: 'PUT', body: '{}', headers: { 'content-type': type } })
        expect(await outcome(`${here}/props`, typed('text/plain'))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
        expect(await outcome(`${here}/props`, typed('application/merge-patch+json'))).toEqual([
          415,
          'UNSUPPORTED_MEDIA_TYPE',
        ])
        const large = { method: 'PATCH', body: { title: 'x'.repeat(3_000_000) } }
        expect((await send(marquee, `${here}/props`, large)).status).toBe(413)
        expect(await outcome(here, { method: 'DELETE', body: {} })).toEqual([400, 'BAD_REQUEST'])
        const head = await fetch(`${marquee.url}${here}`, { method: 'HEAD' })
        expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"1"', ''])
        const options = await fetch(`${marquee.url}${here}/props`, { method: 'OPTIONS' })
        expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, PATCH, PUT, OPTIONS'])
        const foreign = { headers: { origin: 'https://elsewhere.test' } }
        expect(await outcome(here, foreign)).toEqual([403, 'FORBIDDEN'])
      })
    })

    describe('access', () => {
      it('is that of the graph: nobody, a viewer and an operator meet the same refusals over both', async () => {
        const { id } = await made({ visibility: 'PRIVATE' })
        const viewer = (await newToken(marquee, 'HUMAN', 'VIEWER')).token
        const operator = (await newToken(marquee, 'HUMAN', 'OPERATOR')).token
        const patch = (key: string | null) =>
          send(marquee, `/api/instances/${id}/props`, { method: 'PATCH', body: { title: 'x' }, key })
        const graph = async (key: string | null) =>
          (
            await refusal(
              marquee,
              'mutation ($id: ID!) { patchProps(input: { id: $id, patch: { title: "x" } }) { revision } }',
              { id },
              key,
            )
          ).extensions.code
        for (const [key, status] of [
          [null, 401],
          [viewer, 403],
        ] as const)
          expect(await patch(key)).toMatchObject({ status, body: { code: await graph(key) } })
        expect((await patch(operator)).status).toBe(200)
        expect((await send(marquee, `/api/instances/${id}`, { key: null })).status).toBe(404)
        expect((await send(marquee, `/api/instances/${id}`, { key: viewer })).status).toBe(200)
        expect(await send(marquee, `/api/instances/${id}`, { key: 'wrong' })).toMatchObject({
          status: 401,
          body: { code: 'UNAUTHENTICATED' },
        })
      })

      it('has the rates of the graph: what is spent over one is not there over the other, and says when to come back', async () => {
        const { id } = await made()
        const { token: key } = await newToken(marquee, 'SERVICE', 'OPERATOR')
        const write = (count: number) =>
          send(marquee, `/api/instances/${id}/props`, { method: 'PATCH', body: { count }, key })
        expect((await write(1)).status).toBe(200)
        expect((await write(2)).status).toBe(200)
        const mutation = 'mutation ($id: ID!) { patchProps(input: { id: $id, patch: { count: 3 } }) { revision } }'
        expect((await refusal(marquee, mutation, { id }, key)).extensions.code).toBe('RATE_LIMITED')
        const refused = await write(4)
        expect([refused.status, refused.body['code'], Number(refused.headers.get('retry-after'))]).toEqual([
          429,
          'RATE_LIMITED',
          expect.any(Number),
        ])
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      })
    })

    describe('GET /api/instances/{id}/events', () => {
      it('S4-70: sends the state and every change, and resumes after Last-Event-ID without a gap', async () => {
        const { id } = await made()
        const patch = (count: number) => client().PATCH('/api/instances/{id}/props', { ...at(id), body: { count } })
        const first = await follow(marquee, `/api/instances/${id}/events`)
        expect(await first.next()).toMatchObject({ event: 'SNAPSHOT', data: { revision: 1 } })
        await patch(1)
        const seen = await first.next()
        expect(seen).toMatchObject({ event: 'PROPS', data: { revision: 2, instance: { props: { count: 1 } } } })
        first.leave()
        await patch(2)
        await patch(3)
        const second = await follow(marquee, `/api/instances/${id}/events`, { 'last-event-id': seen.id ?? '' })
        for (const count of [2, 3])
          expect(await second.next()).toMatchObject({
            event: 'PROPS',
            data: { revision: count + 1, instance: { props: { count } } },
          })
        second.leave()
      })

      it('refuses what cannot be followed before it begins, and says when the instance was deleted', async () => {
        const outcome = async (path: string, headers = {}) => {
          const { status, body } = await send(marquee, path, { key: null, headers })
          return [status, body['code']]
        }
        expect(await outcome('/api/instances/inst-00000000/events')).toEqual([404, 'NOT_FOUND'])
        const { id } = await made()
        expect(await outcome(`/api/instances/${id}/events`, { 'last-event-id': 'x' })).toEqual([400, 'BAD_USER_INPUT'])
        const stream = await follow(marquee, `/api/instances/${id}/events`)
        await stream.next()
        await archive(id)
        for (let step = 0; step < 3; step++) expect((await stream.next()).event).toBe('LIFECYCLE')
        await client().DELETE('/api/instances/{id}', at(id))
        expect((await stream.next()).event).toBe('DELETED')
        expect((await stream.next()).event).toBe('end')
      })
    })
  },
  { MARQUEE_LIMIT_PRINCIPAL_WRITES_AT_ONCE: '2', MARQUEE_LIMIT_PRINCIPAL_WRITES_PER_SECOND: '1' },
)
