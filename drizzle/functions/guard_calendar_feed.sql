-- A calendar address that was revoked stays revoked.
create or replace function handreiking.guard_calendar_feed() returns trigger language plpgsql as $$
begin
  if old.revoked and not new.revoked then raise exception 'what is revoked stays so' using errcode = 'HR212'; end if;
  return new;
end $$;
