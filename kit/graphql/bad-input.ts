import { GraphQLError } from 'graphql'
import { AppError } from '../errors/app-error.ts'

/**
 * What a scalar throws for a value that it refuses. A GraphQLError, because graphql-js keeps the message of nothing
 * else; around an AppError, because that is what the edge looks for.
 */
export function badInput(message: string, problems?: { pointer: string; message: string }[]): GraphQLError {
  return new GraphQLError(message, {
    originalError: new AppError('BAD_USER_INPUT', { public: message, ...(problems ? { details: { problems } } : {}) }),
  })
}
