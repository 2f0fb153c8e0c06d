import * as graph from '../graph/generated.ts'
import { useQuery } from '../graph/use-query.ts'
import { Link } from '../shell/router.tsx'
import { Empty, Failure } from '../ui/controls.tsx'
import { words } from '../ui/format.ts'

const nothing = {}

/** The tree that roles are held in: spaces, their parts and projects. */
export function SpacesSection() {
  const { data, error } = useQuery(graph.SpacesPageDocument, nothing)
  if (!data) return error ? <Failure error={error} /> : <Empty>Loading…</Empty>
  if (data.spaces.length === 0) return <Empty>There is no space that you may see.</Empty>
  return (
    <ul className="cards">
      {data.spaces.map((space) => (
        <li key={space.id}>
          <header>
            <b dir="auto">{space.name}</b> <span className="soft">{words(space.kind)}</span>
          </header>
          <p className="soft">
            owned by <bdi>{space.owner.displayName}</bdi> · <code>{space.id}</code>
          </p>
          <ul>
            {space.subspaces.map((subspace) => (
              <li key={subspace.id}>
                <span dir="auto">{subspace.name}</span> <span className="soft">{words(subspace.kind)}</span>{' '}
                {subspace.projects.map((project) => (
                  <Link key={project.id} to={`/?project=${project.id}`} title={project.id}>
                    {project.name}{' '}
                  </Link>
                ))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
