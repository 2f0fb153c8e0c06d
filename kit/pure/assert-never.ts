/** The end of a switch over a union: a new member does not compile until it has its own case. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`)
}
