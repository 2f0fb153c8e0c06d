-- What each screen has received and painted, and how its component stands.
ALTER TABLE "runtime"."display_session"
  ADD COLUMN "state" TEXT NOT NULL DEFAULT 'SHOWN',
  ADD COLUMN "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  ADD COLUMN "received_revision" BIGINT,
  ADD COLUMN "version_id" TEXT,
  ADD COLUMN "behind_since" TIMESTAMPTZ(3),
  ADD COLUMN "clock_offset_ms" INTEGER,
  ADD COLUMN "user_agent" TEXT,
  -- The newest revisions that it painted and when, newest first: how long a change took to be shown.
  ADD COLUMN "shown_revisions" BIGINT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "shown_times" TIMESTAMPTZ(3)[] NOT NULL DEFAULT '{}';
