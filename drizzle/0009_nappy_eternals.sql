CREATE TABLE "scoring_rules" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"version" text NOT NULL,
	"effective_from" date NOT NULL,
	"rules" jsonb NOT NULL,
	"known_since" timestamp (3) with time zone,
	"loaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "scoring_rules_version" ON "scoring_rules" USING btree ("office_id","version");