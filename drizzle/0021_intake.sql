-- The helpline's own work: requests to be called back, appointments, conversations.
CREATE TABLE "handreiking"."appointment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"number" text NOT NULL,
	"request_id" uuid,
	"case_id" uuid,
	"counsellor_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "appointment_number" UNIQUE("participant_id","number"),
	CONSTRAINT "appointment_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "appointment_about" CHECK (num_nonnulls(request_id, case_id) >= 1),
	CONSTRAINT "appointment_length" CHECK (ends_at > starts_at and ends_at <= starts_at + interval '4 hours'),
	CONSTRAINT "appointment_codes" CHECK (channel in ('phone', 'chat', 'video', 'in-person', 'mail') and state in ('planned', 'held', 'missed', 'moved', 'cancelled')),
	CONSTRAINT "appointment_end" CHECK ((ended_at is null) = (state = 'planned'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"appointment_id" uuid,
	"counsellor_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"channel" text NOT NULL,
	"topics" text[] NOT NULL,
	"outcome" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "conversation_appointment" UNIQUE("appointment_id"),
	CONSTRAINT "conversation_minutes" CHECK (minutes between 0 and 600),
	CONSTRAINT "conversation_codes" CHECK (channel in ('phone', 'chat', 'video', 'in-person', 'mail') and outcome in ('listened', 'advised', 'information-given', 'follow-up-planned', 'help-questions-framed', 'ended-by-caller'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."callback_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"door" text NOT NULL,
	"state" text NOT NULL,
	"urgency" text NOT NULL,
	"sealed" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	"case_id" uuid,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "callback_request_reference" UNIQUE("participant_id","reference"),
	CONSTRAINT "callback_request_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "callback_request_codes" CHECK (door in ('phone', 'mail', 'web', 'chat') and state in ('open', 'planned', 'ended') and urgency in ('normal', 'urgent', 'acute')),
	CONSTRAINT "callback_request_end" CHECK (num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in ('talked', 'referred-elsewhere', 'not-reached', 'no-longer-wanted', 'not-for-us', 'duplicate'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "keys"."request_key" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."request_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_appointment_fk" FOREIGN KEY ("appointment_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys"."request_key" ADD CONSTRAINT "request_key_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_of_counsellor" ON "handreiking"."appointment" USING btree ("participant_id","counsellor_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_of_request" ON "handreiking"."appointment" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "appointment_of_case" ON "handreiking"."appointment" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "conversation_of_case" ON "handreiking"."conversation" USING btree ("case_id","started_at","id");--> statement-breakpoint
CREATE INDEX "callback_request_open" ON "handreiking"."callback_request" USING btree ("participant_id","received_at") WHERE state <> 'ended';--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."appointment" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."appointment"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."appointment"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."conversation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."conversation"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."conversation"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."callback_request" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."callback_request"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."callback_request"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "keys"."request_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."request_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."request_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert, update on handreiking.callback_request, handreiking.appointment, handreiking.conversation
  to handreiking_app;
--> statement-breakpoint
grant select, insert, update, delete on keys.request_key to handreiking_app;
