-- A receiving key that was revoked stays revoked.
create or replace function handreiking.guard_participant_key() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
  then raise exception 'a revoked key stays revoked' using errcode = 'HR042'; end if;
  return new;
end $$;
