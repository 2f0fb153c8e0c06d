import { closeScreens, openScreens, runWaves, sampleFrame } from './screen-groups.ts'
import { writeOverHttp, writeOverSql } from './writers.ts'

/** What a load client can be asked to do. */
export const commands = { openScreens, closeScreens, sampleFrame, runWaves, writeOverHttp, writeOverSql }

export type Commands = typeof commands
