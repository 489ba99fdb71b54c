-- The handoff's walls closed: a step changes what it is about, the clock takes no time away, every look has its own entry.
ALTER TABLE "handreiking"."referral" ADD COLUMN "missed_at" timestamp with time zone;
--> statement-breakpoint
-- by hand
alter table handreiking.referral disable trigger user;
--> statement-breakpoint
update handreiking.referral set missed_at = moved_at where last_step = 'missed';
--> statement-breakpoint
alter table handreiking.referral enable trigger user;
--> statement-breakpoint
drop function handreiking.feedback_agreed(uuid);
--> statement-breakpoint
-- As before, by the consent as it is at the moment of asking.
create function handreiking.feedback_agreed(handoff uuid, moment timestamptz) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from referral
      join consent on consent.case_id = referral.case_id and consent.participant_id = referral.sender_id
        and consent.recipient_id = referral.recipient_id
    where referral.id = handoff and actor_participant() in (referral.sender_id, referral.recipient_id)
      and consent.purpose = 'feedback' and consent.withdrawn_at is null
      and consent.expires_at > moment)
$$;
--> statement-breakpoint
-- What a step changed besides where the referral stands and when it is due.
create function handreiking.changed_by_step(was jsonb, becomes jsonb) returns text[] language sql immutable
  set search_path = handreiking, pg_temp as $$
  select array_agg(key) from jsonb_each(becomes - '{state,last_step,move_id,moved_at,ended_at,due_at,nudge_at,overdue_at,lapse_at,stage,wake_at,ended,disclosed,needs_live,basis_purpose}'::text[])
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
        new.fetched_at, new.connected_at, new.accepted_at, new.acknowledged_at, new.proposed_times) > 0
      or new.missed_times > 0
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
  if old.offered_at is not null and (old.offered_at, old.consent_id, old.override_id, old.basis_expires_at, old.terms)
    is distinct from (new.offered_at, new.consent_id, new.override_id, new.basis_expires_at, new.terms)
  then raise exception 'the basis of an offer is fixed' using errcode = 'HR004'; end if;

  if new.move_id = old.move_id then
    -- The sender's clock, and the recipient's first look at a disclosure. Whatever else changes has its own entry.
    -- Generated columns are not there yet in what is to be written.
    if to_jsonb(old) - '{stage,lapse_at,wake_at,fetched_at,ended,disclosed,needs_live,basis_purpose}'::text[]
        <> to_jsonb(new) - '{stage,lapse_at,wake_at,fetched_at,ended,disclosed,needs_live,basis_purpose}'::text[]
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
      when 'accepted' then '{accepted_at,accepted_by_name,accepted_by_contact}'
      when 'declined' then '{decline_reason,better_service_id}'
      when 'proposed' then '{proposed_times}'
      when 'scheduled' then '{scheduled_at,introduction_at,introduction_channel,disclosed_categories,fetched_at}'
      when 'rescheduled' then '{introduction_at,introduction_channel}'
      when 'missed' then '{missed_times,missed_at}'
      when 'lapsed' then '{missed_times,missed_at}'
      when 'resealed' then '{disclosed_categories}'
      when 'connected' then '{connected_at}'
      when 'completed' then '{outcome,outcome_by}'
      when 'held' then '{held_until}'
      else '{}' end, true)
  then raise exception 'a step changes what it is about' using errcode = 'HR038'; end if;
  if new.ended_at is null and (new.wake_at > least(new.lapse_at, new.basis_expires_at)
    or new.lapse_at is null and new.state <> 'connected')
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
create or replace function handreiking.check_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action like 'referral.%' and new.action not in ('referral.nudged', 'referral.due', 'referral.overdue')
      and not exists (select from referral where id = new.subject_id and move_id = new.id)
    or new.action = 'consent.recorded' and not exists (select from consent where id = new.subject_id)
    or new.action = 'consent.withdrawn' and not exists (
      select from consent where id = new.subject_id and withdrawn_at is not null)
    or new.action in ('referral.nudged', 'referral.due', 'referral.overdue') and not exists (
      select from referral where id = new.subject_id and stage = split_part(new.action, '.', 2))
    or new.action = 'obligation.met' and not exists (
      select from obligation where referral_id = new.subject_id and ended_at is not null)
    or new.action = 'obligation.chased' and not exists (
      select from obligation where referral_id = new.subject_id and xmin = pg_current_xact_id()::xid and chases > 0)
    or new.action like 'override.%' and new.action <> 'override.read' and not exists (
      select from override where id = new.subject_id and new.at = case new.action
        when 'override.made' then made_at
        when 'override.approved' then approved_at
        when 'override.upheld' then reviewed_at
        when 'override.objected' then objected_at
        when 'override.objection-overruled' then objection_decided_at
        else ended_at end)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function handreiking.guard_confirmation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from (
      case when new.side = 'recipient' and not answers_by_phone(new.recipient_id) then new.recipient_id
           else new.sender_id end)
    or not exists (select from referral where id = new.referral_id and state = 'scheduled')
    or not exists (select from member where id = new.recorded_by and participant_id = actor_participant())
      and not exists (select from client where id = new.recorded_by and participant_id = actor_participant()
        and new.side = 'recipient')
  then raise exception 'nobody confirms for the other side' using errcode = 'HR026'; end if;
  return new;
