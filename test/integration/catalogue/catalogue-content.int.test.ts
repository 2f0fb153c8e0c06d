import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { create } from 'tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, bundle, CatalogueHarness, DEPRECATE, member, RETIRE } from './catalogue-harness.ts'

type Result = {
  typeKey: string
  version: string
  outcome: string
  problems: { pointer: string; message: string }[]
  definitionVersion: { id: string; status: string } | null
}
type Sync = { package: string; packageVersion: string; status: string; results: Result[] }
type Head = {
  provisioningSource: string
  syncStatus: string | null
  syncReport: { versions: unknown[] } | null
  updatedAt: string
  latestVersion: { version: string }
}

const harness = new CatalogueHarness()
const SYNC = `mutation ($input: SyncDefinitionContentInput!) { syncDefinitionContent(input: $input) {
  package packageVersion status results { typeKey version outcome problems definitionVersion { id status } }
} }`
const root = await mkdtemp(path.join(tmpdir(), 'marquee-content-'))
harness.contentDir = path.join(root, 'packages')
afterAll(() => rm(root, { recursive: true, force: true }))
beforeAll(() => writeFile(path.join(root, 'outside.js'), bundle))

async function pack(
  name: string,
  definitions: unknown[],
  files: Record<string, string> = {},
  version = '1.0.0',
): Promise<void> {
  const folder = path.join(harness.contentDir as string, name)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ name, version, definitions }))
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text)
}
const sync = (name: string) => harness.write<Sync>(SYNC, { package: name })
const outcomes = ({ results }: Sync) =>
  results.map(({ typeKey, version, outcome }) => `${typeKey} ${version} ${outcome}`)
const head = async (typeKey: string): Promise<Head | null> => {
  const source = `{ definition(typeKey: "${typeKey}") { provisioningSource syncStatus syncReport updatedAt latestVersion { version } } }`
  return (await harness.ask<{ definition: Head | null }>(source)).data!.definition
}
const job = (typeKey: string, version = '1.0.0', more: object = {}) => ({ typeKey, kind: 'JOB', version, ...more })
const actions = () => harness.activities.map(({ action }) => action)

