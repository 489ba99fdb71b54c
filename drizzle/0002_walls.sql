-- What must never happen made impossible: bases, moves, parties, audit and events, whatever the service's login tries.

-- A live referral on a withdrawn consent, or on one for another recipient, case or purpose, cannot be committed.
-- Where an offer and a withdrawal race, the later commit fails with 23503 and is tried again.
alter table handreiking.referral
  add constraint referral_consent
    foreign key (consent_id, case_id, sender_id, recipient_id, basis_purpose, basis_expires_at, needs_live)
    references handreiking.consent (id, case_id, participant_id, recipient_id, purpose, expires_at, live)
    deferrable initially deferred,
  add constraint referral_override
    foreign key (override_id, case_id, sender_id, recipient_id, basis_expires_at, needs_live)
    references handreiking.override (id, case_id, participant_id, recipient_id, expires_at, live)
    deferrable initially deferred;
--> statement-breakpoint
-- An event reaches another's feed only as one of a referral between the two. It goes when its referral goes.
alter table handreiking.event
  add constraint event_referral foreign key (referral_id, sender_id, recipient_id)
    references handreiking.referral (id, sender_id, recipient_id) on delete cascade deferrable initially deferred;
--> statement-breakpoint
create function handreiking.guard_referral() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  basis consent;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a referral begins as a draft' using errcode = 'HR001'; end if;
    return new;
  end if;
  if old.ended then raise exception 'the referral has ended' using errcode = 'HR002'; end if;
  if (old.id, old.sender_id, old.recipient_id, old.case_id, old.help_question_id, old.service_id, old.drafted_at,
      old.domain, old.topics, old.relation, old.age_band, old.age_band_of, old.language, old.province, old.urgency,
      old.safety_flags)
    is distinct from
     (new.id, new.sender_id, new.recipient_id, new.case_id, new.help_question_id, new.service_id, new.drafted_at,
      new.domain, new.topics, new.relation, new.age_band, new.age_band_of, new.language, new.province, new.urgency,
      new.safety_flags)
  then raise exception 'what a referral is about is fixed' using errcode = 'HR003'; end if;
  if old.offered_at is not null and (old.offered_at, old.consent_id, old.override_id, old.basis_expires_at)
    is distinct from (new.offered_at, new.consent_id, new.override_id, new.basis_expires_at)
  then raise exception 'the basis of an offer is fixed' using errcode = 'HR004'; end if;
  if new.state = old.state then return new; end if;

  if (old.state, new.state) not in (
    ('draft', 'offered'), ('offered', 'acknowledged'), ('offered', 'accepted'), ('acknowledged', 'accepted'),
    ('accepted', 'scheduled'), ('scheduled', 'connected'), ('connected', 'completed'),
    ('offered', 'declined'), ('acknowledged', 'declined'), ('accepted', 'declined'), ('scheduled', 'declined'),
    ('draft', 'withdrawn'), ('offered', 'withdrawn'), ('acknowledged', 'withdrawn'), ('accepted', 'withdrawn'),
    ('scheduled', 'withdrawn'), ('connected', 'withdrawn'),
    ('offered', 'lapsed'), ('acknowledged', 'lapsed'), ('accepted', 'lapsed'), ('scheduled', 'lapsed'))
  then raise exception 'no such move' using errcode = 'HR005'; end if;
  if new.move_id = old.move_id then raise exception 'a move has its own audit entry' using errcode = 'HR006'; end if;
  if actor_participant() is distinct from (
    case when new.state in ('acknowledged', 'accepted', 'declined') then new.recipient_id
         when new.state in ('offered', 'withdrawn', 'lapsed', 'scheduled') then new.sender_id
         else actor_participant() end)
  then raise exception 'this move is the other party''s' using errcode = 'HR007'; end if;

  if new.state = 'offered' then
    if not exists (
      select from service
        join organization_participant using (organization_id)
        join participant on participant.id = organization_participant.participant_id
        join partnership on partnership.participant_id = participant.id
      where service.id = new.service_id and service.status = 'active' and participant.id = new.recipient_id
        and participant.suspended_at is null and partnership.receives)
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
create trigger guard before insert or update on handreiking.referral
  for each row execute function handreiking.guard_referral();
--> statement-breakpoint
-- No change of state without its audit entry, and one event for each party: seen when the transaction commits.
create function handreiking.check_move_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where id = new.move_id and subject_id = new.id
      and action = 'referral.' || case new.state when 'draft' then 'drafted' else new.state end)
  then raise exception 'a move without its audit entry' using errcode = 'HR010'; end if;
  if (select count(*) from event where move_id = new.move_id and referral_id = new.id)
    <> (case when new.offered_at is null then 1 else 2 end)
  then raise exception 'a move without one event for each party' using errcode = 'HR011'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger move_told after insert or update of state, move_id on handreiking.referral
  deferrable initially deferred for each row execute function handreiking.check_move_told();
--> statement-breakpoint
-- Nor an audit entry without the change.
create function handreiking.check_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action in ('referral.drafted', 'referral.offered', 'referral.acknowledged', 'referral.accepted',
        'referral.scheduled', 'referral.connected', 'referral.completed', 'referral.declined', 'referral.withdrawn',
        'referral.lapsed') and not exists (select from referral where id = new.subject_id and move_id = new.id)
    or new.action = 'consent.recorded' and not exists (select from consent where id = new.subject_id)
    or new.action = 'consent.withdrawn' and not exists (
      select from consent where id = new.subject_id and withdrawn_at is not null)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger entry_true after insert on handreiking.audit_event
  deferrable initially deferred for each row execute function handreiking.check_entry_true();
