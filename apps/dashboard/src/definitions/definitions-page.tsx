import * as graph from '../graph/generated.ts'
import { go, Link, usePlace, withParams } from '../shell/router.tsx'
import { Empty, Failure, StateWord, When } from '../ui/controls.tsx'
import { age, count, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'
import { SearchInput } from '../ui/search-input.tsx'

const kinds = [
  'COMPONENT',
  'PIPELINE',
  'STORE',
  'ACCESSOR',
  'OP',
  'OP_MACRO',
  'ML_MODULE',
  'PORTFOLIO_OPTIMIZER',
  'SESSION',
  'PART',
  'POD',
  'HOST',
  'FORM',
  'JOB',
  'REPORT',
  'SCOPE_CONFIG',
] as const

/** What instances can be made from. */
export function DefinitionsPage() {
  const { params } = usePlace()
  const now = useNow()
  const kind = kinds.find((one) => one === params.get('kind'))
  const filter: graph.DefinitionFilter = {
    ...(params.get('search') && { search: params.get('search') }),
    ...(kind && { kinds: [kind] }),
  }
  const pages = usePages(
    graph.DefinitionsPageDocument,
    { filter, first: 100, after: null },
    ({ definitions }) => definitions,
    ({ id }) => id,
  )
  return (
    <section className="page">
      <header className="page-head">
        <h1>Definitions</h1>
        <p className="totals" role="status">
          {pages.total !== null && `${count(pages.total)} definitions`}
        </p>
      </header>
      <form className="filters" role="search" aria-label="Filter" onSubmit={(event) => event.preventDefault()}>
        <SearchInput label="Search" name="search" hint="Type key or title" />
        <div className="filter">
          <label htmlFor="kind">Kind</label>
          <select id="kind" value={kind ?? ''} onChange={({ target }) => go(withParams({ kind: target.value }))}>
            <option value="">any</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </div>
      </form>
      <Failure error={pages.error} />
      {pages.nodes.length === 0 && !pages.loading && <Empty>Nothing matches.</Empty>}
      <div className="scroll" tabIndex={0} role="region" aria-label="Definitions">
        <table className="lines">
          <thead>
            <tr>
              {['Definition', 'Type key', 'Kind', 'State', 'Latest', 'Instances', 'Changed'].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.nodes.map((definition) => (
              <tr key={definition.id}>
                <th scope="row">
                  <Link to={`/definitions/${definition.id}`} dir="auto">
                    {definition.title ?? definition.typeKey}
                  </Link>
                </th>
                <td>
                  <code>{definition.typeKey}</code>
                </td>
                <td>{words(definition.kind)}</td>
                <td>
                  <StateWord value={definition.status} />
                </td>
                <td>{definition.latestVersion?.version ?? '–'}</td>
                <td className="number">
                  <Link to={`/?definition=${encodeURIComponent(definition.typeKey)}`}>
                    {count(definition.instances.totalCount)}
                  </Link>
                </td>
                <td className="number">
                  <When at={definition.updatedAt} text={age(definition.updatedAt, now)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More pages={pages} />
    </section>
  )
}
