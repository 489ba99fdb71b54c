-- For whom the clock has something to do.
create or replace function handreiking.participants_to_wake(moment timestamptz) returns table (participant_id uuid)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select sender_id from referral where wake_at <= moment
  union select sender_id from obligation where due_at <= moment and ended_at is null
  union select participant_id from override
    where ended_at is null and (review_due_at <= moment and reviewed_at is null or disputed and decide_by <= moment)
$$;
