-- When a handoff ends, what was disclosed goes in the same moment, row and key. Whoever could know then owes an
-- answer to what became of it, unless the handoff was completed.
create or replace function handreiking.end_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.disclosure_key where referral_id = new.id;
  delete from disclosure where referral_id = new.id;
  if new.state <> 'completed' then
    perform raise_obligation(new, new.moved_at);
  end if;
  return null;
end $$;
