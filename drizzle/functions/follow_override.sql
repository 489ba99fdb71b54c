-- What rests on an override ends when that does: with its review, its objection, its decision.
create or replace function handreiking.follow_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from referral where override_id = new.id and needs_live order by id for update;
  update referral set basis_expires_at = new.stands_until, wake_at = least(wake_at, new.stands_until),
      due_at = case when suspended_at is null then due_at else new.stands_until end
    where override_id = new.id and needs_live;
  return null;
end $$;
