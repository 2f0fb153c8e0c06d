-- Extensions that every managed Postgres and the embedded one carry; PostGIS is not among them (docs/adr).
CREATE EXTENSION IF NOT EXISTS cube SCHEMA public;
CREATE EXTENSION IF NOT EXISTS earthdistance SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "catalogue";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "placement";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "runtime";

-- CreateTable
CREATE TABLE "catalogue"."tenant" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."principal" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "principal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."space" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_principal_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."subspace" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."project" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "subspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."role_grant" (
    "principal_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "node_type" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("principal_id","node_type","node_id","role")
);

-- CreateTable
CREATE TABLE "catalogue"."role_permission" (
    "role" TEXT NOT NULL,
    "permission" TEXT NOT NULL,

    CONSTRAINT "role_permission_pkey" PRIMARY KEY ("role","permission")
);

-- CreateTable
CREATE TABLE "catalogue"."definition" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "type_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tier" TEXT NOT NULL DEFAULT 'TIMED',
    "title" TEXT,
    "description" TEXT,
    "provisioning_source" TEXT NOT NULL DEFAULT 'PLUGIN',
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "sync_status" TEXT,
    "owner_id" TEXT NOT NULL,
    "authorization_policy_id" TEXT,
    "latest_version_id" TEXT,
    "derived_from_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."definition_version" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "definition_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "version_order" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "code_ref" TEXT,
    "bundle_hash" TEXT,
    "content_hash" TEXT NOT NULL,
    "parameters_schema" JSONB NOT NULL,
    "props_schema" JSONB NOT NULL,
    "default_props" JSONB NOT NULL,
    "lifecycle_template" JSONB NOT NULL,
    "flow_templates" JSONB NOT NULL,
    "child_requirements" JSONB NOT NULL,
    "status_aggregation_contract" JSONB NOT NULL,
    "evaluation" JSONB,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "definition_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."bundle" (
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bundle_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "catalogue"."idempotency" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "placement"."placement" (
    "instance_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "location" TEXT,
    "device_id" TEXT,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "timezone" TEXT,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("instance_id")
);

-- CreateTable
CREATE TABLE "placement"."location" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" TEXT,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "timezone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "location_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "runtime"."instance" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "persistence" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "project_id" TEXT,
    "definition_id" TEXT,
    "definition_type_key" TEXT,
    "resolved_version_id" TEXT,
    "bundle_url" TEXT,
    "upgrade_strategy" TEXT NOT NULL,
    "max_version" TEXT,
    "name" TEXT,
    "owner_id" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "parent_id" TEXT,
    "lifecycle" TEXT NOT NULL,
    "desired_lifecycle" TEXT NOT NULL,
    "paused_by_ancestor_id" TEXT,
    "readiness" TEXT,
    "presence" TEXT NOT NULL,
    "conditions" JSONB NOT NULL DEFAULT '[]',
    "generation" INTEGER NOT NULL DEFAULT 1,
    "observed_generation" INTEGER NOT NULL DEFAULT 0,
    "revision" BIGINT NOT NULL DEFAULT 1,
    "config" JSONB NOT NULL DEFAULT '{}',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "props" JSONB NOT NULL DEFAULT '{}',
    "effective_props" JSONB NOT NULL DEFAULT '{}',
    "webhooks" JSONB NOT NULL DEFAULT '{}',
    "runtime_type" TEXT NOT NULL DEFAULT 'EDGE',
    "timeslot_start" TIMESTAMPTZ(3),
    "timeslot_end" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."instance_event" (
    "instance_id" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "patch" JSONB,
    "undo" JSONB,
    "actor_id" TEXT,
    "reason" TEXT,
    "change_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "global_seq" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "instance_event_pkey" PRIMARY KEY ("instance_id","revision")
);

-- CreateTable
CREATE TABLE "runtime"."activity" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "resource_type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "change_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."change" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "selector" JSONB,
    "body" JSONB,
    "actor_id" TEXT,
    "targeted" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."interaction_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "data" JSONB,
    "change_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interaction_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."idempotency" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "runtime"."feed_epoch" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "epoch" TEXT NOT NULL,

    CONSTRAINT "feed_epoch_pkey" PRIMARY KEY ("only")
);

