-- A case asks whether a partner is at work on a need of it, without reading the referrals.
create or replace function handreiking.has_live_referral(question_id uuid) returns boolean language sql stable
  set search_path = handreiking, pg_temp as $$
  select exists (select from referral where help_question_id = question_id and needs_live)
$$;
