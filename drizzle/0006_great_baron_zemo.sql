ALTER TABLE "items" ADD COLUMN "solicitation_no" integer;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "audience" jsonb;--> statement-breakpoint
CREATE INDEX "items_solicitation" ON "items" USING btree ("office_id","solicitation_no") WHERE solicitation_no is not null;