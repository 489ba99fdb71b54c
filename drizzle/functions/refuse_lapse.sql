-- Whoever is suspended cannot answer: nothing of theirs lapses. The suspension is held off until the commit.
create or replace function handreiking.refuse_lapse() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from participant where id = new.recipient_id and suspended_at is null for share;
  if not found then
    raise exception 'a deadline of somebody who is suspended' using errcode = 'HR171';
  end if;
  return null;
end $$;
