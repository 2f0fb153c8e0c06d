import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { UsageError } from './failures.ts'
import { apiVersion, type Json, type Manifest } from './manifests/manifest.ts'

/** Members that may name a JSON or YAML file instead of saying it. */
const fromFile = ['propsSchema', 'parametersSchema', 'defaultProps']

/**
 * The definition that a component's folder describes: manifest.json (or manifest.yaml) with typeKey, version and bundle,
 * files named in it read. `examples` are files of props that have to fit: they become tests of the version.
 */
export function readComponent(folder: string): Manifest {
  const { file, manifest } = readManifest(folder)
  const { typeKey, kind = 'COMPONENT', bundle, examples = [], tests = [], ...rest } = manifest
  if (typeof typeKey !== 'string') throw new UsageError(`${file}: /typeKey must be text, such as display/menu.`)
  if (typeof manifest.version !== 'string') throw new UsageError(`${file}: /version must be text, such as 1.0.0.`)
  if (!Array.isArray(examples) || !Array.isArray(tests))
    throw new UsageError(`${file}: /examples and /tests are lists.`)
  const spec: Json = { kind, ...rest, ...(typeof bundle === 'string' ? { bundleFile: bundle } : {}) }
  for (const member of fromFile) if (typeof spec[member] === 'string') spec[member] = readObject(folder, spec[member])
  spec.tests = [
    ...(tests as Json[]),
    ...(examples as string[]).map((example) => ({ name: example, props: readObject(folder, example), valid: true })),
  ]
  return { kind: 'Definition', metadata: { name: typeKey }, spec, source: file, folder }
}

function readManifest(folder: string): { file: string; manifest: Json } {
  for (const name of ['manifest.json', 'manifest.yaml', 'manifest.yml']) {
    const file = path.join(folder, name)
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      continue
    }
    const manifest = parseObject(text, file)
    if ('apiVersion' in manifest)
      throw new UsageError(`${file} is a manifest of ${apiVersion}: use \`marquee apply -f ${file}\`.`)
    return { file, manifest }
  }
  throw new UsageError(`${folder} has no manifest.json: \`marquee init component NAME\` makes a folder that has one.`)
}

function readObject(folder: string, name: string): Json {
  const file = path.resolve(folder, name)
  try {
    return parseObject(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function parseObject(text: string, file: string): Json {
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${file} must hold an object.`)
  return value as Json
}
