-- Nobody is locked out: the last passkey goes only with the next one's coming.
create or replace function handreiking.check_passkey_left() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from passkey where member_id = new.member_id and revoked_at is null)
  then raise exception 'the last passkey' using errcode = 'HR116'; end if;
  return null;
end $$;