end $$;
--> statement-breakpoint
-- A confirmation is a step of its referral, told as one.
create function handreiking.check_confirmation_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from referral where id = new.referral_id and moved_at = new.at
      and last_step in ('confirmed', 'connected'))
  then raise exception 'a confirmation without its audit entry' using errcode = 'HR040'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger told after insert on handreiking.contact_confirmation
  deferrable initially deferred for each row execute function handreiking.check_confirmation_told();
--> statement-breakpoint
create or replace function handreiking.guard_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from new.sender_id
    and (tg_op = 'INSERT' or to_jsonb(old) - '{spent_at,needs_disclosed}'::text[]
      <> to_jsonb(new) - '{spent_at,needs_disclosed}'::text[])
  then raise exception 'only the sender discloses' using errcode = 'HR027'; end if;
  if tg_op = 'UPDATE' and old.spent_at is not null and new.spent_at is distinct from old.spent_at
    and (actor_participant() is distinct from new.sender_id or new.sealed is not distinct from old.sealed)
  then raise exception 'a code is good once' using errcode = 'HR027'; end if;
  if new.recipient_kid is not null and not (tg_op = 'UPDATE' and new.sealed is not distinct from old.sealed)
    and not exists (select from participant_key where participant_id = new.recipient_id and kid = new.recipient_kid
      and use = 'enc' and revoked_at is null and expires_at > new.sealed_at)
  then raise exception 'nobody opens what is sealed to a dead key' using errcode = 'HR039'; end if;
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
create function handreiking.check_obligation_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.referral_id and xmin = pg_current_xact_id()::xid
    and action = case when new.ended_at is null then 'obligation.chased' else 'obligation.met' end)
  then raise exception 'an obligation asked for or answered without an audit entry' using errcode = 'HR041'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger told after update on handreiking.obligation
  deferrable initially deferred for each row execute function handreiking.check_obligation_told();
--> statement-breakpoint
create or replace function handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamptz)
  returns table (wrapped bytea, kek_id text) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  found_referral referral;
begin
  select * into found_referral from referral where id = handoff for update;
  if found_referral.recipient_id is distinct from actor_participant() or not found_referral.disclosed
    or found_referral.basis_expires_at <= moment
    or moment < found_referral.moved_at
    -- An entry of this very transaction: one look, one entry.
    or not exists (select from audit_event where id = entry and subject_id = handoff
      and action = 'disclosure.read' and subject_participant_id = found_referral.sender_id
      and participant_id = found_referral.recipient_id and at = moment and seq is null
      and xmin = pg_current_xact_id()::xid)
    -- What acted at once and nobody reviewed in time, however late the clock that ends it.
    or exists (select from override where id = found_referral.override_id and review_due_at <= moment
      and reviewed_at is null)
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
create or replace function handreiking.guard_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.ended_at, new.approved_at, new.reviewed_at, new.objected_at, new.objection_decided_at) > 0
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
    or old.objected_at is not null and (new.objected_at is null
      or new.objected_at <> old.objected_at and old.objection_decided_at is null)
    or old.objection_decided_at is not null and new.objected_at = old.objected_at
      and new.objection_decided_at is distinct from old.objection_decided_at
    or new.reviewed_at > new.review_due_at
  then raise exception 'an override does not change' using errcode = 'HR035'; end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function handreiking.check_override_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  told text[] := case
    when tg_op = 'INSERT' then '{made}'::text[]
    when new.ended_at is not null then '{withdrawn,refused,unreviewed,objection-honored}'
    when new.objection_decided_at is distinct from old.objection_decided_at and new.objection_decided_at is not null
      then '{objection-overruled}'
    when new.objected_at is distinct from old.objected_at then '{objected}'
    when new.reviewed_at is distinct from old.reviewed_at then '{upheld}'
    else '{approved}' end;
  moment timestamptz := case told[1]
    when 'made' then new.made_at when 'withdrawn' then new.ended_at
    when 'objection-overruled' then new.objection_decided_at when 'objected' then new.objected_at
    when 'upheld' then new.reviewed_at else new.approved_at end;
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and split_part(action, '.', 1) = 'override' and split_part(action, '.', 2) = any (told) and at = moment)
  then raise exception 'an override without its audit entry' using errcode = 'HR036'; end if;
  return null;
end $$;
--> statement-breakpoint
create function handreiking.guard_participant_key() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
  then raise exception 'a revoked key stays revoked' using errcode = 'HR042'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.participant_key
  for each row execute function handreiking.guard_participant_key();
--> statement-breakpoint
revoke update on handreiking.participant_key from handreiking_app;
--> statement-breakpoint
grant update (revoked_at) on handreiking.participant_key to handreiking_app;
--> statement-breakpoint
revoke execute on all functions in schema handreiking from public;
--> statement-breakpoint
grant execute on function handreiking.feedback_agreed(uuid, timestamptz) to handreiking_app;
