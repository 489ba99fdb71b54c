/**
 * Whether a request comes from a page of this service. One of the two headers has to say so: a browser sends them,
 * and whoever sends neither has no need of a cookie.
 */
export function comesFromOwnPage(headers: Headers, issuer: string): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin === null && site === null) return false;
  return (origin === null || origin === issuer) && (site === null || site === "same-origin");
}
