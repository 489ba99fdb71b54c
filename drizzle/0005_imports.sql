-- Imports that were sent: what arrived, whoever brings it in, and their reports.
CREATE TABLE "handreiking"."directory_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"source" text NOT NULL,
	"keep_valid" boolean NOT NULL,
	"dry_run" boolean NOT NULL,
	"state" text NOT NULL,
	"size" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"elements" integer,
	"records" jsonb,
	"changed" integer,
	"repairs" integer,
	"refusals" integer,
	"findings_left_out" integer,
	"received_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "directory_import_of" UNIQUE("id","participant_id"),
	CONSTRAINT "directory_import_state" CHECK (state in ('receiving', 'received', 'running', 'finished', 'refused', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."directory_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."import_finding" (
	"import_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"row" integer NOT NULL,
	"entity" text NOT NULL,
	"field" text NOT NULL,
	"value_class" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_finding_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."import_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."import_part" (
	"import_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_part_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."import_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."import_finding" ADD CONSTRAINT "import_finding_of" FOREIGN KEY ("import_id","participant_id") REFERENCES "handreiking"."directory_import"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."import_part" ADD CONSTRAINT "import_part_of" FOREIGN KEY ("import_id","participant_id") REFERENCES "handreiking"."directory_import"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_import_latest" ON "handreiking"."directory_import" USING btree ("participant_id","received_at","id");--> statement-breakpoint
CREATE INDEX "directory_import_open" ON "handreiking"."directory_import" USING btree ("received_at","id") WHERE state in ('receiving', 'received', 'running');--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."directory_import" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."directory_import"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."directory_import"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."import_finding" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."import_finding"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."import_finding"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."import_part" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."import_part"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."import_part"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert, update, delete on handreiking.directory_import to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on handreiking.import_part to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.import_finding to handreiking_app;
