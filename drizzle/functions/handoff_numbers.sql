-- Numbers of handoffs: a helpline's own, and of the network what no case can be told from.
-- What happened from `start` until before `ending`, of all partners together and of each that was offered at least
-- `fewest`; the others are summed. A time is told of as many. Whoever asks is told of what they may see.
create or replace function handreiking.handoff_numbers(start timestamptz, ending timestamptz, sender uuid, fewest integer)
  returns table (part text, partner_id uuid, offers integer, acknowledged integer, acknowledge_median integer,
    acknowledge_slow integer, answered integer, answer_median integer, answer_slow integer, introduced integer,
    introduce_median integer, introduce_slow integer, declines jsonb, lapses integer)
  language sql stable set search_path = handreiking, pg_temp as $$
  with sent as (
    select recipient_id, offered_at, accepted_at, introduction_at, connected_at,
      case when state = 'declined' and ended_at >= start and ended_at < ending then decline_reason end as declined,
      state = 'lapsed' and ended_at >= start and ended_at < ending as lapsed,
      least(acknowledged_at, accepted_at, case when state = 'declined' then ended_at end) as acknowledged_at,
      coalesce(accepted_at, case when state = 'declined' then ended_at end) as answered_at
    from referral
    where offered_at < ending and (sender is null or sender_id = sender)
  ), happened as (
    select recipient_id, declined, lapsed, offered_at >= start as offered,
      case when acknowledged_at >= start and acknowledged_at < ending
        then extract(epoch from acknowledged_at - offered_at) / 60 end as acknowledge,
      case when answered_at >= start and answered_at < ending
        then extract(epoch from answered_at - offered_at) / 60 end as answer,
      case when connected_at >= start and connected_at < ending
        then extract(epoch from introduction_at - accepted_at) / 60 end as introduce
    from sent
  ), counting as (
    select *, sum(offered::int) over (partition by recipient_id) >= fewest as told_apart from happened
    where offered or lapsed or num_nonnulls(declined, acknowledge, answer, introduce) > 0
  )
  select case when grouping(told_apart) = 1 then 'all' when told_apart then 'partner' else 'others' end,
    told.partner,
    count(*) filter (where offered)::int,
    count(acknowledge)::int,
    case when count(acknowledge) >= fewest then round(percentile_cont(0.5) within group (order by acknowledge))::int end,
    case when count(acknowledge) >= fewest then round(percentile_cont(0.9) within group (order by acknowledge))::int end,
    count(answer)::int,
    case when count(answer) >= fewest then round(percentile_cont(0.5) within group (order by answer))::int end,
    case when count(answer) >= fewest then round(percentile_cont(0.9) within group (order by answer))::int end,
    count(introduce)::int,
    case when count(introduce) >= fewest then round(percentile_cont(0.5) within group (order by introduce))::int end,
    case when count(introduce) >= fewest then round(percentile_cont(0.9) within group (order by introduce))::int end,
    (select coalesce(jsonb_object_agg(reason, times), '{}') from (
      select reason, count(*) as times from unnest(array_agg(declined)) as reason where reason is not null group by reason
    ) as reasons),
    count(*) filter (where lapsed)::int
  from (select *, case when told_apart then recipient_id end as partner from counting) as told
  group by grouping sets ((), (told_apart, told.partner))
$$;
