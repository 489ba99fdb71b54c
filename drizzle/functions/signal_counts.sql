-- Whether the latest review of a signal says that it counts.
create or replace function handreiking.signal_counts(asked uuid) returns boolean language sql stable as $$
  select coalesce((select verdict = 'counts' from handreiking.signal_review where signal_id = asked
    order by reviewed_at desc, id desc limit 1), false)
$$;
