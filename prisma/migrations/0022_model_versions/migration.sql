-- What training runs have made, numbered for each flow, and which of them is in which stage.
CREATE TABLE "runtime"."model_version" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "flow_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "stage" TEXT,
    "staged_at" TIMESTAMPTZ(3),
    "staged_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_version_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "runtime"."flow"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "model_version_run_id_key" ON "runtime"."model_version"("run_id");
CREATE UNIQUE INDEX "model_version_flow_id_number_key" ON "runtime"."model_version"("flow_id", "number");
CREATE UNIQUE INDEX "model_version_flow_id_stage_key" ON "runtime"."model_version"("flow_id", "stage");
CREATE INDEX "model_version_instance_id_created_at_idx" ON "runtime"."model_version"("instance_id", "created_at");

-- The config that the last success was a run of; null: of a run before this was noted.
ALTER TABLE "runtime"."flow" ADD COLUMN "success_config_hash" TEXT;
ALTER TABLE "runtime"."flow" DROP CONSTRAINT "flow_stale_reason";
ALTER TABLE "runtime"."flow" ADD CONSTRAINT "flow_stale_reason"
  CHECK ("stale_reason" IN ('NEVER_RUN', 'SLA', 'UPSTREAM_NEWER', 'VERSION_CHANGED', 'CONFIG_CHANGED'));
