-- An appointment ends once, and its case is set once: that of the request it was made for.
create or replace function handreiking.guard_appointment() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.state <> 'planned' and (new.state, new.ended_at, new.end_reason)
      is distinct from (old.state, old.ended_at, old.end_reason)
    or old.settled_at is not null and new.settled_at is distinct from old.settled_at
  then raise exception 'an appointment ends once' using errcode = 'HR206'; end if;
  if old.case_id is distinct from new.case_id and (old.case_id is not null
      or not exists (select from callback_request where id = new.request_id and case_id = new.case_id))
  then raise exception 'an appointment becomes that of the case of its request' using errcode = 'HR207'; end if;
  if new.state = 'missed' and not exists (select from contact_attempt where appointment_id = new.id)
  then raise exception 'an appointment is missed when somebody was tried' using errcode = 'HR208'; end if;
  return new;
end $$;
