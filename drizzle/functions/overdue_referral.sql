-- What an operator's coordinator is told of one overdue referral: that it is, and how far it came.
create or replace function handreiking.overdue_referral(wanted uuid) returns table (id uuid, state text, due_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select id, state, due_at from referral
  where id = wanted and stage = 'overdue' and needs_live and actor_is_operator()
$$;
