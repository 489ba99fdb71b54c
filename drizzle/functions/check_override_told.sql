-- Each change of an override has the audit entry of that change.
create or replace function handreiking.check_override_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  told text[] := case
    when tg_op = 'INSERT' then '{made}'::text[]
    when new.ended_at is not null then '{withdrawn,refused,unreviewed,undecided,objection-honored}'
    when new.objection_decided_at is distinct from old.objection_decided_at and new.objection_decided_at is not null
      then '{objection-overruled}'
    when new.reviewed_at is distinct from old.reviewed_at then '{upheld}'
    when new.approved_at is distinct from old.approved_at then '{approved}' end;
  moment timestamptz := case told[1]
    when 'made' then new.made_at when 'withdrawn' then new.ended_at
    when 'objection-overruled' then new.objection_decided_at
    when 'upheld' then new.reviewed_at else new.approved_at end;
begin
  -- What a refusal objects to is told by that.
  if told is not null and not exists (
    select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and split_part(action, '.', 1) = 'override' and split_part(action, '.', 2) = any (told) and at = moment)
  then raise exception 'an override without its audit entry' using errcode = 'HR036'; end if;
  return null;
end $$;
