-- What a scheduled, connected or completed referral rests on, seen when the transaction commits.
create or replace function handreiking.check_introduced() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.disclosed and not exists (select from disclosure where referral_id = new.id)
    and exists (select from referral where id = new.id and disclosed)
  then raise exception 'an introduction without a disclosure' using errcode = 'HR024'; end if;
  if new.state in ('connected', 'completed') and not exists (
    select from contact_confirmation as one
      join contact_confirmation as other on other.referral_id = one.referral_id and other.side = 'recipient'
    where one.referral_id = new.id and one.side = 'helpline'
      and (one.recorded_by <> other.recorded_by or one.confirmed_by = 'caller'))
  then raise exception 'a contact that two persons did not confirm' using errcode = 'HR025'; end if;
  return null;
end $$;
