-- Planning: when counsellors work, appointments that no two can book at once, attempts, calendars.
create extension if not exists btree_gist;
--> statement-breakpoint
CREATE TABLE "handreiking"."availability" (
	"counsellor_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"patterns" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"slot_minutes" integer NOT NULL,
	"pause_minutes" integer NOT NULL,
	"daily_most" integer NOT NULL,
	"revision" uuid NOT NULL,
	CONSTRAINT "availability_shape" CHECK (jsonb_typeof(patterns) = 'array' and jsonb_array_length(patterns) <= 50 and cardinality(languages) between 1 and 20 and channels <@ '{"phone","chat","video","in-person","mail"}'::text[] and cardinality(channels) >= 1),
	CONSTRAINT "availability_capacity" CHECK (slot_minutes between 15 and 120 and pause_minutes between 0 and 120 and daily_most between 1 and 24)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."availability" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."availability_exception" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"counsellor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "availability_exception_shape" CHECK (kind in ('off', 'extra', 'leave') and ends_at > starts_at and ends_at <= starts_at + interval '366 days')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."availability_exception" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"counsellor_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked" boolean NOT NULL,
	CONSTRAINT "calendar_feed_hash" CHECK (token_hash ~ '^[A-Za-z0-9_-]{43}$')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."contact_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"said" text NOT NULL,
	"spoken_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_attempt_number" UNIQUE("appointment_id","number"),
	CONSTRAINT "contact_attempt_codes" CHECK (outcome in ('no-answer', 'voicemail-left', 'other-person-answered', 'wrong-number', 'line-busy') and said in ('nothing-said', 'agreed-cover-story', 'own-name-only', 'helpline-named')),
	CONSTRAINT "contact_attempt_silent" CHECK (outcome not in ('no-answer', 'line-busy') or said = 'nothing-said')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."planning_rule" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"revision" uuid NOT NULL,
	CONSTRAINT "planning_rule_attempts" CHECK (attempts between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."planning_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" DROP CONSTRAINT "appointment_request";
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" DROP CONSTRAINT "appointment_case";
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD COLUMN "language" text NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD COLUMN "outside_availability" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD COLUMN "moved_from_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."availability" ADD CONSTRAINT "availability_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."availability_exception" ADD CONSTRAINT "availability_exception_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."calendar_feed" ADD CONSTRAINT "calendar_feed_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ADD CONSTRAINT "contact_attempt_appointment" FOREIGN KEY ("appointment_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ADD CONSTRAINT "contact_attempt_speaker" FOREIGN KEY ("spoken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "availability_exception_of_counsellor" ON "handreiking"."availability_exception" USING btree ("participant_id","counsellor_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_token" ON "handreiking"."calendar_feed" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feed_of_counsellor" ON "handreiking"."calendar_feed" USING btree ("participant_id","counsellor_id");--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_moved_from_fk" FOREIGN KEY ("moved_from_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_live_of_request" ON "handreiking"."appointment" USING btree ("request_id") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "appointment_planned" ON "handreiking"."appointment" USING btree ("participant_id","starts_at") WHERE state = 'planned';--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_moved_from" UNIQUE("moved_from_id");--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_reason" CHECK ((end_reason is not null) = (state = 'cancelled') and end_reason in ('caller-asked', 'not-safe', 'counsellor-absent', 'reached-otherwise', 'mistake'));--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_settled" CHECK (settled_at is null or state = 'missed');--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_language" CHECK (language ~ '^[a-z]{2,5}$');--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."availability" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."availability"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."availability"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."availability_exception" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."availability_exception"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."availability_exception"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."calendar_feed" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."calendar_feed"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."calendar_feed"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."contact_attempt" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."contact_attempt"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."contact_attempt"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."planning_rule" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."planning_rule"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."planning_rule"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
alter table handreiking.appointment add constraint appointment_once
  exclude using gist (counsellor_id with =, tstzrange(starts_at, ends_at) with &&)
  where (state in ('planned', 'held'));
--> statement-breakpoint
revoke update on handreiking.appointment from handreiking_app;
--> statement-breakpoint
grant update (state, ended_at, end_reason, settled_at, case_id) on handreiking.appointment to handreiking_app;
--> statement-breakpoint
grant select, insert,
  update (patterns, languages, channels, slot_minutes, pause_minutes, daily_most, revision)
  on handreiking.availability to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on handreiking.availability_exception to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.contact_attempt to handreiking_app;
--> statement-breakpoint
grant select, insert, update (attempts, revision) on handreiking.planning_rule to handreiking_app;
--> statement-breakpoint
grant select, insert, update (revoked) on handreiking.calendar_feed to handreiking_app;
--> statement-breakpoint
-- A counsellor's bookings come one after another: each sees those before it, so that none breaks the day's most.
create function handreiking.guard_new_appointment() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare offered availability;
begin
  if new.state <> 'planned' then raise exception 'an appointment begins as planned' using errcode = 'HR200'; end if;
  if not exists (select from member where id = new.counsellor_id and participant_id = new.participant_id
      and 'counsellor' = any (roles) and suspended_at is null)
  then raise exception 'an appointment is with a counsellor' using errcode = 'HR201'; end if;
  if exists (select from callback_request where id = new.request_id and state = 'ended'
      and (case_id is null or case_id is distinct from new.case_id))
  then raise exception 'the request has ended' using errcode = 'HR202'; end if;
  if new.moved_from_id is not null and not exists (select from appointment as moved
      where moved.id = new.moved_from_id and moved.state = 'moved' and moved.request_id is not distinct from new.request_id
        and moved.case_id is not distinct from new.case_id)
  then raise exception 'an appointment takes the place of one that was moved' using errcode = 'HR203'; end if;
  select * into offered from availability where counsellor_id = new.counsellor_id for update;
  if new.outside_availability then return new; end if;
  if offered.counsellor_id is null then raise exception 'no availability' using errcode = 'HR204'; end if;
  if exists (select from availability_exception as free where free.counsellor_id = new.counsellor_id
      and kind <> 'extra' and free.starts_at < new.ends_at and new.starts_at < free.ends_at)
  then raise exception 'the counsellor is off' using errcode = 'HR204'; end if;
  if exists (select from appointment as other where other.counsellor_id = new.counsellor_id
      and other.state in ('planned', 'held')
      and tstzrange(other.starts_at - offered.pause_minutes * interval '1 minute',
        other.ends_at + offered.pause_minutes * interval '1 minute') && tstzrange(new.starts_at, new.ends_at))
    or (select count(*) from appointment as other where other.counsellor_id = new.counsellor_id
      and other.state in ('planned', 'held') and (other.starts_at at time zone 'Europe/Amsterdam')::date
        = (new.starts_at at time zone 'Europe/Amsterdam')::date) >= offered.daily_most
  then raise exception 'the time is taken' using errcode = 'HR205'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_new before insert on handreiking.appointment
  for each row execute function handreiking.guard_new_appointment();
--> statement-breakpoint
create function handreiking.guard_appointment() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.state <> 'planned' and (new.state, new.ended_at, new.end_reason)
      is distinct from (old.state, old.ended_at, old.end_reason)
    or old.settled_at is not null and new.settled_at is distinct from old.settled_at
  then raise exception 'an appointment ends once' using errcode = 'HR206'; end if;
  if old.case_id is distinct from new.case_id and (old.case_id is not null
      or not exists (select from callback_request where id = new.request_id and case_id = new.case_id))
  then raise exception 'an appointment becomes that of the case of its request' using errcode = 'HR207'; end if;
  if new.state = 'missed' and not exists (select from contact_attempt where appointment_id = new.id)
  then raise exception 'an appointment is missed when somebody was tried' using errcode = 'HR208'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.appointment
  for each row execute function handreiking.guard_appointment();
--> statement-breakpoint
create function handreiking.check_appointment_end() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.state = 'moved' and not exists (select from appointment where moved_from_id = new.id)
    or new.state = 'held' and not exists (select from conversation where appointment_id = new.id)
  then raise exception 'an appointment ends with what took its place' using errcode = 'HR209'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger check_end after update on handreiking.appointment
  deferrable initially deferred for each row
  when (old.state is distinct from new.state and new.state in ('moved', 'held'))
  execute function handreiking.check_appointment_end();
--> statement-breakpoint
create function handreiking.guard_attempt() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare tried int;
begin
  perform 1 from appointment where id = new.appointment_id and state = 'planned' for update;
  if not found then raise exception 'the appointment has ended' using errcode = 'HR210'; end if;
  select count(*) into tried from contact_attempt where appointment_id = new.appointment_id;
  if new.number <> tried + 1 or new.number
      > coalesce((select attempts from planning_rule where participant_id = new.participant_id), 3)
  then raise exception 'nobody is tried more often than agreed' using errcode = 'HR211'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.contact_attempt
  for each row execute function handreiking.guard_attempt();
--> statement-breakpoint
create function handreiking.guard_calendar_feed() returns trigger language plpgsql as $$
begin
  if old.revoked and not new.revoked then raise exception 'what is revoked stays so' using errcode = 'HR212'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.calendar_feed
  for each row execute function handreiking.guard_calendar_feed();
--> statement-breakpoint
-- Whose calendar an address is; nobody's where it was revoked, or where its member or participant may not act.
create function handreiking.find_calendar(hash text) returns table (participant_id uuid, counsellor_id uuid)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select feed.participant_id, feed.counsellor_id from calendar_feed as feed
    join member on member.id = feed.counsellor_id join participant on participant.id = feed.participant_id
  where feed.token_hash = hash and not feed.revoked and member.suspended_at is null and participant.suspended_at is null
$$;
--> statement-breakpoint
revoke execute on function handreiking.guard_new_appointment(), handreiking.guard_appointment(),
  handreiking.check_appointment_end(), handreiking.guard_attempt(), handreiking.guard_calendar_feed(),
  handreiking.find_calendar(text) from public;
--> statement-breakpoint
grant execute on function handreiking.find_calendar(text) to handreiking_app;
