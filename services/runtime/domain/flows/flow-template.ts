/** A flow that every instance of a definition version, or of a kind, has; limits only where they are its own. */
export type FlowTemplate = {
  name: string
  runKind: string
  schedulable: boolean
  freshnessSlaSeconds: number | null
  timeoutSeconds?: number
  memoryMb?: number
  network?: true
}
