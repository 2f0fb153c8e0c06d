export type Json = Record<string, unknown>

export const apiVersion = 'marquee/v1'

/** One document of a file: what there should be. */
export type Manifest = {
  kind: string
  metadata: { name: string; project?: string | undefined }
  spec: Json
  /** Where it was written, for messages: 'stops.yaml, document 2'. */
  source: string
  /** Folder that files named in it are looked up in. */
  folder: string
}

/** As it is written to a file. */
export const written = ({ kind, metadata, spec }: Pick<Manifest, 'kind' | 'metadata' | 'spec'>) => ({
  apiVersion,
  kind,
  metadata,
  spec,
})

/** As kubectl says it. */
export const titleOf = ({ kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>): string =>
  `${kind.toLowerCase()}/${metadata.name}`
