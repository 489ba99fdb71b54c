/** The name of a cookie of this service. A browser takes the prefix over https only: plain http is loopback's. */
export const cookieName = (issuer: string, name: string): string =>
  issuer.startsWith("https:") ? `__Host-${name}` : name;

/** The value of a cookie; undefined if it is absent, or there twice: then another set one beside ours. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const [value, another] = (headers.get("cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return another === undefined ? value : undefined;
}

interface CookieRules {
  sameSite: "Strict" | "Lax";
  /** Seconds; until the browser closes where it is left out. */
  maxAge?: number;
}

/** A Set-Cookie header of a cookie that goes to this host alone, and that no script reads. */
export function writeCookie(
  issuer: string,
  name: string,
  value: string,
  { sameSite, maxAge }: CookieRules,
): string {
  return [
    `${cookieName(issuer, name)}=${value}`,
    "Path=/",
    ...(issuer.startsWith("https:") ? ["Secure"] : []),
    "HttpOnly",
    `SameSite=${sameSite}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join("; ");
}
