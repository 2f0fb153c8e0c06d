import { GraphQLError } from 'graphql'

/** For a document that does not have the operation that is asked for, or has several and none is named. */
export const noOperation = (name: string | null | undefined) =>
  new GraphQLError(
    typeof name === 'string'
      ? `The document has no operation named "${name}".`
      : 'The document has several operations: name one in operationName.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  )
