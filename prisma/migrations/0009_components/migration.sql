-- CreateTable
CREATE TABLE "runtime"."instance_component" (
    "instance_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "component_id" TEXT NOT NULL,

    CONSTRAINT "instance_component_pkey" PRIMARY KEY ("instance_id","role")
);

-- CreateTable
CREATE TABLE "runtime"."instance_lineage" (
    "instance_id" TEXT NOT NULL,
    "origin_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_lineage_pkey" PRIMARY KEY ("instance_id","origin_id","type")
);

-- CreateIndex
CREATE INDEX "instance_component_component_id_idx" ON "runtime"."instance_component"("component_id");

-- CreateIndex
CREATE INDEX "instance_lineage_origin_id_idx" ON "runtime"."instance_lineage"("origin_id");

-- AddForeignKey
ALTER TABLE "runtime"."instance_component" ADD CONSTRAINT "instance_component_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "runtime"."instance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."instance_component" ADD CONSTRAINT "instance_component_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "runtime"."instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."instance_lineage" ADD CONSTRAINT "instance_lineage_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "runtime"."instance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."instance_lineage" ADD CONSTRAINT "instance_lineage_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "runtime"."instance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
