-- What clears away states itself how long a thing is kept, and believes no time that has not come.
create or replace function handreiking.forget_received(until timestamptz, moment timestamptz, most integer)
  returns table (id uuid, sender_id uuid) language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  kept integer := (select retention_days from partnership where participant_id = actor_participant());
begin
  perform refuse_time_ahead(moment);
  return query update referral set forgotten_at = moment
  where referral.id in (
    select old.id from referral as old
    where old.recipient_id = actor_participant() and old.offered_at is not null and old.forgotten_at is null
      and kept is not null
      -- A day less: days of the calendar are not all as long.
      and old.ended_at < least(until, moment - make_interval(days => kept - 1))
      and not exists (select from obligation where referral_id = old.id and ended_at is null)
    order by old.ended_at, old.id limit most for update skip locked)
  returning referral.id, referral.sender_id;
end $$;
