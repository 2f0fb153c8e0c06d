type Ids = { nodes: { id: string }[] }

export type DemoState = {
  definition: { latestVersion: { id: string } | null } | null
  demo: { totalCount: number }
  featured: Ids
}

/** Everything that must be known to see that nothing is to be done. */
export const DEMO_STATE = /* GraphQL */ `
  query DemoState($typeKey: String!, $location: String!, $tag: String!) {
    definition(typeKey: $typeKey) {
      latestVersion {
        id
      }
    }
    demo: instances(filter: { definitionTypeKey: $typeKey, tags: { all: [$tag] } }, first: 1) {
      totalCount
    }
    featured: instances(
      filter: { definitionTypeKey: $typeKey, location: $location, tags: { all: [$tag] } }
      orderBy: CREATED_ASC
      first: 1
    ) {
      nodes {
        id
      }
    }
  }
`

export type DemoPage = {
  instances: {
    nodes: { id: string; placement: { location: string | null } | null }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

/** Which displays are there, and where they stand. */
export const DEMO_PAGE = /* GraphQL */ `
  query DemoPage($typeKey: String!, $tag: String!, $after: String) {
    instances(
      filter: { definitionTypeKey: $typeKey, tags: { all: [$tag] } }
      orderBy: CREATED_ASC
      first: 200
      after: $after
    ) {
      nodes {
        id
        placement {
          location
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export type Submitted = { submitDefinition: { definitionVersion: { id: string } } }

export const SUBMIT = /* GraphQL */ `
  mutation SubmitBusStop($input: SubmitDefinitionInput!) {
    submitDefinition(input: $input) {
      definitionVersion {
        id
      }
    }
  }
`

export const PUBLISH = /* GraphQL */ `
  mutation PublishBusStop($input: PublishDefinitionVersionInput!) {
    publishDefinitionVersion(input: $input) {
      definitionVersion {
        id
      }
    }
  }
`

export type Created = { createInstance: { instance: { id: string } } }

export const CREATE = /* GraphQL */ `
  mutation CreateDisplay($input: CreateInstanceInput!) {
    createInstance(input: $input) {
      instance {
        id
      }
    }
  }
`

export type MarketState = { market: { totalCount: number } }

export const MARKET_STATE = /* GraphQL */ `
  query MarketState($name: String!) {
    market: instances(filter: { nameContains: $name, kinds: [DATASET, SIGNAL] }, first: 1) {
      totalCount
    }
  }
`

export const SET_UPSTREAMS = /* GraphQL */ `
  mutation SetUpstreams($input: SetUpstreamsInput!) {
    setUpstreams(input: $input) {
      revision
    }
  }
`

export const START = /* GraphQL */ `
  mutation StartInstance($input: TransitionInput!) {
    startInstance(input: $input) {
      revision
    }
  }
`

export const TRIGGER_RUN = /* GraphQL */ `
  mutation TriggerRun($input: TriggerRunInput!) {
    triggerRun(input: $input) {
      run {
        id
      }
    }
  }
`
