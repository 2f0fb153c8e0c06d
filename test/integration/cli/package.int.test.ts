import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'
import { nodes, pack, strangersFolder } from '../../support/outside/packages.ts'

const run = promisify(execFile)

describe('the packed command line, installed by npm in an empty folder', () => {
  let marquee: RunningMarquee
  let tarballs: string
  let folder: string
  beforeAll(async () => {
    tarballs = await mkdtemp(path.join(tmpdir(), 'marquee-packed-'))
    marquee = await startMarquee({ mode: 'embedded' })
    folder = await strangersFolder([await pack('cli', tarballs)])
    // Packing and installing are minutes on a machine that does other things too.
  }, 300_000)
  afterAll(async () => {
    await marquee?.stop()
    for (const made of [folder, tarballs]) if (made) await rm(made, { recursive: true, force: true })
  })

  it('brings three small packages along and nothing of ours', async () => {
    const installed = await readdir(path.join(folder, 'node_modules'))
    expect(installed.filter((name) => !name.startsWith('.')).sort()).toEqual(['@marquee', 'commander', 'ws', 'yaml'])
    expect(await readdir(path.join(folder, 'node_modules/@marquee'))).toEqual(['cli'])
    const files = await readdir(path.join(folder, 'node_modules/@marquee/cli'), { recursive: true })
    expect(files.sort()).toEqual(
      ['LICENSE', 'README.md', 'bin', 'bin/marquee.js', 'dist', 'dist/main.js', 'package.json'].sort(),
    )
  })

  it.each(nodes)('makes a component, publishes it, shows it and follows it live on %s', async (node) => {
    const env = { HOME: folder, PATH: process.env.PATH, MARQUEE_URL: marquee.url, MARQUEE_KEY: marquee.adminKey }
    const binary = path.join(folder, 'node_modules/.bin/marquee')
    const cli = async (...args: string[]) => (await run(node, [binary, ...args], { cwd: folder, env })).stdout
    const name = `display/of-node-${nodes.indexOf(node)}`
    await cli('init', 'component', name)
    expect(await cli('publish', name.split('/')[1]!)).toBe(`${name}@1.0.0 is published\n`)
    await cli('create', name, '--definition', name, '--start')
    expect(await cli('watch', name, '--count', '1')).toContain('SNAPSHOT')
  })
})
