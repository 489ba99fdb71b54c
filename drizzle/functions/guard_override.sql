-- What an override was is fixed. It tells of a refusal if there is one; a decision on it is taken once, in time, and
-- after what it is about; only a refusal objects to it.
create or replace function handreiking.guard_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  decided constant text[] := '{approved_by,approved_at,reviewed_by,reviewed_at,upheld,objected_at,decide_by,objection_decided_by,objection_decided_at,ended_at,live,disputed,stands_until,needs_approval}';
  refused timestamptz;
begin
  if tg_op = 'INSERT' then
    perform from "case" where id = new.case_id for no key update;
    if num_nonnulls(new.ended_at, new.approved_at, new.reviewed_at, new.objected_at, new.objection_decided_at) > 0
      or new.after_refusal <> (refused_at(new.case_id, new.recipient_id) is not null)
    then raise exception 'an override begins undecided, and tells of a refusal' using errcode = 'HR034'; end if;
    if new.review_due_at > new.made_at + interval '48 hours' or new.expires_at > new.made_at + interval '2200 hours'
    then raise exception 'an override is reviewed in 48 hours and ends in 90 days' using errcode = 'HR109'; end if;
    if new.ground = 'vital-interest' and not new.after_refusal and not new.maker_bound
      and (not may_act_alone(new.made_by)
        or exists (select from override_release where member_id = new.made_by and at > new.made_at))
    then raise exception 'nobody acts alone twice' using errcode = 'HR104'; end if;
    return new;
  end if;
  if old.ended_at is not null
    or to_jsonb(old) - decided <> to_jsonb(new) - decided
    or old.approved_at is not null and new.approved_at is distinct from old.approved_at
    or old.reviewed_at is not null
      and (new.reviewed_at, new.upheld) is distinct from (old.reviewed_at, old.upheld)
    or new.reviewed_at > new.review_due_at
  then raise exception 'an override does not change' using errcode = 'HR035'; end if;
  refused := refused_at(new.case_id, new.recipient_id);
  if (new.objected_at, new.decide_by) is distinct from (old.objected_at, old.decide_by) then
    if pg_trigger_depth() = 1
    then raise exception 'only a refusal objects to an override' using errcode = 'HR035'; end if;
  elsif new.objection_decided_at is distinct from old.objection_decided_at
    and (old.objection_decided_at is not null or not old.disputed
      or new.objection_decided_at < refused or new.objection_decided_at >= old.stands_until)
    or new.approved_at is distinct from old.approved_at
      and (not old.needs_approval or new.approved_at < refused or new.approved_at >= old.stands_until)
  then raise exception 'a second person decides in time, after the refusal' using errcode = 'HR105'; end if;
  -- A capable adult's no excludes a vital interest as the ground for special data: GDPR, article 9(2)(c).
  if new.ended_at is null and refused is not null and new.ground = 'vital-interest' and new.whose is null
    and new.categories && '{health,belief,criminal}'
    and (old.approved_at is null and new.approved_at is not null
      or old.objection_decided_at is null and new.objection_decided_at is not null)
  then raise exception 'a capable caller refused' using errcode = 'HR106'; end if;
  return new;
end $$;
