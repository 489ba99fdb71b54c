-- A caller's refusal binds: what rests on an override waits until a second person has decided, and nobody acts alone twice.
ALTER TABLE "handreiking"."referral" DROP CONSTRAINT "referral_override";
--> statement-breakpoint
alter table handreiking.referral disable trigger user;
--> statement-breakpoint
alter table handreiking.override disable trigger user;
--> statement-breakpoint
CREATE TABLE "handreiking"."override_release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "override_release_two_persons" CHECK (member_id <> released_by)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."refusal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "refusal_source" CHECK (source in ('asked', 'consent-withdrawn', 'objected', 'referral-withdrawn', 'review-refused')),
	CONSTRAINT "refusal_recorded" CHECK (recorded_by is null or source in ('asked', 'objected'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."override" DROP CONSTRAINT "override_basis";--> statement-breakpoint
ALTER TABLE "handreiking"."override" DROP CONSTRAINT "override_codes";--> statement-breakpoint
ALTER TABLE "handreiking"."override" DROP CONSTRAINT "override_reviewed";--> statement-breakpoint
ALTER TABLE "handreiking"."override" DROP CONSTRAINT "override_review_due";--> statement-breakpoint
ALTER TABLE "handreiking"."referral" DROP CONSTRAINT "referral_step";--> statement-breakpoint
ALTER TABLE "handreiking"."override" drop column "needs_approval";--> statement-breakpoint
ALTER TABLE "handreiking"."override" drop column "live";--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "whose" text;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "maker_bound" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "upheld" boolean;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "decide_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "needs_approval" boolean GENERATED ALWAYS AS (ground <> 'vital-interest' or after_refusal or maker_bound) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "live" boolean GENERATED ALWAYS AS (ended_at is null and (approved_at is not null or not (ground <> 'vital-interest' or after_refusal or maker_bound))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "disputed" boolean GENERATED ALWAYS AS (objected_at is not null and objection_decided_at is null) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD COLUMN "stands_until" timestamp with time zone GENERATED ALWAYS AS (least(expires_at, case when reviewed_at is null then review_due_at end, case when objected_at is not null and objection_decided_at is null then decide_by end)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "given_back" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "suspended" boolean GENERATED ALWAYS AS (case when state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') then suspended_at is not null end) STORED;--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ADD CONSTRAINT "override_release_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ADD CONSTRAINT "override_release_coordinator" FOREIGN KEY ("released_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_recorder" FOREIGN KEY ("recorded_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "override_release_of_member" ON "handreiking"."override_release" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "refusal_of_recipient" ON "handreiking"."refusal" USING btree ("case_id","recipient_id","at");--> statement-breakpoint
CREATE INDEX "override_to_decide" ON "handreiking"."override" USING btree ("decide_by") WHERE ended_at is null and disputed;--> statement-breakpoint
CREATE INDEX "override_of_case" ON "handreiking"."override" USING btree ("case_id","recipient_id");--> statement-breakpoint
CREATE INDEX "override_of_maker" ON "handreiking"."override" USING btree ("made_by","made_at");--> statement-breakpoint
CREATE INDEX "referral_of_override" ON "handreiking"."referral" USING btree ("override_id") WHERE override_id is not null;--> statement-breakpoint
update handreiking.override set decide_by = objected_at + interval '24 hours',
  upheld = case when reviewed_at is not null then ended_at is distinct from reviewed_at end;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_basis" UNIQUE("id","case_id","participant_id","recipient_id","stands_until","live","disputed");--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_special" CHECK (not after_refusal or ground <> 'vital-interest' or whose is not null or not categories && '{"health","belief","criminal"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_codes" CHECK (subject in ('caller', 'person-concerned') and ground in ('vital-interest', 'legal-duty', 'legal-right', 'court-order') and whose in ('caller-incapable', 'another-person') and caller_told in ('told', 'not-told-danger', 'not-told-unreachable') and cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]);--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_reviewed" CHECK (num_nonnulls(approved_by, approved_at) in (0, 2) and num_nonnulls(reviewed_by, reviewed_at, upheld) in (0, 3) and (upheld or ended_at is not null or upheld is null) and num_nonnulls(objection_decided_by, objection_decided_at) in (0, 2) and num_nonnulls(objected_at, decide_by) in (0, 2) and (objection_decided_at is null or objected_at is not null));--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_review_due" CHECK ((review_due_at is null) = (ground <> 'vital-interest' or after_refusal or maker_bound));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_suspended" CHECK (given_back >= 0 and (suspended_at is null or override_id is not null and state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'withdrawn')));--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_step" CHECK (last_step in ('drafted', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed', 'proposed', 'rescheduled', 'missed', 'resealed', 'confirmed', 'held', 'suspended', 'resumed') and case when last_step = 'drafted' then state = 'draft' when last_step in ('draft', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed') then last_step = state else state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') end);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override_release" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override_release"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override_release"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."refusal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."refusal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."refusal"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- What callers refused before now.
insert into handreiking.refusal (id, participant_id, case_id, recipient_id, at, source)
  select gen_random_uuid(), participant_id, case_id, recipient_id, withdrawn_at, 'consent-withdrawn'
    from handreiking.consent where withdrawn_at is not null and purpose = 'handoff'
  union all
  select gen_random_uuid(), participant_id, case_id, recipient_id, made_at, 'asked'
    from handreiking.override where after_refusal
  union all
  select gen_random_uuid(), participant_id, case_id, recipient_id, objected_at, 'objected'
    from handreiking.override where objected_at is not null
  union all
  select gen_random_uuid(), participant_id, case_id, recipient_id, ended_at, 'review-refused'
    from handreiking.override where not upheld
  union all
  select gen_random_uuid(), sender_id, referral.case_id, referral.recipient_id, ended_at, 'referral-withdrawn'
    from handreiking.referral join handreiking.consent on consent.id = consent_id
    where state = 'withdrawn' and ended_at < basis_expires_at and withdrawn_at is null;
--> statement-breakpoint
-- What acts against one of these waits for a decision from the last step on that was taken on it.
update handreiking.override set objected_at = told.at, decide_by = told.at + interval '24 hours',
    objection_decided_at = null, objection_decided_by = null
from (
  select override.id, greatest(max(refusal.at), max(referral.moved_at)) as at
  from handreiking.override
    join handreiking.refusal using (participant_id, case_id, recipient_id)
    left join handreiking.referral on referral.override_id = override.id and needs_live
  where live and not disputed and refusal.at >= coalesce(greatest(approved_at, objection_decided_at), made_at)
  group by override.id) as told
where override.id = told.id and not after_refusal;
--> statement-breakpoint
-- Not held to what stood before: what ran out while the clock slept is withdrawn when it wakes.
alter table handreiking.referral drop constraint referral_basis_in_force;
--> statement-breakpoint
update handreiking.referral set basis_expires_at = stands_until, wake_at = least(wake_at, stands_until),
    suspended_at = case when disputed then greatest(objected_at, moved_at) end,
    due_at = case when disputed then stands_until else due_at end
from handreiking.override where override.id = override_id and needs_live;
--> statement-breakpoint
alter table handreiking.referral add constraint referral_basis_in_force
  check (needs_live is null or moved_at < basis_expires_at) not valid;
--> statement-breakpoint
alter table handreiking.referral enable trigger user;
--> statement-breakpoint
alter table handreiking.override enable trigger user;
--> statement-breakpoint
-- A live referral on an override that carries nothing cannot be committed by anyone, whichever row changed last: one not
-- approved or ended, one that the caller objected to unless the referral is suspended, one with another end.
-- Where a refusal and an offer race, the later commit fails with 23503 and is tried again.
alter table handreiking.referral add constraint referral_override
  foreign key (override_id, case_id, sender_id, recipient_id, basis_expires_at, needs_live, suspended)
  references handreiking.override (id, case_id, participant_id, recipient_id, stands_until, live, disputed)
  deferrable initially deferred;
--> statement-breakpoint
-- When the caller of a case last refused a recipient; null when never.
create function handreiking.refused_at(wanted_case uuid, wanted_recipient uuid) returns timestamptz
  language sql stable set search_path = handreiking, pg_temp as $$
  select max(at) from refusal where case_id = wanted_case and recipient_id = wanted_recipient
$$;
--> statement-breakpoint
-- Whether the basis of a live referral carries it at a moment: a consent until it ends, an override as long as nothing
-- is to be decided on it, and against a refusal only if a second person stood for it since.
create function handreiking.basis_stands(wanted uuid, moment timestamptz) returns boolean
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select exists (select from referral left join override on override.id = override_id
    where referral.id = wanted and needs_live and suspended_at is null and basis_expires_at > moment
      and (override_id is null or live and not disputed and stands_until > moment
        and coalesce(greatest(approved_at, objection_decided_at)
            >= refused_at(override.case_id, override.recipient_id),
          refused_at(override.case_id, override.recipient_id) is null)))
$$;
--> statement-breakpoint
-- Whether a member may make an override that acts at once: none of theirs waits for a review or went without one, and
-- the last that was reviewed was upheld, or a coordinator has said since that they may. Locks the member, so that two
-- at once see each other.
create function handreiking.may_act_alone(member_wanted uuid) returns boolean
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  since timestamptz;
begin
  perform from member where id = member_wanted and participant_id = actor_participant() for no key update;
  if not found then return false; end if;
  select coalesce(max(at), '-infinity') into since from override_release where member_id = member_wanted;
  return not exists (select from override
      where made_by = member_wanted and review_due_at is not null and reviewed_at is null and made_at >= since)
    and not exists (select from override as refused
      where made_by = member_wanted and reviewed_at >= since and not upheld and not exists (
        select from override as later where later.made_by = member_wanted and later.reviewed_at > refused.reviewed_at));
end $$;
--> statement-breakpoint
-- A refusal and an override of the same case exclude each other on the case, for which no recipient's move waits.
create function handreiking.guard_refusal() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op <> 'INSERT' or pg_trigger_depth() = 1 and new.recorded_by is null
  then raise exception 'a refusal stays as it was written' using errcode = 'HR102'; end if;
  perform from "case" where id = new.case_id for no key update;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.refusal
  for each row execute function handreiking.guard_refusal();
--> statement-breakpoint
-- Every override that stands for this recipient is objected to in the same moment: 24 hours to decide, four where
-- something urgent rests on it.
create function handreiking.object_to_overrides() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from override where case_id = new.case_id and recipient_id = new.recipient_id order by id for update;
  update override set objected_at = new.at, objection_decided_at = null, objection_decided_by = null,
      decide_by = new.at + case when exists (select from referral
        where override_id = override.id and needs_live and urgency = 'urgent')
        then interval '4 hours' else interval '24 hours' end
    where case_id = new.case_id and recipient_id = new.recipient_id and live and not disputed
      and stands_until > new.at;
  return null;
end $$;
--> statement-breakpoint
create trigger objection after insert on handreiking.refusal
  for each row execute function handreiking.object_to_overrides();
--> statement-breakpoint
create function handreiking.check_refusal_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'refusal.recorded' and at = new.at)
  then raise exception 'a refusal without its audit entry' using errcode = 'HR103'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger told after insert on handreiking.refusal
  deferrable initially deferred for each row when (new.recorded_by is not null)
  execute function handreiking.check_refusal_told();
--> statement-breakpoint
-- What a caller takes back is a refusal of its recipient, whoever writes it.
create function handreiking.refuse_by_consent() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.withdrawn_at, 'consent-withdrawn');
  return null;
end $$;
--> statement-breakpoint
create trigger refusal after update of withdrawn_at on handreiking.consent
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null and new.purpose = 'handoff')
  execute function handreiking.refuse_by_consent();
