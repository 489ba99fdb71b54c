-- Steps follow danger signs, and each other: of two that are recorded at once, the later one sees the other.
create or replace function handreiking.guard_reporting_step() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
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
