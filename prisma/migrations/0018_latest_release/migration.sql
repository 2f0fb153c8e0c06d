-- A pre-release is the latest version only where there is no release (its version_order does not end in '~').
UPDATE catalogue.definition AS d SET latest_version_id = release.id
FROM (
  SELECT DISTINCT ON (definition_id) definition_id, id
  FROM catalogue.definition_version
  WHERE status = 'PUBLISHED' AND version_order LIKE '%~'
  ORDER BY definition_id, version_order COLLATE "C" DESC
) AS release
WHERE release.definition_id = d.id AND d.latest_version_id IS NOT NULL AND d.latest_version_id <> release.id;
