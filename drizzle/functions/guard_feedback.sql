-- Feedback is answered once.
create or replace function handreiking.guard_feedback() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null then raise exception 'the feedback has its answer' using errcode = 'HR152'; end if;
  return new;
end $$;