describe('syncDefinitionContent (S2-09, S2-30)', () => {
  it('publishes what a folder holds, bundles included, and marks it as synced content', async () => {
    await pack(
      'first',
      [
        job('first/job'),
        { typeKey: 'first/form', kind: 'FORM', version: '1' },
        { typeKey: 'first/screen', kind: 'COMPONENT', version: '2.1.0', title: 'Screen', bundleFile: 'screen.js' },
      ],
      { 'screen.js': bundle },
    )
    const answer = await sync('first')
    expect(answer).toMatchObject({ package: 'first', packageVersion: '1.0.0', status: 'SYNCED' })
    expect(outcomes(answer)).toEqual([
      'first/job 1.0.0 PUBLISHED',
      'first/form 1.0.0 PUBLISHED',
      'first/screen 2.1.0 PUBLISHED',
    ])
    expect(answer.results.map(({ definitionVersion }) => definitionVersion?.status)).toEqual([
      'PUBLISHED',
      'PUBLISHED',
      'PUBLISHED',
    ])
    expect(await head('first/screen')).toMatchObject({
      provisioningSource: 'CONTENT_PACKAGE',
      syncStatus: 'SYNCED',
      syncReport: {
        package: 'first',
        packageVersion: '1.0.0',
        versions: [{ version: '2.1.0', outcome: 'PUBLISHED', problems: [] }],
      },
    })
    expect(actions().filter((action) => action === 'definition.published')).toHaveLength(3)
    expect(actions().filter((action) => action === 'content.synced')).toHaveLength(1)
  })

  it('changes nothing when it runs again, and skips by content, not by dates', async () => {
    await pack('again', [job('again/job', '1.0.0', { defaultProps: { a: 1, b: 2 } })])
    const first = await sync('again')
    const before = await head('again/job')
    await pack('again', [job('again/job', 'v1', { defaultProps: { b: 2, a: 1 } })], {}, '1.0.1')
    harness.activities.length = 0
    const second = await sync('again')
    expect(outcomes(second)).toEqual(['again/job 1.0.0 UNCHANGED'])
    expect(second.results[0]!.definitionVersion).toEqual(first.results[0]!.definitionVersion)
    expect(await head('again/job')).toMatchObject({
      syncStatus: 'SYNCED',
      updatedAt: before!.updatedAt,
      latestVersion: before!.latestVersion,
    })
    expect(actions()).toEqual(['content.synced'])
  })

  it('adds versions in the order of their numbers, and takes a new one later', async () => {
    await pack('grows', [job('grows/job', '1.10.0'), job('grows/job', '1.9.0')])
    expect(outcomes(await sync('grows'))).toEqual(['grows/job 1.9.0 PUBLISHED', 'grows/job 1.10.0 PUBLISHED'])
    await pack('grows', [job('grows/job', '1.9.0'), job('grows/job', '1.10.0'), job('grows/job', '2.0.0')])
    expect(outcomes(await sync('grows'))).toEqual([
      'grows/job 1.9.0 UNCHANGED',
      'grows/job 1.10.0 UNCHANGED',
      'grows/job 2.0.0 PUBLISHED',
    ])
    expect(await head('grows/job')).toMatchObject({ latestVersion: { version: '2.0.0' } })
  })

  it('is SYNC_FAILED with a report where a published version has other content, and touches it not; a greater number mends it', async () => {
    await pack('edited', [job('edited/job'), job('edited/other')])
    await sync('edited')
    await pack('edited', [job('edited/job', '1.0.0', { defaultProps: { a: 1 } }), job('edited/other')])
    harness.activities.length = 0
    const answer = await sync('edited')
    expect(answer.status).toBe('SYNC_FAILED')
    expect(outcomes(answer)).toEqual(['edited/job 1.0.0 FAILED', 'edited/other 1.0.0 UNCHANGED'])
    expect(answer.results[0]!.problems).toEqual([
      { pointer: '/version', message: expect.stringContaining('greater than 1.0.0') },
    ])
    expect(await head('edited/job')).toMatchObject({
      syncStatus: 'SYNC_FAILED',
      latestVersion: { version: '1.0.0' },
      syncReport: { versions: [{ outcome: 'FAILED' }] },
    })
    expect(await head('edited/other')).toMatchObject({ syncStatus: 'SYNCED' })
    expect(actions()).toEqual(['definition.sync_failed', 'content.synced'])
    await pack('edited', [job('edited/job', '1.0.1', { defaultProps: { a: 1 } }), job('edited/other')])
    expect((await sync('edited')).status).toBe('SYNCED')
    expect(await head('edited/job')).toMatchObject({ syncStatus: 'SYNCED', latestVersion: { version: '1.0.1' } })
  })

  it('keeps nothing of a version that fails its evaluation, and everything of the others', async () => {
    await pack('partly', [
      job('partly/wrong', '1.0.0', { lifecycleTemplate: { forbid: ['FLY'] } }),
      job('partly/right'),
      job('partly/key_wrong'),
    ])
    const answer = await sync('partly')
    expect(outcomes(answer)).toEqual([
      'partly/wrong 1.0.0 FAILED',
      'partly/right 1.0.0 PUBLISHED',
      'partly/key_wrong 1.0.0 FAILED',
    ])
    expect(answer.results.map(({ problems }) => problems.map(({ pointer }) => pointer))).toEqual([
      ['/lifecycleTemplate/forbid/0'],
      [],
      ['/typeKey'],
    ])
    expect(await head('partly/wrong')).toBeNull()
  })

  it('takes no definition from whoever made it: by hand, or another package', async () => {
    await harness.submitAndPublish('taken/by-hand', '1.0.0', { kind: 'JOB' })
    await pack('owner', [job('taken/by-owner')])
    await sync('owner')
    await pack('thief', [job('taken/by-hand', '2.0.0'), job('taken/by-owner', '2.0.0')])
    const answer = await sync('thief')
    expect(answer.results.map(({ outcome, problems }) => [outcome, problems[0]?.pointer])).toEqual([
      ['FAILED', '/typeKey'],
      ['FAILED', '/typeKey'],
    ])
    expect(await head('taken/by-hand')).toMatchObject({
      provisioningSource: 'PLUGIN',
      syncStatus: null,
      latestVersion: { version: '1.0.0' },
    })
    expect(await head('taken/by-owner')).toMatchObject({ syncStatus: 'SYNCED', latestVersion: { version: '1.0.0' } })
  })

  it('calls NOT_SYNCED what the package no longer holds, until it holds it again', async () => {
    await pack('drops', [job('drops/kept'), job('drops/dropped')])
    await sync('drops')
    await pack('drops', [job('drops/kept')])
    await sync('drops')
    expect(await head('drops/dropped')).toMatchObject({ syncStatus: 'NOT_SYNCED', latestVersion: { version: '1.0.0' } })
    await pack('drops', [job('drops/kept'), job('drops/dropped')])
    await sync('drops')
    expect(await head('drops/dropped')).toMatchObject({ syncStatus: 'SYNCED' })
  })

  it('finds deprecated and retired content as unchanged as any', async () => {
    await pack('ends', [job('ends/deprecated'), job('ends/retired')])
    const [deprecated, retired] = (await sync('ends')).results
    await harness.write(DEPRECATE, { definitionVersionId: deprecated!.definitionVersion!.id })
    const { data } = await harness.ask<{ definition: { id: string } }>('{ definition(typeKey: "ends/retired") { id } }')
    await harness.write(RETIRE, { definitionId: data!.definition.id })
    expect(outcomes(await sync('ends'))).toEqual(['ends/deprecated 1.0.0 UNCHANGED', 'ends/retired 1.0.0 UNCHANGED'])
    await pack('ends', [job('ends/deprecated'), job(retired!.typeKey, '2.0.0')])
    expect((await sync('ends')).status).toBe('SYNC_FAILED')
  })

  it('publishes each version once when several sync at once', async () => {
    const keys = Array.from({ length: 5 }, (_, index) => `raced/job-${index}`)
    await pack(
      'raced',
      keys.map((key) => job(key)),
    )
    const answers = await Promise.all([1, 2, 3].map(() => sync('raced')))
    const all = answers.flatMap(outcomes)
    for (const key of keys) expect(all.filter((line) => line === `${key} 1.0.0 PUBLISHED`)).toHaveLength(1)
    expect(all.filter((line) => line.endsWith('FAILED'))).toEqual([])
    for (const key of keys) expect(await head(key)).toMatchObject({ syncStatus: 'SYNCED' })
  })

  it('goes on where a sync was interrupted', async () => {
    await pack('crashed', [job('crashed/done'), job('crashed/open')])
    await sync('crashed')
    await harness.pool.query(`UPDATE catalogue.definition SET sync_status = 'SYNCING' WHERE type_key LIKE 'crashed/%'`)
    expect((await sync('crashed')).status).toBe('SYNCED')
    expect(await head('crashed/open')).toMatchObject({ syncStatus: 'SYNCED' })
  })
})

