/**
 * The types that a document's text stands for, as @graphql-typed-document-node/core writes them: documents of a codegen
 * of one's own (`documentMode: 'string'`) carry the same, and the clients take them too.
 */
export type DocumentTypeDecoration<Result, Variables> = {
  /** Never there: for the type checker alone. */
  __apiType?: (variables: Variables) => Result
}

/** A document whose text is what `toString` answers. */
export type TypedDocument<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string }
