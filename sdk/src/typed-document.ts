import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'

/** A document that knows what it answers (R) and what it asks for (V): one of ours, or of your own codegen. */
export type TypedDocument<R, V> = DocumentTypeDecoration<R, V> & { toString(): string }