-- CreateIndex
CREATE UNIQUE INDEX "principal_tenant_id_email_key" ON "catalogue"."principal"("tenant_id", "email");

-- CreateIndex
CREATE INDEX "space_tenant_id_idx" ON "catalogue"."space"("tenant_id");

-- CreateIndex
CREATE INDEX "subspace_space_id_idx" ON "catalogue"."subspace"("space_id");

-- CreateIndex
CREATE INDEX "project_subspace_id_idx" ON "catalogue"."project"("subspace_id");

-- CreateIndex
CREATE INDEX "role_grant_tenant_id_node_id_idx" ON "catalogue"."role_grant"("tenant_id", "node_id");

-- CreateIndex
CREATE INDEX "definition_tenant_id_created_at_id_idx" ON "catalogue"."definition"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "definition_tenant_id_type_key_key" ON "catalogue"."definition"("tenant_id", "type_key");

-- CreateIndex
CREATE INDEX "definition_version_definition_id_version_order_idx" ON "catalogue"."definition_version"("definition_id", "version_order");

-- CreateIndex
CREATE UNIQUE INDEX "definition_version_definition_id_version_key" ON "catalogue"."definition_version"("definition_id", "version");

-- CreateIndex
CREATE INDEX "placement_lat_lng_idx" ON "placement"."placement"("lat", "lng");

-- CreateIndex
CREATE INDEX "placement_tenant_id_location_idx" ON "placement"."placement"("tenant_id", "location");

-- CreateIndex
CREATE INDEX "placement_tenant_id_device_id_idx" ON "placement"."placement"("tenant_id", "device_id");

