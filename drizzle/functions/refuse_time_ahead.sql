-- Refuses a moment that has not come: what clears away believes no clock that runs ahead.
create or replace function handreiking.refuse_time_ahead(moment timestamptz) returns void language plpgsql
  set search_path = handreiking, pg_temp as $$
begin
  if moment is null or moment > latest_moment()
  then raise exception 'that time has not come' using errcode = 'HR140'; end if;
end $$;
