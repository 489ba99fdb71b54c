-- What the network's operator sees of overdue referrals: id and state, never more.
create or replace function handreiking.overdue_referrals() returns table (id uuid, state text, due_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select id, state, due_at from referral
  where stage = 'overdue' and needs_live and actor_is_operator()
  order by due_at, id limit 200
$$;
