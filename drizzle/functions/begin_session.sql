-- `method`: by a passkey of the member that was used or made minutes ago; at the participant's own provider, which
-- knows the member; as a demonstration, where the database is embedded.
create or replace function handreiking.begin_session(new_id uuid, person uuid, hash text, by_method text, moment timestamptz,
    ends timestamptz)
  returns void language plpgsql security definer set search_path = handreiking, pg_temp as $$
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
