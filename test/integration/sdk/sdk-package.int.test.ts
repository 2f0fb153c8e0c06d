import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'
import { nodes, pack, root, strangersFolder } from '../../support/outside/packages.ts'

const run = promisify(execFile)

/** As a stranger would write it, with nothing but the package. */
const program = `
import {
  createClient, createLiveClient, CreateInstanceDocument, InstanceDocument, isMarqueeError, PatchPropsDocument,
  PublishDefinitionVersionDocument, SubmitDefinitionDocument,
} from '@marquee/sdk'
import { createLiveClient as fromLive } from '@marquee/sdk/live'

const [url, key, name] = process.argv.slice(2)
if (fromLive !== createLiveClient) throw new Error('two copies')
const webSocket = globalThis.WebSocket ?? (await import('ws')).WebSocket
const client = createClient({ url, key })
const { submitDefinition } = await client.mutate(SubmitDefinitionDocument, {
  input: { typeKey: 'display/' + name, kind: 'COMPONENT', version: '1.0.0', bundle: 'export function mount() {}' },
})
await client.mutate(PublishDefinitionVersionDocument, {
  input: { definitionVersionId: submitDefinition.definitionVersion.id },
})
const { createInstance } = await client.mutate(CreateInstanceDocument, {
  input: { kind: 'DISPLAY', definitionTypeKey: 'display/' + name, name, props: { title: 'before' } },
})
const { id } = createInstance.instance

const seen = []
const live = createLiveClient({ url, key, webSocket })
const changed = new Promise((resolve, reject) => {
  live.display(id, {
    onError: reject,
    onChange: ({ props }) => {
      seen.push(props.title)
      if (props.title === 'after') resolve()
      if (props.title === 'before') patch().then((first) => patch().then((again) => first === again || reject(new Error('carried out twice'))), reject)
    },
  })
})
const patch = () => client
  .mutate(PatchPropsDocument, { input: { id, patch: { title: 'after' }, idempotencyKey: 'only once ' + name } })
  .then(({ patchProps }) => patchProps.changeId)
await changed
live.close()

const { instance } = await client.query(InstanceDocument, { id })
const refused = await client.mutate(PatchPropsDocument, { input: { id: 'nobody', patch: {} } }).catch((error) => error)
console.log(JSON.stringify({ seen, revision: instance.revision, refused: isMarqueeError(refused) && refused.code }))
`

const strict = {
  target: 'es2023',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
}

/** Used in both ways of resolving; the second lines are there to be refused. */
const typed = `
import { createClient, InstanceDocument, isMarqueeError, PatchPropsDocument, type ErrorCode, type InstanceFilter } from '@marquee/sdk'
import type { TypedDocument } from '@marquee/sdk'
import { createLiveClient, type DisplayState } from '@marquee/sdk/live'
import type { ForgeHost } from '@marquee/sdk/host'

const client = createClient({ url: 'http://localhost:4000', key: undefined })
const { instance } = await client.query(InstanceDocument, { id: 'inst-00000000' })
export const revision: number | undefined = instance?.revision
const filter: InstanceFilter = { kinds: ['DISPLAY'] }
createLiveClient({ url: 'http://localhost:4000' }).instances(filter, { onChange: ({ items }) => items.size })
createLiveClient({ url: 'http://localhost:4000' }).display<{ title: string }>('inst-00000000', {
  onChange: (state: DisplayState<{ title: string }>) => state.props.title.length,
})
export const mount = (host: ForgeHost<{ title: string }>) => host.props.title
export const codeOf = (error: unknown): ErrorCode | null => (isMarqueeError(error) ? error.code : null)
const own = 'query { me { tenantId } }' as TypedDocument<{ me: { tenantId: string } | null }, Record<string, never>>
export const tenant: string | undefined = (await client.query(own)).me?.tenantId
// @ts-expect-error a string is no number
export const wrong: number | undefined = instance?.id
// @ts-expect-error the id is missing
await client.mutate(PatchPropsDocument, { input: { patch: {} } })
`

