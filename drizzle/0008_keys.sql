-- Wrapped data keys, in a schema of their own: backed up apart from what they open, and kept for a shorter time.
create schema keys;
--> statement-breakpoint
grant usage on schema keys to handreiking_app;
--> statement-breakpoint
CREATE TABLE "keys"."case_key" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."case_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "keys"."disclosure_key" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."disclosure_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "keys"."case_key" ADD CONSTRAINT "case_key_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys"."disclosure_key" ADD CONSTRAINT "disclosure_key_referral" FOREIGN KEY ("referral_id","sender_id","recipient_id") REFERENCES "handreiking"."referral"("id","sender_id","recipient_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own" ON "keys"."case_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."case_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."case_key"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "two_party_sent" ON "keys"."disclosure_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."disclosure_key"."sender_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."disclosure_key"."sender_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "two_party_received" ON "keys"."disclosure_key" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ("keys"."disclosure_key"."recipient_id" = (select handreiking.actor_participant()) and exists (select from handreiking.referral where referral.id = "keys"."disclosure_key"."referral_id" and referral.disclosed));
--> statement-breakpoint
-- by hand
-- Whose a key is never changes; a case's goes with its case.
grant select, insert, update (wrapped, kek_id) on keys.case_key to handreiking_app;
--> statement-breakpoint
grant select, insert, delete, update (wrapped, kek_id) on keys.disclosure_key to handreiking_app;
