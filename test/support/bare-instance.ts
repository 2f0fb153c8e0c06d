/** Input of createInstance for an instance that needs no definition, for tests to which its kind does not matter. */
export const bareInstance = { kind: 'BACKTEST', config: { assets: { universe: ['A'] } } }
