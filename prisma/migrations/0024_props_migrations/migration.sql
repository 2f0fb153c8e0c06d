-- Steps that lead an instance's props to a version from the one before it.
ALTER TABLE "catalogue"."definition_version" ADD COLUMN "props_migration" JSONB NOT NULL DEFAULT '[]';
