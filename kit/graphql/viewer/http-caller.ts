import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors/app-error.ts'
import type { Authenticate } from './authenticate.ts'
import type { Viewer } from './viewer.ts'

export type HttpCaller = { viewer: Viewer; authorization: string | null; requestId: string; address?: string | null }

/** Throws UNAUTHENTICATED for a credential that nobody knows. */
export async function callerOf(request: FastifyRequest, authenticate: Authenticate): Promise<HttpCaller> {
  const authorization = request.headers.authorization ?? null
  const viewer = await authenticate(authorization)
  if (viewer === null) throw new AppError('UNAUTHENTICATED', { public: 'The key is not known.' })
  return { viewer, authorization, requestId: request.id }
}
