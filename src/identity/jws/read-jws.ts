import { fromBase64Url } from "../../platform/keys/crypto.ts";

export interface UnverifiedJws {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

const longest = 4096;

/** Header and claims of a compact JWS, before its signature is checked. Answers undefined for what is none. */
export function readJws(token: string): UnverifiedJws | undefined {
  if (token.length > longest || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return undefined;
  const [header, claims] = token.split(".").map(objectIn);
  // No extension is understood here, so none may be critical (RFC 7515, section 4.1.11).
  return header && claims && !("crit" in header) ? { header, claims } : undefined;
}

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(fromBase64Url(part));
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
