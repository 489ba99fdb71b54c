-- Personal data, sealed: contact, safe contact, code word and notes; who took a case over; how a help question ends.
CREATE TABLE "handreiking"."case_contact" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"revision" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."case_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."code_word" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "code_word_failures" CHECK (failures between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."code_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."safe_contact" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"revision" uuid NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	CONSTRAINT "safe_contact_verified" CHECK (num_nonnulls(verified_at, verified_by) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."case_take_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_take_over_reason" CHECK (reason in ('owner-absent', 'owner-left', 'caller-asked', 'conflict-of-interest', 'workload'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "handreiking"."case_contact" ADD CONSTRAINT "case_contact_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ADD CONSTRAINT "case_note_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ADD CONSTRAINT "case_note_author" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."code_word" ADD CONSTRAINT "code_word_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ADD CONSTRAINT "safe_contact_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ADD CONSTRAINT "safe_contact_verifier" FOREIGN KEY ("verified_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_from" FOREIGN KEY ("from_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_to" FOREIGN KEY ("to_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_note_of_case" ON "handreiking"."case_note" USING btree ("case_id","written_at","id");--> statement-breakpoint
CREATE INDEX "case_take_over_of_case" ON "handreiking"."case_take_over" USING btree ("case_id","at");--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_next_action_code" CHECK (next_action ~ '^[a-z-]{1,40}$');--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_end" CHECK (num_nonnulls(ended_at, end_reason) in (0, 2) and end_reason in ('advised', 'listened', 'referred', 'solved-otherwise', 'no-longer-wanted', 'out-of-reach', 'unanswered'));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_contact" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_contact"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_contact"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_note" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_note"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_note"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."code_word" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."code_word"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."code_word"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."safe_contact" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."safe_contact"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."safe_contact"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_take_over" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_take_over"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_take_over"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert, update (sealed, revision), delete on handreiking.case_contact to handreiking_app;
--> statement-breakpoint
grant select, insert, update (sealed, revision, verified_at, verified_by) on handreiking.safe_contact to handreiking_app;
--> statement-breakpoint
grant select, insert, update (sealed, failures) on handreiking.code_word to handreiking_app;
--> statement-breakpoint
-- Notes and take-overs are added to, never changed.
grant select, insert on handreiking.case_note, handreiking.case_take_over to handreiking_app;
--> statement-breakpoint
grant delete on handreiking.case_access to handreiking_app;
--> statement-breakpoint
-- As before, but the question is locked first: of two referrals that end at once, the later one sees the other's end.
create or replace function handreiking.give_next_action() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from help_question where id = new.help_question_id for no key update;
  update help_question set next_action = 'referral-' || new.state,
      next_action_on = (new.moved_at at time zone 'Europe/Amsterdam')::date
  where id = new.help_question_id and participant_id = new.sender_id
    and not exists (select from referral where help_question_id = new.help_question_id and needs_live);
  return null;
end $$;
--> statement-breakpoint
-- A help question whose referrals all ended without completion is not forgotten, and an ended one has none open:
-- seen when the transaction commits. The question is locked, so that its ending and an offer see each other.
create function handreiking.check_question() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  question help_question;
begin
  if tg_table_name = 'referral' then
    select * into question from help_question where id = new.help_question_id for no key update;
  else
    select * into question from help_question where id = new.id for no key update;
  end if;
  if question.ended_at is not null then
    if exists (select from referral where help_question_id = question.id and needs_live) then
      raise exception 'an open referral of an ended help question' using errcode = '23503';
    end if;
  elsif question.next_action is null
    and exists (select from referral where help_question_id = question.id and offered_at is not null)
    and not exists (select from referral
      where help_question_id = question.id and (needs_live or state = 'completed'))
  then
    raise exception 'a help question that nobody sees to' using errcode = 'HR061';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger question_seen_to after update of next_action, next_action_on, ended_at
  on handreiking.help_question
  deferrable initially deferred for each row execute function handreiking.check_question();
--> statement-breakpoint
create constraint trigger question_seen_to after update of state on handreiking.referral
  deferrable initially deferred for each row execute function handreiking.check_question();
--> statement-breakpoint
revoke execute on function handreiking.check_question() from public;
