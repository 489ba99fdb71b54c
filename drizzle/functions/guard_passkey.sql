-- A revoked passkey stays as it was, and a count never goes back.
create or replace function handreiking.guard_passkey() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null then raise exception 'the passkey is revoked' using errcode = 'HR114'; end if;
  if new.sign_count < old.sign_count then
    raise exception 'a count of signatures never goes back' using errcode = 'HR115';
  end if;
  return new;
end $$;
