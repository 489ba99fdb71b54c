-- The handoff whole: introduction, disclosure, confirmation, outcome, obligation, and the clock that urges them.
CREATE TABLE "handreiking"."obligation" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"fetched_at" timestamp with time zone,
	"chases" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_as" text,
	"ground" text,
	"retained_until" date,
	"ended_by_function" text,
	CONSTRAINT "obligation_ended" CHECK ((ended_at is null) = (ended_as is null) and ended_as in ('deleted', 'never-opened', 'retained') and ground in ('medical-treatment-act', 'youth-act', 'legal-claim', 'criminal-procedure', 'archives-act') and (ended_as is not distinct from 'retained') = (ground is not null) and (ground is null) = (retained_until is null)),
	CONSTRAINT "obligation_opened" CHECK (ended_as is distinct from 'never-opened' or fetched_at is null)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."obligation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."contact_confirmation" (
	"referral_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"side" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_confirmation_referral_id_side_pk" PRIMARY KEY("referral_id","side"),
	CONSTRAINT "contact_confirmation_side" CHECK (case side when 'recipient' then confirmed_by = 'partner' when 'helpline' then confirmed_by in ('caller', 'counsellor') else false end)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_confirmation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."disclosure" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"method" text NOT NULL,
	"categories" text[] NOT NULL,
	"recipient_kid" text,
	"sealed" "bytea",
	"told_name" text,
	"told_function" text,
	"sealed_by" uuid NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	"needs_disclosed" boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
	CONSTRAINT "disclosure_method" CHECK (case method when 'key' then num_nonnulls(sealed, recipient_kid) = 2 and told_name is null when 'code' then sealed is not null and num_nonnulls(recipient_kid, told_name) = 0 when 'spoken' then num_nonnulls(sealed, recipient_kid) = 0 and num_nonnulls(told_name, told_function) = 2 else false end),
	CONSTRAINT "disclosure_categories" CHECK (cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."participant_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"use" text NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "participant_key_kid" UNIQUE("participant_id","kid"),
	CONSTRAINT "participant_key_use" CHECK (use in ('enc', 'sig') and expires_at > added_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" DROP CONSTRAINT "referral_override";--> statement-breakpoint
ALTER TABLE "handreiking"."override" DROP CONSTRAINT "override_basis";--> statement-breakpoint
ALTER TABLE "handreiking"."override" drop column "live";--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "subject" text NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "categories" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "ground" text NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "sealed" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "consulted_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "caller_told" text NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "after_refusal" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "made_by" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "made_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "review_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "reviewed_by" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "objected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "objection_decided_by" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "objection_decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "needs_approval" boolean GENERATED ALWAYS AS (ground <> 'vital-interest' or after_refusal) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "live" boolean GENERATED ALWAYS AS (ended_at is null and (approved_at is not null or (ground = 'vital-interest' and not after_refusal))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_basis" UNIQUE("id","case_id","participant_id","recipient_id","expires_at","live");--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_override"
  FOREIGN KEY ("override_id","case_id","sender_id","recipient_id","basis_expires_at","needs_live")
  REFERENCES "handreiking"."override" ("id","case_id","participant_id","recipient_id","expires_at","live")
  DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "last_step" text;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "continues_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "terms" jsonb;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "proposed_times" timestamp with time zone[];--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "scheduled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "introduction_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "introduction_channel" text;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "missed_times" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "disclosed_categories" text[];--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "fetched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "connected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "outcome_by" text;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "nudge_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "overdue_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "lapse_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "wake_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "answer_grace" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "introduce_within" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "confirm_within" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "working_days" integer[] DEFAULT '{1,2,3,4,5}' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "retention_days" integer;--> statement-breakpoint
-- Referrals that are there already: as they would stand if these columns had been there. The guards look away.
ALTER TABLE "handreiking"."referral" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "handreiking"."referral" SET "stage" = 'running',
  "last_step" = case "state" when 'draft' then 'drafted' else "state" end,
  "lapse_at" = case "state" when 'draft' then "drafted_at" + interval '7 days' end,
  "wake_at" = case when "state" = 'draft' then "drafted_at" + interval '7 days' when not "ended" then "due_at" end,
  "terms" = case when "offered_at" is not null then '{"acknowledgeWithin":1,"answerWithin":2,"answerGrace":2,"introduceWithin":14,"confirmWithin":1,"workingDays":[1,2,3,4,5]}'::jsonb end;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ALTER COLUMN "last_step" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ALTER COLUMN "stage" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_disclosed" UNIQUE("id","sender_id","recipient_id","disclosed");--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_sender" UNIQUE("id","sender_id");--> statement-breakpoint
ALTER TABLE "handreiking"."obligation" ADD CONSTRAINT "obligation_referral" FOREIGN KEY ("referral_id","sender_id","recipient_id") REFERENCES "handreiking"."referral"("id","sender_id","recipient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact_confirmation" ADD CONSTRAINT "contact_confirmation_referral" FOREIGN KEY ("referral_id","sender_id","recipient_id") REFERENCES "handreiking"."referral"("id","sender_id","recipient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ADD CONSTRAINT "disclosure_sealer" FOREIGN KEY ("sealed_by","sender_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ADD CONSTRAINT "disclosure_key" FOREIGN KEY ("recipient_id","recipient_kid") REFERENCES "handreiking"."participant_key"("participant_id","kid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."participant_key" ADD CONSTRAINT "participant_key_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "obligation_standing" ON "handreiking"."obligation" USING btree ("due_at") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_maker" FOREIGN KEY ("made_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_consulted" FOREIGN KEY ("consulted_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_approver" FOREIGN KEY ("approved_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_objection_decider" FOREIGN KEY ("objection_decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_continues" FOREIGN KEY ("continues_id","sender_id") REFERENCES "handreiking"."referral"("id","sender_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "override_to_review" ON "handreiking"."override" USING btree ("review_due_at") WHERE ended_at is null and reviewed_at is null;--> statement-breakpoint
CREATE INDEX "referral_to_wake" ON "handreiking"."referral" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" DROP COLUMN "answer_due_at";--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_codes" CHECK (subject in ('caller', 'person-concerned') and ground in ('vital-interest', 'legal-duty', 'legal-right', 'court-order') and caller_told in ('told', 'not-told-danger', 'not-told-unreachable') and cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_times" CHECK (expires_at > made_at);--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_two_persons" CHECK (made_by not in (consulted_id, approved_by, reviewed_by, objection_decided_by));--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_reviewed" CHECK (num_nonnulls(approved_by, approved_at) in (0, 2) and num_nonnulls(reviewed_by, reviewed_at) in (0, 2) and num_nonnulls(objection_decided_by, objection_decided_at) in (0, 2) and (objection_decided_at is null or objected_at is not null));--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_review_due" CHECK ((review_due_at is null) = (ground <> 'vital-interest' or after_refusal));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_step" CHECK (last_step in ('drafted', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed', 'proposed', 'rescheduled', 'missed', 'resealed', 'confirmed', 'held') and case when last_step = 'drafted' then state = 'draft' when last_step in ('draft', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed') then last_step = state else state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') end);--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_terms" CHECK ((terms is not null) = (offered_at is not null));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_scheduled" CHECK (num_nonnulls(scheduled_at, introduction_at, introduction_channel, disclosed_categories) in (0, 4) and (state not in ('scheduled', 'connected', 'completed') or scheduled_at is not null) and introduction_channel in ('three-way-call', 'video', 'in-person') and disclosed_categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_missed" CHECK (missed_times between 0 and 3 and (missed_times < 3 or state <> 'scheduled'));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_connected" CHECK (state not in ('connected', 'completed') or connected_at is not null);--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_completed" CHECK ((state = 'completed') = (outcome is not null) and (outcome is null) = (outcome_by is null) and outcome in ('helped', 'partly', 'not-helped', 'unknown', 'unknown-by-choice') and outcome_by in ('helpline', 'recipient'));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_stage" CHECK (stage in ('running', 'nudged', 'due', 'overdue'));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_awake" CHECK ((wake_at is null) = (state in ('completed', 'declined', 'withdrawn', 'lapsed')));--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_more_times" CHECK (answer_grace between 0 and 30 and introduce_within between 1 and 90 and confirm_within between 1 and 30 and retention_days between 30 and 3650);--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_working_days" CHECK (cardinality(working_days) > 0 and working_days <@ '{1,2,3,4,5,6,7}'::int[]);--> statement-breakpoint
DROP POLICY "two_party_received" ON "keys"."disclosure_key" CASCADE;--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."obligation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."obligation"."sender_id", "handreiking"."obligation"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."obligation"."sender_id", "handreiking"."obligation"."recipient_id"));--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."contact_confirmation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."contact_confirmation"."sender_id", "handreiking"."contact_confirmation"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."contact_confirmation"."sender_id", "handreiking"."contact_confirmation"."recipient_id"));--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."disclosure" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."disclosure"."sender_id", "handreiking"."disclosure"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."disclosure"."sender_id", "handreiking"."disclosure"."recipient_id"));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant_key" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."participant_key" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."participant_key" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- A disclosure stands only while its referral is scheduled or connected, and such a referral has one.
alter table handreiking.disclosure add constraint disclosure_referral
  foreign key (referral_id, sender_id, recipient_id, needs_disclosed)
  references handreiking.referral (id, sender_id, recipient_id, disclosed) deferrable initially deferred;
--> statement-breakpoint
-- Who has no login of any kind answers by telephone, and others write it down.
create function handreiking.answers_by_phone(party uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from participant where id = party and reach = 'phone')
    and not exists (select from member where participant_id = party)
    and not exists (select from client where participant_id = party)
$$;
--> statement-breakpoint
-- Whether the caller agreed that the recipient reports back: told to the two parties alone.
create function handreiking.feedback_agreed(handoff uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from referral
      join consent on consent.case_id = referral.case_id and consent.participant_id = referral.sender_id
        and consent.recipient_id = referral.recipient_id
    where referral.id = handoff and actor_participant() in (referral.sender_id, referral.recipient_id)
      and consent.purpose = 'feedback' and consent.withdrawn_at is null
      and consent.expires_at > referral.moved_at)
$$;
--> statement-breakpoint
-- The participant that stands for the organization of a service outside the network.
create function handreiking.participant_by_phone(wanted uuid, new_id uuid, moment timestamptz) returns uuid
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  known organization;
  answering uuid;
begin
  select organization.* into strict known from organization
    join service on service.organization_id = organization.id where service.id = wanted
    for update of organization;
  select participant_id into answering from organization_participant where organization_id = known.id;
  if answering is not null then return answering; end if;
  insert into participant (id, name, reach, joined_at) values (new_id, known.name, 'phone', moment);
  insert into organization_participant (organization_id, participant_id) values (known.id, new_id);
  return new_id;
end $$;
--> statement-breakpoint
-- For whom the clock has something to do.
create function handreiking.participants_to_wake(moment timestamptz) returns table (participant_id uuid)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select sender_id from referral where wake_at <= moment
  union select sender_id from obligation where due_at <= moment and ended_at is null
  union select participant_id from override
    where review_due_at <= moment and reviewed_at is null and ended_at is null
$$;
--> statement-breakpoint
-- What the network's operator sees of overdue referrals: id and state, never more.
create function handreiking.overdue_referrals() returns table (id uuid, state text, due_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select id, state, due_at from referral
  where stage = 'overdue' and needs_live and actor_is_operator()
  order by due_at, id limit 200
$$;
--> statement-breakpoint
create or replace function handreiking.guard_referral() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  basis consent;
  by_phone boolean;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a referral begins as a draft' using errcode = 'HR001'; end if;
    return new;
  end if;
  if old.ended then raise exception 'the referral has ended' using errcode = 'HR002'; end if;
  if (old.id, old.sender_id, old.recipient_id, old.case_id, old.help_question_id, old.service_id, old.drafted_by,
      old.domain, old.topics, old.relation, old.age_band, old.age_band_of, old.language, old.province, old.urgency,
      old.safety_flags, old.continues_id)
    is distinct from
     (new.id, new.sender_id, new.recipient_id, new.case_id, new.help_question_id, new.service_id, new.drafted_by,
      new.domain, new.topics, new.relation, new.age_band, new.age_band_of, new.language, new.province, new.urgency,
      new.safety_flags, new.continues_id)
  then raise exception 'what a referral is about is fixed' using errcode = 'HR003'; end if;
  if old.offered_at is not null and (old.offered_at, old.consent_id, old.override_id, old.basis_expires_at, old.terms)
    is distinct from (new.offered_at, new.consent_id, new.override_id, new.basis_expires_at, new.terms)
  then raise exception 'the basis of an offer is fixed' using errcode = 'HR004'; end if;

  if new.move_id = old.move_id then
    -- The clock, and the first look at a disclosure. Whatever else changes has its own audit entry.
    -- Generated columns are not there yet in what is to be written.
    if to_jsonb(old) - '{stage,lapse_at,wake_at,fetched_at,ended,disclosed,needs_live,basis_purpose}'::text[]
        <> to_jsonb(new) - '{stage,lapse_at,wake_at,fetched_at,ended,disclosed,needs_live,basis_purpose}'::text[]
    then raise exception 'a move has its own audit entry' using errcode = 'HR006'; end if;
    if new.fetched_at is distinct from old.fetched_at and (old.fetched_at is not null or not old.disclosed)
    then raise exception 'nothing was fetched' using errcode = 'HR016'; end if;
    return new;
  end if;

  if new.moved_at < old.moved_at then raise exception 'a move goes forward in time' using errcode = 'HR017'; end if;
  by_phone := answers_by_phone(new.recipient_id);
  if new.state = old.state then
    if new.last_step not in ('proposed', 'rescheduled', 'missed', 'resealed', 'confirmed', 'held')
      or new.last_step in ('rescheduled', 'missed', 'resealed', 'confirmed') and new.state <> 'scheduled'
      or new.last_step = 'proposed' and new.state not in ('accepted', 'scheduled')
    then raise exception 'no such move' using errcode = 'HR005'; end if;
    if actor_participant() is distinct from (
      case when new.last_step = 'proposed' and not by_phone then new.recipient_id
           when new.last_step in ('missed', 'confirmed') then actor_participant()
           else new.sender_id end)
    then raise exception 'this move is the other party''s' using errcode = 'HR007'; end if;
  else
    if (old.state, new.state) not in (
      ('draft', 'offered'), ('offered', 'acknowledged'), ('offered', 'accepted'), ('acknowledged', 'accepted'),
      ('accepted', 'scheduled'), ('scheduled', 'connected'), ('connected', 'completed'),
      ('offered', 'declined'), ('acknowledged', 'declined'), ('accepted', 'declined'), ('scheduled', 'declined'),
      ('draft', 'withdrawn'), ('offered', 'withdrawn'), ('acknowledged', 'withdrawn'), ('accepted', 'withdrawn'),
      ('scheduled', 'withdrawn'), ('connected', 'withdrawn'),
      ('offered', 'lapsed'), ('acknowledged', 'lapsed'), ('accepted', 'lapsed'), ('scheduled', 'lapsed'))
    then raise exception 'no such move' using errcode = 'HR005'; end if;
    if actor_participant() is distinct from (
      case when new.state in ('acknowledged', 'accepted', 'declined') then
             case when by_phone then new.sender_id else new.recipient_id end
           when new.state in ('connected', 'completed') or new.state = 'lapsed' and new.missed_times = 3
             then actor_participant()
           else new.sender_id end)
    then raise exception 'this move is the other party''s' using errcode = 'HR007'; end if;
  end if;

  if new.missed_times is distinct from old.missed_times
    and (new.missed_times <> old.missed_times + 1 or new.last_step not in ('missed', 'lapsed'))
  then raise exception 'an introduction is missed once' using errcode = 'HR018'; end if;
  if new.held_until is distinct from old.held_until and (old.held_until is not null or new.last_step <> 'held'
    or (new.held_until at time zone 'Europe/Amsterdam') > (new.moved_at at time zone 'Europe/Amsterdam') + interval '30 days')
  then raise exception 'a referral is held once, for 30 days at most' using errcode = 'HR019'; end if;
  if new.last_step in ('missed', 'confirmed', 'connected') and old.introduction_at > new.moved_at
  then raise exception 'the introduction lies ahead' using errcode = 'HR020'; end if;

  if new.last_step in ('scheduled', 'rescheduled') and (new.introduction_at < new.moved_at or not exists (
      select from safe_contact where case_id = new.case_id and participant_id = new.sender_id
        and (verified_at at time zone 'Europe/Amsterdam') + interval '7 days' >= new.moved_at at time zone 'Europe/Amsterdam'))
  then raise exception 'nobody checked how the caller is reached safely' using errcode = 'HR021'; end if;
  if new.state = 'lapsed' and new.missed_times < 3 and (old.lapse_at is null or old.lapse_at > new.moved_at)
  then raise exception 'the deadline has not passed' using errcode = 'HR022'; end if;
  if new.state = 'completed' and (
    new.outcome_by = 'helpline' and actor_participant() <> new.sender_id
    or new.outcome_by = 'recipient' and (actor_participant() <> new.recipient_id or not feedback_agreed(new.id)))
  then raise exception 'who reports what came of it may not' using errcode = 'HR023'; end if;

  if new.last_step = 'offered' then
    if not exists (
      select from service
        join organization_participant using (organization_id)
        join participant on participant.id = organization_participant.participant_id
        left join partnership on partnership.participant_id = participant.id
      where service.id = new.service_id and service.status = 'active' and participant.id = new.recipient_id
        and participant.suspended_at is null and (partnership.receives or participant.reach = 'phone'))
    then raise exception 'the service takes no handoffs' using errcode = 'HR008'; end if;
    select * into basis from consent where id = new.consent_id;
    if basis.subject = new.age_band_of and basis.capacity <> 'representative'
      and new.age_band not in (select unnest(case basis.capacity
        when 'adult' then '{18-25,26-64,65-plus}'::text[]
        when '16-17' then '{16-17}'::text[]
        else '{under-12,12-15}'::text[] end))
    then raise exception 'age band and capacity disagree' using errcode = 'HR009'; end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function handreiking.check_move_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where id = new.move_id and subject_id = new.id
      and action = 'referral.' || new.last_step)
  then raise exception 'a move without its audit entry' using errcode = 'HR010'; end if;
  if (select count(*) from event where move_id = new.move_id and referral_id = new.id)
    <> (case when new.offered_at is null then 1 else 2 end)
  then raise exception 'a move without one event for each party' using errcode = 'HR011'; end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function handreiking.check_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action like 'referral.%' and new.action not in ('referral.nudged', 'referral.due', 'referral.overdue')
      and not exists (select from referral where id = new.subject_id and move_id = new.id)
    or new.action = 'consent.recorded' and not exists (select from consent where id = new.subject_id)
    or new.action = 'consent.withdrawn' and not exists (
      select from consent where id = new.subject_id and withdrawn_at is not null)
    or new.action = 'obligation.met' and not exists (
      select from obligation where referral_id = new.subject_id and ended_at is not null)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
--> statement-breakpoint
-- What a scheduled, connected or completed referral rests on, seen when the transaction commits.
create function handreiking.check_introduced() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.disclosed and not exists (select from disclosure where referral_id = new.id)
    and exists (select from referral where id = new.id and disclosed)
  then raise exception 'an introduction without a disclosure' using errcode = 'HR024'; end if;
  if new.state in ('connected', 'completed') and not exists (
    select from contact_confirmation as one
      join contact_confirmation as other on other.referral_id = one.referral_id and other.side = 'recipient'
    where one.referral_id = new.id and one.side = 'helpline'
      and (one.recorded_by <> other.recorded_by or one.confirmed_by = 'caller'))
  then raise exception 'a contact that two persons did not confirm' using errcode = 'HR025'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger introduced after update of state on handreiking.referral
  deferrable initially deferred for each row when (new.state in ('scheduled', 'connected', 'completed'))
  execute function handreiking.check_introduced();
--> statement-breakpoint
-- Each side speaks for itself; for a partner by telephone the helpline writes it down. What was said stays.
create function handreiking.guard_confirmation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from (
      case when new.side = 'recipient' and not answers_by_phone(new.recipient_id) then new.recipient_id
           else new.sender_id end)
    or not exists (select from referral where id = new.referral_id and state = 'scheduled')
  then raise exception 'nobody confirms for the other side' using errcode = 'HR026'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.contact_confirmation
  for each row execute function handreiking.guard_confirmation();
--> statement-breakpoint
-- Only the sender seals; what is spoken is spoken to a partner by telephone.
create function handreiking.guard_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from new.sender_id
    and (tg_op = 'INSERT' or to_jsonb(old) - '{spent_at,needs_disclosed}'::text[]
      <> to_jsonb(new) - '{spent_at,needs_disclosed}'::text[])
  then raise exception 'only the sender discloses' using errcode = 'HR027'; end if;
  if (new.method = 'spoken') <> answers_by_phone(new.recipient_id)
  then raise exception 'a partner with a login fetches, one without is told' using errcode = 'HR028'; end if;
  if not exists (select from referral
      left join consent on consent.id = referral.consent_id
      left join override on override.id = referral.override_id
    where referral.id = new.referral_id and new.categories <@ coalesce(consent.categories, override.categories))
  then raise exception 'the basis does not cover what is disclosed' using errcode = 'HR029'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.disclosure
  for each row execute function handreiking.guard_disclosure();
--> statement-breakpoint
-- When a handoff ends, what was disclosed goes in the same moment, row and key. Whoever could know then owes an
-- answer to what became of it, unless the handoff was completed.
create function handreiking.end_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.disclosure_key where referral_id = new.id;
  delete from disclosure where referral_id = new.id;
  if new.state <> 'completed' then
    perform raise_obligation(new, new.moved_at);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Three days to begin with. What was never fetched needs no answer.
create function handreiking.raise_obligation(ended handreiking.referral, moment timestamptz) returns void
  language sql security definer set search_path = handreiking, pg_temp as $$
  insert into obligation (referral_id, sender_id, recipient_id, raised_at, due_at, fetched_at, ended_at, ended_as)
  values (ended.id, ended.sender_id, ended.recipient_id, moment,
    ((moment at time zone 'Europe/Amsterdam') + interval '3 days') at time zone 'Europe/Amsterdam',
    ended.fetched_at,
    case when ended.fetched_at is null then moment end,
    case when ended.fetched_at is null then 'never-opened' end)
  on conflict do nothing
$$;
--> statement-breakpoint
create trigger disclosure_ends after update of state on handreiking.referral
  for each row when (new.state in ('completed', 'declined', 'withdrawn', 'lapsed') and old.disclosed)
  execute function handreiking.end_disclosure();
--> statement-breakpoint
-- A consent withdrawn after the handoff was completed still calls for an answer.
create function handreiking.oblige_completed() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform raise_obligation(referral, new.withdrawn_at) from referral
    where consent_id = new.id and state = 'completed';
  return null;
end $$;
--> statement-breakpoint
create trigger completed_obliged after update of withdrawn_at on handreiking.consent
  for each row when (new.withdrawn_at is not null) execute function handreiking.oblige_completed();
--> statement-breakpoint
-- The recipient answers, for a partner by telephone the helpline; the sender's clock only asks. An answer stays.
create function handreiking.guard_obligation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.ended_at is not null
    or to_jsonb(old) - '{due_at,chases,ended_at,ended_as,ground,retained_until,ended_by_function}'::text[]
      <> to_jsonb(new) - '{due_at,chases,ended_at,ended_as,ground,retained_until,ended_by_function}'::text[]
    or new.ended_at is not null and actor_participant() is distinct from (
      case when answers_by_phone(new.recipient_id) then new.sender_id else new.recipient_id end)
    or (new.due_at, new.chases) is distinct from (old.due_at, old.chases) and (
      actor_participant() is distinct from new.sender_id or new.chases <> old.chases + 1)
  then raise exception 'an obligation is asked for and answered, nothing else' using errcode = 'HR030'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.obligation
  for each row execute function handreiking.guard_obligation();
--> statement-breakpoint
-- The one way to what a disclosure is encrypted with: the recipient's, while it may, and told in the sender's log.
create function handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamptz)
  returns table (wrapped bytea, kek_id text) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  found_referral referral;
begin
  select * into found_referral from referral where id = handoff for update;
  if found_referral.recipient_id is distinct from actor_participant() or not found_referral.disclosed
    or found_referral.basis_expires_at <= moment
    or not exists (select from audit_event where id = entry and subject_id = handoff
      and action = 'disclosure.read' and subject_participant_id = found_referral.sender_id and seq is null)
    or exists (select from disclosure where referral_id = handoff and spent_at is not null)
  then return; end if;
  update disclosure set spent_at = moment where referral_id = handoff and method = 'code';
  if found_referral.fetched_at is null then
    update referral set fetched_at = moment where id = handoff;
  end if;
  return query select disclosure_key.wrapped, disclosure_key.kek_id from keys.disclosure_key
    where referral_id = handoff;
end $$;
--> statement-breakpoint
-- What an override was is fixed; a decision on it is taken once, and an ended one stays ended.
create function handreiking.guard_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.ended_at is not null or new.approved_at is not null or new.reviewed_at is not null
      or not new.after_refusal and exists (select from consent where case_id = new.case_id
        and recipient_id = new.recipient_id and purpose = 'handoff' and withdrawn_at is not null)
    then raise exception 'an override begins undecided, and tells of a refusal' using errcode = 'HR034'; end if;
    return new;
  end if;
  if old.ended_at is not null
    or to_jsonb(old) - '{approved_by,approved_at,reviewed_by,reviewed_at,objected_at,objection_decided_by,objection_decided_at,ended_at,live,needs_approval}'::text[]
      <> to_jsonb(new) - '{approved_by,approved_at,reviewed_by,reviewed_at,objected_at,objection_decided_by,objection_decided_at,ended_at,live,needs_approval}'::text[]
    or old.approved_at is not null and new.approved_at is distinct from old.approved_at
    or old.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at
  then raise exception 'an override does not change' using errcode = 'HR035'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.override
  for each row execute function handreiking.guard_override();
--> statement-breakpoint
create function handreiking.check_override_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action like 'override.%' and action <> 'override.read'
      and at = coalesce(new.ended_at, new.objection_decided_at, new.objected_at, new.reviewed_at, new.approved_at, new.made_at))
  then raise exception 'an override without its audit entry' using errcode = 'HR036'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger override_told after insert or update on handreiking.override
  deferrable initially deferred for each row execute function handreiking.check_override_told();
--> statement-breakpoint
revoke execute on all functions in schema handreiking from public;
--> statement-breakpoint
grant execute on function handreiking.answers_by_phone(uuid), handreiking.feedback_agreed(uuid),
  handreiking.participant_by_phone(uuid, uuid, timestamptz), handreiking.participants_to_wake(timestamptz),
  handreiking.overdue_referrals(), handreiking.take_disclosure_key(uuid, uuid, timestamptz) to handreiking_app;
--> statement-breakpoint
grant select, insert, update on handreiking.participant_key to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.contact_confirmation to handreiking_app;
--> statement-breakpoint
grant select, insert, update on handreiking.disclosure to handreiking_app;
--> statement-breakpoint
grant select, update on handreiking.obligation to handreiking_app;
--> statement-breakpoint
grant insert, update on handreiking.override to handreiking_app;
