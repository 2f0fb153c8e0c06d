import { queryOverHttp } from './queries.ts'
import { closeScreens, openScreens, runWaves, sampleFrame, shownRevisions } from './screen-groups.ts'
import { writeOverHttp, writeOverSql } from './writers.ts'

/** What a load client can be asked to do. */
export const commands = { openScreens, closeScreens, sampleFrame, shownRevisions, runWaves, writeOverHttp, writeOverSql, queryOverHttp }

export type Commands = typeof commands
