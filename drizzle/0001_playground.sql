CREATE TABLE "playground_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"chat" text NOT NULL,
	"person_id" integer,
	"said" jsonb NOT NULL,
	"uuid" text,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "playground_lines_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE INDEX "playground_lines_chat" ON "playground_lines" USING btree ("chat","id");