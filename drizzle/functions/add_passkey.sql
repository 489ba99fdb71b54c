-- `invitation`: the hash of its token, of one that an earlier transaction made and this one uses. `session`: one of
-- the same member that an earlier transaction began, minutes ago.
create or replace function handreiking.add_passkey(new_id uuid, person uuid, invitation text, session uuid, credential text,
    public_key bytea, sign_count bigint, backup_eligible boolean, backed_up boolean, transports text[], aaguid uuid,
    called text, moment timestamptz)
  returns uuid language plpgsql security definer set search_path = handreiking, pg_temp as $$
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
