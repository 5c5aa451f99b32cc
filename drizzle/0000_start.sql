CREATE TABLE "asked" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"item_no" integer,
	"question" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"board" text NOT NULL,
	"period_from" date NOT NULL,
	"rows" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_overrides" (
	"office_id" integer NOT NULL,
	"day" date NOT NULL,
	"is_working" boolean NOT NULL,
	CONSTRAINT "day_overrides_office_id_day_pk" PRIMARY KEY("office_id","day")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"item_no" integer NOT NULL,
	"verb" text NOT NULL,
	"by_person" integer NOT NULL,
	"on_behalf_of" integer,
	"details" jsonb NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"before" jsonb,
	"said_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_by" bigint
);
--> statement-breakpoint
CREATE TABLE "items" (
	"office_id" integer NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"author" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"problem" text,
	"advice" text,
	"place" text,
	"category" text,
	"is_urgent" boolean DEFAULT false NOT NULL,
	"department_id" integer,
	"due_on" date,
	"fix_by" date,
	"lacks_photo" boolean DEFAULT false NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"message_id" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "items_office_id_no_pk" PRIMARY KEY("office_id","no")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"item_no" integer,
	"rule" text NOT NULL,
	"rule_version" text NOT NULL,
	"points" numeric(8, 1) NOT NULL,
	"reason" text NOT NULL,
	"fact_id" bigint,
	"outcome_on" date NOT NULL,
	"reverses" bigint,
	"entered_by" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"item_no" integer,
	"person_id" integer NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"message_id" text NOT NULL,
	"key" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"hash" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bind_attempts" (
	"channel" text NOT NULL,
	"platform_id" text NOT NULL,
	"wrong" integer NOT NULL,
	"locked_until" timestamp (3) with time zone,
	CONSTRAINT "bind_attempts_channel_platform_id_pk" PRIMARY KEY("channel","platform_id")
);
--> statement-breakpoint
CREATE TABLE "bindings" (
	"channel" text NOT NULL,
	"platform_id" text NOT NULL,
	"office_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"private_chat" text,
	"bound_at" timestamp (3) with time zone NOT NULL,
	"unreachable_at" timestamp (3) with time zone,
	CONSTRAINT "bindings_channel_platform_id_pk" PRIMARY KEY("channel","platform_id")
);
--> statement-breakpoint
CREATE TABLE "chats" (
	"channel" text NOT NULL,
	"id" text NOT NULL,
	"office_id" integer NOT NULL,
	"kind" text NOT NULL,
	"department_id" integer,
	"name" text NOT NULL,
	"is_alive" boolean DEFAULT true NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chats_channel_id_pk" PRIMARY KEY("channel","id")
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" serial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	CONSTRAINT "group_members_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" serial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" serial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offices_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" serial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"name" text NOT NULL,
	"mobile" text,
	"identities" text[] NOT NULL,
	"unit" text,
	"sector" text,
	"is_key_reporter" boolean DEFAULT false NOT NULL,
	"department_id" integer,
	"left_on" date
);
--> statement-breakpoint
CREATE TABLE "strangers" (
	"channel" text NOT NULL,
	"platform_id" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "strangers_channel_platform_id_pk" PRIMARY KEY("channel","platform_id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"event_id" text NOT NULL,
	"message_id" text,
	"lane" text NOT NULL,
	"heard" jsonb,
	"said_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"error" text,
	"handled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"office_id" integer NOT NULL,
	"channel" text NOT NULL,
	"lane" text NOT NULL,
	"to_type" text NOT NULL,
	"to_id" text NOT NULL,
	"reply_to" text,
	"uuid" text NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"is_private" boolean NOT NULL,
	"item_no" integer,
	"message" jsonb,
	"fallback_chat" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"put_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"first_tried_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	"receipt" text,
	"carrier_id" bigint
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"channel" text NOT NULL,
	"lane" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "pauses_channel_lane_pk" PRIMARY KEY("channel","lane")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"office_id" integer NOT NULL,
	"job" text NOT NULL,
	"slot" text NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slots_office_id_job_slot_pk" PRIMARY KEY("office_id","job","slot")
);
--> statement-breakpoint
CREATE INDEX "asked_person" ON "asked" USING btree ("person_id","channel","chat_id");--> statement-breakpoint
CREATE INDEX "boards_last" ON "boards" USING btree ("office_id","board","id");--> statement-breakpoint
CREATE INDEX "facts_item" ON "facts" USING btree ("office_id","item_no","id");--> statement-breakpoint
CREATE INDEX "facts_person" ON "facts" USING btree ("office_id","by_person","id");--> statement-breakpoint
CREATE INDEX "items_author" ON "items" USING btree ("office_id","author","changed_at");--> statement-breakpoint
CREATE INDEX "items_state" ON "items" USING btree ("office_id","state","due_on");--> statement-breakpoint
CREATE INDEX "items_department" ON "items" USING btree ("office_id","department_id","state");--> statement-breakpoint
CREATE INDEX "items_message" ON "items" USING btree ("channel","message_id");--> statement-breakpoint
CREATE INDEX "ledger_board" ON "ledger" USING btree ("office_id","outcome_on","person_id","rule","points","id");--> statement-breakpoint
CREATE INDEX "ledger_person" ON "ledger" USING btree ("person_id","outcome_on");--> statement-breakpoint
CREATE INDEX "ledger_item" ON "ledger" USING btree ("office_id","item_no");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_key" ON "photos" USING btree ("channel","message_id","key");--> statement-breakpoint
CREATE INDEX "photos_item" ON "photos" USING btree ("office_id","item_no");--> statement-breakpoint
CREATE INDEX "photos_wanted" ON "photos" USING btree ("id") WHERE state = 'wanted';--> statement-breakpoint
CREATE INDEX "photos_person" ON "photos" USING btree ("person_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bindings_person" ON "bindings" USING btree ("channel","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name" ON "departments" USING btree ("office_id","name");--> statement-breakpoint
CREATE INDEX "group_members_person" ON "group_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("office_id","kind","name");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("office_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "people_mobile" ON "people" USING btree ("office_id","mobile");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_event" ON "inbox" USING btree ("channel","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_message" ON "inbox" USING btree ("channel","message_id");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("lane","said_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_handled" ON "inbox" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("channel","lane","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("channel","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("office_id","key");--> statement-breakpoint
CREATE INDEX "outbox_carrier" ON "outbox" USING btree ("carrier_id") WHERE carrier_id is not null;