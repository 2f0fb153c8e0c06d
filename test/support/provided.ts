/** What the global set-up hands to every test file. */
export type DatabaseServer = { adminUrl: string; template: string; prefix: string }

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: DatabaseServer
    redisUrl: string | null
  }
}
