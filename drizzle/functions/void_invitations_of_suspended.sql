-- An invitation of somebody who was suspended meanwhile is void, and stays so when they come back.
create or replace function handreiking.void_invitations_of_suspended() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update invitation set voided_at = new.suspended_at
    where member_id = new.id and used_at is null and voided_at is null;
  return null;
end $$;
