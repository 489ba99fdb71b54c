-- The whole schema as PostgreSQL dumps it, to read and to search in: npm run schema. The migrations make it.

CREATE SCHEMA handreiking;

CREATE SCHEMA keys;

CREATE TYPE handreiking.directory_root AS (
	entity text,
	id uuid
);

CREATE FUNCTION handreiking.actor_answers_for(organization uuid DEFAULT NULL::uuid, service uuid DEFAULT NULL::uuid, location uuid DEFAULT NULL::uuid, place uuid DEFAULT NULL::uuid, contact uuid DEFAULT NULL::uuid, phone uuid DEFAULT NULL::uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  answered integer;
begin
  if num_nonnulls(organization, service, location, place, contact, phone) = 0 then return false; end if;
  if contact is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id)
      from contact as part where part.id = actor_answers_for.contact), false) then return false; end if;
  if phone is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id,
        part.contact_id)
      from phone as part where part.id = actor_answers_for.phone), false) then return false; end if;
  select count(*) into answered from (
      select actor_answers_for.organization as id where actor_answers_for.organization is not null
      union all select entry.organization_id from service as entry where entry.id = actor_answers_for.service
      union all select entry.organization_id from location as entry where entry.id = actor_answers_for.location
      union all select entry.organization_id from service_at_location as part
        join service as entry on entry.id = part.service_id where part.id = actor_answers_for.place) as owner
    join organization_participant as link on link.organization_id = owner.id
  where link.participant_id = actor_participant();
  return answered = num_nonnulls(organization, service, location, place);
end $$;

CREATE FUNCTION handreiking.actor_is_operator() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  return exists (select from participant
    where id = actor_participant() and operator and suspended_at is null);
end $$;

CREATE FUNCTION handreiking.actor_participant() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(current_setting('handreiking.participant'::text, true), ''::text))::uuid;

CREATE FUNCTION handreiking.add_passkey(new_id uuid, person uuid, invitation text, session uuid, credential text, public_key bytea, sign_count bigint, backup_eligible boolean, backed_up boolean, transports text[], aaguid uuid, called text, moment timestamp with time zone) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  home uuid := actor_participant();
  on_invitation uuid := (select id from invitation as invited where token_hash = add_passkey.invitation
    and member_id = person and participant_id = home and used_at = moment and xmin = pg_current_xact_id()::xid);
  added uuid;
begin
  perform refuse_time_ahead(moment);
  if on_invitation is not null then
    update origin set used_at = clock_timestamp() where record_id = on_invitation and kind = 'invitation'
      and origin.used_at is null and transaction <> pg_current_xact_id();
    if not found then on_invitation := null; end if;
  end if;
  if on_invitation is null and not exists (select from session as begun
      join origin on origin.record_id = begun.id and origin.kind = 'session'
        and origin.transaction <> pg_current_xact_id()
    where begun.id = add_passkey.session and begun.member_id = person and begun.participant_id = home
      and begun.method = 'passkey' and begun.ended_at is null and begun.expires_at > moment
      and begun.started_at between moment - interval '10 minutes' and moment)
  then raise exception 'nobody invited to this passkey' using errcode = 'HR144'; end if;
  insert into passkey (id, participant_id, member_id, credential_id, public_key, sign_count, backup_eligible, backed_up,
      transports, aaguid, name, added_at)
    values (new_id, home, person, credential, add_passkey.public_key, add_passkey.sign_count,
      add_passkey.backup_eligible, add_passkey.backed_up, add_passkey.transports, add_passkey.aaguid, called, moment)
    on conflict do nothing returning id into added;
  return added;
end $$;

CREATE FUNCTION handreiking.answers_by_phone(party uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from participant where id = party and reach = 'phone')
    and not exists (select from member where participant_id = party)
    and not exists (select from client where participant_id = party)
$$;

CREATE FUNCTION handreiking.assure_service() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  update service set assured_date = new.checked_on, assurer_email = null
  where id = new.entry_id and coalesce(assured_date < new.checked_on, true);
  return null;
end $$;

CREATE FUNCTION handreiking.audit_link(before bytea, entry bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT
    RETURN sha256((before || entry));

CREATE FUNCTION handreiking.basis_stands(wanted uuid, moment timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from referral left join override on override.id = override_id
    where referral.id = wanted and needs_live and suspended_at is null and basis_expires_at > moment
      and (override_id is null or live and not disputed and stands_until > moment
        and coalesce(greatest(approved_at, objection_decided_at)
            >= refused_at(override.case_id, override.recipient_id),
          refused_at(override.case_id, override.recipient_id) is null)))
$$;

CREATE FUNCTION handreiking.begin_session(new_id uuid, person uuid, hash text, by_method text, moment timestamp with time zone, ends timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  home uuid := actor_participant();
begin
  if not is_owners_hand() then
    perform refuse_time_ahead(moment);
    if ends > moment + interval '1 day'
      or not exists (select from member join participant on participant.id = member.participant_id
        where member.id = person and member.participant_id = home and member.suspended_at is null
          and participant.suspended_at is null)
      or not coalesce(case by_method
        when 'passkey' then exists (select from passkey where member_id = person and participant_id = home
          and revoked_at is null
          and greatest(used_at, added_at) between moment - interval '5 minutes' and moment)
        when 'oidc' then exists (select from member_identity
            join identity_provider using (participant_id, issuer)
          where member_id = person and participant_id = home)
        when 'demo' then exists (select from pg_class where oid = 'handreiking.session'::regclass
          and pg_has_role(session_user, relowner, 'member')) end, false)
    then raise exception 'nobody signed in' using errcode = 'HR145'; end if;
  end if;
  insert into session (id, participant_id, member_id, token_hash, method, started_at, seen_at, expires_at)
    values (new_id, home, person, hash, by_method, moment, moment, ends);
end $$;

CREATE FUNCTION handreiking.begins_here(record uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from origin where record_id = record and transaction = pg_current_xact_id()
    and at = transaction_timestamp())
$$;

CREATE FUNCTION handreiking.case_goes_on(wanted uuid, before timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.changed_by_step(was jsonb, becomes jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select array_agg(key) from jsonb_each(becomes - '{state,last_step,move_id,moved_at,ended_at,due_at,nudge_at,overdue_at,lapse_at,stage,wake_at,ended,disclosed,needs_live,suspended,basis_purpose}'::text[])
    where value is distinct from was -> key
$$;

CREATE FUNCTION handreiking.check_appointment_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if new.state = 'moved' and not exists (select from appointment where moved_from_id = new.id)
    or new.state = 'held' and not exists (select from conversation where appointment_id = new.id)
  then raise exception 'an appointment ends with what took its place' using errcode = 'HR209'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_confirmation_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from referral where id = new.referral_id and moved_at = new.at
      and last_step in ('confirmed', 'connected'))
  then raise exception 'a confirmation without its audit entry' using errcode = 'HR040'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_confirmed_by_two() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if new.confirmed_by <> 'caller'
    and exists (select from member where id = new.recorded_by and participant_id = new.sender_id)
    and exists (select from contact_confirmation as earlier join member on member.id = earlier.recorded_by
      where earlier.referral_id = new.referral_id and earlier.side <> new.side and earlier.confirmed_by <> 'caller'
        and member.participant_id = new.sender_id
        and not exists (select from countersignature where subject_id = new.referral_id
          and xmin = pg_current_xact_id()::xid
          and (member_id = new.recorded_by and first_ids @> array[earlier.recorded_by]
            or member_id = earlier.recorded_by and first_ids @> array[new.recorded_by])))
  then raise exception 'a second person confirms it' using errcode = 'HR128'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_consent_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = case when new.withdrawn_at is null then 'consent.recorded' else 'consent.withdrawn' end)
  then raise exception 'a consent without its audit entry' using errcode = 'HR014'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_consulted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform from member where id = new.consulted_id and participant_id = new.participant_id
    and suspended_at is null and 'counsellor' = any (roles) for share;
  if not found or is_one_human(new.made_by, new.consulted_id)
  then raise exception 'a counsellor who can act is consulted' using errcode = 'HR129'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_countersigned() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  done jsonb := to_jsonb(new);
  firsts uuid[] := '{}';
begin
  for place in 2 .. tg_nargs - 1 loop
    firsts := firsts || (done ->> tg_argv[place])::uuid;
  end loop;
  if not exists (select from countersignature where subject_id = (done ->> tg_argv[0])::uuid
      and member_id = (done ->> tg_argv[1])::uuid and first_ids @> firsts
      and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person signs it' using errcode = 'HR127'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_emergency_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and case_id = new.case_id and xmin = pg_current_xact_id()::xid
      and action = case tg_op when 'INSERT' then 'emergency.recorded' else 'emergency.reviewed' end)
  then raise exception 'an emergency call without its audit entry' using errcode = 'HR132'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_entry_true() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.check_erasure_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.case_id and participant_id = new.participant_id
    and action = 'case.erased' and at >= new.erased_at and at <= latest_moment() and xmin = pg_current_xact_id()::xid)
  then raise exception 'an erasure without its audit entry' using errcode = 'HR143'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_event_parties() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if new.seq is not null then raise exception 'numbers are the sequencer''s' using errcode = 'HR141'; end if;
  if new.referral_id is null then
    -- Whose feed it may be otherwise, a policy says.
    if new.type <> 'verification.requested' and not exists (select from audit_event
      where subject_id = new.subject_id and action = new.type and at = new.at and xmin = pg_current_xact_id()::xid)
    then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
    return null;
  end if;
  if not exists (select from referral
      where id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
    and not exists (select from obligation
      where referral_id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
  then raise exception 'an event of no referral between the two' using errcode = '23503'; end if;
  if new.subject_id <> new.referral_id
    or (case new.type when 'referral.nudged' then new.participant_id <> new.recipient_id
      when 'referral.due' then new.participant_id <> new.sender_id
      when 'referral.overdue' then new.participant_id <> new.sender_id
      when 'obligation.chased' then false when 'obligation.met' then false
      else new.move_id is null end)
    or not exists (select from audit_event where subject_id = new.referral_id and at = new.at
      and xmin = pg_current_xact_id()::xid and id = coalesce(new.move_id, id)
      -- A recipient is not told why it is to leave off.
      and action in (new.type, case when new.type = 'referral.withdrawn' and new.participant_id = new.recipient_id
        then 'referral.suspended' end))
  then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_forgetting_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.recipient_id
    and action = 'received.forgotten' and at = new.forgotten_at and xmin = pg_current_xact_id()::xid)
  then raise exception 'forgotten without an audit entry' using errcode = 'HR147'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_introduced() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.check_move_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where id = new.move_id and subject_id = new.id
      and action = 'referral.' || new.last_step)
  then raise exception 'a move without its audit entry' using errcode = 'HR010'; end if;
  if (select count(*) from event where move_id = new.move_id and referral_id = new.id)
    <> (case when new.offered_at is null then 1 else 2 end)
  then raise exception 'a move without one event for each party' using errcode = 'HR011'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_new_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if tg_op = 'UPDATE' then
    if new.owner_id = old.owner_id then return new; end if;
  end if;
  perform from member where id = new.owner_id and participant_id = new.participant_id and suspended_at is null
    for share;
  if not found then raise exception 'given to a member who cannot act' using errcode = 'HR300'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.check_obligation_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.referral_id and xmin = pg_current_xact_id()::xid
    and action = case when new.ended_at is null then 'obligation.chased' else 'obligation.met' end)
  then raise exception 'an obligation asked for or answered without an audit entry' using errcode = 'HR041'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_override_release_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'override-release.recorded' and at = new.at)
  then raise exception 'a release without its audit entry' using errcode = 'HR108'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_override_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.check_passkey_left() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from passkey where member_id = new.member_id and revoked_at is null)
  then raise exception 'the last passkey' using errcode = 'HR116'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_proposal_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'proposal.' || coalesce(new.decision, 'made'))
  then raise exception 'a proposal without its audit entry' using errcode = 'HR081'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_question() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  question help_question;
