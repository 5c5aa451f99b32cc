ALTER TABLE "items" ADD COLUMN "co_authors" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "items_co_authors" ON "items" USING gin ("co_authors") WHERE co_authors <> '{}';