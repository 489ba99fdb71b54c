-- A refusal and an override of the same case exclude each other on the case, for which no recipient's move waits.
create or replace function handreiking.guard_refusal() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op <> 'INSERT' or pg_trigger_depth() = 1 and new.recorded_by is null
  then raise exception 'a refusal stays as it was written' using errcode = 'HR102'; end if;
  perform from "case" where id = new.case_id for no key update;
  return new;
end $$;
