-- Who was consulted on an override could have said no: a counsellor who can act, and another human than its maker.
create or replace function handreiking.check_consulted() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from member where id = new.consulted_id and participant_id = new.participant_id
    and suspended_at is null and 'counsellor' = any (roles) for share;
  if not found or is_one_human(new.made_by, new.consulted_id)
  then raise exception 'a counsellor who can act is consulted' using errcode = 'HR129'; end if;
  return null;
end $$;
