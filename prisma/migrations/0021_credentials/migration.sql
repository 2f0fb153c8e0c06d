-- Every credential that was issued to a principal. The secret itself is kept nowhere: a token is recognised by its
-- signature, and named here by its id.
CREATE TABLE "catalogue"."credential" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT[],
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    CONSTRAINT "credential_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "credential_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "catalogue"."principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "credential_tenant_id_principal_id_created_at_id_idx" ON "catalogue"."credential"("tenant_id", "principal_id", "created_at", "id");