--> statement-breakpoint
-- A consent is withdrawn once; nothing else of it ever changes.
create function handreiking.guard_consent() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
    or to_jsonb(old) - 'withdrawn_at' - 'live' <> to_jsonb(new) - 'withdrawn_at' - 'live'
  then raise exception 'a consent can only be withdrawn' using errcode = 'HR013'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.consent
  for each row execute function handreiking.guard_consent();
--> statement-breakpoint
create function handreiking.check_consent_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = case when new.withdrawn_at is null then 'consent.recorded' else 'consent.withdrawn' end)
  then raise exception 'a consent without its audit entry' using errcode = 'HR014'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger consent_told after insert or update on handreiking.consent
  deferrable initially deferred for each row execute function handreiking.check_consent_told();
--> statement-breakpoint
-- What an ending does to the sender's own rows, which the recipient can neither see nor lock:
-- when the last live referral of a question ends without completion, its owner has something to do, that day.
create function handreiking.give_next_action() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update help_question set next_action = 'referral-' || new.state,
      next_action_on = (new.moved_at at time zone 'Europe/Amsterdam')::date
  where id = new.help_question_id and participant_id = new.sender_id
    and not exists (select from referral where help_question_id = new.help_question_id and needs_live);
  return null;
end $$;
--> statement-breakpoint
create trigger next_action after update of state on handreiking.referral
  for each row when (new.state in ('declined', 'withdrawn', 'lapsed') and old.offered_at is not null)
  execute function handreiking.give_next_action();
--> statement-breakpoint
-- An audit entry is numbered once; nothing else of it ever changes.
create function handreiking.guard_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.seq is not null
    or to_jsonb(old) - 'seq' - 'hash' <> to_jsonb(new) - 'seq' - 'hash'
  then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update or delete on handreiking.audit_event
  for each row execute function handreiking.guard_audit();
--> statement-breakpoint
-- Numbers committed entries and chains their hashes. One at a time per chain; writers never wait for it.
create function handreiking.seal_audit(chain uuid) returns bigint language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  entry audit_event;
  last_seq bigint;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select seq, hash into last_seq, last_hash from audit_event
    where participant_id = chain and seq is not null order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '\x');
  for entry in select * from audit_event where participant_id = chain and seq is null order by at, id loop
    last_seq := last_seq + 1;
    last_hash := sha256(last_hash || convert_to(jsonb_build_array(last_seq, entry.id, entry.participant_id,
      entry.subject_participant_id, entry.actor_kind, entry.actor_id, entry.on_behalf_of, entry.action,
      entry.subject_id, extract(epoch from entry.at))::text, 'UTF8'));
    update audit_event set seq = last_seq, hash = last_hash where id = entry.id;
  end loop;
  return last_seq;
end $$;
--> statement-breakpoint
-- Numbers committed events, so that a reader who goes on after the last number never skips one.
create function handreiking.number_events(feed uuid) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from event where participant_id = feed and seq is null) then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(feed::text, 6001));
  update event set seq = numbered.seq
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(seq), 0) from event where participant_id = feed) as seq
        from event where participant_id = feed and seq is null) as numbered
  where event.id = numbered.id;
end $$;
--> statement-breakpoint
-- Who a client is, before any participant is set: what the signature is checked with, and nothing else.
create function handreiking.find_client_key(client uuid, named text, moment timestamptz)
  returns table (participant_id uuid, key_id uuid, jwk jsonb) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select client.participant_id, client_key.id, client_key.jwk
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
  where client.id = find_client_key.client and client_key.kid = named
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
$$;
--> statement-breakpoint
-- What the bearer of a token may do now: no row once participant, client, key or member is suspended.
create function handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamptz)
  returns table (participant_id uuid, operator boolean, scopes text[], roles text[])
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select client.participant_id, participant.operator, client.scopes, member.roles
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_actor.client and client_key.id = key
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
    and (acting_member is null or member.id is not null)
$$;
--> statement-breakpoint
revoke execute on all functions in schema handreiking from public;
--> statement-breakpoint
grant execute on function handreiking.actor_participant(), handreiking.actor_is_operator(),
  handreiking.seal_audit(uuid), handreiking.number_events(uuid),
  handreiking.find_client_key(uuid, text, timestamptz),
  handreiking.find_actor(uuid, uuid, uuid, timestamptz) to handreiking_app;
--> statement-breakpoint
grant select, insert, update on
  handreiking.participant, handreiking.partnership, handreiking.member, handreiking.client, handreiking.client_key,
  handreiking.organization, handreiking.organization_participant, handreiking.service, handreiking.location,
  handreiking.service_at_location, handreiking.phone, handreiking.service_area, handreiking.taxonomy,
  handreiking.taxonomy_term, handreiking.attribute, handreiking.service_search, handreiking.search_word,
  handreiking."case", handreiking.help_question, handreiking.consent, handreiking.referral,
  handreiking.idempotency_record to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.case_access, handreiking.used_assertion, handreiking.event,
  handreiking.audit_event to handreiking_app;
--> statement-breakpoint
grant select on handreiking.override to handreiking_app;
--> statement-breakpoint
-- The participant that runs the network: there is exactly one, from the first day.
insert into handreiking.participant (id, name, reach, operator, joined_at)
  values (gen_random_uuid(), 'Netwerkbeheer', 'console', true, now());
