import { fileSource, type FileConfig } from '../data/file-source.ts'
import { refreshDataset, refreshOutputs } from '../data/refresh.ts'
import { componentOf } from '../data/stores.ts'
import { refreshVirtual, virtualStore } from '../data/virtual-store.ts'
import type { RefreshConfig } from '../data/wanted-rows.ts'
import type { Executor } from '../executor.ts'

/** Brings the rows of a file into the dataset's store: what is new in it since the last successful run. */
export const executor: Executor = {
  codeRef: 'dataset.refresh',
  outputsSchema: refreshOutputs,
  async run(input) {
    const config = input.config as RefreshConfig & FileConfig
    const source = await fileSource(input.filesDir, config)
    if (componentOf(input.components, 'STORE', '') === virtualStore) return await refreshVirtual(input, config, source)
    return await refreshDataset(input, config, source.from, [source.folder])
  },
}