const inReact = `
import { createClient, InstancesDocument } from '@marquee/sdk'
import { MarqueeProvider, useDisplay, useInstance, useLiveQuery, useQuery } from '@marquee/sdk/react'
const Page = () => {
  const { data, loading, refetch } = useQuery(InstancesDocument, { first: 2 })
  const { display } = useDisplay<{ title: string }>('inst-00000000')
  const { instance, state } = useInstance('inst-00000000')
  const { instances } = useLiveQuery({ kinds: ['DISPLAY'] })
  return <p onClick={refetch}>{loading} {data?.instances.nodes.length} {display?.props.title} {instance?.name} {state} {instances.length}</p>
}
export const App = () => <MarqueeProvider client={createClient({ url: 'http://localhost:4000' })}><Page /></MarqueeProvider>
`

const tsc = (folder: string, options: object, files: string[]) => {
  const config = path.join(folder, 'tsconfig.json')
  return writeFile(config, JSON.stringify({ compilerOptions: { ...strict, ...options }, files })).then(() =>
    run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config]).catch(
      (error: { stdout: string }) => ({ stdout: error.stdout }),
    ),
  )
}

describe('the packed SDK in a folder that has nothing else', () => {
  let marquee: RunningMarquee
  let tarballs: string
  let folder: string
  beforeAll(async () => {
    tarballs = await mkdtemp(path.join(tmpdir(), 'marquee-packed-'))
    marquee = await startMarquee({ mode: 'embedded' })
    const lent = ['ws', '@types/node', 'react', 'react-dom', '@types/react']
    folder = await strangersFolder([await pack('sdk', tarballs)], lent)
    // Packing and installing are minutes on a machine that does other things too.
  }, 300_000)
  afterAll(async () => {
    await marquee?.stop()
    for (const made of [folder, tarballs]) if (made) await rm(made, { recursive: true, force: true })
  })

  it('holds what it says: modules, declarations, licence and page, and asks for no other package', async () => {
    const installed = path.join(folder, 'node_modules/@marquee/sdk')
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
      dependencies?: object
      exports: Record<string, string | { types: string; default: string }>
      version: string
    }
    expect(manifest.dependencies).toBeUndefined()
    expect(Object.keys(manifest.exports)).toEqual(['.', './live', './react', './host', './package.json'])
    for (const way of Object.values(manifest.exports).flatMap((way) =>
      typeof way === 'string' ? way : [way.types, way.default],
    ))
      expect(existsSync(path.join(installed, way)), way).toBe(true)
    const files = await readdir(installed, { recursive: true })
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md']))
    expect(files.filter((file) => file.includes('.test.'))).toEqual([])
  })

  it.each(nodes)('reads, changes once by its key and follows live on plain %s', async (node) => {
    await writeFile(path.join(folder, 'program.js'), program)
    const name = `stranger-${nodes.indexOf(node)}`
    const { stdout } = await run(node, ['program.js', marquee.url, marquee.adminKey, name], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual({ seen: ['before', 'after'], revision: 2, refused: 'NOT_FOUND' })
  })

  it('makes a user, a team and a copy in their space for an administrator (S1-62, S1-64, S1-65)', async () => {
    await writeFile(
      path.join(folder, 'admin.js'),
      `import {
        createClient, CopyResourceDocument, CreateProjectDocument, CreateTeamSpaceDocument,
        CreateUserWithPersonalSpaceDocument, DefinitionDocument,
      } from '@marquee/sdk'
      const [url, key] = process.argv.slice(2)
      const client = createClient({ url, key })
      const { createUserWithPersonalSpace: made } = await client.mutate(CreateUserWithPersonalSpaceDocument, {
        input: { displayName: 'Ada', email: 'ada@example.com' },
      })
      const { createTeamSpace } = await client.mutate(CreateTeamSpaceDocument, {
        input: { name: 'Bakers', ownerPrincipalId: made.principal.id, memberPrincipalIds: [] },
      })
      const { createProject } = await client.mutate(CreateProjectDocument, {
        input: { subspaceId: made.officialSubspace.id, name: 'Copies' },
      })
      const { definition } = await client.query(DefinitionDocument, { typeKey: 'data/files' })
      const { copyResource } = await client.mutate(CopyResourceDocument, {
        input: { resourceId: definition.id, targetProjectId: createProject.project.id, typeKey: 'ada/files' },
      })
      const { definition: copy } = await client.query(DefinitionDocument, { id: copyResource.definition.id })
      console.log(JSON.stringify([made.space.kind, createTeamSpace.space.name, createTeamSpace.space.owner.email, copy.typeKey]))`,
    )
    const { stdout } = await run(process.execPath, ['admin.js', marquee.url, marquee.adminKey], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual(['PERSONAL', 'Bakers', 'ada@example.com', 'ada/files'])
  })

  it('is understood by TypeScript, strict and to the letter, with NodeNext', async () => {
    await writeFile(path.join(folder, 'typed.ts'), typed)
    const options = { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'], types: ['node'] }
    expect((await tsc(folder, options, ['typed.ts'])).stdout).toBe('')
  })

  it('is understood by TypeScript for a bundler, with React', async () => {
    await writeFile(path.join(folder, 'typed.ts'), typed)
    await writeFile(path.join(folder, 'page.tsx'), inReact)
    const options = {
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2023', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      types: [],
    }
    expect((await tsc(folder, options, ['typed.ts', 'page.tsx'])).stdout).toBe('')
  })

  it('costs a page at most 20 KB for queries, mutations and live feeds', async () => {
    const bundled = async (contents: string) => {
      const options = {
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        logLevel: 'error',
      } as const
      const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: folder } })
      return outputFiles[0]!.text
    }
    const core = await bundled(`
      import { createClient, createLiveClient, InstancesDocument, PatchPropsDocument } from '@marquee/sdk'
      globalThis.marquee = [createClient, createLiveClient, InstancesDocument, PatchPropsDocument]`)
    expect(gzipSync(core).length).toBeLessThan(20 * 1024)
    expect(core).toContain('mutation PatchProps')
    expect(core).not.toContain('UpsertZone')
    expect(await bundled(`import '@marquee/sdk'`)).toBe('')
  })

  it('renders its first state on a server and opens nothing', async () => {
    await writeFile(
      path.join(folder, 'server.js'),
      `import { createElement as h } from 'react'
      import { renderToString } from 'react-dom/server'
      import { createClient, InstancesDocument } from '@marquee/sdk'
      import { MarqueeProvider, useDisplay, useInstance, useLiveQuery, useQuery } from '@marquee/sdk/react'
      const Page = () => {
        const read = useQuery(InstancesDocument, { first: 2 })
        const given = useQuery(InstancesDocument, { first: 3 }, { initial: { instances: { totalCount: 7 } } })
        const { display } = useDisplay('inst-00000000', { initial: { props: { title: 'from the server' } } })
        const { instance } = useInstance('inst-00000000')
        const { instances, state } = useLiveQuery({ kinds: ['DISPLAY'] })
        return h('p', null, JSON.stringify([read.loading, given.data.instances.totalCount, given.loading, display.props.title, instance, instances, state]))
      }
      const fetch = () => { throw new Error('asked') }
      const text = renderToString(h(MarqueeProvider, { client: createClient({ url: 'http://nowhere.invalid', fetch }) }, h(Page)))
      console.log(text.replaceAll('&quot;', '"'))`,
    )
    const { stdout } = await run(process.execPath, ['server.js'], { cwd: folder })
    expect(stdout.trim()).toBe('<p>[true,7,false,"from the server",null,[],"connecting"]</p>')
  })
})
