import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseAllDocuments } from 'yaml'
import { UsageError } from '../failures.ts'
import { apiVersion, type Json, type Manifest } from './manifest.ts'

const endings = ['.yaml', '.yml', '.json']

/** All documents of these files and folders (with what is below them), in their order; '-' is standard input. */
export function readManifests(places: readonly string[]): Manifest[] {
  const manifests = places.flatMap((place) => filesOf(place).flatMap(readFile))
  const known = new Set<string>()
  for (const { kind, metadata, source } of manifests) {
    const key = JSON.stringify([kind, metadata])
    if (known.has(key)) throw new UsageError(`${source}: ${kind} ${JSON.stringify(metadata.name)} is there twice.`)
    known.add(key)
  }
  return manifests
}

function filesOf(place: string): string[] {
  if (place === '-') return [place]
  try {
    if (!statSync(place).isDirectory()) return [place]
  } catch (error) {
    throw new UsageError(`${place} cannot be read: ${(error as Error).message}`)
  }
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.includes(path.extname(name)) && !name.split(path.sep).includes('node_modules'))
    .sort()
    .map((name) => path.join(place, name))
    // A component's folder holds JSON files of its own, which say no apiVersion.
    .filter((file) => readFileSync(file, 'utf8').includes('apiVersion'))
  if (files.length === 0)
    throw new UsageError(`${place} holds no manifests: *.yaml, *.yml or *.json with an apiVersion.`)
  return files
}

function readFile(file: string): Manifest[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8')
  const documents = parseAllDocuments(text, { merge: true })
  if (!Array.isArray(documents)) return []
  return documents.flatMap((document, index) => {
    const source = `${file}, document ${index + 1}`
    const [error] = document.errors
    if (error) throw new UsageError(`${source}: ${error.message}`)
    const value: unknown = document.toJS({ maxAliasCount: 1_000 })
    // A separator at the end of a file begins a document of nothing.
    if (value === null) return []
    const folder = file === '-' ? '.' : path.dirname(file)
    // What `-o json` prints is a list.
    return (Array.isArray(value) ? value : [value]).map((one) => manifestOf(one, source, folder))
  })
}

function manifestOf(value: unknown, source: string, folder: string): Manifest {
  const wrong = (what: string) => new UsageError(`${source}: ${what}`)
  if (!isObject(value)) throw wrong('a document is an object with apiVersion, kind, metadata and spec.')
  const { apiVersion: version, kind, metadata, spec, ...more } = value
  if (version !== apiVersion) throw wrong(`/apiVersion must be ${apiVersion}.`)
  const [unknown] = Object.keys(more)
  if (unknown !== undefined)
    throw wrong(`/${unknown} is not known: a document has apiVersion, kind, metadata and spec.`)
  if (typeof kind !== 'string') throw wrong('/kind must be text.')
  if (!isObject(metadata) || typeof metadata.name !== 'string' || metadata.name === '')
    throw wrong('/metadata/name must be text.')
  const { name, project, ...others } = metadata
  const [other] = Object.keys(others)
  if (other !== undefined) throw wrong(`/metadata/${other} is not known: metadata has name and project.`)
  if (project !== undefined && typeof project !== 'string') throw wrong('/metadata/project must be text.')
  if (spec !== undefined && !isObject(spec)) throw wrong('/spec must be an object.')
  return { kind, metadata: { name, ...(project === undefined ? {} : { project }) }, spec: spec ?? {}, source, folder }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
