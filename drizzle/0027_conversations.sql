-- Conversations charted in codes, the steps after danger signs, the history of help questions, hand-over and cover of cases.
CREATE TABLE "handreiking"."help_question_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"help_question_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"next_action" text,
	"next_action_on" date,
	"end_reason" text,
	"changed_by" uuid,
	"at" timestamp with time zone NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "handreiking"."help_question_change_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."cover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"covered_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"arranged_by" uuid NOT NULL,
	"arranged_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "cover_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "cover_two_persons" CHECK (covered_by <> member_id),
	CONSTRAINT "cover_length" CHECK (ends_at > starts_at and ends_at <= starts_at + interval '93 days')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."conversation_addition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."reporting_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"step" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"sealed" "bytea",
	"decided_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reporting_step_codes" CHECK (step in ('map-signals', 'consult', 'talk', 'weigh', 'decide') and decision in ('not-possible', 'signals-mapped', 'colleague-consulted', 'veilig-thuis-consulted', 'both-consulted', 'talked', 'acute-danger', 'structural-danger', 'no-danger-now', 'unclear', 'report', 'organize-help', 'report-and-organize-help', 'neither') and reason in ('signals-clear', 'signals-unclear', 'consulted-advises', 'danger-to-caller', 'danger-to-child', 'caller-wishes', 'caller-refuses', 'caller-unreachable', 'nobody-to-consult', 'help-suffices', 'help-not-accepted', 'done-by-another', 'other')),
	CONSTRAINT "reporting_step_reason" CHECK (reason is not null or decision <> 'not-possible' and step not in ('weigh', 'decide'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" DROP CONSTRAINT "conversation_case";
--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" DROP CONSTRAINT "callback_request_case";
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
UPDATE "handreiking"."help_question" SET "changed_at" = coalesce("ended_at", "added_at");--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ALTER COLUMN "changed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD COLUMN "kind" text DEFAULT 'taken-over' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD COLUMN "by_member_id" uuid;--> statement-breakpoint
UPDATE "handreiking"."case_take_over" SET "by_member_id" = "to_member_id";--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ALTER COLUMN "by_member_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD COLUMN "returnable_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "harmed" text;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "since" text;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "going_on" text;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "minors_involved" text;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "dependence" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "danger_signs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "steps_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_of_its_case" UNIQUE("id","case_id","participant_id");--> statement-breakpoint
ALTER TABLE "handreiking"."help_question_change" ADD CONSTRAINT "help_question_change_question" FOREIGN KEY ("help_question_id","case_id","participant_id") REFERENCES "handreiking"."help_question"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_stand_in" FOREIGN KEY ("covered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_arranger" FOREIGN KEY ("arranged_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ADD CONSTRAINT "conversation_addition_conversation" FOREIGN KEY ("conversation_id","case_id","participant_id") REFERENCES "handreiking"."conversation"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ADD CONSTRAINT "conversation_addition_author" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ADD CONSTRAINT "reporting_step_conversation" FOREIGN KEY ("conversation_id","case_id","participant_id") REFERENCES "handreiking"."conversation"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ADD CONSTRAINT "reporting_step_decider" FOREIGN KEY ("decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_question_change_of" ON "handreiking"."help_question_change" USING btree ("help_question_id","position");--> statement-breakpoint
CREATE INDEX "cover_of_stand_in" ON "handreiking"."cover" USING btree ("covered_by","ends_at");--> statement-breakpoint
CREATE INDEX "conversation_addition_of" ON "handreiking"."conversation_addition" USING btree ("conversation_id","written_at","id");--> statement-breakpoint
CREATE INDEX "reporting_step_of_conversation" ON "handreiking"."reporting_step" USING btree ("conversation_id","at","id");--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_changer" FOREIGN KEY ("changed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_by" FOREIGN KEY ("by_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_take_over_unanswered" ON "handreiking"."case_take_over" USING btree ("participant_id","to_member_id") WHERE kind = 'handed-over' and answer is null;--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_kind" CHECK (kind in ('taken-over', 'handed-over', 'returned') and (returnable_until is not null) = (kind = 'handed-over'));--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_answer" CHECK (num_nonnulls(answer, answered_at) = 0 or num_nonnulls(answer, answered_at) = 2 and kind = 'handed-over' and answer in ('accepted', 'returned'));--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_topics" CHECK (array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$');--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_chart" CHECK (harmed in ('caller', 'partner', 'child', 'parent', 'sibling', 'friend', 'several', 'other') and since in ('this-month', 'this-year', '1-5-years', 'longer', 'in-the-past') and going_on in ('yes', 'no', 'unknown') and minors_involved in ('yes', 'no', 'unknown') and nature in ('criminal', 'psychological', 'both', 'unclear') and dependence <@ '{"housing","income","debts","children","papers","health-care","work","belief","family","none-known"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_danger" CHECK (danger_signs <@ '{"weapon","threat-to-life","strangulation","suicidal","child-in-danger","locked-up","stalking","pregnant","planned-departure","escalating"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_steps" CHECK ((steps_due_at is null) = (cardinality(danger_signs) = 0));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."help_question_change" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."help_question_change"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."help_question_change"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."cover" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."cover"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."cover"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."conversation_addition" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."conversation_addition"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."conversation_addition"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."reporting_step" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."reporting_step"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."reporting_step"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- A help question is framed in a conversation of its own case; the table is another feature's.
alter table handreiking.help_question add constraint help_question_conversation
  foreign key (conversation_id, case_id, participant_id)
  references handreiking.conversation (id, case_id, participant_id);
--> statement-breakpoint
create function handreiking.is_conversation_of(wanted uuid, of_case uuid) returns boolean
  language sql stable set search_path = handreiking, pg_temp as $$
  select exists (select from conversation where id = wanted and case_id = of_case)
$$;
--> statement-breakpoint
-- In whose place a member acts at a moment: their own, and that of each colleague for whom they stand in then.
create function handreiking.stands_for(member uuid, moment timestamptz) returns uuid[]
  language sql stable set search_path = handreiking, pg_temp as $$
  select array_prepend(member, coalesce(array_agg(member_id), '{}')) from cover
  where covered_by = member and starts_at <= moment and ends_at > moment and coalesce(ended_at > moment, true)
$$;
--> statement-breakpoint
-- Nobody who cannot sign in is given a case or a help question to see to. The member is held until the commit, so that
-- a suspension and a hand-over see each other.
create function handreiking.check_new_owner() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.owner_id = old.owner_id then return new; end if;
  end if;
  perform from member where id = new.owner_id and participant_id = new.participant_id and suspended_at is null
    for share;
  if not found then raise exception 'given to a member who cannot act' using errcode = 'HR300'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger new_owner before insert or update of owner_id on handreiking."case"
  for each row execute function handreiking.check_new_owner();
--> statement-breakpoint
create trigger new_owner before insert or update of owner_id on handreiking.help_question
  for each row execute function handreiking.check_new_owner();
--> statement-breakpoint
-- Whoever sees to an open help question reads its case: seen when the transaction commits.
create function handreiking.check_question_owner() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  touched uuid;
begin
  if tg_table_name = 'case' then touched := new.id;
  elsif tg_op = 'DELETE' then touched := old.case_id;
  else touched := new.case_id; end if;
  if exists (select from help_question as question join "case" on "case".id = question.case_id
    where question.case_id = touched and question.ended_at is null and question.owner_id <> "case".owner_id
      and not exists (select from case_access
        where case_id = touched and member_id = question.owner_id))
  then raise exception 'a help question of somebody who does not read its case' using errcode = 'HR301'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger question_owner_reads after insert or update of owner_id on handreiking.help_question
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
create constraint trigger question_owner_reads after update of owner_id on handreiking."case"
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
create constraint trigger question_owner_reads after delete on handreiking.case_access
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
-- The history of a help question is written here, whatever changes it, and by nothing else.
create function handreiking.keep_question_change() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.owner_id, new.next_action, new.next_action_on, new.end_reason)
      is not distinct from (old.owner_id, old.next_action, old.next_action_on, old.end_reason)
    then return null; end if;
  end if;
  insert into help_question_change
      (id, participant_id, case_id, help_question_id, owner_id, next_action, next_action_on, end_reason, changed_by, at)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.id, new.owner_id, new.next_action,
      new.next_action_on, new.end_reason, new.changed_by, new.changed_at);
  return null;
end $$;
--> statement-breakpoint
create trigger history after insert or update on handreiking.help_question
  for each row execute function handreiking.keep_question_change();
--> statement-breakpoint
-- As before, and nobody did it: a referral ended.
create or replace function handreiking.give_next_action() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from help_question where id = new.help_question_id for no key update;
  update help_question set next_action = 'referral-' || new.state,
      next_action_on = (new.moved_at at time zone 'Europe/Amsterdam')::date,
      changed_by = null, changed_at = new.moved_at
  where id = new.help_question_id and participant_id = new.sender_id
    and not exists (select from referral where help_question_id = new.help_question_id and needs_live);
  return null;
end $$;
--> statement-breakpoint
-- What a help question is about never changes.
revoke update on handreiking.help_question from handreiking_app;
--> statement-breakpoint
grant update (owner_id, next_action, next_action_on, ended_at, end_reason, changed_by, changed_at)
  on handreiking.help_question to handreiking_app;
--> statement-breakpoint
grant select on handreiking.help_question_change to handreiking_app;
--> statement-breakpoint
-- A hand-over is answered once.
create function handreiking.guard_hand_over() returns trigger language plpgsql as $$
begin
  if old.answer is not null then raise exception 'a hand-over is answered once' using errcode = 'HR302'; end if;
  if new.answer = 'returned' and new.answered_at > old.returnable_until
  then raise exception 'it is too late to give the case back' using errcode = 'HR302'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.case_take_over
  for each row execute function handreiking.guard_hand_over();
--> statement-breakpoint
grant update (answer, answered_at) on handreiking.case_take_over to handreiking_app;
--> statement-breakpoint
-- A cover ends once, and only sooner.
create function handreiking.guard_cover() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then raise exception 'a cover ends once' using errcode = 'HR303'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.cover
  for each row execute function handreiking.guard_cover();
--> statement-breakpoint
grant select, insert, update (ended_at) on handreiking.cover to handreiking_app;
--> statement-breakpoint
-- Conversations are added to, never changed.
revoke update on handreiking.conversation from handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.conversation_addition, handreiking.reporting_step to handreiking_app;
--> statement-breakpoint
-- An appointment is held by the conversation of the case that it was planned for.
create function handreiking.guard_conversation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from appointment left join callback_request as request on request.id = appointment.request_id
  where appointment.id = new.appointment_id and appointment.participant_id = new.participant_id
    and appointment.state = 'held' and new.case_id in (appointment.case_id, request.case_id);
  if not found then
    raise exception 'a conversation of an appointment that is not its own' using errcode = 'HR304';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.conversation
  for each row when (new.appointment_id is not null) execute function handreiking.guard_conversation();
--> statement-breakpoint
-- Steps follow danger signs, and each other: of two that are recorded at once, the later one sees the other.
create function handreiking.guard_reporting_step() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  in_order constant text[] := '{map-signals,consult,talk,weigh,decide}';
  place integer := array_position(in_order, new.step);
begin
  perform from conversation where id = new.conversation_id and steps_due_at is not null for no key update;
  if not found then raise exception 'a step without danger signs' using errcode = 'HR305'; end if;
  if place > 1 and not exists (select from reporting_step
    where conversation_id = new.conversation_id and step = in_order[place - 1])
  then raise exception 'a step out of turn' using errcode = 'HR306'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.reporting_step
  for each row execute function handreiking.guard_reporting_step();
--> statement-breakpoint
-- Whether something of a case still goes on, or was dealt with since `before`: then it is not let go of.
create function handreiking.case_goes_on(wanted uuid, before timestamptz) returns boolean
  language sql stable set search_path = handreiking, pg_temp as $$
  select exists (select from conversation where case_id = wanted and (recorded_at >= before
      or steps_due_at is not null and not exists (select from reporting_step
        where conversation_id = conversation.id and step = 'decide')))
    or exists (select from conversation_addition where case_id = wanted and written_at >= before)
    or exists (select from reporting_step where case_id = wanted and at >= before)
    or exists (select from appointment left join callback_request as request on request.id = request_id
      where wanted in (appointment.case_id, request.case_id)
        and (appointment.state = 'planned' or appointment.ended_at >= before))
    or exists (select from callback_request
      where case_id = wanted and (state <> 'ended' or ended_at >= before))
    or exists (select from case_take_over where case_id = wanted and at >= before)
$$;
--> statement-breakpoint
-- As before. What hangs on a case and is not named here goes, or forgets the case, by the rule that its foreign key
-- declares: `on delete cascade` or `set null`.
create or replace function handreiking.erase_case(wanted uuid, why text, moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  counted jsonb;
begin
  if not exists (select from "case" where id = wanted and participant_id = actor_participant()) then
    insert into erasure (participant_id, case_id, reason, erased_at, removed)
      values (actor_participant(), wanted, why, moment, '{}') on conflict do nothing;
    return;
  end if;
  perform from "case" where id = wanted for update;
  if exists (select from referral where case_id = wanted and not ended) then
    raise exception 'a referral of the case has not ended' using errcode = 'HR071';
  end if;
  -- What waits for the commit is checked while its rows are still there.
  set constraints all immediate;
  set constraints all deferred;
  if why <> 'retention' then
    perform raise_obligation(referral, moment) from referral where case_id = wanted and state = 'completed';
  end if;
  select jsonb_build_object(
    'helpQuestions', (select count(*) from help_question where case_id = wanted),
    'consents', (select count(*) from consent where case_id = wanted),
    'overrides', (select count(*) from override where case_id = wanted),
    'referrals', (select count(*) from referral where case_id = wanted),
    'notes', (select count(*) from case_note where case_id = wanted),
    'conversations', (select count(*) from conversation where case_id = wanted),
    'requests', (select count(*) from callback_request where case_id = wanted)) into counted;

  delete from disclosure using referral where referral.id = referral_id and case_id = wanted;
  delete from contact_confirmation using referral where referral.id = referral_id and case_id = wanted;
  delete from referral where case_id = wanted;
  delete from override where case_id = wanted;
  delete from consent_receipt using consent where consent.id = consent_id and case_id = wanted;
  delete from consent where case_id = wanted;
  delete from help_question where case_id = wanted;
  delete from case_note where case_id = wanted;
  delete from code_word where case_id = wanted;
  delete from safe_contact where case_id = wanted;
  delete from case_contact where case_id = wanted;
  delete from case_take_over where case_id = wanted;
  delete from case_access where case_id = wanted;
  -- Before the appointments that they were held at.
  delete from conversation where case_id = wanted;
  -- Its key goes with it, and what else declares so.
  delete from "case" where id = wanted;
  insert into erasure (participant_id, case_id, reason, erased_at, removed)
    values (actor_participant(), wanted, why, moment, counted) on conflict do nothing;
end $$;
--> statement-breakpoint
-- What an operator's coordinator is told of one overdue referral: that it is, and how far it came.
create function handreiking.overdue_referral(wanted uuid) returns table (id uuid, state text, due_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select id, state, due_at from referral
  where id = wanted and stage = 'overdue' and needs_live and actor_is_operator()
$$;
--> statement-breakpoint
revoke execute on function handreiking.is_conversation_of(uuid, uuid),
  handreiking.stands_for(uuid, timestamptz), handreiking.check_new_owner(), handreiking.check_question_owner(),
  handreiking.keep_question_change(), handreiking.guard_hand_over(), handreiking.guard_cover(),
  handreiking.guard_conversation(), handreiking.guard_reporting_step(),
  handreiking.case_goes_on(uuid, timestamptz), handreiking.overdue_referral(uuid) from public;
--> statement-breakpoint
grant execute on function handreiking.is_conversation_of(uuid, uuid), handreiking.stands_for(uuid, timestamptz),
  handreiking.case_goes_on(uuid, timestamptz), handreiking.overdue_referral(uuid) to handreiking_app;
