-- AlterTable
ALTER TABLE "runtime"."instance" ADD COLUMN     "display_key_hash" TEXT;