--> statement-breakpoint
-- By the clock it is withdrawn once its basis has run out, and with the consent when that is.
create function handreiking.refuse_by_referral() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if exists (select from consent where id = new.consent_id and live) then
    insert into refusal (id, participant_id, case_id, recipient_id, at, source)
      values (gen_random_uuid(), new.sender_id, new.case_id, new.recipient_id, new.moved_at, 'referral-withdrawn');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger refusal after update of state on handreiking.referral
  for each row when (new.state = 'withdrawn' and old.offered_at is not null and new.consent_id is not null
    and new.moved_at < new.basis_expires_at)
  execute function handreiking.refuse_by_referral();
--> statement-breakpoint
create function handreiking.refuse_by_review() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.ended_at, 'review-refused');
  return null;
end $$;
--> statement-breakpoint
create trigger refusal after update of ended_at on handreiking.override
  for each row when (old.upheld is null and not new.upheld)
  execute function handreiking.refuse_by_review();
--> statement-breakpoint
-- What rests on an override ends when that does: with its review, its objection, its decision.
create function handreiking.follow_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from referral where override_id = new.id and needs_live order by id for update;
  update referral set basis_expires_at = new.stands_until, wake_at = least(wake_at, new.stands_until),
      due_at = case when suspended_at is null then due_at else new.stands_until end
    where override_id = new.id and needs_live;
  return null;
