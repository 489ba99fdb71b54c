-- What a completed handoff leaves to answer for is raised by one cause for several recipients at once, as
-- when its case is erased: each is told apart from the other.
create or replace function handreiking.raise_obligation(ended handreiking.referral, moment timestamptz) returns void
  language sql security definer set search_path = handreiking, pg_temp as $$
  insert into obligation (referral_id, sender_id, recipient_id, raised_at, due_at, fetched_at, ended_at, ended_as)
  select ended.id, ended.sender_id, ended.recipient_id, raised.at,
    ((raised.at at time zone 'Europe/Amsterdam') + interval '3 days') at time zone 'Europe/Amsterdam',
    ended.fetched_at,
    case when ended.fetched_at is null then raised.at end,
    case when ended.fetched_at is null then 'never-opened' end
  from (select moment + case ended.state when 'completed' then ended.told_apart else 0 end
    * interval '1 millisecond' as at) as raised
  on conflict do nothing
$$;
