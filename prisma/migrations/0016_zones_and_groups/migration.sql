-- CreateTable
CREATE TABLE "placement"."zone" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "center_lat" DOUBLE PRECISION,
    "center_lng" DOUBLE PRECISION,
    "radius_meters" DOUBLE PRECISION,
    "polygon" JSONB,
    "outline" polygon,
    "south" DOUBLE PRECISION NOT NULL,
    "west" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "zone_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "placement"."instance_group" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" TEXT,
    "selector" JSONB,
    "member_ids" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_group_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "placement"."idempotency" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateIndex
CREATE INDEX "zone_tenant_id_name_id_idx" ON "placement"."zone"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "instance_group_tenant_id_name_id_idx" ON "placement"."instance_group"("tenant_id", "name", "id");

-- What Prisma does not describe.

ALTER TABLE placement.zone
  ADD CONSTRAINT zone_shape CHECK (
    (shape = 'CIRCLE' AND center_lat BETWEEN -90 AND 90 AND center_lng BETWEEN -180 AND 180 AND radius_meters > 0 AND polygon IS NULL AND outline IS NULL)
    OR (shape = 'POLYGON' AND center_lat IS NULL AND center_lng IS NULL AND radius_meters IS NULL AND polygon IS NOT NULL AND outline IS NOT NULL)
  );
ALTER TABLE placement.instance_group
  ADD CONSTRAINT instance_group_selector_or_members CHECK (selector IS NULL OR cardinality(member_ids) = 0),
  ADD CONSTRAINT instance_group_not_its_own_parent CHECK (parent_id <> id);

-- What the runtime reads besides instance_placement_v1, to carry out a filter that names a zone or a group: no other
-- column of these tables is promised. A new shape is a new version beside this one.
CREATE VIEW placement.zone_v1 AS
  SELECT tenant_id, id, center_lat, center_lng, radius_meters, outline, south, west, north, east FROM placement.zone;
CREATE VIEW placement.group_v1 AS
  SELECT tenant_id, id, parent_id, selector, member_ids FROM placement.instance_group;

-- Whether a zone holds a point: the one place that says so, for filters and for Instance.zones alike. Circles are
-- measured as kit/pure/geo.ts measures. Outlines are kept in millionths of a degree, because Postgres takes whatever
-- is smaller than 1e-6 for zero, areas too: in degrees it counts the whole box around a slanted edge of 100 m as edge.
-- An outline begins between 180 W and 180 E and may go on eastwards beyond 180, where the same place is 360 degrees
-- further; one that reaches a pole holds it at every longitude.
CREATE FUNCTION placement.zone_holds_v1(
  outline polygon, center_lat float8, center_lng float8, radius_meters float8, lat float8, lng float8
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN outline IS NULL THEN
    2 * 6371008.8 * asin(least(1, (public.ll_to_earth(lat, lng) OPERATOR(public.<->) public.ll_to_earth(center_lat, center_lng)) / (2 * 6378168.0)))
      <= radius_meters
  ELSE
    outline @> point(lng * 1e6, lat * 1e6)
    OR (((box(outline))[0])[0] >= 180e6 AND outline @> point((lng + 360) * 1e6, lat * 1e6))
    OR (((box(outline))[1])[0] = -180e6 AND lng = 180 AND outline @> point(-180e6, lat * 1e6))
    OR (lat = 90 AND ((box(outline))[0])[1] >= 90e6)
    OR (lat = -90 AND ((box(outline))[1])[1] <= -90e6)
  END;
