-- A hand-over is answered once.
create or replace function handreiking.guard_hand_over() returns trigger language plpgsql as $$
begin
  if old.answer is not null then raise exception 'a hand-over is answered once' using errcode = 'HR302'; end if;
  if new.answer = 'returned' and new.answered_at > old.returnable_until
  then raise exception 'it is too late to give the case back' using errcode = 'HR302'; end if;
  return new;
end $$;
