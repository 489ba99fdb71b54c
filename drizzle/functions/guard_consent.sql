-- A consent is withdrawn once; nothing else of it ever changes.
create or replace function handreiking.guard_consent() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
    or to_jsonb(old) - 'withdrawn_at' - 'live' <> to_jsonb(new) - 'withdrawn_at' - 'live'
  then raise exception 'a consent can only be withdrawn' using errcode = 'HR013'; end if;
  return new;
end $$;
