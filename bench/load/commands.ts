import { attack } from './attacks.ts'
import { post, runBulkWave } from './bulk-waves.ts'
import { patchOpenLoop } from './open-loop.ts'
import { queryOverHttp } from './queries.ts'
import { closeCodes, closeScreens, openScreens, runWaves, sampleFrame, shownRevisions } from './screen-groups.ts'
import { stallScreens, wakeScreens } from './stalls.ts'
import { writeOverHttp, writeOverSql } from './writers.ts'

/** What a load client can be asked to do. */
export const commands = {
  openScreens,
  closeScreens,
  closeCodes,
  sampleFrame,
  shownRevisions,
  runWaves,
  runBulkWave,
  post,
  patchOpenLoop,
  stallScreens,
  wakeScreens,
  writeOverHttp,
  writeOverSql,
  queryOverHttp,
  attack,
}

export type Commands = typeof commands
