import { fail, unauthenticated } from "../platform/http/problem.ts";
import { algorithms } from "./jws/algorithms.ts";

type Scheme = "Bearer" | "DPoP";

/** An access token and how it was sent (RFC 6750, section 2.1; RFC 9449, section 7.1). */
export interface Credentials {
  scheme: Scheme;
  token: string;
}

const longest = 4096;

/** What the request says of who asks; refuses one that says nothing, or anything but one token. */
export function credentialsOf({ headers }: Request): Credentials {
  const header = headers.get("authorization");
  // Two headers arrive as one with a comma, which no token holds.
  const [, bearer, token = ""] = /^(?:(bearer)|dpop) ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? "") ?? [];
  const credentials: Credentials = { scheme: bearer || !token ? "Bearer" : "DPoP", token };
  if (!token || token.length > longest) refuseCredentials(credentials, header ? "invalid_token" : undefined);
  return credentials;
}

/** Refuses with a challenge for each scheme; the one that was tried is told what was wrong, if anything was sent. */
export function refuseCredentials(
  { scheme }: Pick<Credentials, "scheme">,
  error: "invalid_token" | "invalid_dpop_proof" | undefined,
): never {
  const told = (of: Scheme) => (error && of === scheme ? `, error="${error}"` : "");
  const bearer = `Bearer realm="handreiking"${told("Bearer")}`;
  const dpop = `DPoP realm="handreiking", algs="${algorithms.join(" ")}"${told("DPoP")}`;
  return fail(unauthenticated, { headers: { "www-authenticate": `${bearer}, ${dpop}` } });
}
