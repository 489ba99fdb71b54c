-- Writes a version of each row that a statement changed, and which entries that changes. The arguments of its
-- triggers are the entry that a row is part of, as SQL over the row `r`. The actor is whom the transaction names.
create or replace function handreiking.keep_versions() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $body$
declare
  actor jsonb := coalesce(nullif(current_setting('handreiking.actor', true), ''), '{}')::jsonb;
begin
  execute format($query$
    with written as (
      insert into directory_version (entity, record_id, root_entity, root_id, change, fields, content, at,
        participant_id, actor_kind, actor_id, on_behalf_of)
      select %1$L, r.id, %2$s, %3$s, told.change, told.fields, to_jsonb(r), $2,
        actor_participant(), $1 ->> 'kind', ($1 ->> 'id')::uuid, ($1 ->> 'onBehalfOf')::uuid
      from %4$s
      returning entity, record_id, root_entity, root_id, change)
    insert into directory_change as earlier (entity, record_id, change, at)
    select root_entity, root_id, coalesce(max(change) filter (where entity = root_entity and record_id = root_id),
      'changed'), $2
    from written where root_id is not null and root_entity is not null group by root_entity, root_id
    on conflict (transaction, entity, record_id) where number is null do update set change = excluded.change
    where excluded.change = 'deleted' or earlier.change = 'changed' and excluded.change = 'created'
    $query$, tg_table_name, tg_argv[0], tg_argv[1], case tg_op
      when 'INSERT' then $$new_rows as r cross join (values ('created', null::text[])) as told (change, fields)$$
      when 'DELETE' then $$old_rows as r cross join (values ('deleted', null::text[])) as told (change, fields)$$
      -- A time of the last change tells nothing by itself.
      else $$new_rows as r join old_rows as o on o.id = r.id cross join lateral (
          select case when to_jsonb(r) ->> 'deleted_at' is null then 'changed' else 'deleted' end as change,
            array_agg(key order by key) as fields
          from jsonb_each(to_jsonb(r)) where value is distinct from to_jsonb(o) -> key and key <> 'last_modified')
        as told where told.fields is not null$$
      end)
    using actor, coalesce((actor ->> 'at')::timestamptz, now());
  return null;
end $body$;
