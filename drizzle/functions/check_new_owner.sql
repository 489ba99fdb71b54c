-- Nobody who cannot sign in is given a case or a help question to see to. The member is held until the commit, so that
-- a suspension and a hand-over see each other.
create or replace function handreiking.check_new_owner() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.owner_id = old.owner_id then return new; end if;
  end if;
  perform from member where id = new.owner_id and participant_id = new.participant_id and suspended_at is null
    for share;
  if not found then raise exception 'given to a member who cannot act' using errcode = 'HR300'; end if;
  return new;
end $$;