describe('a package in an archive', () => {
  /** What a folder holds, as `tar` packs it; the folder itself is then gone. */
  async function archive(name: string, ending: string, entries: string[] = ['.']): Promise<void> {
    const folder = path.join(harness.contentDir as string, name)
    await create(
      { gzip: ending !== '.tar', cwd: folder, file: path.join(harness.contentDir as string, name + ending) },
      entries,
    )
    await rm(folder, { recursive: true })
  }
  const refused = async (name: string) => {
    const { code, details } = await harness.refusal(SYNC, { input: { package: name } })
    const { problems } = details as { problems: { pointer: string; message: string }[] }
    return `${code as string} ${problems[0]?.pointer} ${problems[0]?.message}`
  }

  it.each(['.tgz', '.tar.gz', '.tar'])(
    'named %s is read like a folder: kinds of all sorts, bundles included (S2-24, S2-27, S2-28)',
    async (ending) => {
      const name = `packed${ending.replaceAll('.', '-')}`
      const kinds = ['JOB', 'REPORT', 'POD', 'FORM']
      const definitions = kinds.map((kind) => ({ typeKey: `${name}/${kind.toLowerCase()}`, kind, version: '1.0.0' }))
      await pack(
        name,
        [...definitions, { typeKey: `${name}/screen`, kind: 'COMPONENT', version: '1.0.0', bundleFile: './screen.js' }],
        { 'screen.js': bundle },
      )
      await archive(name, ending)
      expect(outcomes(await sync(name)).map((line) => line.split(' ').at(-1))).toEqual(
        Array.from({ length: 5 }, () => 'PUBLISHED'),
      )
      expect(outcomes(await sync(name)).map((line) => line.split(' ').at(-1))).toEqual(
        Array.from({ length: 5 }, () => 'UNCHANGED'),
      )
      expect(await head(`${name}/report`)).toMatchObject({
        provisioningSource: 'CONTENT_PACKAGE',
        syncStatus: 'SYNCED',
      })
    },
  )

  it('may stand in a folder of its own inside, as npm and git pack it', async () => {
    await pack('wrapped/package', [job('wrapped/job')])
    await writeFile(
      path.join(harness.contentDir as string, 'wrapped/package/manifest.json'),
      JSON.stringify({ name: 'wrapped', version: '1.0.0', definitions: [job('wrapped/job')] }),
    )
    await archive('wrapped', '.tgz', ['package'])
    expect((await sync('wrapped')).status).toBe('SYNCED')
  })

  it('is refused with links, with what leads out, with too much in it, or where it is none, and nothing is written', async () => {
    await pack('links', [job('links/job')])
    await symlink(path.join(root, 'outside.js'), path.join(harness.contentDir as string, 'links/secret.js'))
    await archive('links', '.tgz')
    expect(await refused('links')).toBe('BAD_USER_INPUT /links.tgz holds "./secret.js", which is no file: SymbolicLink')

    await pack('escapes', [job('escapes/job')])
    await create(
      {
        gzip: true,
        cwd: path.join(harness.contentDir as string, 'escapes'),
        preservePaths: true,
        file: path.join(harness.contentDir as string, 'escapes.tgz'),
      },
      ['manifest.json', '../../outside.js'],
    )
    await rm(path.join(harness.contentDir as string, 'escapes'), { recursive: true })
    expect(await refused('escapes')).toBe(
      'BAD_USER_INPUT /escapes.tgz holds "../../outside.js", which leads out of the package',
    )

    // 65 MB of nothing pack to 64 KB.
    await pack('bomb', [])
    await writeFile(path.join(harness.contentDir as string, 'bomb/zeros'), Buffer.alloc(65 * 1024 * 1024))
    await archive('bomb', '.tgz')
    expect(await refused('bomb')).toBe('BAD_USER_INPUT /bomb.tgz unpacks to more than 67108864 bytes')

    await writeFile(path.join(harness.contentDir as string, 'garbage.tgz'), 'no archive at all')
    expect(await refused('garbage')).toMatch('BAD_USER_INPUT /garbage.tgz cannot be unpacked: ')
    await writeFile(path.join(harness.contentDir as string, 'empty.tar'), Buffer.alloc(1024))
    expect(await refused('empty')).toMatch('BAD_USER_INPUT ')
    for (const key of ['links/job', 'escapes/job']) expect(await head(key)).toBeNull()
  })
})

