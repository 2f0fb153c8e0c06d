-- A secret that checks signatures must be there in clear: it is sealed, not hashed.
ALTER TABLE "runtime"."binding_secret" RENAME COLUMN "secret_hash" TO "secret_sealed";

-- AlterTable
ALTER TABLE "runtime"."kv_entry" ADD COLUMN     "told_revision" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "runtime"."binding_source" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "strategy" TEXT NOT NULL,
    "interval_seconds" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "holder" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "marker" TEXT,
    "value" JSONB,
    "value_hash" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "applied" BOOLEAN NOT NULL DEFAULT true,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "binding_source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "binding_source_strategy_next_at_idx" ON "runtime"."binding_source"("strategy", "next_at");

-- What a writer that died has left untold.
CREATE INDEX kv_entry_untold_idx ON runtime.kv_entry (updated_at) WHERE told_revision < revision;