begin
  if tg_table_name = 'help_question' then
    select * into question from help_question where id = new.id for no key update;
  elsif new.state = 'offered' then
    select * into question from help_question where id = new.help_question_id for no key update;
  else
    -- Whoever was at the question may be gone by now.
    if new.ended then perform tell_untold(new.help_question_id); end if;
    select * into question from help_question where id = new.help_question_id;
  end if;
  if question.ended_at is not null then
    if exists (select from referral where help_question_id = question.id and needs_live) then
      raise exception 'an open referral of an ended help question' using errcode = '23503';
    end if;
  elsif question.next_action is null
    and exists (select from referral where help_question_id = question.id and offered_at is not null)
    and not exists (select from referral
      where help_question_id = question.id and (needs_live or state = 'completed'))
    and not exists (select from untold_ending where help_question_id = question.id)
  then
    raise exception 'a help question that nobody sees to' using errcode = 'HR061';
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_question_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.check_refusal_entry_true() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if new.action = 'refusal.recorded' and not exists (select from refusal
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
    or new.action = 'override-release.recorded' and not exists (select from override_release
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_refusal_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'refusal.recorded' and at = new.at)
  then raise exception 'a refusal without its audit entry' using errcode = 'HR103'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_rerouting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  network record;
  subject uuid;
  wanted jsonb;
begin
  select id, two_persons into network from participant where operator;
  if not network.two_persons then return null; end if;
  if tg_table_name = 'service' then
    -- Who answers for both stays so until this is committed.
    perform from organization_participant where organization_id in (old.organization_id, new.organization_id) for share;
    if (select participant_id from organization_participant where organization_id = old.organization_id)
      is not distinct from (select participant_id from organization_participant where organization_id = new.organization_id)
    then return null; end if;
    subject := new.id;
    wanted := jsonb_build_object('organizationId', new.organization_id);
  elsif new.organization_id = old.organization_id then
    subject := new.organization_id;
    wanted := jsonb_build_object('participantId', new.participant_id);
  end if;
  if exists (select from audit_event where subject_id = subject and actor_kind = 'job'
    and action in ('organization.linked', 'service.moved') and xmin = pg_current_xact_id()::xid) then return null; end if;
  if not exists (select from proposal where participant_id = network.id and kind = tg_argv[0]
    and subject_id = subject and content @> wanted and decision = 'confirmed'
    and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person stands for where handoffs go' using errcode = 'HR130'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_two_persons() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  done jsonb := to_jsonb(new);
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
  ends boolean := tg_argv[0] = 'end-two-persons';
  operator_id uuid := (select id from participant where operator);
  owner uuid := case when tg_table_name in ('participant', 'partnership') and not ends
    then operator_id else coalesce(done ->> 'participant_id', done ->> 'id')::uuid end;
  subject uuid := case tg_table_name when 'client_key' then done ->> 'client_id'
    when 'member_identity' then done ->> 'member_id'
    when 'partnership' then done ->> 'participant_id' when 'identity_provider' then done ->> 'participant_id' else done ->> 'id' end;
  content jsonb;
begin
  if is_owners_hand() or not ends and not (select two_persons from participant where id = owner)
  then return null; end if;
  if tg_table_name in ('member', 'client', 'client_key') and tg_op = 'INSERT' and begins_here(owner)
    and exists (select from participant where id = owner and reach <> 'phone')
  then
    if not (select two_persons from participant where id = operator_id) then return null; end if;
    select proposal.content into content from proposal
      where participant_id = operator_id and subject_id = owner and kind = 'admit-participant'
        and decision = 'confirmed' and xmin = pg_current_xact_id()::xid;
    if (case tg_table_name
      when 'member' then content -> 'administrator' -> 'roles' @> (done -> 'roles')
        and not exists (select from member where participant_id = owner and id <> new.id)
      when 'client' then content -> 'client' -> 'scopes' @> (done -> 'scopes')
        and not exists (select from client where participant_id = owner and id <> new.id)
      else content -> 'client' -> 'publicKey' @> (done -> 'jwk') end)
    then return null; end if;
  end if;
  -- Two persons chose the provider, and which roles its word gives.
  if (case tg_table_name
    when 'member' then (tg_op = 'UPDATE' or begins_here(subject))
      and tg_argv[0] <> 'reinstate-member' and provider_gives(subject, done -> 'roles', tg_op = 'INSERT')
    when 'member_identity' then tg_op = 'INSERT' and begins_here(subject)
      and provider_gives(subject, (select to_jsonb(roles) from member where id = subject), true)
    else false end) then return null; end if;
  if not exists (select from proposal
    where participant_id = owner and subject_id = subject and kind = any (tg_argv)
      and decision = 'confirmed' and xmin = pg_current_xact_id()::xid
      and exists (select from origin where record_id = proposal.id and transaction <> pg_current_xact_id())
      and exists (select from member where id = decided_by and suspended_at is null)
      and case tg_table_name
        when 'member' then kind = 'reinstate-member' or proposal.content -> 'roles' @> (done -> 'roles')
        when 'client' then coalesce(proposal.content -> 'scopes', was -> 'scopes') @> (done -> 'scopes')
        when 'client_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'participant_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'member_identity' then proposal.content ->> 'expected' = done ->> 'expected'
        when 'identity_provider' then proposal.content ->> 'issuer' = done ->> 'issuer'
          and proposal.content ->> 'roleClaim' is not distinct from done ->> 'role_claim'
          and coalesce(proposal.content -> 'roleMapping', '[]') = done -> 'role_mapping'
          and coalesce(proposal.content ->> 'addsMembers', 'false') = done ->> 'adds_members'
        when 'partnership' then jsonb_build_object('sends', done -> 'sends', 'receives', done -> 'receives')
          <@ coalesce(proposal.content -> 'partnership', proposal.content)
        else true end)
  then raise exception 'it takes a second person' using errcode = 'HR082'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.check_way_in_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
    and action = tg_argv[0] and actor_id = new.member_id and xmin = pg_current_xact_id()::xid) and not is_owners_hand()
  then raise exception 'a way in without its audit entry' using errcode = 'HR146'; end if;
  return null;
end $$;

CREATE FUNCTION handreiking.clear_sessions(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform refuse_time_ahead(moment);
  delete from session where coalesce(ended_at, expires_at) < moment - interval '30 days';
  delete from sign_in where expires_at < moment;
  delete from origin where kind = 'session' and not exists (select from session where id = record_id)
    or kind = 'look' and at < clock_timestamp() - interval '1 day';
end $$;

CREATE FUNCTION handreiking.clear_used(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform refuse_time_ahead(moment);
  delete from used_assertion where expires_at < moment;
  delete from used_proof where expires_at < moment;
end $$;

CREATE FUNCTION handreiking.delete_entry(kind text, entry uuid, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not actor_is_operator() and not actor_answers_for(
      case kind when 'organization' then entry end, case kind when 'service' then entry end,
      case kind when 'location' then entry end)
  then raise exception 'only who answers for an entry deletes it' using errcode = 'HR181'; end if;
  if kind = 'service' then
    update service set deleted_at = moment, last_modified = moment, status = 'defunct'
      where id = entry and deleted_at is null;
    if not found then return false; end if;
    delete from service_search where service_id = entry;
    return true;
  elsif kind = 'location' then
    if exists (select from service_at_location where location_id = entry)
    then raise exception 'a place where a service is given stays' using errcode = 'HR182'; end if;
    update location set deleted_at = moment where id = entry and deleted_at is null;
  elsif kind = 'organization' then
    if exists (select from service where organization_id = entry and deleted_at is null)
      or exists (select from location where organization_id = entry and deleted_at is null)
    then raise exception 'an organization with entries stays' using errcode = 'HR182'; end if;
    update organization set deleted_at = moment, last_modified = moment where id = entry and deleted_at is null;
  end if;
  return found;
end $$;

CREATE FUNCTION handreiking.destroy_request_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  delete from keys.request_key where request_id = new.id;
  return null;
end $$;

CREATE FUNCTION handreiking.drop_countersignatures() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  delete from countersignature where subject_id = old.id;
  return null;
end $$;

CREATE FUNCTION handreiking.drop_sealed_to() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  delete from keys.disclosure_key using disclosure
    where disclosure.referral_id = disclosure_key.referral_id
      and disclosure.recipient_id = new.participant_id and disclosure.recipient_kid = new.kid;
  return null;
end $$;

CREATE FUNCTION handreiking.end_disclosure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  delete from keys.disclosure_key where referral_id = new.id;
  delete from disclosure where referral_id = new.id;
  if new.state <> 'completed' then
    perform raise_obligation(new, new.moved_at);
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.end_sessions_of_suspended() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if tg_table_name = 'member' then
    update session set ended_at = new.suspended_at where member_id = new.id and ended_at is null;
  else
    update session set ended_at = new.suspended_at where participant_id = new.id and ended_at is null;
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.erase_case(wanted uuid, why text, moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  counted jsonb;
  kept interval := make_interval(days => coalesce((select case_retention_days from partnership
    where participant_id = actor_participant()), 30) - 1);
begin
  perform refuse_time_ahead(moment);
  if not exists (select from "case" where id = wanted and participant_id = actor_participant()) then
    insert into erasure (participant_id, case_id, reason, erased_at, removed)
      values (actor_participant(), wanted, why, moment, '{}') on conflict do nothing;
    return;
  end if;
  perform from "case" where id = wanted for update;
  if exists (select from referral where case_id = wanted and not ended) then
    raise exception 'a referral of the case has not ended' using errcode = 'HR071';
  end if;
  if exists (select from "case" where id = wanted and opened_at > moment)
    or exists (select from audit_event where case_id = wanted and participant_id = actor_participant()
      and at > moment and xmin <> pg_current_xact_id()::xid)
    or why = 'retention' and (
      exists (select from "case" where id = wanted and opened_at > moment - kept)
      or exists (select from help_question where case_id = wanted and coalesce(ended_at > moment - kept, true)))
  then raise exception 'an erasure is dated when it is done' using errcode = 'HR142'; end if;
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

CREATE FUNCTION handreiking.feedback_agreed(handoff uuid, moment timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from referral
      join consent on consent.case_id = referral.case_id and consent.participant_id = referral.sender_id
        and consent.recipient_id = referral.recipient_id
    where referral.id = handoff and actor_participant() in (referral.sender_id, referral.recipient_id)
      and consent.purpose = 'feedback' and consent.withdrawn_at is null
      and consent.expires_at > moment)
$$;

CREATE FUNCTION handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamp with time zone) RETURNS TABLE(participant_id uuid, operator boolean, scopes text[], roles text[], requires_dpop boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select client.participant_id, participant.operator, client.scopes, member.roles, client.requires_dpop
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

CREATE FUNCTION handreiking.find_calendar(hash text) RETURNS TABLE(participant_id uuid, counsellor_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select feed.participant_id, feed.counsellor_id from calendar_feed as feed
    join member on member.id = feed.counsellor_id join participant on participant.id = feed.participant_id
  where feed.token_hash = hash and not feed.revoked and member.suspended_at is null and participant.suspended_at is null
$$;

CREATE FUNCTION handreiking.find_client(client uuid, named text, acting_member uuid, moment timestamp with time zone) RETURNS TABLE(participant_id uuid, operator boolean, key_id uuid, jwk jsonb, scopes text[], requires_dpop boolean, profile text, roles text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select client.participant_id, participant.operator, client_key.id, client_key.jwk, client.scopes,
    client.requires_dpop, client.profile, member.roles
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_client.client and client_key.kid = named
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
$$;

CREATE FUNCTION handreiking.find_consent_receipt(receipt uuid) RETURNS TABLE(withdrawn_at timestamp with time zone, expires_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select consent.withdrawn_at, consent.expires_at
  from consent_receipt
    join consent on consent.id = consent_receipt.consent_id
      and consent.participant_id = consent_receipt.participant_id
  where consent_receipt.id = receipt
$$;

CREATE FUNCTION handreiking.find_home_of_invitation(wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select participant_id from invitation where id = wanted and actor_is_operator()
$$;

CREATE FUNCTION handreiking.find_home_of_member(wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select participant_id from member where id = wanted and actor_is_operator()
$$;

CREATE FUNCTION handreiking.find_invitation(hash text, moment timestamp with time zone) RETURNS TABLE(invitation_id uuid, participant_id uuid, member_id uuid, participant_name text, member_name text, purpose text, waiting boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select invitation.id, member.participant_id, member.id, participant.name, member.name, invitation.purpose,
    invitation.needs_approval and invitation.approved_by is null
  from invitation
    join member on member.id = invitation.member_id and member.participant_id = invitation.participant_id
    join participant on participant.id = member.participant_id
  where invitation.token_hash = find_invitation.hash and invitation.used_at is null
    and invitation.voided_at is null and invitation.expires_at > moment
    and member.suspended_at is null and participant.suspended_at is null
$$;

CREATE FUNCTION handreiking.find_passkey(credential text) RETURNS TABLE(passkey_id uuid, participant_id uuid, member_id uuid, public_key bytea, barred boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select passkey.id, member.participant_id, member.id, passkey.public_key,
    passkey.revoked_at is not null or member.suspended_at is not null or participant.suspended_at is not null
      or not 'administrator' = any (member.roles)
        and exists (select from identity_provider where participant_id = member.participant_id)
  from passkey
    join member on member.id = passkey.member_id and member.participant_id = passkey.participant_id
    join participant on participant.id = member.participant_id
  where passkey.credential_id = credential
$$;

CREATE FUNCTION handreiking.find_session(hash text, moment timestamp with time zone, since timestamp with time zone) RETURNS TABLE(session_id uuid, participant_id uuid, member_id uuid, operator boolean, roles text[], seen_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select session.id, session.participant_id, session.member_id, participant.operator, member.roles, session.seen_at
  from session
    join member on member.id = session.member_id and member.participant_id = session.participant_id
    join participant on participant.id = session.participant_id
  where session.token_hash = find_session.hash and session.ended_at is null
    and session.expires_at > moment and session.seen_at > since
    and member.suspended_at is null and participant.suspended_at is null
$$;

CREATE FUNCTION handreiking.follow_override() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform from referral where override_id = new.id and needs_live order by id for update;
  update referral set basis_expires_at = new.stands_until, wake_at = least(wake_at, new.stands_until),
      due_at = case when suspended_at is null then due_at else new.stands_until end
    where override_id = new.id and needs_live;
  return null;
end $$;

CREATE FUNCTION handreiking.forget_idempotency_keys(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform refuse_time_ahead(moment);
  delete from idempotency_record where at < moment - interval '1 day';
end $$;

CREATE FUNCTION handreiking.forget_quotas(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform refuse_time_ahead(moment);
  delete from quota where ends_at <= moment;
end $$;

CREATE FUNCTION handreiking.forget_received(until timestamp with time zone, moment timestamp with time zone, most integer) RETURNS TABLE(id uuid, sender_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  kept integer := (select retention_days from partnership where participant_id = actor_participant());
begin
  perform refuse_time_ahead(moment);
  return query update referral set forgotten_at = moment
  where referral.id in (
    select old.id from referral as old
    where old.recipient_id = actor_participant() and old.offered_at is not null and old.forgotten_at is null
      and kept is not null
      -- A day less: days of the calendar are not all as long.
      and old.ended_at < least(until, moment - make_interval(days => kept - 1))
      and not exists (select from obligation where referral_id = old.id and ended_at is null)
    order by old.ended_at, old.id limit most for update skip locked)
  returning referral.id, referral.sender_id;
end $$;

CREATE FUNCTION handreiking.forget_senders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  update mail set sender_print = null, id_print = null where request_id = new.id;
  return null;
end $$;

CREATE FUNCTION handreiking.give_next_action() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform from help_question where id = new.help_question_id for no key update skip locked;
  if found then perform tell_question(new);
  else
    insert into untold_ending (referral_id, help_question_id, ended_at)
      values (new.id, new.help_question_id, new.moved_at);
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.guard_appointment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_article() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.withdrawn_at is not null then raise exception 'the article was withdrawn' using errcode = 'HR150'; end if;
  if array_position(array['helpline', 'network', 'public'], new.audience)
      < array_position(array['helpline', 'network', 'public'], old.audience)
    or new.newest < old.newest or coalesce(new.shown, 0) < coalesce(old.shown, 0)
  then raise exception 'an article goes forward only' using errcode = 'HR151'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_attempt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_audit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  unsealed audit_event;
begin
  if tg_op = 'TRUNCATE' then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  if tg_op = 'DELETE' then
    if not exists (select from audit_checkpoint
        where id = nullif(current_setting('handreiking.segment_end', true), '')::uuid
          and participant_id = old.participant_id and seq >= old.seq)
    then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
    return old;
  end if;
  unsealed := new;
  unsealed.seq := null;
  unsealed.hash := null;
  if old.seq is not null or new.seq is null or unsealed is distinct from old
  then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_calendar_feed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.revoked and not new.revoked then raise exception 'what is revoked stays so' using errcode = 'HR212'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_checkpoint() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'checkpoints do not change' using errcode = 'HR070';
end $$;

CREATE FUNCTION handreiking.guard_confirmation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_consent() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
    or to_jsonb(old) - 'withdrawn_at' - 'live' <> to_jsonb(new) - 'withdrawn_at' - 'live'
  then raise exception 'a consent can only be withdrawn' using errcode = 'HR013'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_conversation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform from appointment left join callback_request as request on request.id = appointment.request_id
  where appointment.id = new.appointment_id and appointment.participant_id = new.participant_id
    and appointment.state = 'held' and new.case_id in (appointment.case_id, request.case_id);
  if not found then
    raise exception 'a conversation of an appointment that is not its own' using errcode = 'HR304';
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_correction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.state <> 'proposed'
    or to_jsonb(old) - '{state,decided_by,decided_at,refusal_reason}'::text[]
      <> to_jsonb(new) - '{state,decided_by,decided_at,refusal_reason}'::text[]
  then raise exception 'a correction can only be decided, once' using errcode = 'HR031'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_countersignature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  -- The session is held until the decision is committed: its end comes before or after it.
  perform from session where id = new.session_id and member_id = new.member_id
    and participant_id = new.participant_id and ended_at is null
    and started_at <= new.at and expires_at > new.at for share;
  if not found or not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.member_id and member.suspended_at is null and participant.suspended_at is null)
  then raise exception 'a second person is signed in' using errcode = 'HR125'; end if;
  if exists (select from unnest(new.first_ids) as first where is_one_human(new.member_id, first))
  then raise exception 'one human is no second person' using errcode = 'HR126'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_cover() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.ended_at is not null then raise exception 'a cover ends once' using errcode = 'HR303'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_disclosure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if actor_participant() is distinct from new.sender_id
    and (tg_op = 'INSERT' or to_jsonb(old) - '{spent_at,needs_disclosed}'::text[]
      <> to_jsonb(new) - '{spent_at,needs_disclosed}'::text[])
  then raise exception 'only the sender discloses' using errcode = 'HR027'; end if;
  if tg_op = 'UPDATE' and old.spent_at is not null and new.spent_at is distinct from old.spent_at
    and (actor_participant() is distinct from new.sender_id or new.sealed is not distinct from old.sealed)
  then raise exception 'a code is good once' using errcode = 'HR027'; end if;
  if new.recipient_kid is not null and not (tg_op = 'UPDATE' and new.sealed is not distinct from old.sealed) then
    perform from participant_key where participant_id = new.recipient_id and kid = new.recipient_kid
      and use = 'enc' and revoked_at is null and expires_at > new.sealed_at for share;
    if not found then
      raise exception 'nobody opens what is sealed to a dead key' using errcode = 'HR039';
    end if;
  end if;
  if not (tg_op = 'UPDATE' and new.sealed_at = old.sealed_at) then
    perform from participant where id = new.recipient_id and suspended_at is null for share;
    if not found then
      raise exception 'nothing is disclosed to whoever is suspended' using errcode = 'HR170';
    end if;
  end if;
  if (new.method = 'spoken') <> answers_by_phone(new.recipient_id)
  then raise exception 'a partner with a login fetches, one without is told' using errcode = 'HR028'; end if;
  if not exists (select from referral
      left join consent on consent.id = referral.consent_id
      left join override on override.id = referral.override_id
    where referral.id = new.referral_id and new.categories <@ coalesce(consent.categories, override.categories))
  then raise exception 'the basis does not cover what is disclosed' using errcode = 'HR029'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_emergency() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' and new.reviewed_by is not null
    or tg_op = 'UPDATE' and (old.reviewed_by is not null
      or to_jsonb(old) - '{reviewed_by,reviewed_at,finding}'::text[]
        <> to_jsonb(new) - '{reviewed_by,reviewed_at,finding}'::text[])
  then raise exception 'an emergency call stays as it was told' using errcode = 'HR131'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_erasure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'erasures stay written' using errcode = 'HR070';
end $$;

CREATE FUNCTION handreiking.guard_feedback() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.answered_at is not null then raise exception 'the feedback has its answer' using errcode = 'HR152'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_forgetting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not old.ended or old.forgotten_at is not null
    or handreiking.actor_participant() is distinct from new.recipient_id
    or to_jsonb(old) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
      <> to_jsonb(new) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
  then raise exception 'a recipient forgets what has ended' using errcode = 'HR072'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_hand_over() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.answer is not null then raise exception 'a hand-over is answered once' using errcode = 'HR302'; end if;
  if new.answer = 'returned' and new.answered_at > old.returnable_until
  then raise exception 'it is too late to give the case back' using errcode = 'HR302'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_history() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'the history of the directory does not change' using errcode = 'HR180';
end $$;

CREATE FUNCTION handreiking.guard_invitation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if tg_op = 'INSERT' then
    if new.approved_by is not null or new.used_at is not null or new.voided_at is not null
      or (new.purpose = 'recovery') <> exists (
        select from passkey where member_id = new.member_id and revoked_at is null)
      or not new.needs_approval and is_in_use(new.participant_id) and not exists (
        select from member where id = new.invited_by and participant_id = new.participant_id)
    then raise exception 'an invitation begins open, as what it is' using errcode = 'HR111'; end if;
    return new;
  end if;
  if old.used_at is not null or old.voided_at is not null
    or old.approved_by is not null
      and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at)
  then raise exception 'an invitation is approved, used or voided once' using errcode = 'HR112'; end if;
  if new.approved_by is not null and not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.approved_by and member.suspended_at is null and participant.suspended_at is null
      and (member.participant_id = new.participant_id and member.roles && '{administrator,privacy-officer}'::text[]
        or participant.operator and 'coordinator' = any (member.roles)))
  then raise exception 'nobody who could approve it' using errcode = 'HR113'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_ledger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if to_jsonb(old) - '{seq,segment}'::text[] <> to_jsonb(new) - '{seq,segment}'::text[]
  then raise exception 'entries of the ledger do not change' using errcode = 'HR160'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_new_appointment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_note() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if old.expires_at > latest_moment() and new.conversation_id is not distinct from old.conversation_id
  then raise exception 'a note is kept until it expires' using errcode = 'HR148'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_obligation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_override() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_override_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if tg_op <> 'INSERT' or not exists (select from member where id = new.released_by
    and participant_id = new.participant_id and suspended_at is null and 'coordinator' = any (roles))
  then raise exception 'a coordinator releases' using errcode = 'HR107'; end if;
  perform from member where id = new.member_id for no key update;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_override_request() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from override where id = new.override_id and participant_id = new.participant_id
      and ended_at is null and made_by is distinct from new.member_id)
    or new.member_id is not null and not exists (select from member where id = new.member_id
      and suspended_at is null and 'counsellor' = any (roles))
  then raise exception 'nobody who could decide on it' using errcode = 'HR133'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_participant_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
  then raise exception 'a revoked key stays revoked' using errcode = 'HR042'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_passkey() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.revoked_at is not null then raise exception 'the passkey is revoked' using errcode = 'HR114'; end if;
  if new.sign_count < old.sign_count then
    raise exception 'a count of signatures never goes back' using errcode = 'HR115';
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_proposal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' and new.decision is not null
    or tg_op = 'UPDATE' and (old.decision is not null or new.decision is null
      or old.subject_id is not null and new.subject_id is distinct from old.subject_id)
  then raise exception 'a proposal is decided once, after it was made' using errcode = 'HR080'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_referral() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_refusal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if tg_op <> 'INSERT' or pg_trigger_depth() = 1 and new.recorded_by is null
  then raise exception 'a refusal stays as it was written' using errcode = 'HR102'; end if;
  perform from "case" where id = new.case_id for no key update;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_reporting_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.guard_request() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  urgencies constant text[] := '{normal,urgent,acute}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then raise exception 'a request begins open' using errcode = 'HR120'; end if;
    return new;
  end if;
  if array_position(urgencies, new.urgency) < array_position(urgencies, old.urgency) then
    raise exception 'urgency only rises' using errcode = 'HR121';
  end if;
  if old.state = 'ended' and (
    to_jsonb(old) - '{sealed,code_word,let_go_at}'::text[] <> to_jsonb(new) - '{sealed,code_word,let_go_at}'::text[]
    or old.let_go_at is not null or new.let_go_at is null)
  then raise exception 'a request that has ended stays as it is' using errcode = 'HR122'; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.guard_request_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from handreiking.callback_request where id = new.request_id and let_go_at is not null) then
    raise exception 'nothing is left that a key would open' using errcode = 'HR123';
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.handoff_numbers(start timestamp with time zone, ending timestamp with time zone, sender uuid, fewest integer) RETURNS TABLE(part text, partner_id uuid, offers integer, acknowledged integer, acknowledge_median integer, acknowledge_slow integer, answered integer, answer_median integer, answer_slow integer, introduced integer, introduce_median integer, introduce_slow integer, declines jsonb, lapses integer)
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  with sent as (
    select recipient_id, offered_at, accepted_at, introduction_at, connected_at,
      case when state = 'declined' and ended_at >= start and ended_at < ending then decline_reason end as declined,
      state = 'lapsed' and ended_at >= start and ended_at < ending as lapsed,
      least(acknowledged_at, accepted_at, case when state = 'declined' then ended_at end) as acknowledged_at,
      coalesce(accepted_at, case when state = 'declined' then ended_at end) as answered_at
    from referral
    where offered_at < ending and (sender is null or sender_id = sender)
  ), happened as (
    select recipient_id, declined, lapsed, offered_at >= start as offered,
      case when acknowledged_at >= start and acknowledged_at < ending
        then extract(epoch from acknowledged_at - offered_at) / 60 end as acknowledge,
      case when answered_at >= start and answered_at < ending
        then extract(epoch from answered_at - offered_at) / 60 end as answer,
      case when connected_at >= start and connected_at < ending
        then extract(epoch from introduction_at - accepted_at) / 60 end as introduce
    from sent
  ), counting as (
    select *, sum(offered::int) over (partition by recipient_id) >= fewest as told_apart from happened
    where offered or lapsed or num_nonnulls(declined, acknowledge, answer, introduce) > 0
  )
  select case when grouping(told_apart) = 1 then 'all' when told_apart then 'partner' else 'others' end,
    told.partner,
    count(*) filter (where offered)::int,
    count(acknowledge)::int,
    case when count(acknowledge) >= fewest then round(percentile_cont(0.5) within group (order by acknowledge))::int end,
    case when count(acknowledge) >= fewest then round(percentile_cont(0.9) within group (order by acknowledge))::int end,
    count(answer)::int,
    case when count(answer) >= fewest then round(percentile_cont(0.5) within group (order by answer))::int end,
    case when count(answer) >= fewest then round(percentile_cont(0.9) within group (order by answer))::int end,
    count(introduce)::int,
    case when count(introduce) >= fewest then round(percentile_cont(0.5) within group (order by introduce))::int end,
    case when count(introduce) >= fewest then round(percentile_cont(0.9) within group (order by introduce))::int end,
    (select coalesce(jsonb_object_agg(reason, times), '{}') from (
      select reason, count(*) as times from unnest(array_agg(declined)) as reason where reason is not null group by reason
    ) as reasons),
    count(*) filter (where lapsed)::int
  from (select *, case when told_apart then recipient_id end as partner from counting) as told
  group by grouping sets ((), (told_apart, told.partner))
$$;

CREATE FUNCTION handreiking.has_live_referral(question_id uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from referral where help_question_id = question_id and needs_live)
$$;

CREATE FUNCTION handreiking.is_conversation_of(wanted uuid, of_case uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from conversation where id = wanted and case_id = of_case)
$$;

CREATE FUNCTION handreiking.is_in_use(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select (wanted = actor_participant() or actor_is_operator()) and (
    exists (select from client where participant_id = wanted)
    or exists (select from passkey where participant_id = wanted)
    or exists (select from session where participant_id = wanted))
$$;

CREATE FUNCTION handreiking.is_one_human(one uuid, other uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from person_mark as mine join person_mark as theirs using (mark)
    where mine.member_id = one and theirs.member_id = other)
    and exists (select from member where id in (one, other) and participant_id = actor_participant())
$$;

CREATE FUNCTION handreiking.is_owners_hand() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select pg_has_role(session_user, relowner, 'member') and current_setting('role') in ('none', relowner::regrole::text)
  from pg_class where oid = 'handreiking.participant'::regclass
$$;

CREATE FUNCTION handreiking.keep_merger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.merged_into is not null and new.merged_into is null then
    raise exception 'a movement that was merged stays merged' using errcode = 'check_violation';
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.keep_origin() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  insert into origin (record_id, kind, transaction, at)
    values (new.id, tg_argv[0], pg_current_xact_id(), transaction_timestamp());
  return null;
end $$;

CREATE FUNCTION handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text, moment timestamp with time zone, ends timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform refuse_time_ahead(moment);
  delete from passkey_challenge where browser_hash in (
    select browser_hash from passkey_challenge where expires_at < moment limit 20 for update skip locked);
  insert into passkey_challenge (browser_hash, purpose, subject_id, challenge, expires_at)
    values (browser, what, about, bytes, least(ends, moment + interval '10 minutes'));
end $$;

CREATE FUNCTION handreiking.keep_question_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.keep_signal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.conversation_id, new.reported_by_id) <> 1 then
      raise exception 'a signal comes from a conversation or from a partner' using errcode = 'check_violation';
    end if;
  elsif new.note is not null and new.note is distinct from old.note then
    raise exception 'a note of a signal is never changed' using errcode = 'check_violation';
  elsif old.conversation_id is not null and new.conversation_id is null then
    new.note = null;
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.keep_suspension() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  update participant_suspension
    set readmitted_at = greatest(suspended_at, coalesce(new.suspended_at,
      case when new.readmitted_at is distinct from old.readmitted_at then new.readmitted_at end, clock_timestamp()))
    where participant_id = new.id and readmitted_at is null;
  if new.suspended_at is not null then
    insert into participant_suspension (participant_id, suspended_at) values (new.id, new.suspended_at)
      on conflict (participant_id, suspended_at) do update set readmitted_at = null;
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.keep_versions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $_$
declare
  actor jsonb := coalesce(nullif(current_setting('handreiking.actor', true), ''), '{}')::jsonb;
begin
  execute format($query$
    with written as (
      insert into directory_version (entity, record_id, root_entity, root_id, change, fields, content, at,
        participant_id, actor_kind, actor_id, on_behalf_of)
      select %1$L, r.id, %2$s, %3$s, told.change, told.fields, to_jsonb(r), $2,
        actor_participant(), $1 ->> 'kind', ($1 ->> 'id')::uuid, ($1 ->> 'onBehalfOf')::uuid
      from %4$s
      returning entity, record_id, root_entity, root_id, change)
    insert into directory_change as earlier (entity, record_id, change, at)
    select root_entity, root_id, coalesce(max(change) filter (where entity = root_entity and record_id = root_id),
      'changed'), $2
    from written where root_id is not null and root_entity is not null group by root_entity, root_id
    on conflict (transaction, entity, record_id) where number is null do update set change = excluded.change
    where excluded.change = 'deleted' or earlier.change = 'changed' and excluded.change = 'created'
    $query$, tg_table_name, tg_argv[0], tg_argv[1], case tg_op
      when 'INSERT' then $$new_rows as r cross join (values ('created', null::text[])) as told (change, fields)$$
      when 'DELETE' then $$old_rows as r cross join (values ('deleted', null::text[])) as told (change, fields)$$
      -- A time of the last change tells nothing by itself.
      else $$new_rows as r join old_rows as o on o.id = r.id cross join lateral (
          select case when to_jsonb(r) ->> 'deleted_at' is null then 'changed' else 'deleted' end as change,
            array_agg(key order by key) as fields
          from jsonb_each(to_jsonb(r)) where value is distinct from to_jsonb(o) -> key and key <> 'last_modified')
        as told where told.fields is not null$$
      end)
    using actor, coalesce((actor ->> 'at')::timestamptz, now());
  return null;
end $_$;

CREATE FUNCTION handreiking.kept_segments() RETURNS TABLE(first bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select first from ledger_segment where kept_at is not null order by first
$$;

CREATE FUNCTION handreiking.latest_moment() RETURNS timestamp with time zone
    LANGUAGE sql
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select clock_timestamp() + interval '5 minutes'
$$;

CREATE FUNCTION handreiking.lease_quota(named text, who text, window_ends timestamp with time zone, wanted integer, quota integer, OUT granted integer, OUT taken integer) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  insert into quota as kept values (named, who, window_ends, 0) on conflict do nothing;
  select kept.taken into taken from quota as kept
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends for update;
  granted := greatest(0, least(wanted, lease_quota.quota - taken));
  if granted = 0 then return; end if;
  taken := taken + granted;
  update quota as kept set taken = lease_quota.taken
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends;
end $$;

CREATE FUNCTION handreiking.leave_deleted_out() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  is_deleted boolean;
begin
  case tg_table_name
    when 'service' then select deleted_at is not null into is_deleted from service where id = new.id;
    when 'location' then select deleted_at is not null into is_deleted from location where id = new.id;
    else select deleted_at is not null into is_deleted from organization where id = new.id;
  end case;
  if is_deleted then return null; end if;
  return new;
end $$;

CREATE FUNCTION handreiking.ledger_head() RETURNS TABLE(first bigint, last bigint, hash bytea, kept boolean, whole boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select first, last, hash, kept_at is not null, not exists (select from ledger_segment where not applied)
    from ledger_segment order by first desc limit 1
$$;

CREATE TABLE handreiking.ledger_entry (
    id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    other_id uuid,
    codes text[] DEFAULT '{}'::text[] NOT NULL,
    at timestamp with time zone NOT NULL,
    seq bigint,
    segment bigint,
    CONSTRAINT ledger_entry_codes CHECK ((array_to_string(codes, ' '::text) ~ '^[a-z0-9:_ -]*$'::text)),
    CONSTRAINT ledger_entry_kind CHECK ((kind = ANY (ARRAY['consent-withdrawn'::text, 'refused'::text, 'referral-ended'::text, 'override-ended'::text, 'override-refused'::text, 'objection-honored'::text, 'override-objected'::text, 'objection-overruled'::text, 'identity-released'::text, 'obligation-raised'::text, 'obligation-met'::text, 'code-spent'::text, 'case-erased'::text, 'request-erased'::text, 'request-ended'::text, 'appointment-ended'::text, 'contact-forgotten'::text, 'code-word-ended'::text, 'code-word-spent'::text, 'request-word-spent'::text, 'case-owner'::text, 'case-access-ended'::text, 'case-access-given'::text, 'cover-ended'::text, 'participant-key-revoked'::text, 'client-key-revoked'::text, 'participant-suspended'::text, 'participant-readmitted'::text, 'member-suspended'::text, 'member-reinstated'::text, 'client-suspended'::text, 'client-readmitted'::text, 'member-roles'::text, 'client-terms'::text, 'partnership'::text, 'two-persons'::text, 'proposal-rejected'::text, 'session-ended'::text, 'passkey-revoked'::text, 'invitation-ended'::text, 'calendar-revoked'::text, 'web-form'::text, 'provider-ended'::text, 'identity-unlinked'::text, 'article-withdrawn'::text]))),
    CONSTRAINT ledger_entry_sealed CHECK (((seq IS NULL) = (segment IS NULL)))
);

CREATE FUNCTION handreiking.ledger_text(entry handreiking.ledger_entry) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select jsonb_build_array(entry.seq, entry.id, entry.kind, entry.subject_id, entry.participant_id, entry.other_id,
    entry.codes, (extract(epoch from entry.at) * 1000000)::bigint)::text
$$;

CREATE FUNCTION handreiking.let_go_of_ledger(days integer) RETURNS TABLE(first bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  until bigint;
begin
  perform pg_advisory_xact_lock(7160);
  select max(segment.first) into until from ledger_segment as segment
    where sealed_at < now() - make_interval(days => greatest(days, 8))
      and segment.first < (select max(newest.first) from ledger_segment as newest)
      and not exists (select from ledger_segment as open
        where open.first <= segment.first and (open.kept_at is null or not open.applied));
  delete from ledger_entry where segment <= until;
  return query delete from ledger_segment as segment where segment.first <= until returning segment.first;
end $$;

CREATE FUNCTION handreiking.mark_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  known jsonb := to_jsonb(new);
begin
  insert into person_mark (member_id, mark)
    select new.member_id, encode(sha256(convert_to(case tg_table_name
      when 'passkey' then 'passkey ' || (known ->> 'public_key')
      else 'provider ' || jsonb_build_array(known -> 'issuer', known -> 'subject')::text end, 'UTF8')), 'hex')
    where tg_table_name = 'passkey' or known ->> 'subject' is not null
    on conflict do nothing;
  return null;
end $$;

CREATE FUNCTION handreiking.mark_segment(wanted bigint, kept boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  update ledger_segment set kept_at = case when kept then coalesce(kept_at, now()) end where first = wanted
$$;

CREATE FUNCTION handreiking.may_act_alone(member_wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.merger_recorded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.merged_into is not null and not exists (
    select from handreiking.movement_merger where movement_id = new.id) then
    raise exception 'a merger is on record' using errcode = 'check_violation';
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.network_numbers(year integer, quarter integer, moment timestamp with time zone) RETURNS TABLE(partner_id uuid, offers integer, acknowledged integer, acknowledge_median integer, acknowledge_slow integer, answered integer, answer_median integer, answer_slow integer, introduced integer, introduce_median integer, introduce_slow integer, declines jsonb, lapses integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  with period as (
    select starts at time zone 'Europe/Amsterdam' as starts,
      (starts + interval '3 months') at time zone 'Europe/Amsterdam' as ends
    from (select make_date(year, quarter * 3 - 2, 1)::timestamp as starts) as named
    where actor_is_operator()
  ), everyone as (
    select numbers.* from period, handoff_numbers(starts, ends, null, 10) as numbers
    where ends <= moment and numbers.part <> 'all' and numbers.offers >= 10
  ), own as (
    select case when numbers.partner_id in (select everyone.partner_id from everyone) then numbers.partner_id end as partner,
      numbers.offers, numbers.acknowledged, numbers.answered, numbers.introduced, numbers.lapses, numbers.declines
    from period, handoff_numbers(starts, ends, actor_participant(), 0) as numbers
    where ends <= moment and numbers.part = 'partner'
  ), parted as (
    select everyone.*, coalesce(sum(own.offers), 0) as own_offers,
      coalesce(sum(own.acknowledged), 0) as own_acknowledged, coalesce(sum(own.answered), 0) as own_answered,
      coalesce(sum(own.introduced), 0) as own_introduced, coalesce(sum(own.lapses), 0) as own_lapses
    from everyone left join own on own.partner is not distinct from everyone.partner_id
    group by everyone.part, everyone.partner_id, everyone.offers, everyone.acknowledged, everyone.acknowledge_median,
      everyone.acknowledge_slow, everyone.answered, everyone.answer_median, everyone.answer_slow, everyone.introduced,
      everyone.introduce_median, everyone.introduce_slow, everyone.declines, everyone.lapses
  )
  select parted.partner_id, parted.offers,
    case when acknowledges then parted.acknowledged end, case when acknowledges then acknowledge_median end,
    case when acknowledges then acknowledge_slow end,
    case when answers then parted.answered end, case when answers then answer_median end,
    case when answers then answer_slow end,
    case when introduces then parted.introduced end, case when introduces then introduce_median end,
    case when introduces then introduce_slow end,
    (select coalesce(jsonb_object_agg(reason, times), '{}')
      from jsonb_each_text(parted.declines) as declined (reason, times)
      where tells_nobody(times::int, (select coalesce(sum((own.declines ->> reason)::int), 0) from own
        where own.partner is not distinct from parted.partner_id))),
    case when tells_nobody(parted.lapses, own_lapses) then parted.lapses end
  from parted, lateral (select tells_nobody(parted.acknowledged, own_acknowledged) as acknowledges,
    tells_nobody(parted.answered, own_answered) as answers,
    tells_nobody(parted.introduced, own_introduced) as introduces) as told
  where tells_nobody(parted.offers, own_offers)
$$;

CREATE FUNCTION handreiking.note_taken() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  done jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into ledger_entry (id, kind, subject_id, participant_id, other_id, at, codes)
  values (gen_random_uuid(), tg_argv[0], (done ->> tg_argv[1])::uuid, (done ->> tg_argv[2])::uuid,
    (done ->> nullif(tg_argv[3], ''))::uuid,
    coalesce((done ->> nullif(tg_argv[4], ''))::timestamptz, now()),
    array(select code from unnest(string_to_array(nullif(tg_argv[5], ''), ',')) as name,
      lateral (select jsonb_array_elements_text(done -> name) as code where jsonb_typeof(done -> name) = 'array'
        union all select name where done -> name = 'true'::jsonb
        union all select done ->> name where jsonb_typeof(done -> name) = 'string') as said
      where code is not null));
  return null;
end $$;

CREATE FUNCTION handreiking.number_directory_changes() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from directory_change where number is null) then return; end if;
  perform pg_advisory_xact_lock(6002, 0);
  update directory_change set number = numbered.number
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(number), 0) from directory_change) as number
        from directory_change where number is null) as numbered
  where directory_change.id = numbered.id;
end $$;

CREATE FUNCTION handreiking.number_events(feed uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if not exists (select from event where participant_id = feed and seq is null) then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(feed::text, 6001));
  update event set seq = numbered.seq
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(seq), 0) from event where participant_id = feed) as seq
        from event where participant_id = feed and seq is null) as numbered
  where event.id = numbered.id;
end $$;

CREATE FUNCTION handreiking.object_to_overrides() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.oblige_completed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform raise_obligation(referral, new.withdrawn_at) from referral
    where consent_id = new.id and state = 'completed';
  return null;
end $$;

CREATE FUNCTION handreiking.oblige_completed_on_override() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform raise_obligation(referral, new.ended_at) from referral
    where override_id = new.id and state = 'completed';
  return null;
end $$;

CREATE FUNCTION handreiking.open_segments(most integer) RETURNS TABLE(first bigint, last bigint, before bytea, hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select first, last, before, hash from ledger_segment where kept_at is null order by first limit most
$$;

CREATE FUNCTION handreiking.overdue_referral(wanted uuid) RETURNS TABLE(id uuid, state text, due_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select id, state, due_at from referral
  where id = wanted and stage = 'overdue' and needs_live and actor_is_operator()
$$;

CREATE FUNCTION handreiking.overdue_referrals() RETURNS TABLE(id uuid, state text, due_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select id, state, due_at from referral
  where stage = 'overdue' and needs_live and actor_is_operator()
  order by due_at, id limit 200
$$;

CREATE FUNCTION handreiking.participant_by_phone(wanted uuid, new_id uuid, moment timestamp with time zone) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
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

CREATE FUNCTION handreiking.participants_to_wake(moment timestamp with time zone) RETURNS TABLE(participant_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select sender_id from referral where wake_at <= moment
  union select sender_id from obligation where due_at <= moment and ended_at is null
  union select participant_id from override
    where ended_at is null and (review_due_at <= moment and reviewed_at is null or disputed and decide_by <= moment)
$$;

CREATE FUNCTION handreiking.place_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.entry_kind = 'service' then
    select organization_id into strict new.organization_id from handreiking.service where id = new.entry_id;
  elsif new.entry_kind = 'location' then
    select organization_id into strict new.organization_id from handreiking.location where id = new.entry_id;
  else
    select id into strict new.organization_id from handreiking.organization where id = new.entry_id;
  end if;
  return new;
end $$;

CREATE FUNCTION handreiking.provider_gives(person uuid, roles jsonb, anew boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select exists (select from member_identity as identity
      join identity_provider as provider using (participant_id)
    where identity.member_id = person and identity.issuer = provider.issuer and provider.role_claim is not null
      and (provider.adds_members or not anew)
      and not exists (select from jsonb_array_elements(roles) as given where not exists (
        select from jsonb_array_elements(provider.role_mapping) as mapped where mapped -> 'roles' @> given)))
$$;

CREATE TABLE handreiking.referral (
    id uuid NOT NULL,
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    case_id uuid NOT NULL,
    help_question_id uuid NOT NULL,
    service_id uuid NOT NULL,
    drafted_by uuid NOT NULL,
    state text NOT NULL,
    last_step text NOT NULL,
    move_id uuid NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    continues_id uuid,
    consent_id uuid,
    override_id uuid,
    basis_expires_at timestamp with time zone,
    domain text NOT NULL,
    topics text[] NOT NULL,
    relation text NOT NULL,
    age_band text NOT NULL,
    age_band_of text NOT NULL,
    language text NOT NULL,
    province text,
    urgency text NOT NULL,
    safety_flags text[] NOT NULL,
    told_apart integer DEFAULT (floor((random() * (5000)::double precision)))::integer NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    offered_at timestamp with time zone,
    terms jsonb,
    acknowledged_at timestamp with time zone,
    acknowledged_by_function text,
    acknowledged_by_name text,
    accepted_at timestamp with time zone,
    accepted_by_name text,
    accepted_by_contact text,
    decline_reason text,
    better_service_id uuid,
    proposed_times timestamp with time zone[],
    scheduled_at timestamp with time zone,
    introduction_at timestamp with time zone,
    introduction_channel text,
    missed_times integer DEFAULT 0 NOT NULL,
    missed_at timestamp with time zone,
    disclosed_categories text[],
    fetched_at timestamp with time zone,
    connected_at timestamp with time zone,
    outcome text,
    outcome_by text,
    held_until timestamp with time zone,
    suspended_at timestamp with time zone,
    given_back integer DEFAULT 0 NOT NULL,
    ended_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    due_at timestamp with time zone,
    nudge_at timestamp with time zone,
    overdue_at timestamp with time zone,
    lapse_at timestamp with time zone,
    stage text NOT NULL,
    wake_at timestamp with time zone,
    ended boolean GENERATED ALWAYS AS ((state = ANY (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text]))) STORED NOT NULL,
    disclosed boolean GENERATED ALWAYS AS ((state = ANY (ARRAY['scheduled'::text, 'connected'::text]))) STORED NOT NULL,
    needs_live boolean GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text])) THEN true
    ELSE NULL::boolean
END) STORED,
    suspended boolean GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text])) THEN (suspended_at IS NOT NULL)
    ELSE NULL::boolean
END) STORED,
    basis_purpose text GENERATED ALWAYS AS ('handoff'::text) STORED NOT NULL,
    CONSTRAINT referral_accepted CHECK (((num_nonnulls(accepted_at, accepted_by_name, accepted_by_contact) = ANY (ARRAY[0, 3])) AND ((state <> ALL (ARRAY['accepted'::text, 'scheduled'::text, 'connected'::text, 'completed'::text])) OR (accepted_at IS NOT NULL)))),
    CONSTRAINT referral_acknowledged CHECK (((num_nonnulls(acknowledged_at, acknowledged_by_function) = ANY (ARRAY[0, 2])) AND ((state <> 'acknowledged'::text) OR (acknowledged_at IS NOT NULL)))),
    CONSTRAINT referral_apart CHECK (((told_apart >= 0) AND (told_apart <= 4999))),
    CONSTRAINT referral_awake CHECK (((wake_at IS NULL) = (state = ANY (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])))),
    CONSTRAINT referral_basis CHECK (
CASE
    WHEN (offered_at IS NULL) THEN (num_nonnulls(consent_id, override_id, basis_expires_at) = 0)
    ELSE ((num_nonnulls(consent_id, override_id) = 1) AND (basis_expires_at IS NOT NULL))
END),
    CONSTRAINT referral_basis_in_force CHECK (((needs_live IS NULL) OR (moved_at < basis_expires_at))),
    CONSTRAINT referral_codes CHECK (((domain = ANY (ARRAY['care'::text, 'investigation'::text, 'legal'::text])) AND (age_band = ANY (ARRAY['under-12'::text, '12-15'::text, '16-17'::text, '18-25'::text, '26-64'::text, '65-plus'::text])) AND (age_band_of = ANY (ARRAY['caller'::text, 'person-concerned'::text])) AND (language = ANY (ARRAY['nl'::text, 'en'::text, 'fr'::text, 'de'::text, 'es'::text, 'pl'::text, 'tr'::text, 'ar'::text, 'ru'::text, 'uk'::text, 'other'::text])) AND ((province IS NULL) OR (province = ANY (ARRAY['Drenthe'::text, 'Flevoland'::text, 'Friesland'::text, 'Gelderland'::text, 'Groningen'::text, 'Limburg'::text, 'Noord-Brabant'::text, 'Noord-Holland'::text, 'Overijssel'::text, 'Utrecht'::text, 'Zeeland'::text, 'Zuid-Holland'::text]))) AND (safety_flags <@ '{call-withheld-number,no-voicemail,no-mail,shared-phone,watched-online,lives-with-group,minor-involved,interpreter-needed}'::text[]) AND ((decline_reason IS NULL) OR (decline_reason = ANY (ARRAY['no-capacity'::text, 'not-offered'::text, 'not-eligible'::text, 'outside-area'::text, 'conflict-of-interest'::text, 'safety'::text, 'already-known'::text, 'other'::text]))))),
    CONSTRAINT referral_completed CHECK ((((state = 'completed'::text) = (outcome IS NOT NULL)) AND ((outcome IS NULL) = (outcome_by IS NULL)) AND (outcome = ANY (ARRAY['helped'::text, 'partly'::text, 'not-helped'::text, 'unknown'::text, 'unknown-by-choice'::text])) AND (outcome_by = ANY (ARRAY['helpline'::text, 'recipient'::text])))),
    CONSTRAINT referral_connected CHECK (((state <> ALL (ARRAY['connected'::text, 'completed'::text])) OR (connected_at IS NOT NULL))),
    CONSTRAINT referral_deadline CHECK (((due_at IS NOT NULL) = (needs_live IS NOT NULL))),
    CONSTRAINT referral_declined CHECK (((state = 'declined'::text) = (decline_reason IS NOT NULL))),
    CONSTRAINT referral_draft CHECK (((state <> 'draft'::text) OR (offered_at IS NULL))),
    CONSTRAINT referral_ended CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])))),
    CONSTRAINT referral_missed CHECK ((((missed_times >= 0) AND (missed_times <= 3)) AND ((missed_times < 3) OR (state <> 'scheduled'::text)))),
    CONSTRAINT referral_not_acute CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text]))),
    CONSTRAINT referral_offered CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (offered_at IS NOT NULL))),
    CONSTRAINT referral_scheduled CHECK (((num_nonnulls(scheduled_at, introduction_at, introduction_channel, disclosed_categories) = ANY (ARRAY[0, 4])) AND ((state <> ALL (ARRAY['scheduled'::text, 'connected'::text, 'completed'::text])) OR (scheduled_at IS NOT NULL)) AND (introduction_channel = ANY (ARRAY['three-way-call'::text, 'video'::text, 'in-person'::text])) AND (disclosed_categories <@ '{contact,identity,health,criminal,belief,family}'::text[]))),
    CONSTRAINT referral_stage CHECK ((stage = ANY (ARRAY['running'::text, 'nudged'::text, 'due'::text, 'overdue'::text]))),
    CONSTRAINT referral_state CHECK ((state = ANY (ARRAY['draft'::text, 'offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text, 'completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text]))),
    CONSTRAINT referral_step CHECK (((last_step = ANY (ARRAY['drafted'::text, 'offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text, 'completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text, 'proposed'::text, 'rescheduled'::text, 'missed'::text, 'resealed'::text, 'confirmed'::text, 'held'::text, 'suspended'::text, 'resumed'::text])) AND
CASE
    WHEN (last_step = 'drafted'::text) THEN (state = 'draft'::text)
    WHEN (last_step = ANY (ARRAY['draft'::text, 'offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text, 'completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])) THEN (last_step = state)
    ELSE (state = ANY (ARRAY['offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text]))
END)),
    CONSTRAINT referral_suspended CHECK (((given_back >= 0) AND ((suspended_at IS NULL) OR ((override_id IS NOT NULL) AND (state = ANY (ARRAY['offered'::text, 'acknowledged'::text, 'accepted'::text, 'scheduled'::text, 'connected'::text, 'withdrawn'::text])))))),
    CONSTRAINT referral_terms CHECK (((terms IS NOT NULL) = (offered_at IS NOT NULL))),
    CONSTRAINT referral_topics CHECK ((array_to_string(topics, ','::text) ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'::text)),
    CONSTRAINT referral_two_parties CHECK ((sender_id <> recipient_id))
);

CREATE FUNCTION handreiking.raise_obligation(ended handreiking.referral, moment timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  insert into obligation (referral_id, sender_id, recipient_id, raised_at, due_at, fetched_at, ended_at, ended_as)
  select ended.id, ended.sender_id, ended.recipient_id, raised.at,
    ((raised.at at time zone 'Europe/Amsterdam') + interval '3 days') at time zone 'Europe/Amsterdam',
    ended.fetched_at,
    case when ended.fetched_at is null then raised.at end,
    case when ended.fetched_at is null then 'never-opened' end
  from (select moment + case ended.state when 'completed' then ended.told_apart else 0 end
    * interval '1 millisecond' as at) as raised
  on conflict do nothing
$$;

CREATE FUNCTION handreiking.refuse_by_consent() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.withdrawn_at, 'consent-withdrawn');
  return null;
end $$;

CREATE FUNCTION handreiking.refuse_by_referral() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if exists (select from consent where id = new.consent_id and live) then
    insert into refusal (id, participant_id, case_id, recipient_id, at, source)
      values (gen_random_uuid(), new.sender_id, new.case_id, new.recipient_id, new.moved_at, 'referral-withdrawn');
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.refuse_by_review() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.ended_at, 'review-refused');
  return null;
end $$;

CREATE FUNCTION handreiking.refuse_lapse() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  perform from participant where id = new.recipient_id and suspended_at is null for share;
  if not found then
    raise exception 'a deadline of somebody who is suspended' using errcode = 'HR171';
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'this is never changed' using errcode = 'check_violation';
end $$;

CREATE FUNCTION handreiking.refuse_time_ahead(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  if moment is null or moment > latest_moment()
  then raise exception 'that time has not come' using errcode = 'HR140'; end if;
end $$;

CREATE FUNCTION handreiking.refused_at(wanted_case uuid, wanted_recipient uuid) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select max(at) from refusal where case_id = wanted_case and recipient_id = wanted_recipient
$$;

CREATE FUNCTION handreiking.remove_audit_segment(checkpoint uuid, moment timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  chain uuid := actor_participant();
  stand audit_checkpoint;
  kept interval;
  removed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select * into stand from audit_checkpoint where id = checkpoint and participant_id = chain;
  select make_interval(years => coalesce(max(audit_years), 5)) into kept
    from partnership where participant_id = chain;
  if stand.id is null
    or not exists (select from audit_event
      where participant_id = chain and seq = stand.seq and hash = stand.hash)
    or exists (select from audit_event
      where participant_id = chain and seq <= stand.seq and at >= least(moment, now()) - kept)
  then raise exception 'a segment is kept' using errcode = 'HR071'; end if;
  perform set_config('handreiking.segment_end', stand.id::text, true);
  delete from audit_event where participant_id = chain and seq <= stand.seq;
  get diagnostics removed = row_count;
  perform set_config('handreiking.segment_end', '', true);
  return removed;
end $$;

CREATE FUNCTION handreiking.require_two_persons(required boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  update participant set two_persons = required where id = actor_participant()
$$;

CREATE FUNCTION handreiking.root_of(part text, part_id uuid) RETURNS handreiking.directory_root
    LANGUAGE plpgsql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  root directory_root;
  owner record;
begin
  if part = 'contact' then
    select service_id, location_id, organization_id, null::uuid as contact_id, service_at_location_id into owner
      from contact where contact.id = part_id;
  elsif part = 'phone' then
    select service_id, location_id, organization_id, contact_id, service_at_location_id into owner
      from phone where phone.id = part_id;
  else
    select root_entity, root_id into root from directory_version
      where record_id = part_id and directory_version.entity = part order by position limit 1;
    return root;
  end if;
  if owner.service_at_location_id is not null and owner.service_id is null then
    select 'service', service_id into root from service_at_location where id = owner.service_at_location_id;
  elsif owner.service_id is not null then root := row('service', owner.service_id);
  elsif owner.location_id is not null then root := row('location', owner.location_id);
  elsif owner.organization_id is not null then root := row('organization', owner.organization_id);
  elsif owner.contact_id is not null then root := root_of('contact', owner.contact_id);
  end if;
  return root;
end $$;

CREATE FUNCTION handreiking.seal_audit(chain uuid, most integer DEFAULT 10000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  last_seq bigint;
  last_hash bytea;
  sealed integer;
begin
  if not exists (select from audit_event where participant_id = chain and seq is null) then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select seq, hash into last_seq, last_hash from audit_event
    where participant_id = chain and seq is not null order by seq desc limit 1;
  if last_seq is null then
    -- All that was sealed has been let go of: the chain goes on where that ended.
    select seq, hash into last_seq, last_hash from audit_checkpoint
      where participant_id = chain order by seq desc limit 1;
  end if;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '\x');
  with due as materialized (
    select entry.*, last_seq + row_number() over (order by at, id) as number
    from (select * from audit_event where participant_id = chain and seq is null
      order by at, id limit most) as entry
  ), linked as materialized (
    select id, number, audit_links(case when number = last_seq + 1 then last_hash else '\x' end
      || convert_to(jsonb_build_array(number, id, participant_id, subject_participant_id, actor_kind, actor_id,
        on_behalf_of, actor_roles, operation, action, purpose, outcome, subject_id, case_id,
        (extract(epoch from at) * 1000000)::bigint)::text, 'UTF8'))
      over (order by number rows unbounded preceding) as link
    from due
  )
  update audit_event set seq = linked.number, hash = linked.link from linked where audit_event.id = linked.id;
  get diagnostics sealed = row_count;
  return sealed;
end $$;

CREATE FUNCTION handreiking.seal_ledger(most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  done ledger_segment;
  entry ledger_entry;
  start bigint;
  number bigint;
  chain bytea;
begin
  if not exists (select from ledger_entry where seq is null) then return 0; end if;
  perform pg_advisory_xact_lock(7160);
  select * into done from ledger_segment order by first desc limit 1;
  number := coalesce(done.last, 0);
  chain := coalesce(done.hash, '\x');
  start := number + 1;
  for entry in select * from ledger_entry where seq is null order by position limit greatest(1, least(most, 1000)) loop
    number := number + 1;
    entry.seq := number;
    chain := sha256(chain || convert_to(ledger_text(entry), 'UTF8'));
    update ledger_entry set seq = number, segment = start where id = entry.id;
  end loop;
  if number >= start then
    insert into ledger_segment (first, last, before, hash, sealed_at)
      values (start, number, coalesce(done.hash, '\x'), chain, now());
  end if;
  return number - start + 1;
end $$;

CREATE FUNCTION handreiking.sealed_to(key uuid) RETURNS TABLE(referral_id uuid, sender_id uuid, recipient_id uuid, case_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select referral.id, referral.sender_id, referral.recipient_id, referral.case_id
  from participant_key join disclosure on disclosure.recipient_id = participant_key.participant_id
      and disclosure.recipient_kid = participant_key.kid
    join referral on referral.id = disclosure.referral_id
  where participant_key.id = sealed_to.key and participant_key.participant_id = actor_participant()
  order by referral.id
$$;

CREATE FUNCTION handreiking.segment_texts(wanted bigint) RETURNS TABLE(text text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select ledger_text(entry) from ledger_entry as entry where segment = wanted order by seq
$$;

CREATE FUNCTION handreiking.service_name(service uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select name from service as entry where entry.id = service_name.service
$$;

CREATE FUNCTION handreiking.signal_counts(asked uuid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select coalesce((select verdict = 'counts' from handreiking.signal_review where signal_id = asked
    order by reviewed_at desc, id desc limit 1), false)
$$;

CREATE FUNCTION handreiking.stands_for(member uuid, moment timestamp with time zone) RETURNS uuid[]
    LANGUAGE sql STABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select array_prepend(member, coalesce(array_agg(member_id), '{}')) from cover
  where covered_by = member and starts_at <= moment and ends_at > moment and coalesce(ended_at > moment, true)
$$;

CREATE FUNCTION handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamp with time zone) RETURNS TABLE(wrapped bytea, kek_id text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  found_referral referral;
  look audit_event;
  told disclosure;
begin
  select * into found_referral from referral where id = handoff for update;
  select * into told from disclosure where referral_id = handoff;
  select * into look from audit_event where id = entry and subject_id = handoff and action = 'disclosure.read'
    and participant_id = found_referral.recipient_id and subject_participant_id = found_referral.sender_id;
  if found_referral.recipient_id is distinct from actor_participant() or not found_referral.disclosed
    or moment < found_referral.moved_at or not basis_stands(handoff, moment)
    or look.id is null or look.at > moment or look.at < moment - interval '1 minute'
    -- A look at what was sealed before is none at this.
    or told.referral_id is null or told.sealed_at > look.at or told.spent_at is not null
    or told.recipient_kid is not null and not exists (select from participant_key
      where participant_id = told.recipient_id and kid = told.recipient_kid and revoked_at is null)
  then return; end if;
  update origin set used_at = clock_timestamp()
    where record_id = entry and kind = 'look' and used_at is null and transaction <> pg_current_xact_id()
      and at > clock_timestamp() - interval '1 minute';
  if not found then return; end if;
  update disclosure set spent_at = moment where referral_id = handoff and method = 'code';
  if found_referral.fetched_at is null then
    update referral set fetched_at = moment where id = handoff;
  end if;
  return query select disclosure_key.wrapped, disclosure_key.kek_id from keys.disclosure_key
    where referral_id = handoff;
end $$;

CREATE FUNCTION handreiking.take_passkey_challenge(browser text, what text, about uuid, moment timestamp with time zone) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  with taken as (delete from passkey_challenge where browser_hash = browser returning *)
  select challenge from taken
    where purpose = what and subject_id is not distinct from about and expires_at > moment
$$;

CREATE FUNCTION handreiking.tell_capacity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  place constant uuid := '4b2f0c86-7d1e-4a55-9c3b-6f0e8d2a1b57';
begin
  if new.available_places is null then
    delete from service_capacity where service_id = new.service_id and unit_id = place;
    return null;
  end if;
  insert into unit (id, name) values (place, 'plaats') on conflict do nothing;
  update service_capacity set available = new.available_places, updated = new.as_of
    where service_id = new.service_id and unit_id = place;
  if not found then
    insert into service_capacity (id, service_id, unit_id, available, updated)
      values (gen_random_uuid(), new.service_id, place, new.available_places, new.as_of);
  end if;
  return null;
end $$;

CREATE FUNCTION handreiking.tell_question(handoff handreiking.referral) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  update help_question set next_action = 'referral-' || handoff.state,
      next_action_on = (handoff.moved_at at time zone 'Europe/Amsterdam')::date,
      changed_by = null, changed_at = handoff.moved_at
  where id = handoff.help_question_id and participant_id = handoff.sender_id and ended_at is null
    and not exists (select from referral where help_question_id = handoff.help_question_id and needs_live)
$$;

CREATE FUNCTION handreiking.tell_untold(question uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
declare
  untold untold_ending;
begin
  for untold in select * from untold_ending where coalesce(help_question_id = question, question is null)
    order by ended_at, referral_id for update skip locked
  loop
    perform from help_question where id = untold.help_question_id for no key update skip locked;
    if found then
      perform tell_question(referral) from referral where id = untold.referral_id;
      delete from untold_ending where referral_id = untold.referral_id;
    end if;
  end loop;
end $$;

CREATE FUNCTION handreiking.tells_nobody(count integer, known bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select count not between 1 and 9 and count - known not between 1 and 9
$$;

CREATE FUNCTION handreiking.unsealed_chains() RETURNS TABLE(participant_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
  select distinct participant_id from audit_event where seq is null
$$;

CREATE FUNCTION handreiking.void_invitations_of_suspended() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'handreiking', 'pg_temp'
    AS $$
begin
  update invitation set voided_at = new.suspended_at
    where member_id = new.id and used_at is null and voided_at is null;
  return null;
end $$;

CREATE AGGREGATE handreiking.audit_links(bytea) (
    SFUNC = handreiking.audit_link,
    STYPE = bytea,
    INITCOND = ''
);

CREATE TEXT SEARCH CONFIGURATION handreiking.dutch (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR asciiword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR word WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR hword_part WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR hword_asciipart WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR asciihword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR hword WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION handreiking.dutch
    ADD MAPPING FOR uint WITH simple;

CREATE TABLE handreiking.accessibility (
    id uuid NOT NULL,
    location_id uuid NOT NULL,
    description text,
    details text,
    url text
);

CREATE TABLE handreiking.address (
    id uuid NOT NULL,
    location_id uuid NOT NULL,
    attention text,
    address_1 text NOT NULL,
    address_2 text,
    city text NOT NULL,
    region text,
    state_province text NOT NULL,
    postal_code text NOT NULL,
    country text NOT NULL,
    address_type text NOT NULL
);

CREATE TABLE handreiking.appointment (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    number text NOT NULL,
    request_id uuid,
    case_id uuid,
    counsellor_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    channel text NOT NULL,
    language text NOT NULL,
    outside_availability boolean NOT NULL,
    moved_from_id uuid,
    state text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    settled_at timestamp with time zone,
    CONSTRAINT appointment_about CHECK ((num_nonnulls(request_id, case_id) >= 1)),
    CONSTRAINT appointment_codes CHECK (((channel = ANY (ARRAY['phone'::text, 'chat'::text, 'video'::text, 'in-person'::text, 'mail'::text])) AND (state = ANY (ARRAY['planned'::text, 'held'::text, 'missed'::text, 'moved'::text, 'cancelled'::text])))),
    CONSTRAINT appointment_end CHECK (((ended_at IS NULL) = (state = 'planned'::text))),
    CONSTRAINT appointment_language CHECK ((language ~ '^[a-z]{2,5}$'::text)),
    CONSTRAINT appointment_length CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '04:00:00'::interval)))),
    CONSTRAINT appointment_reason CHECK ((((end_reason IS NOT NULL) = (state = 'cancelled'::text)) AND (end_reason = ANY (ARRAY['caller-asked'::text, 'not-safe'::text, 'counsellor-absent'::text, 'reached-otherwise'::text, 'mistake'::text])))),
    CONSTRAINT appointment_settled CHECK (((settled_at IS NULL) OR (state = 'missed'::text)))
);

CREATE TABLE handreiking.article (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    language text NOT NULL,
    translation_of uuid,
    audience text NOT NULL,
    newest integer NOT NULL,
    shown integer,
    written_at timestamp with time zone NOT NULL,
    review_on date NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT article_audience CHECK (((audience = ANY (ARRAY['helpline'::text, 'network'::text, 'public'::text])) AND ((audience = 'helpline'::text) = (shown IS NULL)))),
    CONSTRAINT article_language CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT article_review CHECK ((review_on <= (((reviewed_at AT TIME ZONE 'Europe/Amsterdam'::text))::date + '1 year'::interval))),
    CONSTRAINT article_translates_another CHECK ((translation_of <> id)),
    CONSTRAINT article_versions CHECK (((newest >= 1) AND (shown <= newest)))
);

CREATE TABLE handreiking.article_feedback (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer NOT NULL,
    participant_id uuid NOT NULL,
    giver_id uuid NOT NULL,
    opinion text NOT NULL,
    text text,
    given_at timestamp with time zone NOT NULL,
    answer text,
    reason text,
    answered_by uuid,
    answered_at timestamp with time zone,
    CONSTRAINT article_feedback_answer CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT article_feedback_codes CHECK (((opinion = ANY (ARRAY['helpful'::text, 'outdated'::text, 'wrong'::text, 'missing'::text])) AND (answer = ANY (ARRAY['taken-over'::text, 'not-taken-over'::text])))),
    CONSTRAINT article_feedback_reason CHECK ((((reason IS NULL) OR (answer IS NOT NULL)) AND ((answer <> 'not-taken-over'::text) OR (reason IS NOT NULL))))
);

CREATE TABLE handreiking.article_publication (
    article_id uuid NOT NULL,
    number integer NOT NULL,
    audience text NOT NULL,
    participant_id uuid NOT NULL,
    author_id uuid NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT article_publication_audience CHECK ((audience = ANY (ARRAY['network'::text, 'public'::text]))),
    CONSTRAINT article_publication_second_person CHECK ((published_by <> author_id))
);

CREATE TABLE handreiking.article_version (
    article_id uuid NOT NULL,
    number integer NOT NULL,
    participant_id uuid NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    markdown text NOT NULL,
    html text DEFAULT ''::text NOT NULL,
    renderer integer DEFAULT 0 NOT NULL,
    topics text[] NOT NULL,
    author_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    document tsvector NOT NULL,
    CONSTRAINT article_version_number CHECK ((number >= 1)),
    CONSTRAINT article_version_topics CHECK (((cardinality(topics) >= 1) AND (cardinality(topics) <= 10)))
);

CREATE TABLE handreiking.article_word (
    article_id uuid NOT NULL,
    number integer NOT NULL,
    participant_id uuid NOT NULL,
    word text NOT NULL,
    lexeme text NOT NULL,
    sound text NOT NULL
);

CREATE TABLE handreiking.attribute (
    id uuid NOT NULL,
    link_id uuid NOT NULL,
    link_entity text NOT NULL,
    taxonomy_term_id uuid,
    link_type text,
    value text,
    label text
);

CREATE TABLE handreiking.audit_checkpoint (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    latest_at timestamp with time zone NOT NULL,
    statement text NOT NULL
);

CREATE TABLE handreiking.audit_event (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    subject_participant_id uuid NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid NOT NULL,
    on_behalf_of uuid,
    actor_roles text[] DEFAULT '{}'::text[] NOT NULL,
    operation text,
    action text NOT NULL,
    purpose text DEFAULT 'unstated'::text NOT NULL,
    outcome text DEFAULT 'allowed'::text NOT NULL,
    subject_id uuid NOT NULL,
    case_id uuid,
    at timestamp with time zone NOT NULL,
    seq bigint,
    hash bytea,
    CONSTRAINT audit_event_outcome CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text])))
);

CREATE TABLE handreiking.availability (
    counsellor_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    patterns jsonb NOT NULL,
    languages text[] NOT NULL,
    channels text[] NOT NULL,
    slot_minutes integer NOT NULL,
    pause_minutes integer NOT NULL,
    daily_most integer NOT NULL,
    revision uuid NOT NULL,
    CONSTRAINT availability_capacity CHECK ((((slot_minutes >= 15) AND (slot_minutes <= 120)) AND ((pause_minutes >= 0) AND (pause_minutes <= 120)) AND ((daily_most >= 1) AND (daily_most <= 24)))),
    CONSTRAINT availability_shape CHECK (((jsonb_typeof(patterns) = 'array'::text) AND (jsonb_array_length(patterns) <= 50) AND ((cardinality(languages) >= 1) AND (cardinality(languages) <= 20)) AND (channels <@ '{phone,chat,video,in-person,mail}'::text[]) AND (cardinality(channels) >= 1)))
);

CREATE TABLE handreiking.availability_exception (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    counsellor_id uuid NOT NULL,
    kind text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT availability_exception_shape CHECK (((kind = ANY (ARRAY['off'::text, 'extra'::text, 'leave'::text])) AND (ends_at > starts_at) AND (ends_at <= (starts_at + '366 days'::interval))))
);

CREATE TABLE handreiking.calendar_feed (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    counsellor_id uuid NOT NULL,
    token_hash text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked boolean NOT NULL,
    CONSTRAINT calendar_feed_hash CHECK ((token_hash ~ '^[A-Za-z0-9_-]{43}$'::text))
);

CREATE TABLE handreiking.callback_request (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    reference text NOT NULL,
    door text NOT NULL,
    state text NOT NULL,
    urgency text NOT NULL,
    language text NOT NULL,
    relation text,
    topics text[] NOT NULL,
    channel text,
    agreed_at timestamp with time zone,
    reachable boolean NOT NULL,
    sealed bytea,
    code_word bytea,
    code_word_failures integer NOT NULL,
    revision uuid NOT NULL,
    taken_by uuid,
    received_at timestamp with time zone NOT NULL,
    case_id uuid,
    ended_at timestamp with time zone,
    end_reason text,
    let_go_at timestamp with time zone,
    CONSTRAINT callback_request_anonymous CHECK ((((let_go_at IS NOT NULL) OR (num_nonnulls(agreed_at, code_word) = ANY (ARRAY[0, 2]))) AND (NOT (reachable AND (agreed_at IS NOT NULL))))),
    CONSTRAINT callback_request_became_case CHECK (((case_id IS NULL) = ((end_reason IS NULL) OR (end_reason <> 'became-case'::text)))),
    CONSTRAINT callback_request_codes CHECK (((door = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'chat'::text])) AND (state = ANY (ARRAY['open'::text, 'planned'::text, 'ended'::text])) AND (urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'acute'::text])) AND (language = ANY (ARRAY['nl'::text, 'en'::text, 'fr'::text, 'de'::text, 'es'::text, 'pl'::text, 'tr'::text, 'ar'::text, 'ru'::text, 'uk'::text, 'other'::text])) AND ((relation IS NULL) OR (relation = ANY (ARRAY['harmed'::text, 'relative'::text, 'professional'::text]))) AND ((channel IS NULL) OR (channel = ANY (ARRAY['phone'::text, 'chat'::text, 'in-person'::text, 'mail'::text]))))),
    CONSTRAINT callback_request_end CHECK (((num_nonnulls(ended_at, end_reason) =
CASE
    WHEN (state = 'ended'::text) THEN 2
    ELSE 0
END) AND (end_reason = ANY (ARRAY['talked'::text, 'referred-elsewhere'::text, 'not-reached'::text, 'no-longer-wanted'::text, 'not-for-us'::text, 'duplicate'::text, 'became-case'::text, 'kept-long-enough'::text, 'automatic'::text])))),
    CONSTRAINT callback_request_failures CHECK (((code_word_failures >= 0) AND (code_word_failures <= 5))),
    CONSTRAINT callback_request_let_go CHECK ((((sealed IS NULL) = (let_go_at IS NOT NULL)) AND ((let_go_at IS NULL) OR ((state = 'ended'::text) AND (code_word IS NULL))) AND ((end_reason IS NULL) OR (end_reason <> 'became-case'::text) OR (let_go_at IS NOT NULL)))),
    CONSTRAINT callback_request_topics CHECK (((cardinality(topics) <= 10) AND (array_to_string(topics, ','::text) ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'::text)))
);

CREATE TABLE handreiking."case" (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    code text NOT NULL,
    relation text NOT NULL,
    owner_id uuid NOT NULL,
    language text NOT NULL,
    province text,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT case_codes CHECK (((relation = ANY (ARRAY['harmed'::text, 'relative'::text, 'professional'::text])) AND (language = ANY (ARRAY['nl'::text, 'en'::text, 'fr'::text, 'de'::text, 'es'::text, 'pl'::text, 'tr'::text, 'ar'::text, 'ru'::text, 'uk'::text, 'other'::text])) AND ((province IS NULL) OR (province = ANY (ARRAY['Drenthe'::text, 'Flevoland'::text, 'Friesland'::text, 'Gelderland'::text, 'Groningen'::text, 'Limburg'::text, 'Noord-Brabant'::text, 'Noord-Holland'::text, 'Overijssel'::text, 'Utrecht'::text, 'Zeeland'::text, 'Zuid-Holland'::text])))))
);

CREATE TABLE handreiking.case_access (
    case_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    granted_by uuid NOT NULL,
    granted_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.case_contact (
    case_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    sealed bytea NOT NULL,
    revision uuid NOT NULL
);

CREATE TABLE handreiking.case_note (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    author_id uuid NOT NULL,
    sealed bytea NOT NULL,
    written_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.case_take_over (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text DEFAULT 'taken-over'::text NOT NULL,
    from_member_id uuid NOT NULL,
    to_member_id uuid NOT NULL,
    by_member_id uuid NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    returnable_until timestamp with time zone,
    answer text,
    answered_at timestamp with time zone,
    CONSTRAINT case_take_over_answer CHECK (((num_nonnulls(answer, answered_at) = 0) OR ((num_nonnulls(answer, answered_at) = 2) AND (kind = 'handed-over'::text) AND (answer = ANY (ARRAY['accepted'::text, 'returned'::text]))))),
    CONSTRAINT case_take_over_kind CHECK (((kind = ANY (ARRAY['taken-over'::text, 'handed-over'::text, 'returned'::text])) AND ((returnable_until IS NOT NULL) = (kind = 'handed-over'::text)))),
    CONSTRAINT case_take_over_reason CHECK ((reason = ANY (ARRAY['owner-absent'::text, 'owner-left'::text, 'caller-asked'::text, 'conflict-of-interest'::text, 'workload'::text])))
);

CREATE TABLE handreiking.client (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    requires_dpop boolean DEFAULT false NOT NULL,
    profile text DEFAULT 'fapi'::text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    suspended_at timestamp with time zone,
    CONSTRAINT client_profile CHECK ((profile = ANY (ARRAY['fapi'::text, 'nl-gov'::text]))),
    CONSTRAINT client_scopes CHECK ((cardinality(scopes) > 0))
);

CREATE TABLE handreiking.client_key (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    client_id uuid NOT NULL,
    kid text NOT NULL,
    jwk jsonb NOT NULL,
    added_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT client_key_kind CHECK ((
CASE (jwk ->> 'kty'::text)
    WHEN 'OKP'::text THEN (((jwk ->> 'crv'::text) = 'Ed25519'::text) AND (length((jwk ->> 'x'::text)) = 43))
    WHEN 'EC'::text THEN (((jwk ->> 'crv'::text) = 'P-256'::text) AND (length((jwk ->> 'x'::text)) = 43) AND (length((jwk ->> 'y'::text)) = 43))
    WHEN 'RSA'::text THEN (((jwk ->> 'e'::text) = 'AQAB'::text) AND ((length((jwk ->> 'n'::text)) >= 342) AND (length((jwk ->> 'n'::text)) <= 683)))
    ELSE false
END IS TRUE)),
    CONSTRAINT client_key_life CHECK ((expires_at > added_at)),
    CONSTRAINT client_key_public CHECK ((NOT (jwk ?| '{d,p,q,dp,dq,qi,oth,k}'::text[])))
);

CREATE TABLE handreiking.code_word (
    case_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    sealed bytea NOT NULL,
    failures integer NOT NULL,
    CONSTRAINT code_word_failures CHECK (((failures >= 0) AND (failures <= 5)))
);

CREATE TABLE handreiking.consent (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    relation text NOT NULL,
    recipient_id uuid NOT NULL,
    subject text NOT NULL,
    purpose text NOT NULL,
    categories text[] NOT NULL,
    capacity text NOT NULL,
    method text NOT NULL,
    text_version text NOT NULL,
    text_language text NOT NULL,
    taken_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    live boolean GENERATED ALWAYS AS ((withdrawn_at IS NULL)) STORED NOT NULL,
    CONSTRAINT consent_categories CHECK (((cardinality(categories) > 0) AND (categories <@ '{contact,identity,health,criminal,belief,family}'::text[]))),
    CONSTRAINT consent_codes CHECK (((subject = ANY (ARRAY['caller'::text, 'person-concerned'::text])) AND (purpose = ANY (ARRAY['handoff'::text, 'feedback'::text, 'follow-up'::text])) AND (capacity = ANY (ARRAY['adult'::text, '16-17'::text, 'under-16-help-service'::text, 'representative'::text])) AND (method = ANY (ARRAY['spoken'::text, 'written'::text, 'in-person'::text])) AND (text_language = ANY (ARRAY['nl'::text, 'en'::text])))),
    CONSTRAINT consent_follow_up CHECK (((purpose = 'follow-up'::text) = (recipient_id = participant_id))),
    CONSTRAINT consent_own_data CHECK (((capacity = 'representative'::text) OR (subject = 'caller'::text))),
    CONSTRAINT consent_relative CHECK (((capacity = 'representative'::text) OR (relation = 'harmed'::text) OR (categories <@ '{contact,identity}'::text[]))),
    CONSTRAINT consent_times CHECK (((expires_at > given_at) AND (withdrawn_at >= given_at)))
);

CREATE TABLE handreiking.consent_receipt (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    first_issued_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.contact (
    id uuid NOT NULL,
    organization_id uuid,
    service_id uuid,
    service_at_location_id uuid,
    location_id uuid,
    name text,
    title text,
    department text,
    email text
);

CREATE TABLE handreiking.contact_attempt (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    number integer NOT NULL,
    outcome text NOT NULL,
    said text NOT NULL,
    spoken_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT contact_attempt_codes CHECK (((outcome = ANY (ARRAY['no-answer'::text, 'voicemail-left'::text, 'other-person-answered'::text, 'wrong-number'::text, 'line-busy'::text])) AND (said = ANY (ARRAY['nothing-said'::text, 'agreed-cover-story'::text, 'own-name-only'::text, 'helpline-named'::text])))),
    CONSTRAINT contact_attempt_silent CHECK (((outcome <> ALL (ARRAY['no-answer'::text, 'line-busy'::text])) OR (said = 'nothing-said'::text)))
);

CREATE TABLE handreiking.contact_confirmation (
    referral_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    side text NOT NULL,
    confirmed_by text NOT NULL,
    recorded_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT contact_confirmation_side CHECK (
CASE side
    WHEN 'recipient'::text THEN (confirmed_by = 'partner'::text)
    WHEN 'helpline'::text THEN (confirmed_by = ANY (ARRAY['caller'::text, 'counsellor'::text]))
    ELSE false
END)
);

CREATE TABLE handreiking.conversation (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    appointment_id uuid,
    counsellor_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    minutes integer NOT NULL,
    channel text NOT NULL,
    topics text[] NOT NULL,
    outcome text NOT NULL,
    harmed text,
    since text,
    going_on text,
    minors_involved text,
    dependence text[] DEFAULT '{}'::text[] NOT NULL,
    danger_signs text[] DEFAULT '{}'::text[] NOT NULL,
    steps_due_at timestamp with time zone,
    nature text,
    sealed bytea,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT conversation_chart CHECK (((harmed = ANY (ARRAY['caller'::text, 'partner'::text, 'child'::text, 'parent'::text, 'sibling'::text, 'friend'::text, 'several'::text, 'other'::text])) AND (since = ANY (ARRAY['this-month'::text, 'this-year'::text, '1-5-years'::text, 'longer'::text, 'in-the-past'::text])) AND (going_on = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])) AND (minors_involved = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])) AND (nature = ANY (ARRAY['criminal'::text, 'psychological'::text, 'both'::text, 'unclear'::text])) AND (dependence <@ '{housing,income,debts,children,papers,health-care,work,belief,family,none-known}'::text[]))),
    CONSTRAINT conversation_codes CHECK (((channel = ANY (ARRAY['phone'::text, 'chat'::text, 'video'::text, 'in-person'::text, 'mail'::text])) AND (outcome = ANY (ARRAY['listened'::text, 'advised'::text, 'information-given'::text, 'follow-up-planned'::text, 'help-questions-framed'::text, 'ended-by-caller'::text])))),
    CONSTRAINT conversation_danger CHECK ((danger_signs <@ '{weapon,threat-to-life,strangulation,suicidal,child-in-danger,locked-up,stalking,pregnant,planned-departure,escalating}'::text[])),
    CONSTRAINT conversation_minutes CHECK (((minutes >= 0) AND (minutes <= 600))),
    CONSTRAINT conversation_steps CHECK (((steps_due_at IS NULL) = (cardinality(danger_signs) = 0))),
    CONSTRAINT conversation_topics CHECK ((array_to_string(topics, ','::text) ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'::text))
);

CREATE TABLE handreiking.conversation_addition (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    author_id uuid NOT NULL,
    sealed bytea NOT NULL,
    written_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.correction (
    id uuid NOT NULL,
    entry_kind text NOT NULL,
    entry_id uuid NOT NULL,
    organization_id uuid,
    changes jsonb NOT NULL,
    before jsonb NOT NULL,
    reason text NOT NULL,
    source_url text,
    participant_id uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    refusal_reason text,
    CONSTRAINT correction_decided CHECK (
CASE state
    WHEN 'proposed'::text THEN (num_nonnulls(decided_by, decided_at, refusal_reason) = 0)
    WHEN 'accepted'::text THEN ((num_nonnulls(decided_by, decided_at) = 2) AND (refusal_reason IS NULL))
    WHEN 'refused'::text THEN (num_nonnulls(decided_by, decided_at, refusal_reason) = 3)
    ELSE false
END),
    CONSTRAINT correction_kind CHECK ((entry_kind = ANY (ARRAY['organization'::text, 'service'::text, 'location'::text])))
);

CREATE TABLE handreiking.cost_option (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    valid_from date,
    valid_to date,
    option text,
    currency text,
    amount double precision,
    amount_description text
);

CREATE TABLE handreiking.countersignature (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    first_ids uuid[] NOT NULL,
    member_id uuid NOT NULL,
    session_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT countersignature_second_person CHECK (((cardinality(first_ids) > 0) AND (array_position(first_ids, NULL::uuid) IS NULL) AND (member_id <> ALL (first_ids))))
);

CREATE TABLE handreiking.cover (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    covered_by uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    arranged_by uuid NOT NULL,
    arranged_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT cover_given CHECK ((covered_by <> arranged_by)),
    CONSTRAINT cover_length CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '93 days'::interval)))),
    CONSTRAINT cover_two_persons CHECK ((covered_by <> member_id))
);

CREATE TABLE handreiking.directory_change (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    entity text NOT NULL,
    record_id uuid NOT NULL,
    change text NOT NULL,
    at timestamp with time zone NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    number bigint
);

CREATE TABLE handreiking.directory_import (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    source text NOT NULL,
    keep_valid boolean NOT NULL,
    dry_run boolean NOT NULL,
    state text NOT NULL,
    size bigint NOT NULL,
    attempts integer NOT NULL,
    elements integer,
    records jsonb,
    changed integer,
    repairs integer,
    refusals integer,
    findings_left_out integer,
    received_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT directory_import_state CHECK ((state = ANY (ARRAY['receiving'::text, 'received'::text, 'running'::text, 'finished'::text, 'refused'::text, 'failed'::text])))
);

CREATE TABLE handreiking.directory_version (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    "position" bigint NOT NULL,
    entity text NOT NULL,
    record_id uuid NOT NULL,
    root_entity text,
    root_id uuid,
    change text NOT NULL,
    fields text[],
    content jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    participant_id uuid,
    actor_kind text,
    actor_id uuid,
    on_behalf_of uuid
);

ALTER TABLE handreiking.directory_version ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME handreiking.directory_version_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE handreiking.disclosure (
    referral_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    method text NOT NULL,
    categories text[] NOT NULL,
    recipient_kid text,
    sealed bytea,
    told_name text,
    told_function text,
    sealed_by uuid NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    spent_at timestamp with time zone,
    needs_disclosed boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
    CONSTRAINT disclosure_categories CHECK (((cardinality(categories) > 0) AND (categories <@ '{contact,identity,health,criminal,belief,family}'::text[]))),
    CONSTRAINT disclosure_method CHECK (
CASE method
    WHEN 'key'::text THEN ((num_nonnulls(sealed, recipient_kid) = 2) AND (told_name IS NULL))
    WHEN 'code'::text THEN ((sealed IS NOT NULL) AND (num_nonnulls(recipient_kid, told_name) = 0))
    WHEN 'spoken'::text THEN ((num_nonnulls(sealed, recipient_kid) = 0) AND (num_nonnulls(told_name, told_function) = 2))
    ELSE false
END)
);

CREATE TABLE handreiking.duplicate_dismissal (
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT duplicate_dismissal_order CHECK ((first_id < second_id))
);

CREATE TABLE handreiking.emergency (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    told text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    categories text[] NOT NULL,
    whose text NOT NULL,
    danger text NOT NULL,
    tried text[] NOT NULL,
    tried_ids uuid[] NOT NULL,
    sealed_words bytea NOT NULL,
    sealed_new bytea,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    review_due_at timestamp with time zone NOT NULL,
    reviewed_by uuid,
    reviewed_at timestamp with time zone,
    finding text,
    CONSTRAINT emergency_codes CHECK (((told = ANY (ARRAY['112'::text, 'police'::text, 'veilig-thuis'::text, 'crisis-service'::text])) AND (whose = ANY (ARRAY['caller'::text, 'person-concerned'::text, 'child'::text, 'other'::text])) AND (danger = ANY (ARRAY['life'::text, 'incapacity'::text])) AND (categories <@ '{contact,identity,health,criminal,belief,family}'::text[]) AND (cardinality(tried) > 0) AND (tried <@ '{caller,colleague,on-call-colleague,coordinator,partner,nobody}'::text[]) AND (finding = ANY (ARRAY['right'::text, 'right-tell-less'::text, 'not-needed'::text])))),
    CONSTRAINT emergency_reviewed CHECK ((num_nonnulls(reviewed_by, reviewed_at, finding) = ANY (ARRAY[0, 3]))),
    CONSTRAINT emergency_times CHECK (((told_at <= recorded_at) AND (review_due_at = (recorded_at + '24:00:00'::interval)) AND (reviewed_at >= recorded_at))),
    CONSTRAINT emergency_two_persons CHECK ((reviewed_by <> recorded_by))
);

CREATE TABLE handreiking.erasure (
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    reason text NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    removed jsonb NOT NULL,
    CONSTRAINT erasure_reason CHECK ((reason = ANY (ARRAY['caller-request'::text, 'retention'::text, 'mistake'::text])))
);

CREATE TABLE handreiking.event (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    type text NOT NULL,
    subject_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    move_id uuid,
    referral_id uuid,
    sender_id uuid,
    recipient_id uuid,
    seq bigint,
    CONSTRAINT event_feed CHECK (((referral_id IS NULL) OR ((participant_id = sender_id) OR (participant_id = recipient_id)))),
    CONSTRAINT event_parties CHECK ((num_nonnulls(referral_id, sender_id, recipient_id) = ANY (ARRAY[0, 3])))
);

CREATE TABLE handreiking.funding (
    id uuid NOT NULL,
    organization_id uuid,
    service_id uuid,
    source text
);

CREATE TABLE handreiking.help_question (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    domain text NOT NULL,
    topics text[] NOT NULL,
    owner_id uuid NOT NULL,
    next_action text,
    next_action_on date,
    added_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    conversation_id uuid,
    sealed bytea,
    changed_by uuid,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT help_question_domain CHECK ((domain = ANY (ARRAY['care'::text, 'investigation'::text, 'legal'::text]))),
    CONSTRAINT help_question_end CHECK (((num_nonnulls(ended_at, end_reason) = ANY (ARRAY[0, 2])) AND (end_reason = ANY (ARRAY['advised'::text, 'listened'::text, 'referred'::text, 'solved-otherwise'::text, 'no-longer-wanted'::text, 'out-of-reach'::text, 'unanswered'::text])))),
    CONSTRAINT help_question_next_action CHECK ((num_nonnulls(next_action, next_action_on) = ANY (ARRAY[0, 2]))),
    CONSTRAINT help_question_next_action_code CHECK ((next_action ~ '^[a-z-]{1,40}$'::text)),
    CONSTRAINT help_question_topics CHECK ((array_to_string(topics, ','::text) ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'::text))
);

CREATE TABLE handreiking.help_question_change (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    help_question_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    next_action text,
    next_action_on date,
    end_reason text,
    changed_by uuid,
    at timestamp with time zone NOT NULL,
    "position" bigint NOT NULL
);

ALTER TABLE handreiking.help_question_change ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME handreiking.help_question_change_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE handreiking.idempotency_record (
    participant_id uuid NOT NULL,
    key_fingerprint text NOT NULL,
    body_fingerprint text NOT NULL,
    record_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.identity_provider (
    participant_id uuid NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    client_authentication text NOT NULL,
    scopes text[] NOT NULL,
    member_claim text NOT NULL,
    required_acr text[] NOT NULL,
    required_amr text[] NOT NULL,
    role_claim text,
    role_mapping jsonb NOT NULL,
    adds_members boolean NOT NULL,
    CONSTRAINT identity_provider_adds CHECK (((NOT adds_members) OR (role_claim IS NOT NULL))),
    CONSTRAINT identity_provider_client CHECK ((client_authentication = ANY (ARRAY['private_key_jwt'::text, 'none'::text])))
);

CREATE TABLE handreiking.import_finding (
    import_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    place integer NOT NULL,
    "row" integer NOT NULL,
    entity text NOT NULL,
    field text NOT NULL,
    value_class text NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL
);

CREATE TABLE handreiking.import_part (
    import_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    place integer NOT NULL,
    bytes bytea NOT NULL
);

CREATE TABLE handreiking.invitation (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    token_hash text NOT NULL,
    purpose text NOT NULL,
    needs_approval boolean NOT NULL,
    invited_by uuid NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_by uuid,
    approved_at timestamp with time zone,
    used_at timestamp with time zone,
    voided_at timestamp with time zone,
    CONSTRAINT invitation_approval CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((approved_by IS NULL) OR (needs_approval AND (approved_by <> invited_by) AND (approved_by <> member_id) AND (approved_at < expires_at))))),
    CONSTRAINT invitation_terms CHECK (((purpose = ANY (ARRAY['first'::text, 'recovery'::text])) AND ((purpose = 'first'::text) OR needs_approval) AND (length(token_hash) = 43) AND (expires_at > invited_at))),
    CONSTRAINT invitation_use CHECK (((used_at IS NULL) OR ((voided_at IS NULL) AND (used_at < expires_at) AND ((NOT needs_approval) OR COALESCE((approved_at <= used_at), false)))))
);

CREATE TABLE handreiking.language (
    id uuid NOT NULL,
    service_id uuid,
    location_id uuid,
    phone_id uuid,
    name text,
    code text,
    note text
);

ALTER TABLE handreiking.ledger_entry ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME handreiking.ledger_entry_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE handreiking.ledger_segment (
    first bigint NOT NULL,
    last bigint NOT NULL,
    before bytea NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone,
    applied boolean DEFAULT true NOT NULL,
    CONSTRAINT ledger_segment_order CHECK ((last >= first))
);

CREATE TABLE handreiking.location (
    id uuid NOT NULL,
    organization_id uuid,
    location_type text NOT NULL,
    url text,
    name text,
    alternate_name text,
    description text,
    transportation text,
    latitude double precision,
    longitude double precision,
    external_identifier text,
    external_identifier_type text,
    confidential boolean DEFAULT false NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT location_type CHECK ((location_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text])))
);

CREATE TABLE handreiking.mail (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    kind text NOT NULL,
    print text NOT NULL,
    id_print text,
    sender_print text,
    added boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    noticed_at timestamp with time zone,
    CONSTRAINT mail_kind CHECK ((kind = ANY (ARRAY['message'::text, 'bounce'::text, 'auto-reply'::text, 'empty'::text, 'unreadable'::text, 'too-large'::text]))),
    CONSTRAINT mail_noticed CHECK (((noticed_at IS NULL) OR (added AND (noticed_at >= received_at)))),
    CONSTRAINT mail_prints CHECK (((print ~ '^[A-Za-z0-9_-]{43}$'::text) AND ((id_print IS NULL) OR (id_print ~ '^[A-Za-z0-9_-]{43}$'::text)) AND ((sender_print IS NULL) OR (sender_print ~ '^[A-Za-z0-9_-]{43}$'::text))))
);

CREATE TABLE handreiking.mailbox_watch (
    participant_id uuid NOT NULL,
    claimed_until timestamp with time zone,
    claim uuid,
    emptied_at timestamp with time zone,
    failing_since timestamp with time zone,
    CONSTRAINT mailbox_watch_claim CHECK ((num_nonnulls(claimed_until, claim) = ANY (ARRAY[0, 2])))
);

CREATE TABLE handreiking.member (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    name text NOT NULL,
    roles text[] NOT NULL,
    added_at timestamp with time zone NOT NULL,
    suspended_at timestamp with time zone
);

CREATE TABLE handreiking.member_identity (
    member_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    expected text NOT NULL,
    issuer text,
    subject text,
    paired_at timestamp with time zone,
    CONSTRAINT member_identity_paired CHECK ((num_nonnulls(issuer, subject, paired_at) = ANY (ARRAY[0, 3])))
);

CREATE TABLE handreiking.metadata (
    id uuid NOT NULL,
    resource_id uuid NOT NULL,
    resource_type text NOT NULL,
    last_action_date text NOT NULL,
    last_action_type text NOT NULL,
    field_name text NOT NULL,
    previous_value text NOT NULL,
    replacement_value text NOT NULL,
    updated_by text NOT NULL
);

CREATE TABLE handreiking.movement (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    basis text NOT NULL,
    size_band text NOT NULL,
    sealed bytea NOT NULL,
    name_fingerprint text NOT NULL,
    merged_into uuid,
    registered_by uuid NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    standing boolean GENERATED ALWAYS AS ((merged_into IS NULL)) STORED NOT NULL,
    needs_standing boolean GENERATED ALWAYS AS (
CASE
    WHEN (merged_into IS NOT NULL) THEN true
    ELSE NULL::boolean
END) STORED,
    CONSTRAINT movement_codes CHECK (((kind = ANY (ARRAY['religious'::text, 'therapeutic'::text, 'political'::text, 'commercial'::text, 'family'::text, 'spiritual'::text, 'sports-arts'::text, 'other'::text])) AND (basis = ANY (ARRAY['secular'::text, 'religious'::text])) AND (size_band = ANY (ARRAY['under-25'::text, '25-99'::text, '100-999'::text, '1000-plus'::text, 'unknown'::text])))),
    CONSTRAINT movement_not_itself CHECK ((merged_into <> id)),
    CONSTRAINT movement_religious CHECK (((kind <> 'religious'::text) OR (basis = 'religious'::text)))
);

CREATE TABLE handreiking.movement_merger (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    movement_id uuid NOT NULL,
    into_id uuid NOT NULL,
    merged_by uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.obligation (
    referral_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    fetched_at timestamp with time zone,
    chases integer DEFAULT 0 NOT NULL,
    ended_at timestamp with time zone,
    ended_as text,
    ground text,
    retained_until date,
    ended_by_function text,
    CONSTRAINT obligation_ended CHECK ((((ended_at IS NULL) = (ended_as IS NULL)) AND (ended_as = ANY (ARRAY['deleted'::text, 'never-opened'::text, 'retained'::text])) AND (ground = ANY (ARRAY['medical-treatment-act'::text, 'youth-act'::text, 'legal-claim'::text, 'criminal-procedure'::text, 'archives-act'::text])) AND ((NOT (ended_as IS DISTINCT FROM 'retained'::text)) = (ground IS NOT NULL)) AND ((ground IS NULL) = (retained_until IS NULL)))),
    CONSTRAINT obligation_opened CHECK (((ended_as IS DISTINCT FROM 'never-opened'::text) OR (fetched_at IS NULL)))
);

CREATE TABLE handreiking.organization (
    id uuid NOT NULL,
    name text NOT NULL,
    alternate_name text,
    description text NOT NULL,
    email text,
    website text,
    tax_status text,
    tax_id text,
    year_incorporated integer,
    legal_status text,
    logo text,
    uri text,
    parent_organization_id uuid,
    country text NOT NULL,
    is_public boolean DEFAULT true NOT NULL,
    last_modified timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);

CREATE TABLE handreiking.organization_identifier (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    identifier_scheme text,
    identifier_type text NOT NULL,
    identifier text NOT NULL
);

CREATE TABLE handreiking.organization_participant (
    organization_id uuid NOT NULL,
    participant_id uuid NOT NULL
);

CREATE TABLE handreiking.origin (
    record_id uuid NOT NULL,
    kind text NOT NULL,
    transaction xid8 NOT NULL,
    at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE handreiking.override (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    subject text NOT NULL,
    categories text[] NOT NULL,
    ground text NOT NULL,
    whose text,
    sealed bytea NOT NULL,
    consulted_id uuid NOT NULL,
    caller_told text NOT NULL,
    after_refusal boolean NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    maker_bound boolean DEFAULT false NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_by uuid,
    approved_at timestamp with time zone,
    review_due_at timestamp with time zone,
    reviewed_by uuid,
    reviewed_at timestamp with time zone,
    upheld boolean,
    objected_at timestamp with time zone,
    decide_by timestamp with time zone,
    objection_decided_by uuid,
    objection_decided_at timestamp with time zone,
    ended_at timestamp with time zone,
    needs_approval boolean GENERATED ALWAYS AS (((ground <> 'vital-interest'::text) OR after_refusal OR maker_bound)) STORED NOT NULL,
    live boolean GENERATED ALWAYS AS (((ended_at IS NULL) AND ((approved_at IS NOT NULL) OR (NOT ((ground <> 'vital-interest'::text) OR after_refusal OR maker_bound))))) STORED NOT NULL,
    disputed boolean GENERATED ALWAYS AS (((objected_at IS NOT NULL) AND (objection_decided_at IS NULL))) STORED NOT NULL,
    stands_until timestamp with time zone GENERATED ALWAYS AS (LEAST(expires_at,
CASE
    WHEN (reviewed_at IS NULL) THEN review_due_at
    ELSE NULL::timestamp with time zone
END,
CASE
    WHEN ((objected_at IS NOT NULL) AND (objection_decided_at IS NULL)) THEN decide_by
    ELSE NULL::timestamp with time zone
END)) STORED NOT NULL,
    CONSTRAINT override_codes CHECK (((subject = ANY (ARRAY['caller'::text, 'person-concerned'::text])) AND (ground = ANY (ARRAY['vital-interest'::text, 'legal-duty'::text, 'legal-right'::text, 'court-order'::text])) AND (whose = ANY (ARRAY['caller-incapable'::text, 'another-person'::text])) AND (caller_told = ANY (ARRAY['told'::text, 'not-told-danger'::text, 'not-told-unreachable'::text])) AND (cardinality(categories) > 0) AND (categories <@ '{contact,identity,health,criminal,belief,family}'::text[]))),
    CONSTRAINT override_review_due CHECK (((review_due_at IS NULL) = ((ground <> 'vital-interest'::text) OR after_refusal OR maker_bound))),
    CONSTRAINT override_reviewed CHECK (((num_nonnulls(approved_by, approved_at) = ANY (ARRAY[0, 2])) AND (num_nonnulls(reviewed_by, reviewed_at, upheld) = ANY (ARRAY[0, 3])) AND (upheld OR (ended_at IS NOT NULL) OR (upheld IS NULL)) AND (num_nonnulls(objection_decided_by, objection_decided_at) = ANY (ARRAY[0, 2])) AND (num_nonnulls(objected_at, decide_by) = ANY (ARRAY[0, 2])) AND ((objection_decided_at IS NULL) OR (objected_at IS NOT NULL)))),
    CONSTRAINT override_special CHECK (((NOT after_refusal) OR (ground <> 'vital-interest'::text) OR (whose IS NOT NULL) OR (NOT (categories && '{health,belief,criminal}'::text[])))),
    CONSTRAINT override_times CHECK ((expires_at > made_at)),
    CONSTRAINT override_two_persons CHECK (((((made_by <> consulted_id) AND (made_by <> approved_by)) AND (made_by <> reviewed_by)) AND (made_by <> objection_decided_by)))
);

CREATE TABLE handreiking.override_release (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    released_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT override_release_two_persons CHECK ((member_id <> released_by))
);

CREATE TABLE handreiking.override_request (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    override_id uuid NOT NULL,
    member_id uuid,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.participant (
    id uuid NOT NULL,
    name text NOT NULL,
    reach text NOT NULL,
    operator boolean DEFAULT false NOT NULL,
    two_persons boolean DEFAULT true NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    suspended_at timestamp with time zone,
    readmitted_at timestamp with time zone,
    CONSTRAINT participant_reach CHECK ((reach = ANY (ARRAY['api'::text, 'console'::text, 'link'::text, 'phone'::text])))
);

CREATE TABLE handreiking.participant_key (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    use text NOT NULL,
    kid text NOT NULL,
    jwk jsonb NOT NULL,
    added_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT participant_key_use CHECK (((use = ANY (ARRAY['enc'::text, 'sig'::text])) AND (expires_at > added_at)))
);

CREATE TABLE handreiking.participant_suspension (
    participant_id uuid NOT NULL,
    suspended_at timestamp with time zone NOT NULL,
    readmitted_at timestamp with time zone,
    CONSTRAINT participant_suspension_times CHECK ((readmitted_at >= suspended_at))
);

CREATE TABLE handreiking.partnership (
    participant_id uuid NOT NULL,
    sends boolean NOT NULL,
    receives boolean NOT NULL,
    acknowledge_within integer NOT NULL,
    answer_within integer NOT NULL,
    answer_grace integer DEFAULT 2 NOT NULL,
    introduce_within integer DEFAULT 14 NOT NULL,
    confirm_within integer DEFAULT 1 NOT NULL,
    working_days integer[] DEFAULT '{1,2,3,4,5}'::integer[] NOT NULL,
    retention_days integer,
    case_retention_days integer,
    audit_years integer DEFAULT 5 NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT partnership_audit_years CHECK (((audit_years >= 5) AND (audit_years <= 30))),
    CONSTRAINT partnership_case_retention CHECK (((case_retention_days >= 30) AND (case_retention_days <= 3650))),
    CONSTRAINT partnership_more_times CHECK ((((answer_grace >= 0) AND (answer_grace <= 30)) AND ((introduce_within >= 1) AND (introduce_within <= 90)) AND ((confirm_within >= 1) AND (confirm_within <= 30)) AND ((retention_days >= 30) AND (retention_days <= 3650)))),
    CONSTRAINT partnership_times CHECK ((((acknowledge_within >= 1) AND (acknowledge_within <= 30)) AND ((answer_within >= 1) AND (answer_within <= 30)))),
    CONSTRAINT partnership_working_days CHECK (((cardinality(working_days) > 0) AND (working_days <@ '{1,2,3,4,5,6,7}'::integer[])))
);

CREATE TABLE handreiking.passkey (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    transports text[] NOT NULL,
    aaguid uuid,
    name text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT passkey_shape CHECK ((((length(credential_id) >= 1) AND (length(credential_id) <= 1364)) AND ((sign_count >= 0) AND (sign_count <= '4294967295'::bigint)) AND (backup_eligible OR (NOT backed_up))))
);

CREATE TABLE handreiking.passkey_challenge (
    browser_hash text NOT NULL,
    purpose text NOT NULL,
    subject_id uuid,
    challenge text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenge_subject CHECK (((purpose = 'sign-in'::text) = (subject_id IS NULL)))
);

CREATE TABLE handreiking.person_mark (
    mark text NOT NULL,
    member_id uuid NOT NULL
);

CREATE TABLE handreiking.phone (
    id uuid NOT NULL,
    organization_id uuid,
    service_id uuid,
    location_id uuid,
    contact_id uuid,
    service_at_location_id uuid,
    number text NOT NULL,
    extension integer,
    country text NOT NULL,
    type text,
    description text,
    CONSTRAINT phone_of CHECK ((num_nonnulls(organization_id, service_id, location_id, contact_id, service_at_location_id) > 0))
);

CREATE TABLE handreiking.planning_rule (
    participant_id uuid NOT NULL,
    attempts integer NOT NULL,
    revision uuid NOT NULL,
    CONSTRAINT planning_rule_attempts CHECK (((attempts >= 1) AND (attempts <= 10)))
);

CREATE TABLE handreiking.program (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    alternate_name text,
    description text NOT NULL
);

CREATE TABLE handreiking.proposal (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid,
    content jsonb NOT NULL,
    before jsonb,
    proposed_by uuid NOT NULL,
    proposed_through uuid,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    decision text,
    decided_by uuid,
    decided_through uuid,
    decided_at timestamp with time zone,
    CONSTRAINT proposal_decided CHECK (((num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])) AND (decision = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'withdrawn'::text])))),
    CONSTRAINT proposal_kind CHECK ((kind = ANY (ARRAY['add-member'::text, 'change-member'::text, 'reinstate-member'::text, 'add-client'::text, 'change-client'::text, 'readmit-client'::text, 'add-client-key'::text, 'add-participant-key'::text, 'keep-identity-provider'::text, 'link-member'::text, 'end-two-persons'::text, 'admit-participant'::text, 'agree-partnership'::text, 'readmit-participant'::text, 'link-organization'::text, 'move-service'::text]))),
    CONSTRAINT proposal_second_person CHECK (((decision <> 'confirmed'::text) OR ((decided_by <> proposed_by) AND (decided_through IS NULL)))),
    CONSTRAINT proposal_times CHECK (((expires_at > proposed_at) AND ((decision <> 'confirmed'::text) OR ((decided_at < expires_at) AND (subject_id IS NOT NULL))))),
    CONSTRAINT proposal_withdrawn CHECK (((decision = 'withdrawn'::text) = (decided_by = proposed_by)))
);

CREATE TABLE handreiking.quota (
    rate text NOT NULL,
    counted text NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    taken integer NOT NULL
);

CREATE SEQUENCE handreiking.read_check
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE handreiking.refusal (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    source text NOT NULL,
    recorded_by uuid,
    CONSTRAINT refusal_recorded CHECK (((recorded_by IS NULL) OR (source = ANY (ARRAY['asked'::text, 'objected'::text])))),
    CONSTRAINT refusal_source CHECK ((source = ANY (ARRAY['asked'::text, 'consent-withdrawn'::text, 'objected'::text, 'referral-withdrawn'::text, 'review-refused'::text])))
);

CREATE TABLE handreiking.removed_synonym (
    phrase text NOT NULL,
    taxonomy_term_id uuid NOT NULL
);

CREATE TABLE handreiking.reporting_step (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    step text NOT NULL,
    decision text NOT NULL,
    reason text,
    sealed bytea,
    decided_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reporting_step_codes CHECK (((step = ANY (ARRAY['map-signals'::text, 'consult'::text, 'talk'::text, 'weigh'::text, 'decide'::text])) AND (decision = ANY (ARRAY['not-possible'::text, 'signals-mapped'::text, 'colleague-consulted'::text, 'veilig-thuis-consulted'::text, 'both-consulted'::text, 'talked'::text, 'acute-danger'::text, 'structural-danger'::text, 'no-danger-now'::text, 'unclear'::text, 'report'::text, 'organize-help'::text, 'report-and-organize-help'::text, 'neither'::text])) AND (reason = ANY (ARRAY['signals-clear'::text, 'signals-unclear'::text, 'consulted-advises'::text, 'danger-to-caller'::text, 'danger-to-child'::text, 'caller-wishes'::text, 'caller-refuses'::text, 'caller-unreachable'::text, 'nobody-to-consult'::text, 'help-suffices'::text, 'help-not-accepted'::text, 'done-by-another'::text, 'other'::text])))),
    CONSTRAINT reporting_step_reason CHECK (((reason IS NOT NULL) OR ((decision <> 'not-possible'::text) AND (step <> ALL (ARRAY['weigh'::text, 'decide'::text])))))
);

CREATE TABLE handreiking.required_document (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    document text,
    uri text
);

CREATE TABLE handreiking.safe_contact (
    case_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    sealed bytea NOT NULL,
    revision uuid NOT NULL,
    verified_at timestamp with time zone,
    verified_by uuid,
    CONSTRAINT safe_contact_verified CHECK ((num_nonnulls(verified_at, verified_by) = ANY (ARRAY[0, 2])))
);

CREATE TABLE handreiking.schedule (
    id uuid NOT NULL,
    service_id uuid,
    location_id uuid,
    service_at_location_id uuid,
    valid_from date,
    valid_to date,
    dtstart date,
    until date,
    count integer,
    wkst text,
    freq text,
    "interval" integer,
    byday text,
    byweekno text,
    bymonthday text,
    byyearday text,
    description text,
    opens_at time without time zone,
    closes_at time without time zone,
    schedule_link text,
    attending_type text,
    notes text,
    time_zone text DEFAULT 'Europe/Amsterdam'::text NOT NULL,
    channel text,
    CONSTRAINT schedule_freq CHECK ((freq = ANY (ARRAY['WEEKLY'::text, 'MONTHLY'::text]))),
    CONSTRAINT schedule_wkst CHECK ((wkst = ANY (ARRAY['MO'::text, 'TU'::text, 'WE'::text, 'TH'::text, 'FR'::text, 'SA'::text, 'SU'::text])))
);

CREATE TABLE handreiking.search_synonym (
    id uuid NOT NULL,
    phrase text NOT NULL,
    taxonomy_term_id uuid NOT NULL
);

CREATE TABLE handreiking.search_word (
    word text NOT NULL,
    lexeme text NOT NULL,
    sound text DEFAULT ''::text NOT NULL
);

CREATE TABLE handreiking.service (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    alternate_name text,
    description text,
    program_id uuid,
    url text,
    email text,
    status text NOT NULL,
    status_note text,
    minimum_age integer,
    maximum_age integer,
    eligibility_description text,
    interpretation_services text,
    application_process text,
    fees_description text,
    wait_time text,
    accreditations text,
    licenses text,
    alert text,
    last_modified timestamp with time zone NOT NULL,
    assured_date date,
    assurer_email text,
    domain text NOT NULL,
    audiences text[] NOT NULL,
    channels text[] NOT NULL,
    cost text,
    deleted_at timestamp with time zone,
    CONSTRAINT service_deleted CHECK (((deleted_at IS NULL) OR (status = 'defunct'::text))),
    CONSTRAINT service_domain CHECK ((domain = ANY (ARRAY['care'::text, 'investigation'::text, 'legal'::text]))),
    CONSTRAINT service_status CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily closed'::text])))
);

CREATE TABLE handreiking.service_area (
    id uuid NOT NULL,
    service_id uuid,
    service_at_location_id uuid,
    name text NOT NULL,
    description text,
    uri text,
    extent text,
    extent_type text,
    "national" boolean NOT NULL
);

CREATE TABLE handreiking.service_at_location (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    location_id uuid NOT NULL,
    description text
);

CREATE TABLE handreiking.service_capacity (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    available double precision NOT NULL,
    maximum double precision,
    description text,
    updated timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.service_intake (
    service_id uuid NOT NULL,
    available_places integer,
    waiting_days integer,
    as_of timestamp with time zone NOT NULL,
    participant_id uuid NOT NULL,
    CONSTRAINT service_intake_told CHECK ((num_nonnulls(available_places, waiting_days) > 0))
);

CREATE TABLE handreiking.service_search (
    service_id uuid NOT NULL,
    document tsvector NOT NULL
);

CREATE TABLE handreiking.session (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    token_hash text NOT NULL,
    method text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT session_method CHECK (((method = ANY (ARRAY['oidc'::text, 'passkey'::text, 'demo'::text])) AND (length(token_hash) = 43) AND (expires_at > started_at)))
);

CREATE TABLE handreiking.sign_in (
    browser_hash text NOT NULL,
    participant_id uuid NOT NULL,
    state_hash text NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.signal (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    movement_id uuid NOT NULL,
    kinds text[] NOT NULL,
    nature text NOT NULL,
    from_year integer,
    to_year integer,
    going_on boolean NOT NULL,
    source_relation text NOT NULL,
    reliability text NOT NULL,
    conversation_id uuid,
    reported_by_id uuid,
    note bytea,
    expires_at timestamp with time zone NOT NULL,
    registered_by uuid NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    CONSTRAINT signal_codes CHECK (((nature = ANY (ARRAY['possibly-criminal'::text, 'psychological'::text, 'both'::text])) AND (source_relation = ANY (ARRAY['harmed'::text, 'relative'::text, 'professional'::text, 'partner'::text])) AND (reliability = ANY (ARRAY['own-experience'::text, 'seen'::text, 'heard'::text, 'document'::text, 'unclear'::text])))),
    CONSTRAINT signal_expiry CHECK (((expires_at > registered_at) AND (expires_at <= (registered_at + '2 years'::interval)))),
    CONSTRAINT signal_kinds CHECK (((cardinality(kinds) <= 10) AND (array_to_string(kinds, ','::text) ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'::text))),
    CONSTRAINT signal_period CHECK ((((from_year >= 1900) AND (from_year <= 2100)) AND ((to_year >= 1900) AND (to_year <= 2100)) AND ((from_year IS NULL) OR (to_year IS NULL) OR (from_year <= to_year)) AND (NOT (going_on AND (to_year IS NOT NULL))))),
    CONSTRAINT signal_source CHECK (((num_nonnulls(conversation_id, reported_by_id) <= 1) AND ((source_relation = 'partner'::text) = (reported_by_id IS NOT NULL)) AND (reported_by_id <> participant_id)))
);

CREATE TABLE handreiking.signal_review (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    signal_id uuid NOT NULL,
    registered_by uuid NOT NULL,
    reviewed_by uuid NOT NULL,
    verdict text NOT NULL,
    duplicate_of_id uuid,
    reviewed_at timestamp with time zone NOT NULL,
    CONSTRAINT signal_review_duplicate_of CHECK ((((verdict = 'duplicate-of'::text) = (duplicate_of_id IS NOT NULL)) AND (duplicate_of_id <> signal_id))),
    CONSTRAINT signal_review_second_person CHECK ((reviewed_by <> registered_by)),
    CONSTRAINT signal_review_verdict CHECK ((verdict = ANY (ARRAY['counts'::text, 'does-not-count'::text, 'duplicate-of'::text])))
);

CREATE TABLE handreiking.statistics_release (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    released_by uuid,
    released_at timestamp with time zone NOT NULL,
    tables jsonb NOT NULL,
    counts jsonb NOT NULL,
    statement text NOT NULL,
    CONSTRAINT statistics_release_year CHECK ((((year >= 2000) AND (year <= 2100)) AND (number >= 1)))
);

CREATE TABLE handreiking.taxonomy (
    id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    uri text,
    version text
);

CREATE TABLE handreiking.taxonomy_term (
    id uuid NOT NULL,
    taxonomy_id uuid NOT NULL,
    parent_id uuid,
    code text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    name_en text,
    language text,
    term_uri text
);

CREATE TABLE handreiking.unit (
    id uuid NOT NULL,
    name text NOT NULL,
    scheme text,
    identifier text,
    uri text
);

CREATE TABLE handreiking.untold_ending (
    referral_id uuid NOT NULL,
    help_question_id uuid NOT NULL,
    ended_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.url (
    id uuid NOT NULL,
    label text,
    url text NOT NULL,
    organization_id uuid,
    service_id uuid
);

CREATE TABLE handreiking.used_assertion (
    participant_id uuid NOT NULL,
    client_id uuid NOT NULL,
    jti text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.used_proof (
    participant_id uuid NOT NULL,
    jkt text NOT NULL,
    jti text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.verification (
    id uuid NOT NULL,
    entry_kind text NOT NULL,
    entry_id uuid NOT NULL,
    organization_id uuid,
    checked_on date NOT NULL,
    method text NOT NULL,
    participant_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT verification_kind CHECK ((entry_kind = ANY (ARRAY['organization'::text, 'service'::text, 'location'::text])))
);

CREATE TABLE handreiking.verification_request (
    organization_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    round_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL
);

CREATE TABLE handreiking.verification_round (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    asked integer NOT NULL,
    unreachable integer NOT NULL
);

CREATE TABLE handreiking.web_form (
    participant_id uuid NOT NULL,
    open boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE keys.case_key (
    case_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    kek_id text NOT NULL
);

CREATE TABLE keys.disclosure_key (
    referral_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    kek_id text NOT NULL
);

CREATE TABLE keys.movement_key (
    movement_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    kek_id text NOT NULL
);

CREATE TABLE keys.request_key (
    request_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    kek_id text NOT NULL
);

ALTER TABLE ONLY handreiking.accessibility
    ADD CONSTRAINT accessibility_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_moved_from UNIQUE (moved_from_id);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_number UNIQUE (participant_id, number);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_once EXCLUDE USING gist (counsellor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state = ANY (ARRAY['planned'::text, 'held'::text])));

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.article_feedback
    ADD CONSTRAINT article_feedback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.article_publication
    ADD CONSTRAINT article_publication_article_id_number_audience_pk PRIMARY KEY (article_id, number, audience);

ALTER TABLE ONLY handreiking.article_version
    ADD CONSTRAINT article_version_article_id_number_pk PRIMARY KEY (article_id, number);

ALTER TABLE ONLY handreiking.article_version
    ADD CONSTRAINT article_version_author UNIQUE (article_id, number, participant_id, author_id);

ALTER TABLE ONLY handreiking.article_word
    ADD CONSTRAINT article_word_article_id_number_word_pk PRIMARY KEY (article_id, number, word);

ALTER TABLE ONLY handreiking.attribute
    ADD CONSTRAINT attribute_link UNIQUE NULLS NOT DISTINCT (link_id, taxonomy_term_id, link_type, value);

ALTER TABLE ONLY handreiking.attribute
    ADD CONSTRAINT attribute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_seq UNIQUE (participant_id, seq);

ALTER TABLE ONLY handreiking.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.audit_event
    ADD CONSTRAINT audit_event_seq UNIQUE (participant_id, seq);

ALTER TABLE ONLY handreiking.availability_exception
    ADD CONSTRAINT availability_exception_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.availability
    ADD CONSTRAINT availability_pkey PRIMARY KEY (counsellor_id);

ALTER TABLE ONLY handreiking.calendar_feed
    ADD CONSTRAINT calendar_feed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_of_case UNIQUE (case_id);

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_reference UNIQUE (participant_id, reference);

ALTER TABLE ONLY handreiking.case_access
    ADD CONSTRAINT case_access_case_id_member_id_pk PRIMARY KEY (case_id, member_id);

ALTER TABLE ONLY handreiking."case"
    ADD CONSTRAINT case_code UNIQUE (participant_id, code);

ALTER TABLE ONLY handreiking.case_contact
    ADD CONSTRAINT case_contact_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY handreiking.case_note
    ADD CONSTRAINT case_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking."case"
    ADD CONSTRAINT case_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking."case"
    ADD CONSTRAINT case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking."case"
    ADD CONSTRAINT case_relation UNIQUE (id, participant_id, relation);

ALTER TABLE ONLY handreiking.case_take_over
    ADD CONSTRAINT case_take_over_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.client_key
    ADD CONSTRAINT client_key_kid UNIQUE (client_id, kid);

ALTER TABLE ONLY handreiking.client_key
    ADD CONSTRAINT client_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.client
    ADD CONSTRAINT client_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.code_word
    ADD CONSTRAINT code_word_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_basis UNIQUE (id, case_id, participant_id, recipient_id, purpose, expires_at, live);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.consent_receipt
    ADD CONSTRAINT consent_receipt_once UNIQUE (consent_id);

ALTER TABLE ONLY handreiking.consent_receipt
    ADD CONSTRAINT consent_receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.contact_attempt
    ADD CONSTRAINT contact_attempt_number UNIQUE (appointment_id, number);

ALTER TABLE ONLY handreiking.contact_attempt
    ADD CONSTRAINT contact_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.contact_confirmation
    ADD CONSTRAINT contact_confirmation_referral_id_side_pk PRIMARY KEY (referral_id, side);

ALTER TABLE ONLY handreiking.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.conversation_addition
    ADD CONSTRAINT conversation_addition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_appointment UNIQUE (appointment_id);

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_of_its_case UNIQUE (id, case_id, participant_id);

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.cost_option
    ADD CONSTRAINT cost_option_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.countersignature
    ADD CONSTRAINT countersignature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.cover
    ADD CONSTRAINT cover_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.cover
    ADD CONSTRAINT cover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.directory_change
    ADD CONSTRAINT directory_change_number UNIQUE (number);

ALTER TABLE ONLY handreiking.directory_change
    ADD CONSTRAINT directory_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.directory_import
    ADD CONSTRAINT directory_import_of UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.directory_import
    ADD CONSTRAINT directory_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.directory_version
    ADD CONSTRAINT directory_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.disclosure
    ADD CONSTRAINT disclosure_pkey PRIMARY KEY (referral_id);

ALTER TABLE ONLY handreiking.duplicate_dismissal
    ADD CONSTRAINT duplicate_dismissal_first_id_second_id_pk PRIMARY KEY (first_id, second_id);

ALTER TABLE ONLY handreiking.emergency
    ADD CONSTRAINT emergency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.erasure
    ADD CONSTRAINT erasure_participant_id_case_id_pk PRIMARY KEY (participant_id, case_id);

ALTER TABLE ONLY handreiking.event
    ADD CONSTRAINT event_move UNIQUE (move_id, participant_id);

ALTER TABLE ONLY handreiking.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.event
    ADD CONSTRAINT event_seq UNIQUE (participant_id, seq);

ALTER TABLE ONLY handreiking.funding
    ADD CONSTRAINT funding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_case UNIQUE (id, case_id, participant_id);

ALTER TABLE ONLY handreiking.help_question_change
    ADD CONSTRAINT help_question_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.idempotency_record
    ADD CONSTRAINT idempotency_record_participant_id_key_fingerprint_pk PRIMARY KEY (participant_id, key_fingerprint);

ALTER TABLE ONLY handreiking.identity_provider
    ADD CONSTRAINT identity_provider_pkey PRIMARY KEY (participant_id);

ALTER TABLE ONLY handreiking.import_finding
    ADD CONSTRAINT import_finding_import_id_place_pk PRIMARY KEY (import_id, place);

ALTER TABLE ONLY handreiking.import_part
    ADD CONSTRAINT import_part_import_id_place_pk PRIMARY KEY (import_id, place);

ALTER TABLE ONLY handreiking.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.invitation
    ADD CONSTRAINT invitation_token UNIQUE (token_hash);

ALTER TABLE ONLY handreiking.language
    ADD CONSTRAINT language_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.ledger_entry
    ADD CONSTRAINT ledger_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.ledger_entry
    ADD CONSTRAINT ledger_entry_seq UNIQUE (seq);

ALTER TABLE ONLY handreiking.ledger_segment
    ADD CONSTRAINT ledger_segment_pkey PRIMARY KEY (first);

ALTER TABLE ONLY handreiking.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.mail
    ADD CONSTRAINT mail_once UNIQUE (participant_id, print);

ALTER TABLE ONLY handreiking.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.mailbox_watch
    ADD CONSTRAINT mailbox_watch_pkey PRIMARY KEY (participant_id);

ALTER TABLE ONLY handreiking.member_identity
    ADD CONSTRAINT member_identity_expected UNIQUE (participant_id, expected);

ALTER TABLE ONLY handreiking.member_identity
    ADD CONSTRAINT member_identity_pkey PRIMARY KEY (member_id);

ALTER TABLE ONLY handreiking.member_identity
    ADD CONSTRAINT member_identity_subject UNIQUE (participant_id, issuer, subject);

ALTER TABLE ONLY handreiking.member
    ADD CONSTRAINT member_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.metadata
    ADD CONSTRAINT metadata_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_code UNIQUE (participant_id, code);

ALTER TABLE ONLY handreiking.movement_merger
    ADD CONSTRAINT movement_merger_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_name UNIQUE (participant_id, name_fingerprint);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_standing UNIQUE (id, participant_id, standing);

ALTER TABLE ONLY handreiking.obligation
    ADD CONSTRAINT obligation_pkey PRIMARY KEY (referral_id);

ALTER TABLE ONLY handreiking.organization_identifier
    ADD CONSTRAINT organization_identifier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.organization_participant
    ADD CONSTRAINT organization_participant_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY handreiking.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.origin
    ADD CONSTRAINT origin_pkey PRIMARY KEY (record_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_basis UNIQUE (id, case_id, participant_id, recipient_id, stands_until, live, disputed);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.override_release
    ADD CONSTRAINT override_release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.override_request
    ADD CONSTRAINT override_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.participant_key
    ADD CONSTRAINT participant_key_kid UNIQUE (participant_id, kid);

ALTER TABLE ONLY handreiking.participant_key
    ADD CONSTRAINT participant_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.participant_suspension
    ADD CONSTRAINT participant_suspension_participant_id_suspended_at_pk PRIMARY KEY (participant_id, suspended_at);

ALTER TABLE ONLY handreiking.partnership
    ADD CONSTRAINT partnership_pkey PRIMARY KEY (participant_id);

ALTER TABLE ONLY handreiking.passkey_challenge
    ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (browser_hash);

ALTER TABLE ONLY handreiking.passkey
    ADD CONSTRAINT passkey_credential UNIQUE (credential_id);

ALTER TABLE ONLY handreiking.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.person_mark
    ADD CONSTRAINT person_mark_mark_member_id_pk PRIMARY KEY (mark, member_id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.planning_rule
    ADD CONSTRAINT planning_rule_pkey PRIMARY KEY (participant_id);

ALTER TABLE ONLY handreiking.program
    ADD CONSTRAINT program_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.quota
    ADD CONSTRAINT quota_rate_counted_ends_at_pk PRIMARY KEY (rate, counted, ends_at);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_disclosed UNIQUE (id, sender_id, recipient_id, disclosed);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_parties UNIQUE (id, sender_id, recipient_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_sender UNIQUE (id, sender_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_told_apart UNIQUE (case_id, told_apart);

ALTER TABLE ONLY handreiking.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.removed_synonym
    ADD CONSTRAINT removed_synonym_phrase_taxonomy_term_id_pk PRIMARY KEY (phrase, taxonomy_term_id);

ALTER TABLE ONLY handreiking.reporting_step
    ADD CONSTRAINT reporting_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.required_document
    ADD CONSTRAINT required_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.safe_contact
    ADD CONSTRAINT safe_contact_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY handreiking.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.search_synonym
    ADD CONSTRAINT search_synonym_pair UNIQUE (phrase, taxonomy_term_id);

ALTER TABLE ONLY handreiking.search_synonym
    ADD CONSTRAINT search_synonym_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.search_word
    ADD CONSTRAINT search_word_word_pk PRIMARY KEY (word);

ALTER TABLE ONLY handreiking.service_area
    ADD CONSTRAINT service_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.service_at_location
    ADD CONSTRAINT service_at_location_pair UNIQUE (service_id, location_id);

ALTER TABLE ONLY handreiking.service_at_location
    ADD CONSTRAINT service_at_location_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.service_capacity
    ADD CONSTRAINT service_capacity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.service_intake
    ADD CONSTRAINT service_intake_pkey PRIMARY KEY (service_id);

ALTER TABLE ONLY handreiking.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.service_search
    ADD CONSTRAINT service_search_pkey PRIMARY KEY (service_id);

ALTER TABLE ONLY handreiking.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.session
    ADD CONSTRAINT session_token UNIQUE (token_hash);

ALTER TABLE ONLY handreiking.sign_in
    ADD CONSTRAINT sign_in_pkey PRIMARY KEY (browser_hash);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_participant UNIQUE (id, participant_id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_registrar_known UNIQUE (id, participant_id, registered_by);

ALTER TABLE ONLY handreiking.signal_review
    ADD CONSTRAINT signal_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.statistics_release
    ADD CONSTRAINT statistics_release_number UNIQUE (participant_id, year, number);

ALTER TABLE ONLY handreiking.statistics_release
    ADD CONSTRAINT statistics_release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.taxonomy
    ADD CONSTRAINT taxonomy_name UNIQUE (name);

ALTER TABLE ONLY handreiking.taxonomy
    ADD CONSTRAINT taxonomy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.taxonomy_term
    ADD CONSTRAINT taxonomy_term_code UNIQUE (taxonomy_id, code);

ALTER TABLE ONLY handreiking.taxonomy_term
    ADD CONSTRAINT taxonomy_term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.untold_ending
    ADD CONSTRAINT untold_ending_pkey PRIMARY KEY (referral_id);

ALTER TABLE ONLY handreiking.url
    ADD CONSTRAINT url_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.used_assertion
    ADD CONSTRAINT used_assertion_client_id_jti_pk PRIMARY KEY (client_id, jti);

ALTER TABLE ONLY handreiking.used_proof
    ADD CONSTRAINT used_proof_participant_id_jkt_jti_pk PRIMARY KEY (participant_id, jkt, jti);

ALTER TABLE ONLY handreiking.verification
    ADD CONSTRAINT verification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.verification_request
    ADD CONSTRAINT verification_request_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY handreiking.verification_round
    ADD CONSTRAINT verification_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handreiking.web_form
    ADD CONSTRAINT web_form_pkey PRIMARY KEY (participant_id);

ALTER TABLE ONLY keys.case_key
    ADD CONSTRAINT case_key_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY keys.disclosure_key
    ADD CONSTRAINT disclosure_key_pkey PRIMARY KEY (referral_id);

ALTER TABLE ONLY keys.movement_key
    ADD CONSTRAINT movement_key_pkey PRIMARY KEY (movement_id);

ALTER TABLE ONLY keys.request_key
    ADD CONSTRAINT request_key_pkey PRIMARY KEY (request_id);

CREATE INDEX accessibility_of_location ON handreiking.accessibility USING btree (location_id);

CREATE INDEX address_of_location ON handreiking.address USING btree (location_id);

CREATE UNIQUE INDEX appointment_live_of_request ON handreiking.appointment USING btree (request_id) WHERE (state = 'planned'::text);

CREATE INDEX appointment_of_case ON handreiking.appointment USING btree (case_id);

CREATE INDEX appointment_of_counsellor ON handreiking.appointment USING btree (participant_id, counsellor_id, starts_at);

CREATE INDEX appointment_of_request ON handreiking.appointment USING btree (request_id);

CREATE INDEX appointment_planned ON handreiking.appointment USING btree (participant_id, starts_at) WHERE (state = 'planned'::text);

CREATE INDEX article_feedback_of ON handreiking.article_feedback USING btree (article_id, given_at, id);

CREATE INDEX article_feedback_open ON handreiking.article_feedback USING btree (participant_id, given_at) WHERE (answered_at IS NULL);

CREATE INDEX article_of ON handreiking.article USING btree (participant_id, review_on);

CREATE INDEX article_translation ON handreiking.article USING btree (translation_of);

CREATE INDEX article_version_document ON handreiking.article_version USING gin (document);

CREATE INDEX article_word_lexeme ON handreiking.article_word USING btree (lexeme);

CREATE INDEX article_word_sound ON handreiking.article_word USING btree (sound);

CREATE INDEX article_word_trigram ON handreiking.article_word USING gin (word public.gin_trgm_ops);

CREATE INDEX article_word_word ON handreiking.article_word USING btree (word);

CREATE INDEX attribute_term ON handreiking.attribute USING btree (taxonomy_term_id, link_id);

CREATE INDEX audit_event_case ON handreiking.audit_event USING btree (case_id) WHERE (case_id IS NOT NULL);

CREATE INDEX audit_event_chain ON handreiking.audit_event USING btree (participant_id, at, id);

CREATE INDEX audit_event_elsewhere ON handreiking.audit_event USING btree (subject_participant_id, at, id) WHERE (subject_participant_id <> participant_id);

CREATE INDEX audit_event_subject ON handreiking.audit_event USING btree (subject_id);

CREATE INDEX audit_event_unsealed ON handreiking.audit_event USING btree (participant_id, at, id) WHERE (seq IS NULL);

CREATE INDEX availability_exception_of_counsellor ON handreiking.availability_exception USING btree (participant_id, counsellor_id, ends_at);

CREATE INDEX calendar_feed_of_counsellor ON handreiking.calendar_feed USING btree (participant_id, counsellor_id);

CREATE UNIQUE INDEX calendar_feed_token ON handreiking.calendar_feed USING btree (token_hash);

CREATE INDEX callback_request_kept ON handreiking.callback_request USING btree (participant_id, received_at) WHERE (let_go_at IS NULL);

CREATE INDEX callback_request_open ON handreiking.callback_request USING btree (participant_id, received_at, id) WHERE (state <> 'ended'::text);

CREATE INDEX case_note_of_case ON handreiking.case_note USING btree (case_id, written_at, id);

CREATE INDEX case_take_over_of_case ON handreiking.case_take_over USING btree (case_id, at);

CREATE INDEX case_take_over_unanswered ON handreiking.case_take_over USING btree (participant_id, to_member_id) WHERE ((kind = 'handed-over'::text) AND (answer IS NULL));

CREATE UNIQUE INDEX client_key_material ON handreiking.client_key USING btree (client_id, COALESCE((jwk ->> 'x'::text), (jwk ->> 'n'::text)));

CREATE INDEX consent_of_case ON handreiking.consent USING btree (case_id);

CREATE INDEX contact_of_location ON handreiking.contact USING btree (location_id);

CREATE INDEX contact_of_organization ON handreiking.contact USING btree (organization_id);

CREATE INDEX contact_of_service ON handreiking.contact USING btree (service_id);

CREATE INDEX contact_of_service_at_location ON handreiking.contact USING btree (service_at_location_id);

CREATE INDEX conversation_addition_of ON handreiking.conversation_addition USING btree (conversation_id, written_at, id);

CREATE INDEX conversation_of_case ON handreiking.conversation USING btree (case_id, started_at, id);

CREATE INDEX correction_by ON handreiking.correction USING btree (participant_id, proposed_at, id);

CREATE INDEX correction_of ON handreiking.correction USING btree (entry_id, decided_at);

CREATE INDEX correction_open ON handreiking.correction USING btree (proposed_at, id) WHERE (state = 'proposed'::text);

CREATE INDEX cost_option_of_service ON handreiking.cost_option USING btree (service_id);

CREATE INDEX countersignature_subject ON handreiking.countersignature USING btree (subject_id);

CREATE INDEX cover_of_stand_in ON handreiking.cover USING btree (covered_by, ends_at);

CREATE UNIQUE INDEX directory_change_unnumbered ON handreiking.directory_change USING btree (transaction, entity, record_id) WHERE (number IS NULL);

CREATE INDEX directory_import_latest ON handreiking.directory_import USING btree (participant_id, received_at, id);

CREATE INDEX directory_import_open ON handreiking.directory_import USING btree (received_at, id) WHERE (state = ANY (ARRAY['receiving'::text, 'received'::text, 'running'::text]));

CREATE INDEX directory_version_of ON handreiking.directory_version USING btree (root_id, "position");

CREATE INDEX directory_version_of_record ON handreiking.directory_version USING btree (record_id, "position");

CREATE INDEX emergency_of_case ON handreiking.emergency USING btree (case_id, recorded_at, id);

CREATE INDEX emergency_to_review ON handreiking.emergency USING btree (participant_id, review_due_at) WHERE (reviewed_at IS NULL);

CREATE INDEX event_unnumbered ON handreiking.event USING btree (participant_id) WHERE (seq IS NULL);

CREATE INDEX funding_of_organization ON handreiking.funding USING btree (organization_id);

CREATE INDEX funding_of_service ON handreiking.funding USING btree (service_id);

CREATE INDEX help_question_change_of ON handreiking.help_question_change USING btree (help_question_id, "position");

CREATE INDEX help_question_of_case ON handreiking.help_question USING btree (case_id);

CREATE INDEX idempotency_record_at ON handreiking.idempotency_record USING btree (at);

CREATE INDEX invitation_invited ON handreiking.invitation USING btree (participant_id, invited_at, id);

CREATE UNIQUE INDEX invitation_open ON handreiking.invitation USING btree (member_id) WHERE ((used_at IS NULL) AND (voided_at IS NULL));

CREATE INDEX language_of_location ON handreiking.language USING btree (location_id);

CREATE INDEX language_of_phone ON handreiking.language USING btree (phone_id);

CREATE INDEX language_of_service ON handreiking.language USING btree (service_id, code);

CREATE INDEX ledger_entry_segment ON handreiking.ledger_entry USING btree (segment);

CREATE INDEX ledger_entry_unsealed ON handreiking.ledger_entry USING btree ("position") WHERE (seq IS NULL);

CREATE INDEX ledger_segment_open ON handreiking.ledger_segment USING btree (first) WHERE ((kept_at IS NULL) OR (NOT applied));

CREATE INDEX location_of_organization ON handreiking.location USING btree (organization_id);

CREATE INDEX mail_answered ON handreiking.mail USING btree (participant_id, id_print);

CREATE INDEX mail_not_noticed ON handreiking.mail USING btree (participant_id) WHERE (added AND (noticed_at IS NULL));

CREATE INDEX mail_of_request ON handreiking.mail USING btree (request_id);

CREATE INDEX metadata_of ON handreiking.metadata USING btree (resource_id);

CREATE INDEX movement_merged ON handreiking.movement USING btree (merged_into);

CREATE INDEX movement_merger_into ON handreiking.movement_merger USING btree (into_id);

CREATE INDEX movement_merger_of ON handreiking.movement_merger USING btree (movement_id);

CREATE INDEX obligation_standing ON handreiking.obligation USING btree (due_at) WHERE (ended_at IS NULL);

CREATE INDEX organization_identifier_of ON handreiking.organization_identifier USING btree (organization_id);

CREATE INDEX organization_identifier_value ON handreiking.organization_identifier USING btree (identifier_type, identifier);

CREATE INDEX organization_name ON handreiking.organization USING btree (name, id);

CREATE INDEX organization_participant_of ON handreiking.organization_participant USING btree (participant_id);

CREATE INDEX origin_at ON handreiking.origin USING btree (kind, at);

CREATE INDEX override_of_case ON handreiking.override USING btree (case_id, recipient_id);

CREATE INDEX override_of_maker ON handreiking.override USING btree (made_by, made_at);

CREATE INDEX override_release_of_member ON handreiking.override_release USING btree (member_id, at);

CREATE INDEX override_request_of ON handreiking.override_request USING btree (override_id, asked_at);

CREATE INDEX override_to_decide ON handreiking.override USING btree (decide_by) WHERE ((ended_at IS NULL) AND disputed);

CREATE INDEX override_to_review ON handreiking.override USING btree (review_due_at) WHERE ((ended_at IS NULL) AND (reviewed_at IS NULL));

CREATE UNIQUE INDEX participant_operator ON handreiking.participant USING btree (operator) WHERE operator;

CREATE INDEX passkey_challenge_expires ON handreiking.passkey_challenge USING btree (expires_at);

CREATE INDEX passkey_member ON handreiking.passkey USING btree (member_id, added_at);

CREATE INDEX person_mark_member ON handreiking.person_mark USING btree (member_id);

CREATE INDEX phone_of_contact ON handreiking.phone USING btree (contact_id);

CREATE INDEX phone_of_location ON handreiking.phone USING btree (location_id);

CREATE INDEX phone_of_organization ON handreiking.phone USING btree (organization_id);

CREATE INDEX phone_of_service ON handreiking.phone USING btree (service_id);

CREATE INDEX phone_of_service_at_location ON handreiking.phone USING btree (service_at_location_id);

CREATE INDEX program_of_organization ON handreiking.program USING btree (organization_id);

CREATE INDEX proposal_proposed ON handreiking.proposal USING btree (participant_id, proposed_at, id);

CREATE INDEX referral_inbox ON handreiking.referral USING btree (recipient_id, offered_at, id) WHERE (offered_at IS NOT NULL);

CREATE INDEX referral_of_consent ON handreiking.referral USING btree (consent_id);

CREATE INDEX referral_of_override ON handreiking.referral USING btree (override_id) WHERE (override_id IS NOT NULL);

CREATE INDEX referral_of_question ON handreiking.referral USING btree (help_question_id);

CREATE UNIQUE INDEX referral_one_disclosure ON handreiking.referral USING btree (help_question_id) WHERE disclosed;

CREATE UNIQUE INDEX referral_one_offer ON handreiking.referral USING btree (help_question_id, service_id) WHERE needs_live;

CREATE INDEX referral_outbox ON handreiking.referral USING btree (sender_id, drafted_at, id);

CREATE INDEX referral_to_wake ON handreiking.referral USING btree (wake_at) WHERE (wake_at IS NOT NULL);

CREATE INDEX refusal_of_recipient ON handreiking.refusal USING btree (case_id, recipient_id, at);

CREATE INDEX reporting_step_of_conversation ON handreiking.reporting_step USING btree (conversation_id, at, id);

CREATE INDEX required_document_of_service ON handreiking.required_document USING btree (service_id);

CREATE INDEX schedule_of_location ON handreiking.schedule USING btree (location_id);

CREATE INDEX schedule_of_service ON handreiking.schedule USING btree (service_id);

CREATE INDEX schedule_of_service_at_location ON handreiking.schedule USING btree (service_at_location_id);

CREATE INDEX search_synonym_first ON handreiking.search_synonym USING btree (split_part(phrase, ' '::text, 1));

CREATE INDEX search_word_lexeme ON handreiking.search_word USING btree (lexeme);

CREATE INDEX search_word_sound ON handreiking.search_word USING btree (sound);

CREATE INDEX search_word_trigram ON handreiking.search_word USING gin (word public.gin_trgm_ops);

CREATE INDEX service_area_of_place ON handreiking.service_area USING btree (service_at_location_id);

CREATE INDEX service_area_of_service ON handreiking.service_area USING btree (service_id);

CREATE INDEX service_capacity_of_service ON handreiking.service_capacity USING btree (service_id);

CREATE INDEX service_name ON handreiking.service USING btree (name, id);

CREATE INDEX service_of_organization ON handreiking.service USING btree (organization_id);

CREATE INDEX service_search_document ON handreiking.service_search USING gin (document);

CREATE INDEX session_expires ON handreiking.session USING btree (expires_at);

CREATE INDEX session_member ON handreiking.session USING btree (member_id, started_at);

CREATE INDEX sign_in_expires ON handreiking.sign_in USING btree (expires_at);

CREATE INDEX signal_note_expires ON handreiking.signal USING btree (expires_at) WHERE (note IS NOT NULL);

CREATE INDEX signal_of_conversation ON handreiking.signal USING btree (conversation_id);

CREATE INDEX signal_of_movement ON handreiking.signal USING btree (movement_id);

CREATE INDEX signal_registered ON handreiking.signal USING btree (participant_id, registered_at, id);

CREATE INDEX signal_review_of ON handreiking.signal_review USING btree (signal_id, reviewed_at, id);

CREATE INDEX taxonomy_term_parent ON handreiking.taxonomy_term USING btree (parent_id);

CREATE INDEX untold_ending_of_question ON handreiking.untold_ending USING btree (help_question_id);

CREATE INDEX url_of_organization ON handreiking.url USING btree (organization_id);

CREATE INDEX url_of_service ON handreiking.url USING btree (service_id);

CREATE INDEX used_assertion_expires ON handreiking.used_assertion USING btree (expires_at);

CREATE INDEX used_proof_expires ON handreiking.used_proof USING btree (expires_at);

CREATE INDEX verification_of ON handreiking.verification USING btree (entry_kind, entry_id, checked_on);

CREATE TRIGGER assure AFTER INSERT ON handreiking.verification FOR EACH ROW WHEN ((new.entry_kind = 'service'::text)) EXECUTE FUNCTION handreiking.assure_service();

CREATE CONSTRAINT TRIGGER check_end AFTER UPDATE ON handreiking.appointment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (new.state = ANY (ARRAY['moved'::text, 'held'::text])))) EXECUTE FUNCTION handreiking.check_appointment_end();

CREATE TRIGGER clock_stands_still AFTER UPDATE OF state ON handreiking.referral FOR EACH ROW WHEN (((new.state = 'lapsed'::text) AND (old.state <> 'lapsed'::text) AND (new.missed_times < 3))) EXECUTE FUNCTION handreiking.refuse_lapse();

CREATE TRIGGER completed_obliged AFTER UPDATE OF withdrawn_at ON handreiking.consent FOR EACH ROW WHEN ((new.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION handreiking.oblige_completed();

CREATE TRIGGER completed_obliged AFTER UPDATE OF ended_at ON handreiking.override FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.oblige_completed_on_override();

CREATE CONSTRAINT TRIGGER consent_told AFTER INSERT OR UPDATE ON handreiking.consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_consent_told();

CREATE CONSTRAINT TRIGGER consulted_when_approved AFTER UPDATE ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.approved_by IS NULL) AND (new.approved_by IS NOT NULL))) EXECUTE FUNCTION handreiking.check_consulted();

CREATE CONSTRAINT TRIGGER consulted_when_made AFTER INSERT ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_consulted();

CREATE TRIGGER countersignatures_end AFTER DELETE ON handreiking.emergency FOR EACH ROW EXECUTE FUNCTION handreiking.drop_countersignatures();

CREATE TRIGGER countersignatures_end AFTER DELETE ON handreiking.override FOR EACH ROW EXECUTE FUNCTION handreiking.drop_countersignatures();

CREATE TRIGGER countersignatures_end AFTER DELETE ON handreiking.referral FOR EACH ROW EXECUTE FUNCTION handreiking.drop_countersignatures();

CREATE TRIGGER destroy_key AFTER UPDATE ON handreiking.callback_request FOR EACH ROW WHEN (((old.let_go_at IS NULL) AND (new.let_go_at IS NOT NULL))) EXECUTE FUNCTION handreiking.destroy_request_key();

CREATE TRIGGER disclosure_ends AFTER UPDATE OF state ON handreiking.referral FOR EACH ROW WHEN (((new.state = ANY (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])) AND old.disclosed)) EXECUTE FUNCTION handreiking.end_disclosure();

CREATE CONSTRAINT TRIGGER emergency_told AFTER INSERT OR UPDATE ON handreiking.emergency DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_emergency_told();

CREATE CONSTRAINT TRIGGER entry_true AFTER INSERT ON handreiking.audit_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_entry_true();

CREATE CONSTRAINT TRIGGER erasure_told AFTER INSERT ON handreiking.erasure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_erasure_told();

CREATE CONSTRAINT TRIGGER event_told AFTER INSERT ON handreiking.event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_event_parties();

CREATE TRIGGER follow AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN ((new.stands_until <> old.stands_until)) EXECUTE FUNCTION handreiking.follow_override();

CREATE TRIGGER forget_senders AFTER UPDATE ON handreiking.callback_request FOR EACH ROW WHEN (((old.let_go_at IS NULL) AND (new.let_go_at IS NOT NULL))) EXECUTE FUNCTION handreiking.forget_senders();

CREATE CONSTRAINT TRIGGER forgetting_told AFTER UPDATE OF forgotten_at ON handreiking.referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.forgotten_at IS DISTINCT FROM old.forgotten_at)) EXECUTE FUNCTION handreiking.check_forgetting_told();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.appointment FOR EACH ROW EXECUTE FUNCTION handreiking.guard_appointment();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.article FOR EACH ROW EXECUTE FUNCTION handreiking.guard_article();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.article_feedback FOR EACH ROW EXECUTE FUNCTION handreiking.guard_feedback();

CREATE TRIGGER guard BEFORE DELETE OR UPDATE ON handreiking.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION handreiking.guard_checkpoint();

CREATE TRIGGER guard BEFORE DELETE OR UPDATE ON handreiking.audit_event FOR EACH ROW EXECUTE FUNCTION handreiking.guard_audit();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.calendar_feed FOR EACH ROW EXECUTE FUNCTION handreiking.guard_calendar_feed();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.callback_request FOR EACH ROW EXECUTE FUNCTION handreiking.guard_request();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.case_take_over FOR EACH ROW EXECUTE FUNCTION handreiking.guard_hand_over();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.consent FOR EACH ROW EXECUTE FUNCTION handreiking.guard_consent();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.contact_attempt FOR EACH ROW EXECUTE FUNCTION handreiking.guard_attempt();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.contact_confirmation FOR EACH ROW EXECUTE FUNCTION handreiking.guard_confirmation();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.conversation FOR EACH ROW WHEN ((new.appointment_id IS NOT NULL)) EXECUTE FUNCTION handreiking.guard_conversation();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.correction FOR EACH ROW EXECUTE FUNCTION handreiking.guard_correction();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.countersignature FOR EACH ROW EXECUTE FUNCTION handreiking.guard_countersignature();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.cover FOR EACH ROW EXECUTE FUNCTION handreiking.guard_cover();

CREATE TRIGGER guard BEFORE DELETE OR UPDATE ON handreiking.directory_version FOR EACH ROW EXECUTE FUNCTION handreiking.guard_history();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.disclosure FOR EACH ROW EXECUTE FUNCTION handreiking.guard_disclosure();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.emergency FOR EACH ROW EXECUTE FUNCTION handreiking.guard_emergency();

CREATE TRIGGER guard BEFORE DELETE OR UPDATE ON handreiking.erasure FOR EACH ROW EXECUTE FUNCTION handreiking.guard_erasure();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.invitation FOR EACH ROW EXECUTE FUNCTION handreiking.guard_invitation();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.ledger_entry FOR EACH ROW EXECUTE FUNCTION handreiking.guard_ledger();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.obligation FOR EACH ROW EXECUTE FUNCTION handreiking.guard_obligation();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.override FOR EACH ROW EXECUTE FUNCTION handreiking.guard_override();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.override_release FOR EACH ROW EXECUTE FUNCTION handreiking.guard_override_release();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.override_request FOR EACH ROW EXECUTE FUNCTION handreiking.guard_override_request();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.participant_key FOR EACH ROW EXECUTE FUNCTION handreiking.guard_participant_key();

CREATE TRIGGER guard BEFORE UPDATE ON handreiking.passkey FOR EACH ROW EXECUTE FUNCTION handreiking.guard_passkey();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.proposal FOR EACH ROW EXECUTE FUNCTION handreiking.guard_proposal();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.referral FOR EACH ROW EXECUTE FUNCTION handreiking.guard_referral();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handreiking.refusal FOR EACH ROW EXECUTE FUNCTION handreiking.guard_refusal();

CREATE TRIGGER guard BEFORE INSERT ON handreiking.reporting_step FOR EACH ROW EXECUTE FUNCTION handreiking.guard_reporting_step();

CREATE TRIGGER guard_all BEFORE TRUNCATE ON handreiking.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION handreiking.guard_checkpoint();

CREATE TRIGGER guard_all BEFORE TRUNCATE ON handreiking.audit_event FOR EACH STATEMENT EXECUTE FUNCTION handreiking.guard_audit();

CREATE TRIGGER guard_change BEFORE UPDATE ON handreiking.referral FOR EACH ROW WHEN ((NOT (new.forgotten_at IS DISTINCT FROM old.forgotten_at))) EXECUTE FUNCTION handreiking.guard_referral();

CREATE TRIGGER guard_delete BEFORE DELETE ON handreiking.directory_change FOR EACH ROW EXECUTE FUNCTION handreiking.guard_history();

CREATE TRIGGER guard_forgetting BEFORE UPDATE ON handreiking.referral FOR EACH ROW WHEN ((new.forgotten_at IS DISTINCT FROM old.forgotten_at)) EXECUTE FUNCTION handreiking.guard_forgetting();

CREATE TRIGGER guard_new BEFORE INSERT ON handreiking.appointment FOR EACH ROW EXECUTE FUNCTION handreiking.guard_new_appointment();

CREATE TRIGGER guard_note BEFORE UPDATE ON handreiking.signal FOR EACH ROW WHEN (((old.note IS NOT NULL) AND (new.note IS NULL))) EXECUTE FUNCTION handreiking.guard_note();

CREATE TRIGGER guard_update BEFORE UPDATE ON handreiking.directory_change FOR EACH ROW WHEN ((old.number IS NOT NULL)) EXECUTE FUNCTION handreiking.guard_history();

CREATE TRIGGER history AFTER INSERT OR UPDATE ON handreiking.help_question FOR EACH ROW EXECUTE FUNCTION handreiking.keep_question_change();

CREATE CONSTRAINT TRIGGER introduced AFTER UPDATE OF state ON handreiking.referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = ANY (ARRAY['scheduled'::text, 'connected'::text, 'completed'::text]))) EXECUTE FUNCTION handreiking.check_introduced();

CREATE TRIGGER invitations_end AFTER UPDATE OF suspended_at ON handreiking.member FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.void_invitations_of_suspended();

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.accessibility REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.address REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.attribute REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.cost_option REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.funding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.language REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.location REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.metadata REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.organization REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.organization_identifier REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.phone REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.program REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.required_document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.schedule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.service REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.service_area REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.service_at_location REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.service_capacity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.taxonomy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.taxonomy_term REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy_term''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''unit''', 'r.id');

CREATE TRIGGER keep_delete AFTER DELETE ON handreiking.url REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.accessibility REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.address REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.attribute REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.cost_option REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.funding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.language REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.location REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.metadata REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.organization REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.organization_identifier REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.phone REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.program REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.required_document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.schedule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.service REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.service_area REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.service_at_location REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.service_capacity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.taxonomy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.taxonomy_term REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy_term''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''unit''', 'r.id');

CREATE TRIGGER keep_insert AFTER INSERT ON handreiking.url REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.accessibility REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.address REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.location_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.attribute REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.cost_option REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.funding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.language REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.location REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''location''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.metadata REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.organization REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.organization_identifier REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.phone REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.program REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''organization''', 'r.organization_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.required_document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.schedule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.service REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.service_area REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.service_at_location REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.service_capacity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''service''', 'r.service_id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.taxonomy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.taxonomy_term REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''taxonomy_term''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('''unit''', 'r.id');

CREATE TRIGGER keep_update AFTER UPDATE ON handreiking.url REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');

CREATE TRIGGER leave_deleted_out BEFORE INSERT ON handreiking.location FOR EACH ROW EXECUTE FUNCTION handreiking.leave_deleted_out();

CREATE TRIGGER leave_deleted_out BEFORE INSERT ON handreiking.organization FOR EACH ROW EXECUTE FUNCTION handreiking.leave_deleted_out();

CREATE TRIGGER leave_deleted_out BEFORE INSERT ON handreiking.service FOR EACH ROW EXECUTE FUNCTION handreiking.leave_deleted_out();

CREATE TRIGGER ledger_access_ended AFTER DELETE ON handreiking.case_access FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('case-access-ended', 'case_id', 'participant_id', 'member_id');

CREATE TRIGGER ledger_access_given AFTER INSERT ON handreiking.case_access FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('case-access-given', 'case_id', 'participant_id', 'member_id', 'granted_at');

CREATE TRIGGER ledger_back AFTER UPDATE ON handreiking.client FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.note_taken('client-readmitted', 'id', 'participant_id');

CREATE TRIGGER ledger_back AFTER UPDATE ON handreiking.member FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.note_taken('member-reinstated', 'id', 'participant_id');

CREATE TRIGGER ledger_back AFTER UPDATE ON handreiking.participant FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.note_taken('participant-readmitted', 'id', 'id');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.appointment FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('appointment-ended', 'id', 'participant_id', '', 'ended_at', 'state');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.callback_request FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('request-ended', 'id', 'participant_id', '', 'ended_at', 'end_reason');

CREATE TRIGGER ledger_ended AFTER DELETE ON handreiking.code_word FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('code-word-ended', 'case_id', 'participant_id');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.cover FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('cover-ended', 'id', 'participant_id', 'member_id', 'ended_at');

CREATE TRIGGER ledger_ended AFTER DELETE ON handreiking.identity_provider FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('provider-ended', 'participant_id', 'participant_id');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.invitation FOR EACH ROW WHEN (((COALESCE(old.used_at, old.voided_at) IS NULL) AND (COALESCE(new.used_at, new.voided_at) IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('invitation-ended', 'id', 'participant_id', 'member_id');

CREATE TRIGGER ledger_ended AFTER DELETE ON handreiking.member_identity FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('identity-unlinked', 'member_id', 'participant_id');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL) AND (new.reviewed_at IS DISTINCT FROM new.ended_at) AND (new.objection_decided_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION handreiking.note_taken('override-ended', 'id', 'participant_id', 'recipient_id', 'ended_at');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.referral FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('referral-ended', 'id', 'sender_id', 'recipient_id', 'ended_at', 'state');

CREATE TRIGGER ledger_ended AFTER UPDATE ON handreiking.session FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('session-ended', 'id', 'participant_id', 'member_id', 'ended_at');

CREATE TRIGGER ledger_erased AFTER UPDATE ON handreiking.callback_request FOR EACH ROW WHEN (((old.let_go_at IS NULL) AND (new.let_go_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('request-erased', 'id', 'participant_id', '', 'let_go_at', 'end_reason');

CREATE TRIGGER ledger_erased AFTER INSERT ON handreiking.erasure FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('case-erased', 'case_id', 'participant_id', '', 'erased_at', 'reason');

CREATE TRIGGER ledger_forgotten AFTER DELETE ON handreiking.case_contact FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('contact-forgotten', 'case_id', 'participant_id');

CREATE TRIGGER ledger_honored AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL) AND (new.reviewed_at IS DISTINCT FROM new.ended_at) AND (NOT (new.objection_decided_at IS DISTINCT FROM new.ended_at)))) EXECUTE FUNCTION handreiking.note_taken('objection-honored', 'id', 'participant_id', 'recipient_id', 'ended_at');

CREATE TRIGGER ledger_met AFTER UPDATE ON handreiking.obligation FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('obligation-met', 'referral_id', 'sender_id', 'recipient_id', 'ended_at', 'ended_as');

CREATE TRIGGER ledger_objected AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN (((new.objected_at IS NOT NULL) AND (old.objected_at IS DISTINCT FROM new.objected_at))) EXECUTE FUNCTION handreiking.note_taken('override-objected', 'id', 'participant_id', 'recipient_id', 'objected_at');

CREATE TRIGGER ledger_overruled AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN (((new.ended_at IS NULL) AND (new.objection_decided_at IS NOT NULL) AND (old.objection_decided_at IS DISTINCT FROM new.objection_decided_at))) EXECUTE FUNCTION handreiking.note_taken('objection-overruled', 'id', 'participant_id', 'recipient_id', 'objection_decided_at');

CREATE TRIGGER ledger_owner AFTER UPDATE ON handreiking."case" FOR EACH ROW WHEN ((old.owner_id <> new.owner_id)) EXECUTE FUNCTION handreiking.note_taken('case-owner', 'id', 'participant_id', 'owner_id');

CREATE TRIGGER ledger_raised AFTER INSERT ON handreiking.obligation FOR EACH ROW EXECUTE FUNCTION handreiking.note_taken('obligation-raised', 'referral_id', 'sender_id', 'recipient_id', 'raised_at', 'ended_as');

CREATE TRIGGER ledger_refused AFTER UPDATE ON handreiking.override FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL) AND (NOT (new.reviewed_at IS DISTINCT FROM new.ended_at)))) EXECUTE FUNCTION handreiking.note_taken('override-refused', 'id', 'participant_id', 'recipient_id', 'ended_at');

CREATE TRIGGER ledger_refused AFTER INSERT ON handreiking.refusal FOR EACH ROW WHEN ((new.recorded_by IS NOT NULL)) EXECUTE FUNCTION handreiking.note_taken('refused', 'case_id', 'participant_id', 'recipient_id', 'at', 'source');

CREATE TRIGGER ledger_rejected AFTER UPDATE ON handreiking.proposal FOR EACH ROW WHEN (((old.decision IS NULL) AND (new.decision = ANY (ARRAY['rejected'::text, 'withdrawn'::text])))) EXECUTE FUNCTION handreiking.note_taken('proposal-rejected', 'id', 'participant_id', 'decided_by', 'decided_at');

CREATE TRIGGER ledger_released AFTER UPDATE ON handreiking.referral FOR EACH ROW WHEN (((old.fetched_at IS NULL) AND (new.fetched_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('identity-released', 'id', 'sender_id', 'recipient_id', 'fetched_at');

CREATE TRIGGER ledger_replaced AFTER UPDATE ON handreiking.code_word FOR EACH ROW WHEN ((old.sealed <> new.sealed)) EXECUTE FUNCTION handreiking.note_taken('code-word-ended', 'case_id', 'participant_id');

CREATE TRIGGER ledger_replaced AFTER UPDATE ON handreiking.identity_provider FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION handreiking.note_taken('provider-ended', 'participant_id', 'participant_id');

CREATE TRIGGER ledger_replaced AFTER UPDATE ON handreiking.member_identity FOR EACH ROW WHEN (((old.expected <> new.expected) OR ((old.subject IS NOT NULL) AND (old.subject IS DISTINCT FROM new.subject)))) EXECUTE FUNCTION handreiking.note_taken('identity-unlinked', 'member_id', 'participant_id');

CREATE TRIGGER ledger_revoked AFTER UPDATE ON handreiking.calendar_feed FOR EACH ROW WHEN (((NOT old.revoked) AND new.revoked)) EXECUTE FUNCTION handreiking.note_taken('calendar-revoked', 'id', 'participant_id', 'counsellor_id');

CREATE TRIGGER ledger_revoked AFTER UPDATE ON handreiking.client_key FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('client-key-revoked', 'id', 'participant_id', 'client_id', 'revoked_at');

CREATE TRIGGER ledger_revoked AFTER UPDATE ON handreiking.participant_key FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('participant-key-revoked', 'id', 'participant_id', '', 'revoked_at');

CREATE TRIGGER ledger_revoked AFTER UPDATE ON handreiking.passkey FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('passkey-revoked', 'id', 'participant_id', 'member_id', 'revoked_at');

CREATE TRIGGER ledger_roles AFTER UPDATE ON handreiking.member FOR EACH ROW WHEN ((old.roles <> new.roles)) EXECUTE FUNCTION handreiking.note_taken('member-roles', 'id', 'participant_id', '', '', 'roles');

CREATE TRIGGER ledger_spent AFTER UPDATE ON handreiking.code_word FOR EACH ROW WHEN (((old.failures < 5) AND (new.failures >= 5))) EXECUTE FUNCTION handreiking.note_taken('code-word-spent', 'case_id', 'participant_id');

CREATE TRIGGER ledger_spent AFTER UPDATE ON handreiking.disclosure FOR EACH ROW WHEN (((old.spent_at IS NULL) AND (new.spent_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('code-spent', 'referral_id', 'sender_id', 'recipient_id', 'spent_at');

CREATE TRIGGER ledger_suspended AFTER UPDATE ON handreiking.client FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('client-suspended', 'id', 'participant_id', '', 'suspended_at');

CREATE TRIGGER ledger_suspended AFTER UPDATE ON handreiking.member FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('member-suspended', 'id', 'participant_id', '', 'suspended_at');

CREATE TRIGGER ledger_suspended AFTER UPDATE ON handreiking.participant FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('participant-suspended', 'id', 'id', '', 'suspended_at');

CREATE TRIGGER ledger_switched AFTER UPDATE ON handreiking.web_form FOR EACH ROW WHEN ((old.open <> new.open)) EXECUTE FUNCTION handreiking.note_taken('web-form', 'participant_id', 'participant_id', '', 'changed_at', 'open');

CREATE TRIGGER ledger_terms AFTER UPDATE ON handreiking.client FOR EACH ROW WHEN ((((old.scopes IS DISTINCT FROM new.scopes) OR (old.requires_dpop IS DISTINCT FROM new.requires_dpop)) OR (old.profile IS DISTINCT FROM new.profile))) EXECUTE FUNCTION handreiking.note_taken('client-terms', 'id', 'participant_id', '', '', 'scopes,requires_dpop,profile');

CREATE TRIGGER ledger_terms AFTER UPDATE ON handreiking.partnership FOR EACH ROW WHEN (((old.sends IS DISTINCT FROM new.sends) OR (old.receives IS DISTINCT FROM new.receives))) EXECUTE FUNCTION handreiking.note_taken('partnership', 'participant_id', 'participant_id', '', '', 'sends,receives');

CREATE TRIGGER ledger_two_persons AFTER UPDATE ON handreiking.participant FOR EACH ROW WHEN ((old.two_persons <> new.two_persons)) EXECUTE FUNCTION handreiking.note_taken('two-persons', 'id', 'id', '', '', 'two_persons');

CREATE TRIGGER ledger_withdrawn AFTER UPDATE ON handreiking.article FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('article-withdrawn', 'id', 'participant_id', '', 'withdrawn_at');

CREATE TRIGGER ledger_withdrawn AFTER UPDATE ON handreiking.consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION handreiking.note_taken('consent-withdrawn', 'id', 'participant_id', 'recipient_id', 'withdrawn_at');

CREATE TRIGGER ledger_word_spent AFTER UPDATE ON handreiking.callback_request FOR EACH ROW WHEN (((old.code_word_failures < 5) AND (new.code_word_failures >= 5))) EXECUTE FUNCTION handreiking.note_taken('request-word-spent', 'id', 'participant_id');

CREATE TRIGGER mark_person AFTER INSERT OR UPDATE ON handreiking.member_identity FOR EACH ROW EXECUTE FUNCTION handreiking.mark_person();

CREATE TRIGGER mark_person AFTER INSERT ON handreiking.passkey FOR EACH ROW EXECUTE FUNCTION handreiking.mark_person();

CREATE CONSTRAINT TRIGGER move_told AFTER INSERT OR UPDATE OF state, move_id ON handreiking.referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_move_told();

CREATE TRIGGER movement_merger_frozen BEFORE DELETE OR UPDATE ON handreiking.movement_merger FOR EACH ROW EXECUTE FUNCTION handreiking.refuse_rewriting();

CREATE TRIGGER movement_merger_kept BEFORE UPDATE ON handreiking.movement FOR EACH ROW EXECUTE FUNCTION handreiking.keep_merger();

CREATE CONSTRAINT TRIGGER movement_merger_recorded AFTER INSERT OR UPDATE ON handreiking.movement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.merger_recorded();

CREATE TRIGGER new_owner BEFORE INSERT OR UPDATE OF owner_id ON handreiking."case" FOR EACH ROW EXECUTE FUNCTION handreiking.check_new_owner();

CREATE TRIGGER new_owner BEFORE INSERT OR UPDATE OF owner_id ON handreiking.help_question FOR EACH ROW EXECUTE FUNCTION handreiking.check_new_owner();

CREATE TRIGGER next_action AFTER UPDATE OF state ON handreiking.referral FOR EACH ROW WHEN (((new.state = ANY (ARRAY['declined'::text, 'withdrawn'::text, 'lapsed'::text])) AND (old.offered_at IS NOT NULL))) EXECUTE FUNCTION handreiking.give_next_action();

CREATE TRIGGER objection AFTER INSERT ON handreiking.refusal FOR EACH ROW EXECUTE FUNCTION handreiking.object_to_overrides();

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.audit_event FOR EACH ROW WHEN ((new.action = 'disclosure.read'::text)) EXECUTE FUNCTION handreiking.keep_origin('look');

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.invitation FOR EACH ROW EXECUTE FUNCTION handreiking.keep_origin('invitation');

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.member FOR EACH ROW EXECUTE FUNCTION handreiking.keep_origin('member');

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.participant FOR EACH ROW EXECUTE FUNCTION handreiking.keep_origin('participant');

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.proposal FOR EACH ROW EXECUTE FUNCTION handreiking.keep_origin('proposal');

CREATE TRIGGER origin_kept AFTER INSERT ON handreiking.session FOR EACH ROW EXECUTE FUNCTION handreiking.keep_origin('session');

CREATE CONSTRAINT TRIGGER override_told AFTER INSERT OR UPDATE ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_override_told();

CREATE CONSTRAINT TRIGGER passkey_left AFTER UPDATE OF revoked_at ON handreiking.passkey DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_passkey_left();

CREATE TRIGGER place BEFORE INSERT ON handreiking.correction FOR EACH ROW EXECUTE FUNCTION handreiking.place_entry();

CREATE TRIGGER place BEFORE INSERT ON handreiking.verification FOR EACH ROW EXECUTE FUNCTION handreiking.place_entry();

CREATE CONSTRAINT TRIGGER proposal_told AFTER INSERT OR UPDATE ON handreiking.proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_proposal_told();

CREATE CONSTRAINT TRIGGER question_owner_reads AFTER UPDATE OF owner_id ON handreiking."case" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_question_owner();

CREATE CONSTRAINT TRIGGER question_owner_reads AFTER DELETE ON handreiking.case_access DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_question_owner();

CREATE CONSTRAINT TRIGGER question_owner_reads AFTER INSERT OR UPDATE OF owner_id ON handreiking.help_question DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_question_owner();

CREATE CONSTRAINT TRIGGER question_seen_to AFTER UPDATE OF next_action, next_action_on, ended_at ON handreiking.help_question DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_question();

CREATE CONSTRAINT TRIGGER question_seen_to AFTER UPDATE OF state ON handreiking.referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_question();

CREATE TRIGGER refusal AFTER UPDATE OF withdrawn_at ON handreiking.consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL) AND (new.purpose = 'handoff'::text))) EXECUTE FUNCTION handreiking.refuse_by_consent();

CREATE TRIGGER refusal AFTER UPDATE OF ended_at ON handreiking.override FOR EACH ROW WHEN (((old.upheld IS NULL) AND (NOT new.upheld))) EXECUTE FUNCTION handreiking.refuse_by_review();

CREATE TRIGGER refusal AFTER UPDATE OF state ON handreiking.referral FOR EACH ROW WHEN (((new.state = 'withdrawn'::text) AND (old.offered_at IS NOT NULL) AND (new.consent_id IS NOT NULL) AND (new.moved_at < new.basis_expires_at))) EXECUTE FUNCTION handreiking.refuse_by_referral();

CREATE CONSTRAINT TRIGGER refusal_entry_true AFTER INSERT ON handreiking.audit_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.action = ANY (ARRAY['refusal.recorded'::text, 'override-release.recorded'::text]))) EXECUTE FUNCTION handreiking.check_refusal_entry_true();

CREATE CONSTRAINT TRIGGER rerouted AFTER UPDATE ON handreiking.organization_participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION handreiking.check_rerouting('link-organization');

CREATE CONSTRAINT TRIGGER rerouted AFTER UPDATE OF organization_id ON handreiking.service DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.organization_id IS DISTINCT FROM new.organization_id)) EXECUTE FUNCTION handreiking.check_rerouting('move-service');

CREATE TRIGGER sealed_to_goes AFTER UPDATE OF revoked_at ON handreiking.participant_key FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL) AND (new.use = 'enc'::text))) EXECUTE FUNCTION handreiking.drop_sealed_to();

CREATE CONSTRAINT TRIGGER second_person_approves AFTER UPDATE ON handreiking.invitation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.approved_by IS NOT NULL) AND (old.approved_by IS NULL))) EXECUTE FUNCTION handreiking.check_countersigned('id', 'approved_by', 'invited_by', 'member_id');

CREATE CONSTRAINT TRIGGER second_person_approves AFTER UPDATE ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.approved_by IS NOT NULL) AND ((old.approved_by IS DISTINCT FROM new.approved_by) OR (old.approved_at IS DISTINCT FROM new.approved_at)))) EXECUTE FUNCTION handreiking.check_countersigned('id', 'approved_by', 'made_by');

CREATE CONSTRAINT TRIGGER second_person_confirms AFTER INSERT ON handreiking.contact_confirmation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_confirmed_by_two();

CREATE CONSTRAINT TRIGGER second_person_confirms AFTER UPDATE ON handreiking.proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.decision = 'confirmed'::text)) EXECUTE FUNCTION handreiking.check_countersigned('id', 'decided_by', 'proposed_by');

CREATE CONSTRAINT TRIGGER second_person_decides AFTER UPDATE ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.objection_decided_by IS NOT NULL) AND ((old.objection_decided_by IS DISTINCT FROM new.objection_decided_by) OR (old.objection_decided_at IS DISTINCT FROM new.objection_decided_at)))) EXECUTE FUNCTION handreiking.check_countersigned('id', 'objection_decided_by', 'made_by');

CREATE CONSTRAINT TRIGGER second_person_publishes AFTER INSERT ON handreiking.article_publication DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_countersigned('article_id', 'published_by', 'author_id');

CREATE CONSTRAINT TRIGGER second_person_reviews AFTER UPDATE ON handreiking.emergency DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.reviewed_by IS NOT NULL)) EXECUTE FUNCTION handreiking.check_countersigned('id', 'reviewed_by', 'recorded_by');

CREATE CONSTRAINT TRIGGER second_person_reviews AFTER UPDATE ON handreiking.override DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.reviewed_by IS NOT NULL) AND ((old.reviewed_by IS DISTINCT FROM new.reviewed_by) OR (old.reviewed_at IS DISTINCT FROM new.reviewed_at)))) EXECUTE FUNCTION handreiking.check_countersigned('id', 'reviewed_by', 'made_by');

CREATE CONSTRAINT TRIGGER second_person_reviews AFTER INSERT ON handreiking.signal_review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_countersigned('signal_id', 'reviewed_by', 'registered_by');

CREATE TRIGGER sessions_end AFTER UPDATE OF suspended_at ON handreiking.member FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.end_sessions_of_suspended();

CREATE TRIGGER sessions_end AFTER UPDATE OF suspended_at ON handreiking.participant FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION handreiking.end_sessions_of_suspended();

CREATE TRIGGER signal_kept BEFORE INSERT OR UPDATE ON handreiking.signal FOR EACH ROW EXECUTE FUNCTION handreiking.keep_signal();

CREATE TRIGGER signal_review_frozen BEFORE DELETE OR UPDATE ON handreiking.signal_review FOR EACH ROW EXECUTE FUNCTION handreiking.refuse_rewriting();

CREATE TRIGGER statistics_release_frozen BEFORE DELETE OR UPDATE ON handreiking.statistics_release FOR EACH ROW EXECUTE FUNCTION handreiking.refuse_rewriting();

CREATE TRIGGER suspension_kept AFTER UPDATE OF suspended_at ON handreiking.participant FOR EACH ROW WHEN ((new.suspended_at IS DISTINCT FROM old.suspended_at)) EXECUTE FUNCTION handreiking.keep_suspension();

CREATE CONSTRAINT TRIGGER told AFTER INSERT ON handreiking.contact_confirmation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_confirmation_told();

CREATE CONSTRAINT TRIGGER told AFTER UPDATE ON handreiking.obligation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_obligation_told();

CREATE CONSTRAINT TRIGGER told AFTER INSERT ON handreiking.override_release DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_override_release_told();

CREATE CONSTRAINT TRIGGER told AFTER INSERT ON handreiking.refusal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.recorded_by IS NOT NULL)) EXECUTE FUNCTION handreiking.check_refusal_told();

CREATE TRIGGER told AFTER INSERT OR UPDATE ON handreiking.service_intake FOR EACH ROW EXECUTE FUNCTION handreiking.tell_capacity();

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.client DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('add-client');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.client_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('add-client', 'add-client-key');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('add-member');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.member_identity DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('link-member');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.reach <> 'phone'::text)) EXECUTE FUNCTION handreiking.check_two_persons('admit-participant');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.participant_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('add-participant-key');

CREATE CONSTRAINT TRIGGER two_persons_add AFTER INSERT ON handreiking.partnership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.sends OR new.receives)) EXECUTE FUNCTION handreiking.check_two_persons('agree-partnership', 'admit-participant');

CREATE CONSTRAINT TRIGGER two_persons_back AFTER UPDATE ON handreiking.client DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.check_two_persons('readmit-client');

CREATE CONSTRAINT TRIGGER two_persons_back AFTER UPDATE ON handreiking.member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.check_two_persons('reinstate-member');

CREATE CONSTRAINT TRIGGER two_persons_back AFTER UPDATE ON handreiking.participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.suspended_at IS NOT NULL) AND (new.suspended_at IS NULL))) EXECUTE FUNCTION handreiking.check_two_persons('readmit-participant');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.client DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((NOT (new.scopes <@ old.scopes)) OR (old.requires_dpop AND (NOT new.requires_dpop)) OR ((old.profile = 'fapi'::text) AND (new.profile <> 'fapi'::text)))) EXECUTE FUNCTION handreiking.check_two_persons('change-client');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.client_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.jwk <> new.jwk) OR ((old.revoked_at IS NOT NULL) AND (new.revoked_at IS NULL)) OR (COALESCE(new.expires_at, 'infinity'::timestamp with time zone) > COALESCE(old.expires_at, 'infinity'::timestamp with time zone)))) EXECUTE FUNCTION handreiking.check_two_persons('none');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((NOT (new.roles <@ old.roles))) EXECUTE FUNCTION handreiking.check_two_persons('change-member');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.member_identity DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.expected <> old.expected)) EXECUTE FUNCTION handreiking.check_two_persons('link-member');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.reach = 'phone'::text) AND (new.reach <> 'phone'::text))) EXECUTE FUNCTION handreiking.check_two_persons('none');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.participant_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.jwk <> new.jwk) OR ((old.revoked_at IS NOT NULL) AND (new.revoked_at IS NULL)) OR (new.expires_at > old.expires_at))) EXECUTE FUNCTION handreiking.check_two_persons('none');

CREATE CONSTRAINT TRIGGER two_persons_change AFTER UPDATE ON handreiking.partnership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.sends AND (NOT old.sends)) OR (new.receives AND (NOT old.receives)) OR ((((((((new.acknowledge_within IS DISTINCT FROM old.acknowledge_within) OR (new.answer_within IS DISTINCT FROM old.answer_within)) OR (new.answer_grace IS DISTINCT FROM old.answer_grace)) OR (new.introduce_within IS DISTINCT FROM old.introduce_within)) OR (new.confirm_within IS DISTINCT FROM old.confirm_within)) OR (new.working_days IS DISTINCT FROM old.working_days)) OR (new.retention_days IS DISTINCT FROM old.retention_days)) OR (new.case_retention_days IS DISTINCT FROM old.case_retention_days)))) EXECUTE FUNCTION handreiking.check_two_persons('agree-partnership');

CREATE CONSTRAINT TRIGGER two_persons_end AFTER UPDATE ON handreiking.participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.two_persons AND (NOT new.two_persons))) EXECUTE FUNCTION handreiking.check_two_persons('end-two-persons');

CREATE CONSTRAINT TRIGGER two_persons_keep AFTER INSERT OR UPDATE ON handreiking.identity_provider DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_two_persons('keep-identity-provider');

CREATE CONSTRAINT TRIGGER way_in_told AFTER INSERT ON handreiking.passkey DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_way_in_told('passkey.added');

CREATE CONSTRAINT TRIGGER way_in_told AFTER INSERT ON handreiking.session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handreiking.check_way_in_told('session.started');

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON keys.request_key FOR EACH ROW EXECUTE FUNCTION handreiking.guard_request_key();

ALTER TABLE ONLY handreiking.accessibility
    ADD CONSTRAINT accessibility_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.address
    ADD CONSTRAINT address_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_counsellor FOREIGN KEY (counsellor_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_moved_from_fk FOREIGN KEY (moved_from_id, participant_id) REFERENCES handreiking.appointment(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.appointment
    ADD CONSTRAINT appointment_request FOREIGN KEY (request_id, participant_id) REFERENCES handreiking.callback_request(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.article_feedback
    ADD CONSTRAINT article_feedback_article FOREIGN KEY (article_id, participant_id) REFERENCES handreiking.article(id, participant_id);

ALTER TABLE ONLY handreiking.article_feedback
    ADD CONSTRAINT article_feedback_giver_id_participant_id_fk FOREIGN KEY (giver_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.article_feedback
    ADD CONSTRAINT article_feedback_member FOREIGN KEY (answered_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.article_feedback
    ADD CONSTRAINT article_feedback_version FOREIGN KEY (article_id, number) REFERENCES handreiking.article_version(article_id, number);

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_newest FOREIGN KEY (id, newest) REFERENCES handreiking.article_version(article_id, number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_original FOREIGN KEY (translation_of, participant_id) REFERENCES handreiking.article(id, participant_id);

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.article_publication
    ADD CONSTRAINT article_publication_member FOREIGN KEY (published_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.article_publication
    ADD CONSTRAINT article_publication_version FOREIGN KEY (article_id, number, participant_id, author_id) REFERENCES handreiking.article_version(article_id, number, participant_id, author_id);

ALTER TABLE ONLY handreiking.article
    ADD CONSTRAINT article_published FOREIGN KEY (id, shown, audience) REFERENCES handreiking.article_publication(article_id, number, audience);

ALTER TABLE ONLY handreiking.article_version
    ADD CONSTRAINT article_version_article FOREIGN KEY (article_id, participant_id) REFERENCES handreiking.article(id, participant_id);

ALTER TABLE ONLY handreiking.article_version
    ADD CONSTRAINT article_version_member FOREIGN KEY (author_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.article_word
    ADD CONSTRAINT article_word_article FOREIGN KEY (article_id, participant_id) REFERENCES handreiking.article(id, participant_id);

ALTER TABLE ONLY handreiking.article_word
    ADD CONSTRAINT article_word_version FOREIGN KEY (article_id, number) REFERENCES handreiking.article_version(article_id, number);

ALTER TABLE ONLY handreiking.attribute
    ADD CONSTRAINT attribute_taxonomy_term_id_taxonomy_term_id_fk FOREIGN KEY (taxonomy_term_id) REFERENCES handreiking.taxonomy_term(id);

ALTER TABLE ONLY handreiking.availability
    ADD CONSTRAINT availability_counsellor FOREIGN KEY (counsellor_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.availability_exception
    ADD CONSTRAINT availability_exception_counsellor FOREIGN KEY (counsellor_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.calendar_feed
    ADD CONSTRAINT calendar_feed_counsellor FOREIGN KEY (counsellor_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.callback_request
    ADD CONSTRAINT callback_request_taker FOREIGN KEY (taken_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_access
    ADD CONSTRAINT case_access_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.case_access
    ADD CONSTRAINT case_access_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_contact
    ADD CONSTRAINT case_contact_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.case_note
    ADD CONSTRAINT case_note_author FOREIGN KEY (author_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_note
    ADD CONSTRAINT case_note_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking."case"
    ADD CONSTRAINT case_owner FOREIGN KEY (owner_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_take_over
    ADD CONSTRAINT case_take_over_by FOREIGN KEY (by_member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_take_over
    ADD CONSTRAINT case_take_over_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.case_take_over
    ADD CONSTRAINT case_take_over_from FOREIGN KEY (from_member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.case_take_over
    ADD CONSTRAINT case_take_over_to FOREIGN KEY (to_member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.client_key
    ADD CONSTRAINT client_key_client_id_participant_id_client_id_participant_id_fk FOREIGN KEY (client_id, participant_id) REFERENCES handreiking.client(id, participant_id);

ALTER TABLE ONLY handreiking.client
    ADD CONSTRAINT client_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.code_word
    ADD CONSTRAINT code_word_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_case FOREIGN KEY (case_id, participant_id, relation) REFERENCES handreiking."case"(id, participant_id, relation);

ALTER TABLE ONLY handreiking.consent_receipt
    ADD CONSTRAINT consent_receipt_consent FOREIGN KEY (consent_id, participant_id) REFERENCES handreiking.consent(id, participant_id);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_recipient_id_participant_id_fk FOREIGN KEY (recipient_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.consent
    ADD CONSTRAINT consent_taker FOREIGN KEY (taken_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.contact_attempt
    ADD CONSTRAINT contact_attempt_appointment FOREIGN KEY (appointment_id, participant_id) REFERENCES handreiking.appointment(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.contact_attempt
    ADD CONSTRAINT contact_attempt_speaker FOREIGN KEY (spoken_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.contact_confirmation
    ADD CONSTRAINT contact_confirmation_referral FOREIGN KEY (referral_id, sender_id, recipient_id) REFERENCES handreiking.referral(id, sender_id, recipient_id);

ALTER TABLE ONLY handreiking.contact
    ADD CONSTRAINT contact_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.contact
    ADD CONSTRAINT contact_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.contact
    ADD CONSTRAINT contact_service_at_location_id_service_at_location_id_fk FOREIGN KEY (service_at_location_id) REFERENCES handreiking.service_at_location(id);

ALTER TABLE ONLY handreiking.contact
    ADD CONSTRAINT contact_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.conversation_addition
    ADD CONSTRAINT conversation_addition_author FOREIGN KEY (author_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.conversation_addition
    ADD CONSTRAINT conversation_addition_conversation FOREIGN KEY (conversation_id, case_id, participant_id) REFERENCES handreiking.conversation(id, case_id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_appointment_fk FOREIGN KEY (appointment_id, participant_id) REFERENCES handreiking.appointment(id, participant_id);

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.conversation
    ADD CONSTRAINT conversation_counsellor FOREIGN KEY (counsellor_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.cost_option
    ADD CONSTRAINT cost_option_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.countersignature
    ADD CONSTRAINT countersignature_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.cover
    ADD CONSTRAINT cover_arranger FOREIGN KEY (arranged_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.cover
    ADD CONSTRAINT cover_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.cover
    ADD CONSTRAINT cover_stand_in FOREIGN KEY (covered_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.disclosure
    ADD CONSTRAINT disclosure_key FOREIGN KEY (recipient_id, recipient_kid) REFERENCES handreiking.participant_key(participant_id, kid);

ALTER TABLE ONLY handreiking.disclosure
    ADD CONSTRAINT disclosure_referral FOREIGN KEY (referral_id, sender_id, recipient_id, needs_disclosed) REFERENCES handreiking.referral(id, sender_id, recipient_id, disclosed) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY handreiking.disclosure
    ADD CONSTRAINT disclosure_sealer FOREIGN KEY (sealed_by, sender_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.emergency
    ADD CONSTRAINT emergency_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.emergency
    ADD CONSTRAINT emergency_recorder FOREIGN KEY (recorded_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.emergency
    ADD CONSTRAINT emergency_reviewer FOREIGN KEY (reviewed_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.funding
    ADD CONSTRAINT funding_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.funding
    ADD CONSTRAINT funding_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_case_fk FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.help_question_change
    ADD CONSTRAINT help_question_change_question FOREIGN KEY (help_question_id, case_id, participant_id) REFERENCES handreiking.help_question(id, case_id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_changer FOREIGN KEY (changed_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_conversation FOREIGN KEY (conversation_id, case_id, participant_id) REFERENCES handreiking.conversation(id, case_id, participant_id);

ALTER TABLE ONLY handreiking.help_question
    ADD CONSTRAINT help_question_owner FOREIGN KEY (owner_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.identity_provider
    ADD CONSTRAINT identity_provider_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.import_finding
    ADD CONSTRAINT import_finding_of FOREIGN KEY (import_id, participant_id) REFERENCES handreiking.directory_import(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.import_part
    ADD CONSTRAINT import_part_of FOREIGN KEY (import_id, participant_id) REFERENCES handreiking.directory_import(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.invitation
    ADD CONSTRAINT invitation_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.language
    ADD CONSTRAINT language_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.language
    ADD CONSTRAINT language_phone_id_phone_id_fk FOREIGN KEY (phone_id) REFERENCES handreiking.phone(id);

ALTER TABLE ONLY handreiking.language
    ADD CONSTRAINT language_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.location
    ADD CONSTRAINT location_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.mail
    ADD CONSTRAINT mail_request FOREIGN KEY (request_id, participant_id) REFERENCES handreiking.callback_request(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.mailbox_watch
    ADD CONSTRAINT mailbox_watch_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.member_identity
    ADD CONSTRAINT member_identity_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.member
    ADD CONSTRAINT member_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_merged_into FOREIGN KEY (merged_into, participant_id, needs_standing) REFERENCES handreiking.movement(id, participant_id, standing) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY handreiking.movement_merger
    ADD CONSTRAINT movement_merger_member FOREIGN KEY (merged_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.movement_merger
    ADD CONSTRAINT movement_merger_movement FOREIGN KEY (movement_id, participant_id) REFERENCES handreiking.movement(id, participant_id);

ALTER TABLE ONLY handreiking.movement_merger
    ADD CONSTRAINT movement_merger_survivor FOREIGN KEY (into_id, participant_id) REFERENCES handreiking.movement(id, participant_id);

ALTER TABLE ONLY handreiking.movement
    ADD CONSTRAINT movement_registrar FOREIGN KEY (registered_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.organization_identifier
    ADD CONSTRAINT organization_identifier_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.organization_participant
    ADD CONSTRAINT organization_participant_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.organization_participant
    ADD CONSTRAINT organization_participant_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_approver FOREIGN KEY (approved_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_consulted FOREIGN KEY (consulted_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_maker FOREIGN KEY (made_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_objection_decider FOREIGN KEY (objection_decided_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override_release
    ADD CONSTRAINT override_release_coordinator FOREIGN KEY (released_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override_release
    ADD CONSTRAINT override_release_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override_request
    ADD CONSTRAINT override_request_asked FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override_request
    ADD CONSTRAINT override_request_asker FOREIGN KEY (asked_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.override_request
    ADD CONSTRAINT override_request_override FOREIGN KEY (override_id, participant_id) REFERENCES handreiking.override(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.override
    ADD CONSTRAINT override_reviewer FOREIGN KEY (reviewed_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.participant_key
    ADD CONSTRAINT participant_key_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.participant_suspension
    ADD CONSTRAINT participant_suspension_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.partnership
    ADD CONSTRAINT partnership_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.passkey
    ADD CONSTRAINT passkey_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.person_mark
    ADD CONSTRAINT person_mark_member_id_member_id_fk FOREIGN KEY (member_id) REFERENCES handreiking.member(id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_contact_id_contact_id_fk FOREIGN KEY (contact_id) REFERENCES handreiking.contact(id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_service_at_location_id_service_at_location_id_fk FOREIGN KEY (service_at_location_id) REFERENCES handreiking.service_at_location(id);

ALTER TABLE ONLY handreiking.phone
    ADD CONSTRAINT phone_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.program
    ADD CONSTRAINT program_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.proposal
    ADD CONSTRAINT proposal_decider FOREIGN KEY (decided_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.proposal
    ADD CONSTRAINT proposal_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.proposal
    ADD CONSTRAINT proposal_proposer FOREIGN KEY (proposed_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_better_service_id_service_id_fk FOREIGN KEY (better_service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_consent FOREIGN KEY (consent_id, case_id, sender_id, recipient_id, basis_purpose, basis_expires_at, needs_live) REFERENCES handreiking.consent(id, case_id, participant_id, recipient_id, purpose, expires_at, live) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_continues FOREIGN KEY (continues_id, sender_id) REFERENCES handreiking.referral(id, sender_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_drafter FOREIGN KEY (drafted_by, sender_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_override FOREIGN KEY (override_id, case_id, sender_id, recipient_id, basis_expires_at, needs_live, suspended) REFERENCES handreiking.override(id, case_id, participant_id, recipient_id, stands_until, live, disputed) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_question FOREIGN KEY (help_question_id, case_id, sender_id) REFERENCES handreiking.help_question(id, case_id, participant_id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_recipient_id_participant_id_fk FOREIGN KEY (recipient_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_relation FOREIGN KEY (case_id, sender_id, relation) REFERENCES handreiking."case"(id, participant_id, relation);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_sender_id_participant_id_fk FOREIGN KEY (sender_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.referral
    ADD CONSTRAINT referral_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.refusal
    ADD CONSTRAINT refusal_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.refusal
    ADD CONSTRAINT refusal_recipient_id_participant_id_fk FOREIGN KEY (recipient_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.refusal
    ADD CONSTRAINT refusal_recorder FOREIGN KEY (recorded_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.removed_synonym
    ADD CONSTRAINT removed_synonym_taxonomy_term_id_taxonomy_term_id_fk FOREIGN KEY (taxonomy_term_id) REFERENCES handreiking.taxonomy_term(id);

ALTER TABLE ONLY handreiking.reporting_step
    ADD CONSTRAINT reporting_step_conversation FOREIGN KEY (conversation_id, case_id, participant_id) REFERENCES handreiking.conversation(id, case_id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.reporting_step
    ADD CONSTRAINT reporting_step_decider FOREIGN KEY (decided_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.required_document
    ADD CONSTRAINT required_document_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.safe_contact
    ADD CONSTRAINT safe_contact_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id);

ALTER TABLE ONLY handreiking.safe_contact
    ADD CONSTRAINT safe_contact_verifier FOREIGN KEY (verified_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.schedule
    ADD CONSTRAINT schedule_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.schedule
    ADD CONSTRAINT schedule_service_at_location_id_service_at_location_id_fk FOREIGN KEY (service_at_location_id) REFERENCES handreiking.service_at_location(id);

ALTER TABLE ONLY handreiking.schedule
    ADD CONSTRAINT schedule_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.search_synonym
    ADD CONSTRAINT search_synonym_taxonomy_term_id_taxonomy_term_id_fk FOREIGN KEY (taxonomy_term_id) REFERENCES handreiking.taxonomy_term(id);

ALTER TABLE ONLY handreiking.service_area
    ADD CONSTRAINT service_area_service_at_location_id_service_at_location_id_fk FOREIGN KEY (service_at_location_id) REFERENCES handreiking.service_at_location(id);

ALTER TABLE ONLY handreiking.service_area
    ADD CONSTRAINT service_area_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.service_at_location
    ADD CONSTRAINT service_at_location_location_id_location_id_fk FOREIGN KEY (location_id) REFERENCES handreiking.location(id);

ALTER TABLE ONLY handreiking.service_at_location
    ADD CONSTRAINT service_at_location_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.service_capacity
    ADD CONSTRAINT service_capacity_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.service_capacity
    ADD CONSTRAINT service_capacity_unit_id_unit_id_fk FOREIGN KEY (unit_id) REFERENCES handreiking.unit(id);

ALTER TABLE ONLY handreiking.service_intake
    ADD CONSTRAINT service_intake_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.service
    ADD CONSTRAINT service_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.service
    ADD CONSTRAINT service_program_id_program_id_fk FOREIGN KEY (program_id) REFERENCES handreiking.program(id);

ALTER TABLE ONLY handreiking.service_search
    ADD CONSTRAINT service_search_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.session
    ADD CONSTRAINT session_member FOREIGN KEY (member_id, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.sign_in
    ADD CONSTRAINT sign_in_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_conversation FOREIGN KEY (conversation_id, participant_id) REFERENCES handreiking.conversation(id, participant_id) ON DELETE SET NULL (conversation_id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_movement FOREIGN KEY (movement_id, participant_id) REFERENCES handreiking.movement(id, participant_id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_registrar FOREIGN KEY (registered_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.signal
    ADD CONSTRAINT signal_reported_by_id_participant_id_fk FOREIGN KEY (reported_by_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.signal_review
    ADD CONSTRAINT signal_review_duplicate FOREIGN KEY (duplicate_of_id, participant_id) REFERENCES handreiking.signal(id, participant_id);

ALTER TABLE ONLY handreiking.signal_review
    ADD CONSTRAINT signal_review_reviewer FOREIGN KEY (reviewed_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.signal_review
    ADD CONSTRAINT signal_review_signal FOREIGN KEY (signal_id, participant_id, registered_by) REFERENCES handreiking.signal(id, participant_id, registered_by);

ALTER TABLE ONLY handreiking.statistics_release
    ADD CONSTRAINT statistics_release_member FOREIGN KEY (released_by, participant_id) REFERENCES handreiking.member(id, participant_id);

ALTER TABLE ONLY handreiking.statistics_release
    ADD CONSTRAINT statistics_release_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY handreiking.taxonomy_term
    ADD CONSTRAINT taxonomy_term_taxonomy_id_taxonomy_id_fk FOREIGN KEY (taxonomy_id) REFERENCES handreiking.taxonomy(id);

ALTER TABLE ONLY handreiking.untold_ending
    ADD CONSTRAINT untold_ending_referral_id_referral_id_fk FOREIGN KEY (referral_id) REFERENCES handreiking.referral(id) ON DELETE CASCADE;

ALTER TABLE ONLY handreiking.url
    ADD CONSTRAINT url_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES handreiking.organization(id);

ALTER TABLE ONLY handreiking.url
    ADD CONSTRAINT url_service_id_service_id_fk FOREIGN KEY (service_id) REFERENCES handreiking.service(id);

ALTER TABLE ONLY handreiking.used_assertion
    ADD CONSTRAINT used_assertion_client FOREIGN KEY (client_id, participant_id) REFERENCES handreiking.client(id, participant_id);

ALTER TABLE ONLY handreiking.web_form
    ADD CONSTRAINT web_form_participant_id_participant_id_fk FOREIGN KEY (participant_id) REFERENCES handreiking.participant(id);

ALTER TABLE ONLY keys.case_key
    ADD CONSTRAINT case_key_case FOREIGN KEY (case_id, participant_id) REFERENCES handreiking."case"(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY keys.disclosure_key
    ADD CONSTRAINT disclosure_key_referral FOREIGN KEY (referral_id, sender_id, recipient_id) REFERENCES handreiking.referral(id, sender_id, recipient_id) ON DELETE CASCADE;

ALTER TABLE ONLY keys.movement_key
    ADD CONSTRAINT movement_key_movement FOREIGN KEY (movement_id, participant_id) REFERENCES handreiking.movement(id, participant_id) ON DELETE CASCADE;

ALTER TABLE ONLY keys.request_key
    ADD CONSTRAINT request_key_request FOREIGN KEY (request_id, participant_id) REFERENCES handreiking.callback_request(id, participant_id) ON DELETE CASCADE;

ALTER TABLE handreiking.accessibility ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.address ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.article ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.article_feedback ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.article_publication ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.article_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.article_word ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.attribute ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.audit_checkpoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.audit_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.availability ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.availability_exception ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.calendar_feed ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.callback_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking."case" ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.case_access ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.case_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.case_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.case_take_over ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.client ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.client_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.code_word ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.consent_receipt ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.contact_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.contact_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.conversation ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.conversation_addition ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.correction ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.cost_option ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.countersignature ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.cover ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.directory_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.directory_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.directory_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.disclosure ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.duplicate_dismissal ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.emergency ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.event ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.funding ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.help_question ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.help_question_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.idempotency_record ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.identity_provider ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.import_finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.import_part ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.language ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.ledger_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.ledger_segment ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.location ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.mail ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.mailbox_watch ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.member ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.member_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.metadata ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.movement ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.movement_merger ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.obligation ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.organization ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.organization_identifier ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.organization_participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.origin ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.override ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.override_release ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.override_request ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON handreiking.appointment TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.article_publication TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.audit_checkpoint FOR SELECT TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.availability TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.availability_exception TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.calendar_feed TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.callback_request TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking."case" TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.case_access TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.case_contact TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.case_note TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.case_take_over TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.client TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.client_key TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.code_word TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.consent TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.consent_receipt TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.contact_attempt TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.conversation TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.conversation_addition TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.countersignature TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.cover TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.directory_import TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.emergency TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.erasure TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.event TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.help_question TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.help_question_change TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.idempotency_record TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.identity_provider TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.import_finding TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.import_part TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.invitation TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.mail TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.mailbox_watch TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.member TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.member_identity TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.movement TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.movement_merger TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.override TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.override_release TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.override_request TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.passkey TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.planning_rule TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.proposal TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.refusal TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.reporting_step TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.safe_contact TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.session TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.sign_in TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.signal TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.signal_review TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.statistics_release TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.used_assertion TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON handreiking.used_proof TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own_asked_to_verify ON handreiking.event FOR INSERT TO handreiking_app WITH CHECK (((type = 'verification.requested'::text) AND (num_nonnulls(referral_id, seq) = 0) AND ( SELECT handreiking.actor_is_operator() AS actor_is_operator) AND (EXISTS ( SELECT
   FROM handreiking.verification_request request
  WHERE ((request.organization_id = event.subject_id) AND (request.participant_id = event.participant_id))))));

CREATE POLICY own_insert ON handreiking.audit_checkpoint FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own_told_by_other_party ON handreiking.event FOR INSERT TO handreiking_app WITH CHECK (((referral_id IS NOT NULL) AND (seq IS NULL) AND ((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id))));

CREATE POLICY own_told_of_correction ON handreiking.event FOR INSERT TO handreiking_app WITH CHECK (((type = ANY (ARRAY['correction.proposed'::text, 'correction.accepted'::text, 'correction.refused'::text])) AND (num_nonnulls(referral_id, seq) = 0) AND (EXISTS ( SELECT
   FROM handreiking.correction
  WHERE ((correction.id = event.subject_id) AND (event.type = ('correction.'::text || correction.state)) AND (
        CASE correction.state
            WHEN 'proposed'::text THEN correction.participant_id
            ELSE correction.decided_by
        END = ( SELECT handreiking.actor_participant() AS actor_participant)) AND
        CASE correction.state
            WHEN 'proposed'::text THEN ((EXISTS ( SELECT
               FROM handreiking.organization_participant link
              WHERE ((link.organization_id = correction.organization_id) AND (link.participant_id = event.participant_id)))) OR (EXISTS ( SELECT
               FROM handreiking.participant
              WHERE ((participant.id = event.participant_id) AND participant.operator))))
            ELSE (correction.participant_id = event.participant_id)
        END)))));

ALTER TABLE handreiking.participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.participant_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.participant_suspension ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.partnership ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.passkey ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.passkey_challenge ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.person_mark ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.phone ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.planning_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.program ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.proposal ENABLE ROW LEVEL SECURITY;

CREATE POLICY public ON handreiking.accessibility FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.address FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.article FOR SELECT TO handreiking_app USING (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) OR ((withdrawn_at IS NULL) AND ((audience = 'public'::text) OR ((audience = 'network'::text) AND (( SELECT handreiking.actor_participant() AS actor_participant) IS NOT NULL))))));

CREATE POLICY public ON handreiking.article_version FOR SELECT TO handreiking_app USING (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) OR (EXISTS ( SELECT
   FROM handreiking.article
  WHERE ((article.id = article_version.article_id) AND (article.shown = article_version.number))))));

CREATE POLICY public ON handreiking.article_word FOR SELECT TO handreiking_app USING (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) OR (EXISTS ( SELECT
   FROM handreiking.article
  WHERE ((article.id = article_word.article_id) AND (article.shown = article_word.number))))));

CREATE POLICY public ON handreiking.attribute FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.contact FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.cost_option FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.directory_change FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.directory_version FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.duplicate_dismissal FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.funding FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.language FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.location FOR SELECT TO handreiking_app USING ((deleted_at IS NULL));

CREATE POLICY public ON handreiking.metadata FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.organization FOR SELECT TO handreiking_app USING ((deleted_at IS NULL));

CREATE POLICY public ON handreiking.organization_identifier FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.organization_participant FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.participant FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.participant_key FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.participant_suspension FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.partnership FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.phone FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.program FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.removed_synonym FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.required_document FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.schedule FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.search_synonym FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.search_word FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.service FOR SELECT TO handreiking_app USING ((deleted_at IS NULL));

CREATE POLICY public ON handreiking.service_area FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.service_at_location FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.service_capacity FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.service_intake FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.service_search FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.taxonomy FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.taxonomy_term FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.unit FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.url FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.verification FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.verification_request FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.verification_round FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public ON handreiking.web_form FOR SELECT TO handreiking_app USING (true);

CREATE POLICY public_delete ON handreiking.accessibility FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_delete ON handreiking.address FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_delete ON handreiking.article_word FOR DELETE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_delete ON handreiking.attribute FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization =>
CASE
    WHEN (link_entity = 'organization'::text) THEN link_id
    ELSE NULL::uuid
END, service =>
CASE
    WHEN (link_entity = 'service'::text) THEN link_id
    ELSE NULL::uuid
END, location =>
CASE
    WHEN (link_entity = 'location'::text) THEN link_id
    ELSE NULL::uuid
END, place =>
CASE
    WHEN (link_entity = 'service_at_location'::text) THEN link_id
    ELSE NULL::uuid
END, contact =>
CASE
    WHEN (link_entity = 'contact'::text) THEN link_id
    ELSE NULL::uuid
END, phone =>
CASE
    WHEN (link_entity = 'phone'::text) THEN link_id
    ELSE NULL::uuid
END)));

CREATE POLICY public_delete ON handreiking.contact FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id)));

CREATE POLICY public_delete ON handreiking.cost_option FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_delete ON handreiking.duplicate_dismissal FOR DELETE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_delete ON handreiking.funding FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_delete ON handreiking.language FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id)));

CREATE POLICY public_delete ON handreiking.organization_identifier FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_delete ON handreiking.phone FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id)));

CREATE POLICY public_delete ON handreiking.program FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_delete ON handreiking.removed_synonym FOR DELETE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_delete ON handreiking.required_document FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_delete ON handreiking.schedule FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id)));

CREATE POLICY public_delete ON handreiking.search_synonym FOR DELETE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_delete ON handreiking.service_area FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, place => service_at_location_id)));

CREATE POLICY public_delete ON handreiking.service_at_location FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_delete ON handreiking.service_capacity FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_delete ON handreiking.url FOR DELETE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_insert ON handreiking.accessibility FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_insert ON handreiking.address FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_insert ON handreiking.article FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_insert ON handreiking.article_version FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_insert ON handreiking.article_word FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_insert ON handreiking.attribute FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization =>
CASE
    WHEN (link_entity = 'organization'::text) THEN link_id
    ELSE NULL::uuid
END, service =>
CASE
    WHEN (link_entity = 'service'::text) THEN link_id
    ELSE NULL::uuid
END, location =>
CASE
    WHEN (link_entity = 'location'::text) THEN link_id
    ELSE NULL::uuid
END, place =>
CASE
    WHEN (link_entity = 'service_at_location'::text) THEN link_id
    ELSE NULL::uuid
END, contact =>
CASE
    WHEN (link_entity = 'contact'::text) THEN link_id
    ELSE NULL::uuid
END, phone =>
CASE
    WHEN (link_entity = 'phone'::text) THEN link_id
    ELSE NULL::uuid
END)));

CREATE POLICY public_insert ON handreiking.contact FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id)));

CREATE POLICY public_insert ON handreiking.cost_option FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_insert ON handreiking.duplicate_dismissal FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.funding FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_insert ON handreiking.language FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id)));

CREATE POLICY public_insert ON handreiking.location FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_insert ON handreiking.metadata FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.organization FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => id)));

CREATE POLICY public_insert ON handreiking.organization_identifier FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_insert ON handreiking.organization_participant FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.participant FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.participant_key FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_insert ON handreiking.partnership FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.phone FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id)));

CREATE POLICY public_insert ON handreiking.program FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_insert ON handreiking.removed_synonym FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.required_document FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_insert ON handreiking.schedule FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id)));

CREATE POLICY public_insert ON handreiking.search_synonym FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.search_word FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.service FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_insert ON handreiking.service_area FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, place => service_at_location_id)));

CREATE POLICY public_insert ON handreiking.service_at_location FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_insert ON handreiking.service_capacity FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_insert ON handreiking.service_intake FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_insert ON handreiking.service_search FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.taxonomy FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.taxonomy_term FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.unit FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.url FOR INSERT TO handreiking_app WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_insert ON handreiking.verification FOR INSERT TO handreiking_app WITH CHECK (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))));

CREATE POLICY public_insert ON handreiking.verification_request FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.verification_round FOR INSERT TO handreiking_app WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_insert ON handreiking.web_form FOR INSERT TO handreiking_app WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_update ON handreiking.accessibility FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_update ON handreiking.address FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(location => location_id)));

CREATE POLICY public_update ON handreiking.article FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_update ON handreiking.article_version FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_update ON handreiking.article_word FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_update ON handreiking.attribute FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization =>
CASE
    WHEN (link_entity = 'organization'::text) THEN link_id
    ELSE NULL::uuid
END, service =>
CASE
    WHEN (link_entity = 'service'::text) THEN link_id
    ELSE NULL::uuid
END, location =>
CASE
    WHEN (link_entity = 'location'::text) THEN link_id
    ELSE NULL::uuid
END, place =>
CASE
    WHEN (link_entity = 'service_at_location'::text) THEN link_id
    ELSE NULL::uuid
END, contact =>
CASE
    WHEN (link_entity = 'contact'::text) THEN link_id
    ELSE NULL::uuid
END, phone =>
CASE
    WHEN (link_entity = 'phone'::text) THEN link_id
    ELSE NULL::uuid
END))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization =>
CASE
    WHEN (link_entity = 'organization'::text) THEN link_id
    ELSE NULL::uuid
END, service =>
CASE
    WHEN (link_entity = 'service'::text) THEN link_id
    ELSE NULL::uuid
END, location =>
CASE
    WHEN (link_entity = 'location'::text) THEN link_id
    ELSE NULL::uuid
END, place =>
CASE
    WHEN (link_entity = 'service_at_location'::text) THEN link_id
    ELSE NULL::uuid
END, contact =>
CASE
    WHEN (link_entity = 'contact'::text) THEN link_id
    ELSE NULL::uuid
END, phone =>
CASE
    WHEN (link_entity = 'phone'::text) THEN link_id
    ELSE NULL::uuid
END)));

CREATE POLICY public_update ON handreiking.contact FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id)));

CREATE POLICY public_update ON handreiking.cost_option FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_update ON handreiking.duplicate_dismissal FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.funding FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_update ON handreiking.language FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id)));

CREATE POLICY public_update ON handreiking.location FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_update ON handreiking.metadata FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.organization FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => id)));

CREATE POLICY public_update ON handreiking.organization_identifier FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_update ON handreiking.organization_participant FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.participant FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.participant_key FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY public_update ON handreiking.partnership FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.phone FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id)));

CREATE POLICY public_update ON handreiking.program FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_update ON handreiking.removed_synonym FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.required_document FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_update ON handreiking.schedule FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id)));

CREATE POLICY public_update ON handreiking.search_synonym FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.search_word FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.service FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id)));

CREATE POLICY public_update ON handreiking.service_area FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, place => service_at_location_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id, place => service_at_location_id)));

CREATE POLICY public_update ON handreiking.service_at_location FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_update ON handreiking.service_capacity FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_update ON handreiking.service_intake FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(service => service_id)));

CREATE POLICY public_update ON handreiking.service_search FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.taxonomy FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.taxonomy_term FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.unit FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.url FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id))) WITH CHECK ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id, service => service_id)));

CREATE POLICY public_update ON handreiking.verification_request FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.verification_round FOR UPDATE TO handreiking_app USING (( SELECT handreiking.actor_is_operator() AS actor_is_operator)) WITH CHECK (( SELECT handreiking.actor_is_operator() AS actor_is_operator));

CREATE POLICY public_update ON handreiking.web_form FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

ALTER TABLE handreiking.quota ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.referral ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.refusal ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.removed_synonym ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.reporting_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.required_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.safe_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.schedule ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.search_synonym ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.search_word ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service_area ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service_at_location ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service_capacity ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service_intake ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.service_search ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.sign_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.signal ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.signal_review ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.statistics_release ENABLE ROW LEVEL SECURITY;

CREATE POLICY system ON handreiking.ledger_entry TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.ledger_segment TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.origin TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.passkey_challenge TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.person_mark TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.quota TO handreiking_app USING (false) WITH CHECK (false);

CREATE POLICY system ON handreiking.untold_ending TO handreiking_app USING (false) WITH CHECK (false);

ALTER TABLE handreiking.taxonomy ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.taxonomy_term ENABLE ROW LEVEL SECURITY;

CREATE POLICY two_party ON handreiking.article_feedback FOR SELECT TO handreiking_app USING (((( SELECT handreiking.actor_participant() AS actor_participant) = participant_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = giver_id)));

CREATE POLICY two_party ON handreiking.audit_event FOR SELECT TO handreiking_app USING (((( SELECT handreiking.actor_participant() AS actor_participant) = participant_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = subject_participant_id)));

CREATE POLICY two_party ON handreiking.contact_confirmation TO handreiking_app USING (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id))) WITH CHECK (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id)));

CREATE POLICY two_party ON handreiking.correction FOR SELECT TO handreiking_app USING (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) OR (( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))));

CREATE POLICY two_party ON handreiking.disclosure TO handreiking_app USING (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id))) WITH CHECK (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id)));

CREATE POLICY two_party ON handreiking.obligation TO handreiking_app USING (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id))) WITH CHECK (((( SELECT handreiking.actor_participant() AS actor_participant) = sender_id) OR (( SELECT handreiking.actor_participant() AS actor_participant) = recipient_id)));

CREATE POLICY two_party_answered ON handreiking.article_feedback FOR UPDATE TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY two_party_answered ON handreiking.referral FOR UPDATE TO handreiking_app USING (((recipient_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (offered_at IS NOT NULL) AND (forgotten_at IS NULL))) WITH CHECK (((recipient_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (offered_at IS NOT NULL) AND (forgotten_at IS NULL)));

CREATE POLICY two_party_decided ON handreiking.correction FOR UPDATE TO handreiking_app USING ((( SELECT handreiking.actor_is_operator() AS actor_is_operator) OR handreiking.actor_answers_for(organization => organization_id))) WITH CHECK ((decided_by = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY two_party_given ON handreiking.article_feedback FOR INSERT TO handreiking_app WITH CHECK (((giver_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (num_nonnulls(answer, reason, answered_by, answered_at) = 0) AND (EXISTS ( SELECT
   FROM handreiking.article
  WHERE ((article.id = article_feedback.article_id) AND (article_feedback.number =
        CASE
            WHEN (article.participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) THEN article.newest
            ELSE article.shown
        END))))));

CREATE POLICY two_party_insert ON handreiking.audit_event FOR INSERT TO handreiking_app WITH CHECK (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (seq IS NULL) AND (hash IS NULL)));

CREATE POLICY two_party_proposed ON handreiking.correction FOR INSERT TO handreiking_app WITH CHECK (((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (state = 'proposed'::text)));

CREATE POLICY two_party_received ON handreiking.referral FOR SELECT TO handreiking_app USING (((recipient_id = ( SELECT handreiking.actor_participant() AS actor_participant)) AND (offered_at IS NOT NULL) AND (forgotten_at IS NULL)));

CREATE POLICY two_party_sent ON handreiking.referral TO handreiking_app USING ((sender_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((sender_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

ALTER TABLE handreiking.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.untold_ending ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.url ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.used_assertion ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.used_proof ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.verification ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.verification_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.verification_round ENABLE ROW LEVEL SECURITY;

ALTER TABLE handreiking.web_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE keys.case_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE keys.disclosure_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE keys.movement_key ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON keys.case_key TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON keys.movement_key TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

CREATE POLICY own ON keys.request_key TO handreiking_app USING ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((participant_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

ALTER TABLE keys.request_key ENABLE ROW LEVEL SECURITY;

CREATE POLICY two_party_sent ON keys.disclosure_key TO handreiking_app USING ((sender_id = ( SELECT handreiking.actor_participant() AS actor_participant))) WITH CHECK ((sender_id = ( SELECT handreiking.actor_participant() AS actor_participant)));

GRANT USAGE ON SCHEMA handreiking TO handreiking_app;

GRANT USAGE ON SCHEMA keys TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.actor_answers_for(organization uuid, service uuid, location uuid, place uuid, contact uuid, phone uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.actor_answers_for(organization uuid, service uuid, location uuid, place uuid, contact uuid, phone uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.actor_is_operator() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.actor_is_operator() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.actor_participant() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.actor_participant() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.add_passkey(new_id uuid, person uuid, invitation text, session uuid, credential text, public_key bytea, sign_count bigint, backup_eligible boolean, backed_up boolean, transports text[], aaguid uuid, called text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.add_passkey(new_id uuid, person uuid, invitation text, session uuid, credential text, public_key bytea, sign_count bigint, backup_eligible boolean, backed_up boolean, transports text[], aaguid uuid, called text, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.answers_by_phone(party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.answers_by_phone(party uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.assure_service() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.audit_link(before bytea, entry bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.basis_stands(wanted uuid, moment timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.begin_session(new_id uuid, person uuid, hash text, by_method text, moment timestamp with time zone, ends timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.begin_session(new_id uuid, person uuid, hash text, by_method text, moment timestamp with time zone, ends timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.begins_here(record uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.case_goes_on(wanted uuid, before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.case_goes_on(wanted uuid, before timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.changed_by_step(was jsonb, becomes jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_appointment_end() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_confirmation_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_confirmed_by_two() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_consent_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_consulted() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_countersigned() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_emergency_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_entry_true() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_erasure_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_event_parties() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_forgetting_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_introduced() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_move_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_new_owner() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_obligation_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_override_release_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_override_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_passkey_left() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_proposal_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_question() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_question_owner() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_refusal_entry_true() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_refusal_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_rerouting() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_two_persons() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.check_way_in_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.clear_sessions(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.clear_sessions(moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.clear_used(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.clear_used(moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.delete_entry(kind text, entry uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.delete_entry(kind text, entry uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.destroy_request_key() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.drop_countersignatures() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.drop_sealed_to() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.end_disclosure() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.end_sessions_of_suspended() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.erase_case(wanted uuid, why text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.erase_case(wanted uuid, why text, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.feedback_agreed(handoff uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.feedback_agreed(handoff uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_calendar(hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_calendar(hash text) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_client(client uuid, named text, acting_member uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_client(client uuid, named text, acting_member uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_consent_receipt(receipt uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_consent_receipt(receipt uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_home_of_invitation(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_home_of_invitation(wanted uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_home_of_member(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_home_of_member(wanted uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_invitation(hash text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_invitation(hash text, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_passkey(credential text) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_passkey(credential text) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.find_session(hash text, moment timestamp with time zone, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.find_session(hash text, moment timestamp with time zone, since timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.follow_override() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.forget_idempotency_keys(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.forget_idempotency_keys(moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.forget_quotas(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.forget_quotas(moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.forget_received(until timestamp with time zone, moment timestamp with time zone, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.forget_received(until timestamp with time zone, moment timestamp with time zone, most integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.forget_senders() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.give_next_action() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_appointment() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_article() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_attempt() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_audit() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_calendar_feed() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_checkpoint() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_confirmation() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_consent() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_conversation() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_correction() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_countersignature() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_cover() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_disclosure() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_emergency() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_erasure() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_feedback() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_forgetting() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_hand_over() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_history() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_invitation() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_ledger() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_new_appointment() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_note() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_obligation() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_override() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_override_release() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_override_request() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_participant_key() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_passkey() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_proposal() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_referral() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_refusal() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_reporting_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_request() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.guard_request_key() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.handoff_numbers(start timestamp with time zone, ending timestamp with time zone, sender uuid, fewest integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.handoff_numbers(start timestamp with time zone, ending timestamp with time zone, sender uuid, fewest integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.has_live_referral(question_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.has_live_referral(question_id uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.is_conversation_of(wanted uuid, of_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.is_conversation_of(wanted uuid, of_case uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.is_in_use(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.is_in_use(wanted uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.is_one_human(one uuid, other uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.is_one_human(one uuid, other uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.is_owners_hand() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_merger() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_origin() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text, moment timestamp with time zone, ends timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text, moment timestamp with time zone, ends timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.keep_question_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_signal() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_suspension() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.keep_versions() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.kept_segments() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.kept_segments() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.latest_moment() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.lease_quota(named text, who text, window_ends timestamp with time zone, wanted integer, quota integer, OUT granted integer, OUT taken integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.lease_quota(named text, who text, window_ends timestamp with time zone, wanted integer, quota integer, OUT granted integer, OUT taken integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.leave_deleted_out() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.ledger_head() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.ledger_head() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.ledger_text(entry handreiking.ledger_entry) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.let_go_of_ledger(days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.let_go_of_ledger(days integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.mark_person() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.mark_segment(wanted bigint, kept boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.mark_segment(wanted bigint, kept boolean) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.may_act_alone(member_wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.may_act_alone(member_wanted uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.merger_recorded() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.network_numbers(year integer, quarter integer, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.network_numbers(year integer, quarter integer, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.note_taken() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.number_directory_changes() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.number_directory_changes() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.number_events(feed uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.number_events(feed uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.object_to_overrides() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.oblige_completed() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.oblige_completed_on_override() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.open_segments(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.open_segments(most integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.overdue_referral(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.overdue_referral(wanted uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.overdue_referrals() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.overdue_referrals() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.participant_by_phone(wanted uuid, new_id uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.participant_by_phone(wanted uuid, new_id uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.participants_to_wake(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.participants_to_wake(moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.place_entry() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.provider_gives(person uuid, roles jsonb, anew boolean) FROM PUBLIC;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.referral TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.raise_obligation(ended handreiking.referral, moment timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_by_consent() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_by_referral() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_by_review() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_lapse() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_rewriting() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refuse_time_ahead(moment timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.refused_at(wanted_case uuid, wanted_recipient uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.refused_at(wanted_case uuid, wanted_recipient uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.remove_audit_segment(checkpoint uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.remove_audit_segment(checkpoint uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.require_two_persons(required boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.require_two_persons(required boolean) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.root_of(part text, part_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.seal_audit(chain uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.seal_audit(chain uuid, most integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.seal_ledger(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.seal_ledger(most integer) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.sealed_to(key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.sealed_to(key uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.segment_texts(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.segment_texts(wanted bigint) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.service_name(service uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.service_name(service uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.signal_counts(asked uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.signal_counts(asked uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.stands_for(member uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.stands_for(member uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.take_passkey_challenge(browser text, what text, about uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.take_passkey_challenge(browser text, what text, about uuid, moment timestamp with time zone) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.tell_capacity() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.tell_question(handoff handreiking.referral) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.tell_untold(question uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.tell_untold(question uuid) TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.tells_nobody(count integer, known bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.unsealed_chains() FROM PUBLIC;
GRANT ALL ON FUNCTION handreiking.unsealed_chains() TO handreiking_app;

REVOKE ALL ON FUNCTION handreiking.void_invitations_of_suspended() FROM PUBLIC;

REVOKE ALL ON FUNCTION handreiking.audit_links(bytea) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.accessibility TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.address TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.appointment TO handreiking_app;

GRANT UPDATE(case_id) ON TABLE handreiking.appointment TO handreiking_app;

GRANT UPDATE(state) ON TABLE handreiking.appointment TO handreiking_app;

GRANT UPDATE(ended_at) ON TABLE handreiking.appointment TO handreiking_app;

GRANT UPDATE(end_reason) ON TABLE handreiking.appointment TO handreiking_app;

GRANT UPDATE(settled_at) ON TABLE handreiking.appointment TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(audience) ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(newest) ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(shown) ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(review_on) ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(reviewed_at) ON TABLE handreiking.article TO handreiking_app;

GRANT UPDATE(withdrawn_at) ON TABLE handreiking.article TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.article_feedback TO handreiking_app;

GRANT UPDATE(answer) ON TABLE handreiking.article_feedback TO handreiking_app;

GRANT UPDATE(reason) ON TABLE handreiking.article_feedback TO handreiking_app;

GRANT UPDATE(answered_by) ON TABLE handreiking.article_feedback TO handreiking_app;

GRANT UPDATE(answered_at) ON TABLE handreiking.article_feedback TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.article_publication TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.article_version TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.article_word TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.attribute TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.audit_checkpoint TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.audit_event TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(patterns) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(languages) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(channels) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(slot_minutes) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(pause_minutes) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(daily_most) ON TABLE handreiking.availability TO handreiking_app;

GRANT UPDATE(revision) ON TABLE handreiking.availability TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.availability_exception TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.calendar_feed TO handreiking_app;

GRANT UPDATE(revoked) ON TABLE handreiking.calendar_feed TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(state) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(urgency) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(language) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(relation) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(topics) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(channel) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(agreed_at) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(reachable) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(sealed) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(code_word) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(code_word_failures) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(revision) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(case_id) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(ended_at) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(end_reason) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT UPDATE(let_go_at) ON TABLE handreiking.callback_request TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking."case" TO handreiking_app;

GRANT UPDATE(owner_id) ON TABLE handreiking."case" TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.case_access TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.case_contact TO handreiking_app;

GRANT UPDATE(sealed) ON TABLE handreiking.case_contact TO handreiking_app;

GRANT UPDATE(revision) ON TABLE handreiking.case_contact TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.case_note TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.case_take_over TO handreiking_app;

GRANT UPDATE(answer) ON TABLE handreiking.case_take_over TO handreiking_app;

GRANT UPDATE(answered_at) ON TABLE handreiking.case_take_over TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.client TO handreiking_app;

GRANT UPDATE(name) ON TABLE handreiking.client TO handreiking_app;

GRANT UPDATE(scopes) ON TABLE handreiking.client TO handreiking_app;

GRANT UPDATE(requires_dpop) ON TABLE handreiking.client TO handreiking_app;

GRANT UPDATE(profile) ON TABLE handreiking.client TO handreiking_app;

GRANT UPDATE(suspended_at) ON TABLE handreiking.client TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.client_key TO handreiking_app;

GRANT UPDATE(expires_at) ON TABLE handreiking.client_key TO handreiking_app;

GRANT UPDATE(revoked_at) ON TABLE handreiking.client_key TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.code_word TO handreiking_app;

GRANT UPDATE(sealed) ON TABLE handreiking.code_word TO handreiking_app;

GRANT UPDATE(failures) ON TABLE handreiking.code_word TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.consent TO handreiking_app;

GRANT UPDATE(withdrawn_at) ON TABLE handreiking.consent TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.consent_receipt TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.contact TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.contact_attempt TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.contact_confirmation TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.conversation TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.conversation_addition TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.correction TO handreiking_app;

GRANT UPDATE(state) ON TABLE handreiking.correction TO handreiking_app;

GRANT UPDATE(decided_by) ON TABLE handreiking.correction TO handreiking_app;

GRANT UPDATE(decided_at) ON TABLE handreiking.correction TO handreiking_app;

GRANT UPDATE(refusal_reason) ON TABLE handreiking.correction TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.cost_option TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.countersignature TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.cover TO handreiking_app;

GRANT UPDATE(ended_at) ON TABLE handreiking.cover TO handreiking_app;

GRANT SELECT ON TABLE handreiking.directory_change TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.directory_import TO handreiking_app;

GRANT SELECT ON TABLE handreiking.directory_version TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.disclosure TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.duplicate_dismissal TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.emergency TO handreiking_app;

GRANT UPDATE(reviewed_by) ON TABLE handreiking.emergency TO handreiking_app;

GRANT UPDATE(reviewed_at) ON TABLE handreiking.emergency TO handreiking_app;

GRANT UPDATE(finding) ON TABLE handreiking.emergency TO handreiking_app;

GRANT SELECT ON TABLE handreiking.erasure TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.event TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.funding TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(owner_id) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(next_action) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(next_action_on) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(ended_at) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(end_reason) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(changed_by) ON TABLE handreiking.help_question TO handreiking_app;

GRANT UPDATE(changed_at) ON TABLE handreiking.help_question TO handreiking_app;

GRANT SELECT ON TABLE handreiking.help_question_change TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.idempotency_record TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.identity_provider TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.import_finding TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.import_part TO handreiking_app;

GRANT INSERT ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(id) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(participant_id) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(member_id) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(purpose) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(needs_approval) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(invited_by) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(invited_at) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(expires_at) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(approved_by),UPDATE(approved_by) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(approved_at),UPDATE(approved_at) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(used_at),UPDATE(used_at) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT(voided_at),UPDATE(voided_at) ON TABLE handreiking.invitation TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.language TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.location TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.mail TO handreiking_app;

GRANT UPDATE(noticed_at) ON TABLE handreiking.mail TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.mailbox_watch TO handreiking_app;

GRANT UPDATE(claimed_until) ON TABLE handreiking.mailbox_watch TO handreiking_app;

GRANT UPDATE(claim) ON TABLE handreiking.mailbox_watch TO handreiking_app;

GRANT UPDATE(emptied_at) ON TABLE handreiking.mailbox_watch TO handreiking_app;

GRANT UPDATE(failing_since) ON TABLE handreiking.mailbox_watch TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.member TO handreiking_app;

GRANT UPDATE(name) ON TABLE handreiking.member TO handreiking_app;

GRANT UPDATE(roles) ON TABLE handreiking.member TO handreiking_app;

GRANT UPDATE(suspended_at) ON TABLE handreiking.member TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.member_identity TO handreiking_app;

GRANT UPDATE(expected) ON TABLE handreiking.member_identity TO handreiking_app;

GRANT UPDATE(issuer) ON TABLE handreiking.member_identity TO handreiking_app;

GRANT UPDATE(subject) ON TABLE handreiking.member_identity TO handreiking_app;

GRANT UPDATE(paired_at) ON TABLE handreiking.member_identity TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.metadata TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.movement TO handreiking_app;

GRANT UPDATE(merged_into) ON TABLE handreiking.movement TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.movement_merger TO handreiking_app;

GRANT SELECT ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(due_at) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(chases) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(ended_at) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(ended_as) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(ground) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(retained_until) ON TABLE handreiking.obligation TO handreiking_app;

GRANT UPDATE(ended_by_function) ON TABLE handreiking.obligation TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.organization TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.organization_identifier TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.organization_participant TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.override TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.override_release TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.override_request TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.participant TO handreiking_app;

GRANT UPDATE(name) ON TABLE handreiking.participant TO handreiking_app;

GRANT UPDATE(suspended_at) ON TABLE handreiking.participant TO handreiking_app;

GRANT UPDATE(readmitted_at) ON TABLE handreiking.participant TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.participant_key TO handreiking_app;

GRANT UPDATE(revoked_at) ON TABLE handreiking.participant_key TO handreiking_app;

GRANT SELECT ON TABLE handreiking.participant_suspension TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.partnership TO handreiking_app;

GRANT SELECT ON TABLE handreiking.passkey TO handreiking_app;

GRANT UPDATE(sign_count) ON TABLE handreiking.passkey TO handreiking_app;

GRANT UPDATE(backed_up) ON TABLE handreiking.passkey TO handreiking_app;

GRANT UPDATE(name) ON TABLE handreiking.passkey TO handreiking_app;

GRANT UPDATE(used_at) ON TABLE handreiking.passkey TO handreiking_app;

GRANT UPDATE(revoked_at) ON TABLE handreiking.passkey TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.phone TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.planning_rule TO handreiking_app;

GRANT UPDATE(attempts) ON TABLE handreiking.planning_rule TO handreiking_app;

GRANT UPDATE(revision) ON TABLE handreiking.planning_rule TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.program TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.proposal TO handreiking_app;

GRANT UPDATE(subject_id) ON TABLE handreiking.proposal TO handreiking_app;

GRANT UPDATE(decision) ON TABLE handreiking.proposal TO handreiking_app;

GRANT UPDATE(decided_by) ON TABLE handreiking.proposal TO handreiking_app;

GRANT UPDATE(decided_through) ON TABLE handreiking.proposal TO handreiking_app;

GRANT UPDATE(decided_at) ON TABLE handreiking.proposal TO handreiking_app;

GRANT SELECT,USAGE ON SEQUENCE handreiking.read_check TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.refusal TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.removed_synonym TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.reporting_step TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.required_document TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.safe_contact TO handreiking_app;

GRANT UPDATE(sealed) ON TABLE handreiking.safe_contact TO handreiking_app;

GRANT UPDATE(revision) ON TABLE handreiking.safe_contact TO handreiking_app;

GRANT UPDATE(verified_at) ON TABLE handreiking.safe_contact TO handreiking_app;

GRANT UPDATE(verified_by) ON TABLE handreiking.safe_contact TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.schedule TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.search_synonym TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.search_word TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.service TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.service_area TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.service_at_location TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.service_capacity TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.service_intake TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.service_search TO handreiking_app;

GRANT SELECT(id) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(participant_id) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(member_id) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(method) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(started_at) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(seen_at),UPDATE(seen_at) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(expires_at) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT(ended_at),UPDATE(ended_at) ON TABLE handreiking.session TO handreiking_app;

GRANT SELECT,INSERT,DELETE ON TABLE handreiking.sign_in TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.signal TO handreiking_app;

GRANT UPDATE(note) ON TABLE handreiking.signal TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.signal_review TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.statistics_release TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.taxonomy TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.taxonomy_term TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.unit TO handreiking_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE handreiking.url TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.used_assertion TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.used_proof TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.verification TO handreiking_app;

GRANT SELECT,INSERT,UPDATE ON TABLE handreiking.verification_request TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.verification_round TO handreiking_app;

GRANT SELECT,INSERT ON TABLE handreiking.web_form TO handreiking_app;

GRANT UPDATE(open) ON TABLE handreiking.web_form TO handreiking_app;

GRANT UPDATE(changed_at) ON TABLE handreiking.web_form TO handreiking_app;

GRANT SELECT,INSERT ON TABLE keys.case_key TO handreiking_app;

GRANT UPDATE(wrapped) ON TABLE keys.case_key TO handreiking_app;

GRANT UPDATE(kek_id) ON TABLE keys.case_key TO handreiking_app;

GRANT INSERT ON TABLE keys.disclosure_key TO handreiking_app;

GRANT SELECT(referral_id) ON TABLE keys.disclosure_key TO handreiking_app;

GRANT SELECT(sender_id) ON TABLE keys.disclosure_key TO handreiking_app;

GRANT SELECT(recipient_id) ON TABLE keys.disclosure_key TO handreiking_app;

GRANT UPDATE(wrapped) ON TABLE keys.disclosure_key TO handreiking_app;

GRANT UPDATE(kek_id) ON TABLE keys.disclosure_key TO handreiking_app;

GRANT SELECT,INSERT ON TABLE keys.movement_key TO handreiking_app;

GRANT UPDATE(wrapped) ON TABLE keys.movement_key TO handreiking_app;

GRANT UPDATE(kek_id) ON TABLE keys.movement_key TO handreiking_app;

GRANT SELECT,INSERT ON TABLE keys.request_key TO handreiking_app;

GRANT UPDATE(wrapped) ON TABLE keys.request_key TO handreiking_app;

GRANT UPDATE(kek_id) ON TABLE keys.request_key TO handreiking_app;