end $$;
--> statement-breakpoint
create trigger follow after update on handreiking.override
  for each row when (new.stands_until <> old.stands_until)
  execute function handreiking.follow_override();
--> statement-breakpoint
-- What an override was is fixed. It tells of a refusal if there is one; a decision on it is taken once, in time, and
-- after what it is about; only a refusal objects to it.
create or replace function handreiking.guard_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  decided constant text[] := '{approved_by,approved_at,reviewed_by,reviewed_at,upheld,objected_at,decide_by,objection_decided_by,objection_decided_at,ended_at,live,disputed,stands_until,needs_approval}';
  refused timestamptz;
begin
  if tg_op = 'INSERT' then
    perform from "case" where id = new.case_id for no key update;
    if num_nonnulls(new.ended_at, new.approved_at, new.reviewed_at, new.objected_at, new.objection_decided_at) > 0
      or new.after_refusal <> (refused_at(new.case_id, new.recipient_id) is not null)
    then raise exception 'an override begins undecided, and tells of a refusal' using errcode = 'HR034'; end if;
    if new.review_due_at > new.made_at + interval '48 hours' or new.expires_at > new.made_at + interval '2200 hours'
    then raise exception 'an override is reviewed in 48 hours and ends in 90 days' using errcode = 'HR109'; end if;
    if new.ground = 'vital-interest' and not new.after_refusal and not new.maker_bound
      and (not may_act_alone(new.made_by)
        or exists (select from override_release where member_id = new.made_by and at > new.made_at))
    then raise exception 'nobody acts alone twice' using errcode = 'HR104'; end if;
    return new;
  end if;
  if old.ended_at is not null
    or to_jsonb(old) - decided <> to_jsonb(new) - decided
    or old.approved_at is not null and new.approved_at is distinct from old.approved_at
    or old.reviewed_at is not null
      and (new.reviewed_at, new.upheld) is distinct from (old.reviewed_at, old.upheld)
    or new.reviewed_at > new.review_due_at
  then raise exception 'an override does not change' using errcode = 'HR035'; end if;
  refused := refused_at(new.case_id, new.recipient_id);
  if (new.objected_at, new.decide_by) is distinct from (old.objected_at, old.decide_by) then
    if pg_trigger_depth() = 1
    then raise exception 'only a refusal objects to an override' using errcode = 'HR035'; end if;
  elsif new.objection_decided_at is distinct from old.objection_decided_at
    and (old.objection_decided_at is not null or not old.disputed
      or new.objection_decided_at < refused or new.objection_decided_at >= old.stands_until)
    or new.approved_at is distinct from old.approved_at
      and (not old.needs_approval or new.approved_at < refused or new.approved_at >= old.stands_until)
  then raise exception 'a second person decides in time, after the refusal' using errcode = 'HR105'; end if;
  -- A capable adult's no excludes a vital interest as the ground for special data: GDPR, article 9(2)(c).
  if new.ended_at is null and refused is not null and new.ground = 'vital-interest' and new.whose is null
    and new.categories && '{health,belief,criminal}'
    and (old.approved_at is null and new.approved_at is not null
      or old.objection_decided_at is null and new.objection_decided_at is not null)
  then raise exception 'a capable caller refused' using errcode = 'HR106'; end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function handreiking.check_override_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  told text[] := case
    when tg_op = 'INSERT' then '{made}'::text[]
    when new.ended_at is not null then '{withdrawn,refused,unreviewed,undecided,objection-honored}'
    when new.objection_decided_at is distinct from old.objection_decided_at and new.objection_decided_at is not null
      then '{objection-overruled}'
    when new.reviewed_at is distinct from old.reviewed_at then '{upheld}'
    when new.approved_at is distinct from old.approved_at then '{approved}' end;
  moment timestamptz := case told[1]
    when 'made' then new.made_at when 'withdrawn' then new.ended_at
    when 'objection-overruled' then new.objection_decided_at
    when 'upheld' then new.reviewed_at else new.approved_at end;
