import { expect } from "vitest";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { rights } from "./rights.ts";

const granted = async (world: World): Promise<Record<string, string>> => {
  const found = await askAsOwner<{ table: string; rights: string | null }>(
    world.database,
    `select case nspname when 'keys' then 'keys.' else '' end || relname as table, (
        select string_agg(given, ' ' order by given collate "C") from (
          select lower(privilege_type) as given from aclexplode(relacl) as acl
            where acl.grantee in ('handreiking_app'::regrole, 0)
          union all select lower(acl.privilege_type) || '(' || string_agg(attname, ',' order by attname) || ')'
            from pg_attribute, aclexplode(attacl) as acl
            where attrelid = pg_class.oid and acl.grantee in ('handreiking_app'::regrole, 0)
            group by acl.privilege_type) as every) as rights
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname in ('handreiking', 'keys') and relkind in ('r', 'p', 'v', 'm', 'S')
        and not (relkind = 'S' and relacl is null)`,
  );
  return Object.fromEntries(found.map(({ table, rights: those }) => [table, those ?? ""]));
};

test("the service's login has the rights that stand here, column by column, and no others", async ({
  world,
}) => {
  expect(await granted(world)).toEqual(rights);
});

test("and one that is wider is found", async ({ world }) => {
  await askAsOwner(world.database, "grant update (expires_at) on handreiking.consent to handreiking_app");
  try {
    expect((await granted(world)).consent).toBe("insert select update(expires_at,withdrawn_at)");
  } finally {
    await askAsOwner(
      world.database,
      "revoke update (expires_at) on handreiking.consent from handreiking_app",
    );
  }
});
