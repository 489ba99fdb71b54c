import { expect } from "vitest";
import { sharingTest as test } from "../../world/world.ts";
import { serviceId } from "../entries.ts";
import { nullsIn, openHsds, seed } from "./world.ts";

const lists = ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"];
const nobody = "00000000-0000-4000-8000-00000000dead";

for (const list of lists) {
  test(`/${list} answers pages, and each of its records by id`, async ({ world }) => {
    const { get, ask } = openHsds(world);
    const page = await get(`/${list}?per_page=100`);
    expect(page).toMatchObject({ page_number: 1, size: page.contents.length, empty: false });
    expect(await get(`/${list}/${page.contents[0].id}`)).toMatchObject({ id: page.contents[0].id });
    expect(await ask(`/${list}/${nobody}`)).toMatchObject({ status: 404, type: "application/problem+json" });
    expect((await ask(`/${list}/no-uuid`)).body.errors).toEqual([
      { in: "path", pointer: "id", detail: "must be a UUID" },
    ]);
  });

  test(`the pages of /${list} hold each record once`, async ({ world }) => {
    const { get } = openHsds(world);
    const { total_items: total } = await get(`/${list}?per_page=1`);
    const perPage = Math.min(500, Math.ceil(total / 4));
    const ids = new Set<string>();
    for (let page = 1; page <= Math.ceil(total / perPage); page++)
      for (const { id } of (await get(`/${list}?per_page=${perPage}&page=${page}`)).contents) ids.add(id);
    expect(ids.size).toBe(total);
    expect(await get(`/${list}?page=999999`)).toMatchObject({
      empty: true,
      contents: [],
      total_items: total,
    });
  });

  test(`POST /${list} takes its parameters in a body`, async ({ world }) => {
    const { ask, get } = openHsds(world);
    const posted = await ask(`/${list}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ per_page: 1, page: 2 }),
    });
    expect(posted.body).toEqual(await get(`/${list}?per_page=1&page=2`));
  });

  test(`/${list} as ndjson is all records, one a line`, async ({ world }) => {
    const { app, get } = openHsds(world);
    const response = await app.request(`/hsds/${list}?format=ndjson`);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await response.text()).trimEnd().split("\n");
    const page = await get(`/${list}?per_page=30`);
    expect(lines).toHaveLength(page.total_items);
    expect(lines.slice(0, 30).map((line) => JSON.parse(line))).toEqual(page.contents);
  });
}

test("nothing is null, at any depth", async ({ world }) => {
  const { get } = openHsds(world);
  for (const list of ["services", "organizations", "service_at_locations"])
    expect(nullsIn((await get(`/${list}?full=true&per_page=100`)).contents)).toEqual([]);
});

test("parameters combine: a record matches all of them", async ({ world }) => {
  await seed(world);
  const { get } = openHsds(world);
  const id = await serviceId(world, "Hulp bij schadevergoeding");
  const { attributes, organization_id: organization } = await get(`/services/${id}`);
  const term = attributes[0].taxonomy_term;
  const ids = async (query: string) =>
    (await get(`/services?${query}`)).contents.map((each: { id: string }) => each.id);
  expect(await ids(`taxonomy_term_id=${term.id}&organization_id=${organization}`)).toContain(id);
  expect(await ids(`taxonomy_id=${term.taxonomy_id}&organization_id=${organization}`)).toContain(id);
  const found = await ids(
    `search=schadevergoeding&organization_id=${organization}&taxonomy_term_id=${term.id}`,
  );
  expect(found).toContain(id);
  expect(await ids(`taxonomy_term_id=${term.id}&organization_id=${nobody}`)).toEqual([]);
  expect(await ids(`modified_after=2999-01-01T00:00:00Z&taxonomy_term_id=${term.id}`)).toEqual([]);
  expect(await ids("search=zzqxwvkjplokmijn")).toEqual([]);
});

test("minimal is an id and a date for every service, on one page", async ({ world }) => {
  const {
    total_items: total,
    total_pages: pages,
    contents,
  } = await openHsds(world).get("/services?minimal=true");
  expect([pages, contents.length]).toEqual([1, total]);
  for (const service of contents) expect(Object.keys(service)).toEqual(["id", "modified_date"]);
});

test("terms are asked for by parent, or at the top", async ({ world }) => {
  const { get } = openHsds(world);
  const { contents } = await get("/taxonomy_terms?per_page=100");
  const child = contents.find((term: { parent_id?: string }) => term.parent_id);
  const under = await get(`/taxonomy_terms?parent_id=${child.parent_id}`);
  for (const term of under.contents) expect(term.parent_id).toBe(child.parent_id);
  for (const term of (await get("/taxonomy_terms?top_only=true")).contents)
    expect(term.parent_id).toBeUndefined();
});

test("an organization shows its services in full when they are asked for", async ({ world }) => {
  await seed(world);
  const { get } = openHsds(world);
  const service = await get(`/services/${await serviceId(world, "Gratis juridisch advies")}`);
  const [shown] = (await get(`/organizations/${service.organization_id}?full_service=true`)).services;
  const { organization: _, ...alone } = service;
  expect(shown).toEqual(alone);
  expect((await get(`/organizations/${service.organization_id}`)).services).toBeUndefined();
});

test("every fault of the parameters is named, and none repeated", async ({ world }) => {
  const { status, type, body } = await openHsds(world).ask("/services?page=0&full=perhaps&secretword=1");
  expect([status, type]).toEqual([400, "application/problem+json"]);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["page", "full", ""]);
  expect(JSON.stringify(body)).not.toContain("secretword");
});

test("what was asked for is in no log", async ({ world }) => {
  await openHsds(world).get("/services?search=geheimwoord");
  expect(JSON.stringify(world.logged)).not.toContain("geheimwoord");
});