begin
  -- What a refusal objects to is told by that.
  if told is not null and not exists (
    select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and split_part(action, '.', 1) = 'override' and split_part(action, '.', 2) = any (told) and at = moment)
  then raise exception 'an override without its audit entry' using errcode = 'HR036'; end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function handreiking.changed_by_step(was jsonb, becomes jsonb) returns text[] language sql immutable
  set search_path = handreiking, pg_temp as $$
  select array_agg(key) from jsonb_each(becomes - '{state,last_step,move_id,moved_at,ended_at,due_at,nudge_at,overdue_at,lapse_at,stage,wake_at,ended,disclosed,needs_live,suspended,basis_purpose}'::text[])
    where value is distinct from was -> key
$$;
--> statement-breakpoint
create or replace function handreiking.guard_referral() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  basis consent;
  by_phone boolean;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or num_nonnulls(new.scheduled_at, new.introduction_at, new.missed_at, new.held_until,
        new.suspended_at, new.fetched_at, new.connected_at, new.accepted_at, new.acknowledged_at, new.proposed_times) > 0
      or new.missed_times > 0 or new.given_back > 0
    then raise exception 'a referral begins as a draft' using errcode = 'HR001'; end if;
    if new.lapse_at is null or new.wake_at > new.lapse_at
      or (new.lapse_at at time zone 'Europe/Amsterdam')
        > (new.drafted_at at time zone 'Europe/Amsterdam') + interval '7 days'
    then raise exception 'a draft is discarded after seven days' using errcode = 'HR037'; end if;
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
  -- Until when an override carries it changes with what is decided on that: the key onto it holds the copy true.
  if old.offered_at is not null and ((old.offered_at, old.consent_id, old.override_id, old.terms)
    is distinct from (new.offered_at, new.consent_id, new.override_id, new.terms)
    or new.basis_expires_at is distinct from old.basis_expires_at
      and (old.override_id is null or new.move_id <> old.move_id))
  then raise exception 'the basis of an offer is fixed' using errcode = 'HR004'; end if;

  if new.move_id = old.move_id then
    -- The sender's clock, and the recipient's first look at a disclosure. Whatever else changes has its own entry.
    -- Generated columns are not there yet in what is to be written.
    if to_jsonb(old) - '{stage,lapse_at,wake_at,fetched_at,basis_expires_at,due_at,ended,disclosed,needs_live,suspended,basis_purpose}'::text[]
        <> to_jsonb(new) - '{stage,lapse_at,wake_at,fetched_at,basis_expires_at,due_at,ended,disclosed,needs_live,suspended,basis_purpose}'::text[]
      or new.due_at is distinct from old.due_at and (new.suspended_at is null or new.due_at <> new.basis_expires_at)
    then raise exception 'a move has its own audit entry' using errcode = 'HR006'; end if;
    if new.fetched_at is distinct from old.fetched_at and (old.fetched_at is not null or not old.disclosed
      or actor_participant() is distinct from new.recipient_id)
    then raise exception 'nothing was fetched' using errcode = 'HR016'; end if;
    if (new.stage, new.lapse_at, new.wake_at) is distinct from (old.stage, old.lapse_at, old.wake_at) and (
      actor_participant() is distinct from new.sender_id or new.lapse_at < old.lapse_at
      or num_nonnulls(new.lapse_at) <> num_nonnulls(old.lapse_at)
      or new.wake_at > least(new.lapse_at, new.basis_expires_at))
    then raise exception 'the clock gives time and takes none' using errcode = 'HR037'; end if;
    return new;
  end if;

  if new.state <> old.state and new.last_step <> new.state
  then raise exception 'a move is called what it is' using errcode = 'HR005'; end if;
  if new.moved_at < old.moved_at then raise exception 'a move goes forward in time' using errcode = 'HR017'; end if;
  if old.suspended_at is not null and new.last_step not in ('resumed', 'withdrawn')
  then raise exception 'a suspended referral waits for its decision' using errcode = 'HR100'; end if;
  if new.last_step = 'suspended' and (old.suspended_at is not null or new.suspended_at is distinct from new.moved_at
      or new.due_at is distinct from new.basis_expires_at)
    or new.last_step = 'resumed' and (old.suspended_at is null or new.suspended_at is not null
      or new.given_back <> old.given_back + ceil(extract(epoch from new.moved_at - old.suspended_at)))
    or new.last_step in ('accepted', 'scheduled', 'rescheduled', 'connected') and new.given_back <> 0
  then raise exception 'a suspension gives back what it took' using errcode = 'HR101'; end if;
  by_phone := answers_by_phone(new.recipient_id);
  if new.state = old.state then
    if new.last_step not in ('proposed', 'rescheduled', 'missed', 'resealed', 'confirmed', 'held', 'suspended', 'resumed')
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
    or new.last_step = 'missed' and new.missed_times = old.missed_times
    or new.missed_times <> old.missed_times
      and (new.missed_at is distinct from new.moved_at or old.missed_at >= old.introduction_at)
  then raise exception 'an introduction is missed once' using errcode = 'HR018'; end if;
  if (new.last_step = 'held' or new.held_until is distinct from old.held_until) and (
    old.held_until is not null or new.held_until is null or new.last_step <> 'held'
    or (new.held_until at time zone 'Europe/Amsterdam') > (new.moved_at at time zone 'Europe/Amsterdam') + interval '30 days')
  then raise exception 'a referral is held once, for 30 days at most' using errcode = 'HR019'; end if;
  if (new.last_step in ('missed', 'confirmed', 'connected') or new.missed_times <> old.missed_times)
    and old.introduction_at > new.moved_at
  then raise exception 'the introduction lies ahead' using errcode = 'HR020'; end if;

  if new.last_step in ('scheduled', 'rescheduled') and (new.introduction_at < new.moved_at or not exists (
      select from safe_contact where case_id = new.case_id and participant_id = new.sender_id
        and (verified_at at time zone 'Europe/Amsterdam') + interval '7 days' >= new.moved_at at time zone 'Europe/Amsterdam'))
  then raise exception 'nobody checked how the caller is reached safely' using errcode = 'HR021'; end if;
  if new.state = 'lapsed' and new.missed_times < 3 and (old.lapse_at is null or old.lapse_at > new.moved_at)
  then raise exception 'the deadline has not passed' using errcode = 'HR022'; end if;
  if new.state = 'completed' and (
    new.outcome_by = 'helpline' and actor_participant() <> new.sender_id
    or new.outcome_by = 'recipient' and (actor_participant() <> new.recipient_id or not feedback_agreed(new.id, new.moved_at)))
  then raise exception 'who reports what came of it may not' using errcode = 'HR023'; end if;

  if not coalesce(changed_by_step(to_jsonb(old), to_jsonb(new)) <@ case new.last_step
      when 'offered' then '{consent_id,override_id,basis_expires_at,offered_at,terms}'::text[]
      when 'acknowledged' then '{acknowledged_at,acknowledged_by_function,acknowledged_by_name}'
      when 'accepted' then '{accepted_at,accepted_by_name,accepted_by_contact,given_back}'
      when 'declined' then '{decline_reason,better_service_id}'
      when 'proposed' then '{proposed_times}'
      when 'scheduled' then '{scheduled_at,introduction_at,introduction_channel,disclosed_categories,fetched_at,given_back}'
      when 'rescheduled' then '{introduction_at,introduction_channel,given_back}'
      when 'missed' then '{missed_times,missed_at}'
      when 'lapsed' then '{missed_times,missed_at}'
      when 'resealed' then '{disclosed_categories}'
      when 'connected' then '{connected_at,given_back}'
      when 'completed' then '{outcome,outcome_by}'
      when 'held' then '{held_until}'
      when 'suspended' then '{suspended_at}'
      when 'resumed' then '{suspended_at,given_back}'
      else '{}' end, true)
  then raise exception 'a step changes what it is about' using errcode = 'HR038'; end if;
  if new.ended_at is null and (new.wake_at > least(new.lapse_at, new.basis_expires_at)
    or new.lapse_at is null and new.state <> 'connected' and new.suspended_at is null)
  then raise exception 'a live referral ends by itself' using errcode = 'HR037'; end if;

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
-- A coordinator of the same participant, who can sign in, and not the member.
create function handreiking.guard_override_release() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op <> 'INSERT' or not exists (select from member where id = new.released_by
    and participant_id = new.participant_id and suspended_at is null and 'coordinator' = any (roles))
  then raise exception 'a coordinator releases' using errcode = 'HR107'; end if;
  perform from member where id = new.member_id for no key update;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.override_release
  for each row execute function handreiking.guard_override_release();
