-- AlterTable
ALTER TABLE "catalogue"."definition" ADD COLUMN     "content_package" TEXT,
ADD COLUMN     "sync_report" JSONB;

-- AlterTable
ALTER TABLE "catalogue"."definition_version" ADD COLUMN     "complete" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tests" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "catalogue"."config_resource" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT,
    "body" JSONB NOT NULL,
    "provisioning_source" TEXT NOT NULL DEFAULT 'SEED',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "config_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue"."lineage_edge" (
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lineage_edge_pkey" PRIMARY KEY ("from_id","to_id","type")
);

-- CreateIndex
CREATE UNIQUE INDEX "config_resource_tenant_id_kind_key_key" ON "catalogue"."config_resource"("tenant_id", "kind", "key");

-- CreateIndex
CREATE INDEX "lineage_edge_tenant_id_to_id_idx" ON "catalogue"."lineage_edge"("tenant_id", "to_id");

-- CreateIndex
CREATE INDEX "definition_tenant_id_content_package_idx" ON "catalogue"."definition"("tenant_id", "content_package");

-- AddForeignKey
ALTER TABLE "catalogue"."definition" ADD CONSTRAINT "definition_authorization_policy_id_fkey" FOREIGN KEY ("authorization_policy_id") REFERENCES "catalogue"."config_resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE catalogue.definition
  -- Only what a package brought can be in or out of step with it.
  ADD CONSTRAINT definition_sync_status CHECK (sync_status IN ('NOT_SYNCED', 'SYNCING', 'SYNCED', 'SYNC_FAILED')),
  ADD CONSTRAINT definition_content_package CHECK (
    (provisioning_source = 'CONTENT_PACKAGE') = (content_package IS NOT NULL)
    AND (content_package IS NULL) = (sync_status IS NULL)
  );
ALTER TABLE catalogue.config_resource
  ADD CONSTRAINT config_resource_kind CHECK (kind IN ('DELIVERY_ENVIRONMENT', 'LAB_LOCATION', 'HOSTING_SITE_LOCATION', 'AUTHORIZATION_POLICY'));
ALTER TABLE catalogue.lineage_edge
  ADD CONSTRAINT lineage_edge_type CHECK (type IN ('DERIVED_FROM', 'PROMOTED_FROM', 'SAVED_AS_MACRO')),
  ADD CONSTRAINT lineage_edge_between_two CHECK (from_id <> to_id);
