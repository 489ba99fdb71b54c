-- A proposal that is made or decided has its audit entry.
create or replace function handreiking.check_proposal_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'proposal.' || coalesce(new.decision, 'made'))
  then raise exception 'a proposal without its audit entry' using errcode = 'HR081'; end if;
  return null;
end $$;
