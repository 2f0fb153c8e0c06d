-- What the programmes of an instance show at present, a layer of its props; null: nothing.
ALTER TABLE "runtime"."instance" ADD COLUMN "programme" JSONB;

-- CreateTable
CREATE TABLE "runtime"."programme" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "instance_id" TEXT,
    "filter" JSONB,
    "nodes" TEXT[],
    "whole_tenant" BOOLEAN NOT NULL DEFAULT false,
    "timezone" TEXT,
    "entries" JSONB NOT NULL,
    "calendar_ids" TEXT[] NOT NULL DEFAULT '{}',
    "revision" BIGINT NOT NULL DEFAULT 1,
    "matched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programme_one_target" CHECK (("instance_id" IS NULL) <> ("filter" IS NULL))
);

-- CreateTable
CREATE TABLE "runtime"."programme_target" (
    "programme_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,

    CONSTRAINT "programme_target_pkey" PRIMARY KEY ("programme_id", "instance_id")
);

-- CreateTable
CREATE TABLE "runtime"."programme_due" (
    "instance_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_due_pkey" PRIMARY KEY ("instance_id")
);

-- CreateTable
CREATE TABLE "runtime"."calendar" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "dates" JSONB NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_tenant_id_name_key" ON "runtime"."programme"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "programme_matched_at_idx" ON "runtime"."programme"("matched_at");

-- CreateIndex
CREATE INDEX "programme_target_instance_id_idx" ON "runtime"."programme_target"("instance_id");

-- CreateIndex
CREATE INDEX "programme_due_due_at_idx" ON "runtime"."programme_due"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_tenant_id_name_key" ON "runtime"."calendar"("tenant_id", "name");

-- AddForeignKey
ALTER TABLE "runtime"."programme_target" ADD CONSTRAINT "programme_target_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "runtime"."programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;
