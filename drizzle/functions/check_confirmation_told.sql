-- A confirmation is a step of its referral, told as one.
create or replace function handreiking.check_confirmation_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from referral where id = new.referral_id and moved_at = new.at
      and last_step in ('confirmed', 'connected'))
  then raise exception 'a confirmation without its audit entry' using errcode = 'HR040'; end if;
  return null;
end $$;
