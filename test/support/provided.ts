/** What the global set-up hands to every test file. */
export type DatabaseServer = { adminUrl: string; templates: Record<TemplateName, string>; prefix: string }

/** `migrated` has the tables; `seeded` also what the catalogue makes at a first start. */
export type TemplateName = 'migrated' | 'seeded'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: DatabaseServer
    redisUrl: string | null
    /** The data folder of an embedded Marquee that was started once and stopped. */
    startedFolder: string
  }
}
