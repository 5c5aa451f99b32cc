CREATE TABLE "comparisons" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"item_no" integer NOT NULL,
	"channel" text NOT NULL,
	"letters" jsonb NOT NULL,
	"tells_author" boolean NOT NULL,
	"tries" integer NOT NULL,
	"not_before" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "wordings" (
	"office_id" integer NOT NULL,
	"item_no" integer NOT NULL,
	"characters" text NOT NULL,
	"skeleton" text NOT NULL,
	CONSTRAINT "wordings_office_id_item_no_pk" PRIMARY KEY("office_id","item_no")
);
--> statement-breakpoint
CREATE INDEX "wordings_skeleton" ON "wordings" USING btree ("office_id","skeleton","item_no");