-- CreateIndex
CREATE INDEX "placement_tags_idx" ON "placement"."placement" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "location_tenant_id_name_id_idx" ON "placement"."location"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_created_at_id_idx" ON "runtime"."instance"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_updated_at_id_idx" ON "runtime"."instance"("tenant_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_name_id_idx" ON "runtime"."instance"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_definition_type_key_idx" ON "runtime"."instance"("tenant_id", "definition_type_key");

-- CreateIndex
CREATE INDEX "instance_definition_id_idx" ON "runtime"."instance"("definition_id");

-- CreateIndex
CREATE INDEX "instance_parent_id_idx" ON "runtime"."instance"("parent_id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_scope_lifecycle_idx" ON "runtime"."instance"("tenant_id", "scope", "lifecycle");

-- CreateIndex
CREATE INDEX "instance_tenant_id_owner_id_idx" ON "runtime"."instance"("tenant_id", "owner_id");

-- CreateIndex
CREATE INDEX "instance_effective_props_idx" ON "runtime"."instance" USING GIN ("effective_props" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "instance_name_trgm_idx" ON "runtime"."instance" USING GIN ("name" public.gin_trgm_ops);

-- CreateIndex
CREATE INDEX "instance_event_change_id_idx" ON "runtime"."instance_event"("change_id");

-- CreateIndex
CREATE INDEX "instance_event_at_idx" ON "runtime"."instance_event" USING BRIN ("at");

-- CreateIndex
CREATE UNIQUE INDEX "instance_event_global_seq_key" ON "runtime"."instance_event"("global_seq");

-- CreateIndex
CREATE INDEX "activity_resource_id_at_idx" ON "runtime"."activity"("resource_id", "at");

-- CreateIndex
CREATE INDEX "activity_change_id_idx" ON "runtime"."activity"("change_id");

-- CreateIndex
CREATE INDEX "interaction_event_instance_id_at_idx" ON "runtime"."interaction_event"("instance_id", "at");

-- AddForeignKey
ALTER TABLE "catalogue"."principal" ADD CONSTRAINT "principal_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "catalogue"."tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."space" ADD CONSTRAINT "space_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "catalogue"."tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."space" ADD CONSTRAINT "space_owner_principal_id_fkey" FOREIGN KEY ("owner_principal_id") REFERENCES "catalogue"."principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."subspace" ADD CONSTRAINT "subspace_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "catalogue"."space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."project" ADD CONSTRAINT "project_subspace_id_fkey" FOREIGN KEY ("subspace_id") REFERENCES "catalogue"."subspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."role_grant" ADD CONSTRAINT "role_grant_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "catalogue"."principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."definition" ADD CONSTRAINT "definition_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "catalogue"."project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."definition" ADD CONSTRAINT "definition_derived_from_id_fkey" FOREIGN KEY ("derived_from_id") REFERENCES "catalogue"."definition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."definition_version" ADD CONSTRAINT "definition_version_definition_id_fkey" FOREIGN KEY ("definition_id") REFERENCES "catalogue"."definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue"."definition_version" ADD CONSTRAINT "definition_version_bundle_hash_fkey" FOREIGN KEY ("bundle_hash") REFERENCES "catalogue"."bundle"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."instance" ADD CONSTRAINT "instance_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "runtime"."instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------- what Prisma's schema language cannot say
-- A published version never changes: only its status may move on (PUBLISHED > DEPRECATED > RETIRED).
CREATE FUNCTION catalogue.refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status NOT IN ('DRAFT', 'SUBMITTED') THEN
      RAISE EXCEPTION 'definition version % is published and cannot be deleted', OLD.id USING ERRCODE = 'MQ001';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.status NOT IN ('DRAFT', 'SUBMITTED') AND (
    NEW.status IN ('DRAFT', 'SUBMITTED')
    OR (to_jsonb(NEW) - '{status,updated_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{status,updated_at}'::text[])
  ) THEN
    RAISE EXCEPTION 'definition version % is published and cannot be changed', OLD.id USING ERRCODE = 'MQ001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER definition_version_immutable BEFORE UPDATE OR DELETE ON catalogue.definition_version
  FOR EACH ROW EXECUTE FUNCTION catalogue.refuse_change_of_published_version();

-- Bundles are addressed by content: nothing about them can change.
CREATE FUNCTION catalogue.refuse_change_of_bundle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'bundle % is addressed by its content and cannot be changed', OLD.hash USING ERRCODE = 'MQ001';
END $$;
CREATE TRIGGER bundle_immutable BEFORE UPDATE ON catalogue.bundle
  FOR EACH ROW EXECUTE FUNCTION catalogue.refuse_change_of_bundle();

-- The log is append-only; rows leave it only by pruning (DELETE).
CREATE FUNCTION runtime.refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'MQ001';
END $$;
CREATE TRIGGER instance_event_append_only BEFORE UPDATE ON runtime.instance_event
  FOR EACH ROW EXECUTE FUNCTION runtime.refuse_change_of_event();

ALTER TABLE runtime.instance
  ADD CONSTRAINT instance_id_format CHECK (id ~ '^inst-[0-9a-z]{8}$'),
  ADD CONSTRAINT instance_timeslot_order CHECK (timeslot_end > timeslot_start),
  ADD CONSTRAINT instance_global_without_project CHECK ((scope = 'GLOBAL') = (project_id IS NULL)),
  ADD CONSTRAINT instance_not_its_own_parent CHECK (parent_id <> id);
-- Every change rewrites the row: leave room on the page for it.
ALTER TABLE runtime.instance SET (fillfactor = 70);

CREATE UNIQUE INDEX instance_name_per_scope ON runtime.instance (tenant_id, COALESCE(project_id, ''), scope, name)
  WHERE name IS NOT NULL AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;
CREATE UNIQUE INDEX instance_one_global ON runtime.instance (tenant_id)
  WHERE scope = 'GLOBAL' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;

INSERT INTO runtime.feed_epoch (epoch) VALUES (substr(md5(random()::text || clock_timestamp()::text), 1, 12));

ALTER TABLE placement.placement
  ADD CONSTRAINT placement_lat CHECK (lat BETWEEN -90 AND 90),
  ADD CONSTRAINT placement_lng CHECK (lng BETWEEN -180 AND 180),
  ADD CONSTRAINT placement_both_or_none CHECK ((lat IS NULL) = (lng IS NULL));
-- Nearest first: K nearest neighbours over points on the sphere. Chord order is great-circle order.
CREATE INDEX placement_earth_idx ON placement.placement USING gist (public.ll_to_earth(lat, lng)) WHERE lat IS NOT NULL;

-- The one read across schemas: runtime joins it, so that a filter over state and place is one indexed query and a
-- write is searchable at once. A new shape is a new version beside this one.
CREATE VIEW placement.instance_placement_v1 AS
  SELECT instance_id, tenant_id, location, device_id, lat, lng, timezone, tags FROM placement.placement;