describe('a package that cannot be read', () => {
  it.each(['..', '../packages', 'a/b', '.hidden', 'Upper', ''])('is not looked for as %j', async (name) => {
    expect(await harness.refusal(SYNC, { input: { package: name } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/package' }] },
    })
  })

  it('is NOT_FOUND without a folder, a folder that is elsewhere, or MARQUEE_CONTENT_DIR', async () => {
    expect(await harness.refusal(SYNC, { input: { package: 'nothing' } })).toMatchObject({ code: 'NOT_FOUND' })
    await mkdir(path.join(root, 'elsewhere'))
    await symlink(path.join(root, 'elsewhere'), path.join(harness.contentDir as string, 'linked'))
    expect(await harness.refusal(SYNC, { input: { package: 'linked' } })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each<[string, string, string]>([
    ['no JSON', '{', '/manifest.json'],
    ['a manifest of another package', '{"name":"x","version":"1","definitions":[]}', '/name'],
    [
      'a definition without a version',
      '{"name":"broken","version":"1","definitions":[{"typeKey":"a","kind":"JOB"}]}',
      '/definitions/0/version',
    ],
  ])('is BAD_USER_INPUT for %s, and nothing is written', async (_, manifest, pointer) => {
    await pack('broken', [])
    await writeFile(path.join(harness.contentDir as string, 'broken', 'manifest.json'), manifest)
    harness.activities.length = 0
    expect(await harness.refusal(SYNC, { input: { package: 'broken' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [expect.objectContaining({ pointer })] },
    })
    expect(actions()).toEqual([])
  })

  it('is held to what JSON over the wire is held to', async () => {
    await pack('unsafe', [])
    const definition = '{"typeKey":"a","kind":"JOB","version":"1","defaultProps":{"__proto__":{"a":1}}}'
    await writeFile(
      path.join(harness.contentDir as string, 'unsafe', 'manifest.json'),
      `{"name":"unsafe","version":"1","definitions":[${definition}]}`,
    )
    expect(await harness.refusal(SYNC, { input: { package: 'unsafe' } })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('fails for a bundle that is missing, outside the package, too large, or no text', async () => {
    const screens = ['missing.js', '../../outside.js', '/etc/hostname', 'large.js', 'binary.js', 'linked.js']
    await pack(
      'bundles',
      screens.map((bundleFile, index) => ({
        typeKey: `bundles/s-${index}`,
        kind: 'COMPONENT',
        version: '1.0.0',
        bundleFile,
      })),
      { 'large.js': 'x'.repeat(1024 * 1024 + 1) },
    )
    const folder = path.join(harness.contentDir as string, 'bundles')
    await writeFile(path.join(folder, 'binary.js'), Buffer.from([0xff, 0xfe, 0x00]))
    await symlink(path.join(root, 'outside.js'), path.join(folder, 'linked.js'))
    const { results } = await sync('bundles')
    expect(results.map(({ outcome }) => outcome)).toEqual(screens.map(() => 'FAILED'))
    expect(results.map(({ problems }) => problems[0]?.message)).toEqual([
      'is not there',
      'is not there',
      'is not there',
      'is larger than 1048576 bytes',
      'is not UTF-8 text',
      'is not there',
    ])
  })

  it('is nobody’s business but the administrator’s', async () => {
    expect(await harness.refusal(SYNC, { input: { package: 'first' } }, anonymous)).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(await harness.refusal(SYNC, { input: { package: 'first' } }, member)).toMatchObject({ code: 'FORBIDDEN' })
  })
})
