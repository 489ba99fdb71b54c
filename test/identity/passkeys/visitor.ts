import { expect } from "vitest";
import { type Authenticator, createAuthenticator, type Departure } from "../../world/authenticator.ts";
import { issuer, type Person, type World } from "../../world/world.ts";

/** A browser at the pages of sign-in: it keeps cookies, and asks as the pages' script does. */
export function createVisitor(world: World) {
  const cookies = new Map<string, string>();
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    origin: issuer,
    "sec-fetch-site": "same-origin",
  });

  async function ask(path: string, body: unknown, more: Record<string, string> = {}) {
    const response = await world.app.request(`${issuer}/sign-in/passkey${path}`, {
      method: "POST",
      headers: { ...headers(), "content-type": "application/json", ...more },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  return {
    cookies,
    ask,
    page: (path: string, more: Record<string, string> = {}) =>
      world.app.request(`${issuer}/sign-in/passkey${path}`, { headers: { ...headers(), ...more } }),
    /** The person who is signed in here. */
    as: ({ cookie: _, ...person }: Person): Person => ({ ...person, cookie: headers().cookie }),
    /** Makes a passkey on an invitation. */
    async accept(token: string, authenticator: Authenticator, departure?: Departure) {
      const { body } = await ask("/invitation/challenge", { token });
      expect(body).toHaveProperty("options");
      return ask("/invitation", { token, name: "Laptop", made: authenticator.make(body.options, departure) });
    },
    /** Makes another one, signed in. */
    async add(authenticator: Authenticator, departure?: Departure) {
      const { body, ...answer } = await ask("/mine/challenge", {});
      if (!body.options) return { body, ...answer };
      return ask("/mine", { name: "Telefoon", made: authenticator.make(body.options, departure) });
    },
    /** Signs in. */
    async signIn(authenticator: Authenticator, departure?: Departure) {
      const { body } = await ask("/challenge", {});
      return ask("", authenticator.sign(body.options, departure));
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

export const tokenIn = (link: string) => new URL(link).hash.slice(1);

/** Invites a member, as an administrator of the same participant. */
export async function invite(world: World, { memberId, participantId, clientId }: Person, by?: Person) {
  const administrator = by ?? (await world.member({ id: participantId, clientId }, "administrator"));
  const { status, body } = await world.as(administrator).post(`/members/${memberId}/invitations`);
  expect(status).toBe(201);
  return { id: body.id as string, token: tokenIn(body.link), administrator, body };
}

/** A member who has made a passkey, in the browser where it was made. */
export async function registered(world: World, person: Person, authenticator = createAuthenticator(issuer)) {
  const { token } = await invite(world, person);
  const visitor = createVisitor(world);
  expect(await visitor.accept(token, authenticator)).toMatchObject({ status: 200 });
  return { visitor, authenticator, person: visitor.as(person) };
}
