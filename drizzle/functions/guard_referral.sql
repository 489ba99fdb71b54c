-- Which moves a referral may make, by whom and when; the twin of src/handoff/referrals/referral.ts.
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
