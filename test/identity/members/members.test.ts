import { describe, expect } from "vitest";
import { addMember, startSession } from "../../../src/identity/index.ts";
import type { Role } from "../../../src/permissions.ts";
import { ownerOf } from "../../world/database.ts";
import { type Person, test, type World } from "../../world/world.ts";

const administrator = async (world: World) =>
  world.signIn(await world.member(world.helpline, "administrator"));
const path = (person: Person) => `/members/${person.memberId}`;

async function change(world: World, by: Person, of: Person, roles: Role[], name = "Somebody") {
  const { headers } = await world.as(by).get(path(of));
  return world.as(by).put(path(of), { name, roles }, { "if-match": headers.get("etag") ?? "" });
}

describe("an administrator", () => {
  test("gives a colleague another name and other roles, which hold from the next request", async ({
    world,
  }) => {
    const [jan, eva] = [await administrator(world), await world.signIn(world.eva)];
    const changed = await change(world, jan, eva, ["intake"], "Eva Smit");
    expect(changed).toMatchObject({ status: 200, body: { name: "Eva Smit", roles: ["intake"] } });
    expect((await world.as(eva).post("/cases", { relation: "harmed", language: "nl" })).status).toBe(403);
    expect((await world.as(eva).get("/sessions")).status).toBe(200);
    expect(await world.audited(world.helpline.id, eva.memberId ?? "")).toContain("member.changed");
  });

  test("changes nothing, and leaves no entry, with what stands there already", async ({ world }) => {
    const jan = await administrator(world);
    const eva = await world.member(world.helpline, "counsellor");
    expect((await change(world, jan, eva, ["counsellor"])).status).toBe(200);
    expect(await world.audited(world.helpline.id, eva.memberId ?? "")).toEqual(["member.added"]);
  });

  test("names the version that the change is of, and loses nobody's change", async ({ world }) => {
    const jan = await administrator(world);
    const body = { name: "Eva Smit", roles: ["intake"] };
    expect((await world.as(jan).put(path(world.eva), body)).status).toBe(428);
    const { headers } = await world.as(jan).get(path(world.eva));
    const version = { "if-match": headers.get("etag") ?? "" };
    expect((await world.as(jan).put(path(world.eva), body, version)).status).toBe(200);
    const late = await world.as(jan).put(path(world.eva), { ...body, roles: ["counsellor"] }, version);
    expect(late.status).toBe(412);
  });

  test("suspends a colleague, whose every way in closes at once", async ({ world }) => {
    const [jan, eva] = [await administrator(world), await world.signIn(world.eva)];
    const suspended = await world.as(jan).put(`${path(eva)}/suspension`);
    expect(suspended).toMatchObject({ status: 200, body: { suspended: true } });
    expect((await world.as(eva).get("/sessions")).status).toBe(401);
    expect((await world.as(world.eva).get("/tasks")).status).toBe(401);
    const { participantId, memberId = "" } = world.eva;
    await expect(
      startSession(
        { ...world.platform, db: ownerOf(world.database) },
        { participantId, memberId, method: "passkey" },
      ),
    ).rejects.toThrow("unauthenticated");
    expect((await world.as(jan).put(`${path(eva)}/suspension`)).status).toBe(200);
    const entries = await world.audited(world.helpline.id, memberId);
    expect(entries.filter((action) => action === "member.suspended")).toHaveLength(1);
  });

  test("takes a colleague back, whose former sessions stay ended", async ({ world }) => {
    const [jan, eva] = [await administrator(world), await world.signIn(world.eva)];
    await world.as(jan).put(`${path(eva)}/suspension`);
    const back = await world.as(jan).send("DELETE", `${path(eva)}/suspension`);
    expect(back).toMatchObject({ status: 200, body: { suspended: false } });
    expect((await world.as(eva).get("/sessions")).status).toBe(401);
    expect((await world.as(await world.signIn(world.eva)).get("/sessions")).status).toBe(200);
  });

  test("does not reach another organization's people", async ({ world }) => {
    const jan = await administrator(world);
    for (const answer of [
      await world.as(jan).get(path(world.noor)),
      await world.as(jan).put(`${path(world.noor)}/suspension`),
      await world.as(jan).send("DELETE", `${path(world.noor)}/suspension`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { type: "/problems/member-not-found" } });
    const noor = await world.signIn(world.noor);
    expect((await world.as(noor).get("/sessions")).status).toBe(200);
  });
});

describe("somebody always remains an administrator", () => {
  const last = { status: 409, body: { type: "/problems/last-administrator" } };

  test("who suspends nobody but others", async ({ world }) => {
    const [jan] = [await administrator(world), await administrator(world)];
    expect(await world.as(jan).put(`${path(jan)}/suspension`)).toMatchObject({
      status: 409,
      body: { type: "/problems/not-yourself" },
    });
  });

  test("also when it is the participant's system that asks", async ({ world }) => {
    const jan = await administrator(world);
    const system = world.system(world.helpline);
    expect(await world.as(system).put(`${path(jan)}/suspension`)).toMatchObject(last);
    expect(await change(world, system, jan, ["counsellor"])).toMatchObject(last);
    await addMember(world.hand(world.helpline.id), { name: "Piet", roles: ["administrator"] });
    expect((await world.as(system).put(`${path(jan)}/suspension`)).status).toBe(200);
  });

  test("who gives the role up only once another has it", async ({ world }) => {
    const jan = await administrator(world);
    expect(await change(world, jan, jan, ["counsellor"])).toMatchObject(last);
    await administrator(world);
    expect((await change(world, jan, jan, ["counsellor"])).status).toBe(200);
    expect((await world.as(jan).get("/members")).status).toBe(403);
  });

  test("when another one is suspended, that one does not count", async ({ world }) => {
    const [jan, piet] = [await administrator(world), await administrator(world)];
    await world.as(jan).put(`${path(piet)}/suspension`);
    expect(await change(world, jan, jan, ["counsellor"])).toMatchObject(last);
  });

  test("when two are about to suspend each other at the same moment", async ({ world }) => {
    for (let round = 0; round < 5; round++) {
      const helpline = await world.participant("Helplijn Twee", { sends: true });
      const [jan, piet] = await Promise.all([
        world.member(helpline, "administrator").then(world.signIn),
        world.member(helpline, "administrator").then(world.signIn),
      ]);
      const answers = await Promise.all([
        world.as(jan).put(`${path(piet)}/suspension`),
        world.as(piet).put(`${path(jan)}/suspension`),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });
});
