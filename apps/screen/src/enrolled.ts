/** Which instance this screen was given to, and the key that opens it: kept for its next start, bound to the origin. */
export type Enrolled = { instanceId: string; key: string }
/** A code that is shown and waits. */
export type Waiting = { code: string; key: string; expiresAt: string }

const names = { enrolled: 'marquee:screen', waiting: 'marquee:enrolment' }

export const enrolled = {
  read: (): Enrolled | null => read(names.enrolled, ['instanceId', 'key']),
  keep: (value: Enrolled): void => keep(names.enrolled, value),
  forget: (): void => forget(names.enrolled),
}

/** A page that is loaded anew goes on waiting with the code that somebody may be typing now. */
export const waiting = {
  read: (): Waiting | null => read(names.waiting, ['code', 'key', 'expiresAt']),
  keep: (value: Waiting): void => keep(names.waiting, value),
  forget: (): void => forget(names.waiting),
}

/** Forbidden storage keeps nothing: then the screen is enrolled until it is closed. */
function read<Value>(name: string, members: (keyof Value & string)[]): Value | null {
  try {
    const value = JSON.parse(localStorage.getItem(name) ?? 'null') as Record<string, unknown> | null
    const isWhole = value !== null && members.every((member) => typeof value[member] === 'string')
    return isWhole ? (value as Value) : null
  } catch {
    return null
  }
}

function keep(name: string, value: object): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Full or forbidden.
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // Then there was nothing kept either.
  }
}