--> statement-breakpoint
create function handreiking.check_override_release_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'override-release.recorded' and at = new.at)
  then raise exception 'a release without its audit entry' using errcode = 'HR108'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger told after insert on handreiking.override_release
  deferrable initially deferred for each row execute function handreiking.check_override_release_told();
--> statement-breakpoint
create function handreiking.check_refusal_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action = 'refusal.recorded' and not exists (select from refusal
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
    or new.action = 'override-release.recorded' and not exists (select from override_release
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger refusal_entry_true after insert on handreiking.audit_event
  deferrable initially deferred for each row
  when (new.action in ('refusal.recorded', 'override-release.recorded'))
  execute function handreiking.check_refusal_entry_true();
--> statement-breakpoint
-- For whom the clock has something to do.
create or replace function handreiking.participants_to_wake(moment timestamptz) returns table (participant_id uuid)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select sender_id from referral where wake_at <= moment
  union select sender_id from obligation where due_at <= moment and ended_at is null
  union select participant_id from override
    where ended_at is null and (review_due_at <= moment and reviewed_at is null or disputed and decide_by <= moment)
$$;
--> statement-breakpoint
revoke execute on function handreiking.refused_at(uuid, uuid), handreiking.basis_stands(uuid, timestamptz),
  handreiking.may_act_alone(uuid), handreiking.guard_refusal(), handreiking.object_to_overrides(),
  handreiking.check_refusal_told(), handreiking.refuse_by_consent(), handreiking.refuse_by_referral(),
  handreiking.refuse_by_review(), handreiking.follow_override(), handreiking.guard_override_release(),
  handreiking.check_override_release_told(), handreiking.check_refusal_entry_true() from public;
--> statement-breakpoint
grant execute on function handreiking.refused_at(uuid, uuid), handreiking.may_act_alone(uuid) to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.refusal, handreiking.override_release to handreiking_app;
