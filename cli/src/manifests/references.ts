/*
 * Instances are known by name in a manifest and by id in the graph. Wherever a manifest's spec means an instance it says
 * `${instance/NAME}`, alone or within a text ('${instance/Clock}#/time'). A text that has `${instance/` in it and means nothing by it says
 * `${instance/}` there.
 */

const opening = '${instance/'
const reference = /\$\{instance\/([^}]*)\}/g
const id = /\binst-[a-z0-9]{8}\b/g

/** Applies `change` to every text in a JSON value, keys of objects excepted. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}

/** What a value refers to. */
export function referencesOf(value: unknown): Set<string> {
  const found = new Set<string>()
  mapTexts(value, (text) => {
    for (const [, name = ''] of text.matchAll(reference)) if (name !== '') found.add(name)
    return text
  })
  return found
}

/** Ids in the place of names; a name that `idOf` does not know stays as it is, and is told to `missing`. */
export function resolveReferences(
  value: unknown,
  idOf: (name: string) => string | undefined,
  missing: (name: string) => void,
): unknown {
  return mapTexts(value, (text) =>
    text.replaceAll(reference, (whole, name: string) => {
      if (name === '') return opening
      const found = idOf(name)
      if (found === undefined) missing(name)
      return found ?? whole
    }),
  )
}

/** Names in the place of ids, where `nameOf` knows one. */
export function nameReferences(value: unknown, nameOf: (id: string) => string | undefined): unknown {
  return mapTexts(value, (text) =>
    // Each function answers its text as it is, whatever dollars it has.
    text
      .replaceAll(opening, () => `${opening}}`)
      .replaceAll(id, (found) => {
        const name = nameOf(found)
        return name === undefined ? found : `${opening}${name}}`
      }),
  )
}
