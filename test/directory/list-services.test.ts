import { expect } from "vitest";
import { test, type World } from "../world/world.ts";
import { organizationId } from "./entries.ts";

interface Listed {
  id: string;
  name: string;
  organization: { name: string };
}

async function list(world: World, query: string): Promise<Listed[]> {
  const answer = await world.as(world.eva).get(`/services?pageSize=100${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items;
}
const names = (listed: Listed[]) => listed.map(({ organization }) => organization.name);

test("every service is listed once", async ({ world }) => {
  const listed = await list(world, "");
  expect(listed.length).toBeGreaterThanOrEqual(34);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
});

test("pages hold every service once, and name the next one", async ({ world }) => {
  const whole = await list(world, "&domain=legal");
  const paged: Listed[] = [];
  for (let path: string | undefined = "/services?pageSize=2&domain=legal"; path; ) {
    const { body, headers } = await world.as(world.eva).get(path);
    paged.push(...body.items);
    const link: string | undefined = headers.get("link")?.match(/^<(.*)>; rel="next"$/)?.[1];
    expect(link === undefined).toBe(body.nextCursor === undefined);
    path = link?.replace(/^\/v1/, "");
  }
  expect(paged).toEqual(whole);
});

test("a topic stands for its narrower ones too", async ({ world }) => {
  const broad = await list(world, "&topic=psychological-abuse");
  expect(names(broad)).toContain("SMPR");
  const narrow = await list(world, "&topic=spiritual-abuse");
  expect(new Set(names(narrow))).toEqual(
    new Set(["SMPR", "Meldpunt Misbruik (SMKR)", "Stichting Evangelisch Meldpunt"]),
  );
});

test("several topics widen the list", async ({ world }) => {
  const both = await list(world, "&topic=compensation&topic=peer-support");
  expect(new Set(names(both))).toEqual(
    new Set(["Slachtofferhulp Nederland", "Schadefonds Geweldsmisdrijven", "Reclaimed Voices"]),
  );
});

test("a topic that no taxonomy holds matches nothing", async ({ world }) => {
  expect(await list(world, "&topic=no-such-topic")).toEqual([]);
});

test("filters narrow each other", async ({ world }) => {
  expect(names(await list(world, "&channel=whatsapp&audience=professional"))).toEqual(["FairWork"]);
  const closed = await list(world, "&status=temporarily%20closed");
  expect(names(closed)).toContain("Informatie- en Adviescentrum inzake Schadelijke Sektarische Organisaties");
  expect(names(closed)).not.toContain("FairWork");
  const slachtofferhulp = await organizationId(world, "Slachtofferhulp Nederland");
  expect(await list(world, `&organizationId=${slachtofferhulp}`)).toHaveLength(3);
});

test("services that take handoffs can be listed apart", async ({ world }) => {
  const receiving = await list(world, "&receivesHandoffs=true");
  expect(receiving.map(({ id }) => id)).toContain(world.bridge.serviceId);
  const others = await list(world, "&receivesHandoffs=false");
  expect(others.map(({ id }) => id)).not.toContain(world.bridge.serviceId);
  expect(others.map(({ id }) => id)).toContain(world.helpline.serviceId);
});

for (const query of ["q=sekte", "words=sekte", "domain=police", "receivesHandoffs=yes", "topic=Geweld!"])
  test(`?${query} is refused`, async ({ world }) => {
    expect(await world.as(world.eva).get(`/services?${query}`)).toMatchObject({ status: 400 });
  });

test("a cursor is good for its own filters only", async ({ world }) => {
  const { body } = await world.as(world.eva).get("/services?pageSize=1&domain=legal");
  const other = await world.as(world.eva).get(`/services?pageSize=1&domain=care&cursor=${body.nextCursor}`);
  expect(other).toMatchObject({ status: 400, body: { errors: [{ in: "query", pointer: "cursor" }] } });
});
