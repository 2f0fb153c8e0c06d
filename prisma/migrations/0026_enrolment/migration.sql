-- When a credential was last used, to the minute.
ALTER TABLE "catalogue"."credential" ADD COLUMN "last_used_at" TIMESTAMPTZ(3);

-- Every display key that was issued. Whether it opens its instance is the instance's to say (display_key_hash names the
-- hashes of those that do, separated by spaces); this says who made it, until when it is meant to, and when it was used.
CREATE TABLE "runtime"."display_key" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "name" TEXT,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "display_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "display_key_tenant_id_key_hash_key" ON "runtime"."display_key"("tenant_id", "key_hash");
CREATE INDEX "display_key_instance_id_idx" ON "runtime"."display_key"("instance_id");
CREATE INDEX "display_key_tenant_id_created_at_id_idx" ON "runtime"."display_key"("tenant_id", "created_at", "id");
CREATE INDEX "display_key_expires_at_idx" ON "runtime"."display_key"("expires_at");
CREATE INDEX "display_key_revoked_at_idx" ON "runtime"."display_key"("revoked_at");

INSERT INTO "runtime"."display_key" ("id", "tenant_id", "instance_id", "key_hash")
SELECT 'key-' || substr("display_key_hash", 1, 16), "tenant_id", "id", "display_key_hash" FROM "runtime"."instance"
WHERE "display_key_hash" IS NOT NULL AND "deleted_at" IS NULL
ON CONFLICT DO NOTHING;

-- Screens that show a code and wait for somebody to say which instance they show. Codes and keys are kept hashed.
CREATE TABLE "runtime"."enrolment" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "device" TEXT,
    "address" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "instance_id" TEXT,
    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "enrolment_tenant_id_code_hash_key" ON "runtime"."enrolment"("tenant_id", "code_hash");
CREATE UNIQUE INDEX "enrolment_tenant_id_key_hash_key" ON "runtime"."enrolment"("tenant_id", "key_hash");
CREATE INDEX "enrolment_tenant_id_requested_at_id_idx" ON "runtime"."enrolment"("tenant_id", "requested_at", "id");
CREATE INDEX "enrolment_expires_at_idx" ON "runtime"."enrolment"("expires_at");

-- Whom an issuer of tokens from outside speaks of, by their subject there, and when the newest token said what they hold.
CREATE TABLE "catalogue"."identity" (
    "tenant_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "claims_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "identity_pkey" PRIMARY KEY ("tenant_id", "issuer", "subject"),
    CONSTRAINT "identity_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "catalogue"."principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "identity_principal_id_idx" ON "catalogue"."identity"("principal_id");

-- Roles that follow an issuer's claims; null: somebody here gave it.
ALTER TABLE "catalogue"."role_grant" ADD COLUMN "issuer" TEXT;
