-- Of a closed quarter, for the network's operator alone: never fewer than ten together, and helplines never apart.
-- Whole quarters only, and each thing in the one in which it happened. A count of 1 to 9 is withheld, with its times,
-- and so is one that is as small without what the operator itself sent: it knows that exactly.
create or replace function handreiking.network_numbers(year integer, quarter integer, moment timestamptz)
  returns table (partner_id uuid, offers integer, acknowledged integer, acknowledge_median integer,
    acknowledge_slow integer, answered integer, answer_median integer, answer_slow integer, introduced integer,
    introduce_median integer, introduce_slow integer, declines jsonb, lapses integer)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  with period as (
    select starts at time zone 'Europe/Amsterdam' as starts,
      (starts + interval '3 months') at time zone 'Europe/Amsterdam' as ends
    from (select make_date(year, quarter * 3 - 2, 1)::timestamp as starts) as named
    where actor_is_operator()
  ), everyone as (
    select numbers.* from period, handoff_numbers(starts, ends, null, 10) as numbers
    where ends <= moment and numbers.part <> 'all' and numbers.offers >= 10
  ), own as (
    select case when numbers.partner_id in (select everyone.partner_id from everyone) then numbers.partner_id end as partner,
      numbers.offers, numbers.acknowledged, numbers.answered, numbers.introduced, numbers.lapses, numbers.declines
    from period, handoff_numbers(starts, ends, actor_participant(), 0) as numbers
    where ends <= moment and numbers.part = 'partner'
  ), parted as (
    select everyone.*, coalesce(sum(own.offers), 0) as own_offers,
      coalesce(sum(own.acknowledged), 0) as own_acknowledged, coalesce(sum(own.answered), 0) as own_answered,
      coalesce(sum(own.introduced), 0) as own_introduced, coalesce(sum(own.lapses), 0) as own_lapses
    from everyone left join own on own.partner is not distinct from everyone.partner_id
    group by everyone.part, everyone.partner_id, everyone.offers, everyone.acknowledged, everyone.acknowledge_median,
      everyone.acknowledge_slow, everyone.answered, everyone.answer_median, everyone.answer_slow, everyone.introduced,
      everyone.introduce_median, everyone.introduce_slow, everyone.declines, everyone.lapses
  )
  select parted.partner_id, parted.offers,
    case when acknowledges then parted.acknowledged end, case when acknowledges then acknowledge_median end,
    case when acknowledges then acknowledge_slow end,
    case when answers then parted.answered end, case when answers then answer_median end,
    case when answers then answer_slow end,
    case when introduces then parted.introduced end, case when introduces then introduce_median end,
    case when introduces then introduce_slow end,
    (select coalesce(jsonb_object_agg(reason, times), '{}')
      from jsonb_each_text(parted.declines) as declined (reason, times)
      where tells_nobody(times::int, (select coalesce(sum((own.declines ->> reason)::int), 0) from own
        where own.partner is not distinct from parted.partner_id))),
    case when tells_nobody(parted.lapses, own_lapses) then parted.lapses end
  from parted, lateral (select tells_nobody(parted.acknowledged, own_acknowledged) as acknowledges,
    tells_nobody(parted.answered, own_answered) as answers,
    tells_nobody(parted.introduced, own_introduced) as introduces) as told
  where tells_nobody(parted.offers, own_offers)
$$;
