-- A cover ends once, and only sooner.
create or replace function handreiking.guard_cover() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then raise exception 'a cover ends once' using errcode = 'HR303'; end if;
  return new;
end $$;
