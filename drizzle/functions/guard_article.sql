-- Readers become more until all are gone at once; versions are never gone back to.
create or replace function handreiking.guard_article() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then raise exception 'the article was withdrawn' using errcode = 'HR150'; end if;
  if array_position(array['helpline', 'network', 'public'], new.audience)
      < array_position(array['helpline', 'network', 'public'], old.audience)
    or new.newest < old.newest or coalesce(new.shown, 0) < coalesce(old.shown, 0)
  then raise exception 'an article goes forward only' using errcode = 'HR151'; end if;
  return new;
end $$;
