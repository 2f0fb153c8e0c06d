import { filesConfig } from '../../schema/builtin-configs.ts'
import { refreshDataset, refreshOutputs } from '../data/refresh.ts'
import type { SourceConfig } from '../data/source/source-config.ts'
import { stageSource } from '../data/source/stage-source.ts'
import { componentOf } from '../data/stores/stores.ts'
import { refreshVirtual, virtualStore } from '../data/stores/virtual-store.ts'
import { checked } from '../checked.ts'
import type { Executor } from '../executor.ts'

const configOf = checked<SourceConfig>(filesConfig)

/** Brings the rows of a file into the dataset's store: what is new in it since the last successful run. */
export const executor: Executor = {
  codeRef: 'dataset.refresh',
  outputsSchema: refreshOutputs,
  async run(input) {
    const config = configOf(input.config)
    if (componentOf(input.components, 'STORE', '') === virtualStore) return await refreshVirtual(input, config)
    return await refreshDataset(input, config, (tempDir) =>
      stageSource(input.filesDir, config, { tempDir, limits: input.sources }),
    )
  },
}
