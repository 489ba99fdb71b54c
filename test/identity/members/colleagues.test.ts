import { expect } from "vitest";
import { type Person, test, type World } from "../../world/world.ts";

async function colleaguesOf(world: World, person: Person, query = ""): Promise<string[]> {
  const { status, body } = await world.as(person).get(`/colleagues${query}`);
  expect(status).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
}

test("a counsellor finds the colleagues to whom work can be given, and no other organization's", async ({
  world,
}) => {
  const ilse = await world.member(world.helpline, "counsellor");
  const ans = await world.member(world.helpline, "intake");
  const jan = await world.signIn(await world.member(world.helpline, "administrator"));
  const ids = (...people: Person[]) => people.map(({ memberId }) => memberId).sort();
  expect((await colleaguesOf(world, world.eva)).sort()).toEqual(ids(world.eva, ilse, ans, jan));
  expect((await colleaguesOf(world, ans, "?role=counsellor")).sort()).toEqual(ids(world.eva, ilse));
  expect((await world.as(jan).put(`/members/${ilse.memberId}/suspension`)).status).toBe(200);
  expect(await colleaguesOf(world, ans, "?role=counsellor")).toEqual(ids(world.eva));
});

test("colleagues come a page at a time, each once, under the same question only", async ({ world }) => {
  for (let count = 0; count < 3; count++) await world.member(world.helpline, "counsellor");
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const query = `?role=counsellor&pageSize=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await world.as(world.eva).get(`/colleagues${query}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
    const other = await world
      .as(world.eva)
      .get(`/colleagues?pageSize=2&cursor=${encodeURIComponent(cursor)}`);
    expect(other.status).toBe(400);
  }
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});
