import { randomBytes } from 'node:crypto'
import { adminKey, graphql, type GraphqlAnswer, type GraphqlErrorShape } from '../marquee.ts'

type At = { url: string }

/** The data of an answer without errors; throws the first error's message otherwise. */
export async function ask<Data>(
  at: At,
  query: string,
  variables: object = {},
  key: string | null = adminKey,
): Promise<Data> {
  const { data, errors } = await graphql<Data>(at, query, variables, key)
  if (errors || !data) throw new Error(`${JSON.stringify(errors ?? 'no data')} to ${query.slice(0, 200)}`)
  return data
}

/** What a refused request says; throws when it was not refused. */
export async function refusal(
  at: At,
  query: string,
  variables: object = {},
  key: string | null = adminKey,
): Promise<GraphqlErrorShape> {
  return soleError(await graphql<unknown>(at, query, variables, key), query)
}

export function soleError({ data, errors }: GraphqlAnswer<unknown>, query = ''): GraphqlErrorShape {
  const [error] = errors ?? []
  if (errors?.length !== 1 || !error)
    throw new Error(`not refused with one error: ${JSON.stringify({ data, errors })} to ${query.slice(0, 200)}`)
  return error
}

/** Pointers of `details.problems[]`, sorted. */
export const pointersOf = ({ extensions }: GraphqlErrorShape): string[] =>
  ((extensions.details?.['problems'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer).sort()

/** Sends a body as it is, whatever it is, and reads the JSON that comes back. */
export async function post(
  at: At,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: GraphqlAnswer<unknown> }> {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminKey}`, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: response.status, answer: (await response.json()) as GraphqlAnswer<unknown> }
}

/** A word that no other test uses: part of type keys, names and tags. */
export const unique = (): string => `t${randomBytes(5).toString('hex')}`
