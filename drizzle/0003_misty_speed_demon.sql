ALTER TABLE "items" ADD COLUMN "edited_text" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "is_escalated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "merged_into" integer;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "derived_from" integer;--> statement-breakpoint
CREATE INDEX "items_merged" ON "items" USING btree ("office_id","merged_into") WHERE merged_into is not null;