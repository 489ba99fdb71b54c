import type { Sample, Sampling } from "../all-operations/samples.ts";
import type { Person, World } from "../world/world.ts";

const get = (path: string, named?: string): Sample => ({ method: "GET", path, ...(named && { named }) });

const atHelpline = (make: (world: World) => Sample | Promise<Sample>): Sampling => ({
  side: "helpline",
  make: async (world) => make(world),
});

/** A counsellor of the helpline. */
const aColleague = async (world: World) => (await world.member(world.helpline, "counsellor")).memberId ?? "";

/** The headers that a change of the member takes. */
async function memberTag(world: World, id: string): Promise<Record<string, string>> {
  const { headers } = await world.as(world.system(world.helpline)).get(`/members/${id}`);
  return { "if-match": headers.get("etag") ?? "" };
}

/** Lets the helpline have a provider, and answers the headers that a change of it takes. */
async function aProvider(world: World): Promise<Record<string, string>> {
  const system = world.as(world.system(world.helpline));
  const before = await system.get("/identity-provider");
  if (before.status === 200) return { "if-match": before.headers.get("etag") ?? "" };
  const body = { issuer: "https://inloggen.example.org", clientId: "handreiking" };
  const { headers } = await system.put("/identity-provider", body);
  return { "if-match": headers.get("etag") ?? "" };
}

async function aLinkedColleague(world: World): Promise<string> {
  const id = await aColleague(world);
  const body = { expected: `${id}@helplijn.example` };
  await world.as(world.system(world.helpline)).put(`/members/${id}/identity`, body);
  return id;
}

/** The newest of the person's sessions. */
async function newestSession(world: World, by: Person): Promise<string> {
  const signedIn = by.cookie ? by : await world.signIn(by);
  return (await world.as(signedIn).get("/sessions")).body.items[0].id;
}

/** One right request for every operation on members, how they sign in, and their sessions. */
export const peopleSamples: Record<string, Sampling> = {
  getMember: atHelpline(async (world) => {
    const id = await aColleague(world);
    return get(`/members/${id}`, id);
  }),
  changeMember: atHelpline(async (world) => {
    const id = await aColleague(world);
    const body = { name: "Ilse Bakker", roles: ["intake"] };
    return { method: "PUT", path: `/members/${id}`, body, headers: await memberTag(world, id), named: id };
  }),
  suspendMember: atHelpline(async (world) => {
    const id = await aColleague(world);
    return { method: "PUT", path: `/members/${id}/suspension`, named: id };
  }),
  reinstateMember: atHelpline(async (world) => {
    const id = await aColleague(world);
    await world.as(world.system(world.helpline)).put(`/members/${id}/suspension`);
    return { method: "DELETE", path: `/members/${id}/suspension`, named: id };
  }),
  getIdentityProvider: atHelpline(async (world) => {
    await aProvider(world);
    return get("/identity-provider");
  }),
  keepIdentityProvider: atHelpline(async (world) => {
    const headers = await aProvider(world);
    const body = { issuer: "https://inloggen.example.org", clientId: "handreiking" };
    return { method: "PUT", path: "/identity-provider", body, headers, subject: world.helpline.id };
  }),
  removeIdentityProvider: atHelpline(async (world) => {
    const headers = await aProvider(world);
    return { method: "DELETE", path: "/identity-provider", headers, subject: world.helpline.id };
  }),
  getMemberIdentity: atHelpline(async (world) => {
    const id = await aLinkedColleague(world);
    return get(`/members/${id}/identity`, id);
  }),
  linkMember: atHelpline(async (world) => {
    const id = await aColleague(world);
    const body = { expected: `${id}@helplijn.example` };
    return { method: "PUT", path: `/members/${id}/identity`, body, named: id, subject: id };
  }),
  unlinkMember: atHelpline(async (world) => {
    const id = await aLinkedColleague(world);
    return { method: "DELETE", path: `/members/${id}/identity`, named: id, subject: id };
  }),
  listSessions: atHelpline(() => get("/sessions")),
  endSession: {
    side: "helpline",
    async make(world, by) {
      const id = await newestSession(world, by);
      return { method: "DELETE", path: `/sessions/${id}`, named: id, subject: id };
    },
  },
  endSessions: {
    side: "helpline",
    make: async (world, by) => ({
      method: "DELETE",
      path: "/sessions",
      subject: await newestSession(world, by),
    }),
  },
};
