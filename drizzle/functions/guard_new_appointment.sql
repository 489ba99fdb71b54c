-- A counsellor's bookings come one after another: each sees those before it, so that none breaks the day's most.
create or replace function handreiking.guard_new_appointment() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare offered availability;
begin
  if new.state <> 'planned' then raise exception 'an appointment begins as planned' using errcode = 'HR200'; end if;
  if not exists (select from member where id = new.counsellor_id and participant_id = new.participant_id
      and 'counsellor' = any (roles) and suspended_at is null)
  then raise exception 'an appointment is with a counsellor' using errcode = 'HR201'; end if;
  if exists (select from callback_request where id = new.request_id and state = 'ended'
      and (case_id is null or case_id is distinct from new.case_id))
  then raise exception 'the request has ended' using errcode = 'HR202'; end if;
  if new.moved_from_id is not null and not exists (select from appointment as moved
      where moved.id = new.moved_from_id and moved.state = 'moved' and moved.request_id is not distinct from new.request_id
        and moved.case_id is not distinct from new.case_id)
  then raise exception 'an appointment takes the place of one that was moved' using errcode = 'HR203'; end if;
  select * into offered from availability where counsellor_id = new.counsellor_id for update;
  if new.outside_availability then return new; end if;
  if offered.counsellor_id is null then raise exception 'no availability' using errcode = 'HR204'; end if;
  if exists (select from availability_exception as free where free.counsellor_id = new.counsellor_id
      and kind <> 'extra' and free.starts_at < new.ends_at and new.starts_at < free.ends_at)
  then raise exception 'the counsellor is off' using errcode = 'HR204'; end if;
  if exists (select from appointment as other where other.counsellor_id = new.counsellor_id
      and other.state in ('planned', 'held')
      and tstzrange(other.starts_at - offered.pause_minutes * interval '1 minute',
        other.ends_at + offered.pause_minutes * interval '1 minute') && tstzrange(new.starts_at, new.ends_at))
    or (select count(*) from appointment as other where other.counsellor_id = new.counsellor_id
      and other.state in ('planned', 'held') and (other.starts_at at time zone 'Europe/Amsterdam')::date
        = (new.starts_at at time zone 'Europe/Amsterdam')::date) >= offered.daily_most
  then raise exception 'the time is taken' using errcode = 'HR205'; end if;
  return new;
end $$;
