import type { Role } from "../../permissions.ts";
import type { IdentityProviderRow } from "../schema.ts";
import type { Refusal } from "./refusals.ts";

/** Who somebody is, as far as the provider's configuration takes its word. */
export interface Assertion {
  subject: string;
  /** What the member claim says: who they are when they first come. */
  expected: string;
  /** Where the provider tells them. */
  roles?: Role[];
  name?: string;
}

type Claims = Readonly<Record<string, unknown>>;
type Terms = Pick<
  IdentityProviderRow,
  "memberClaim" | "requiredAcr" | "requiredAmr" | "roleClaim" | "roleMapping"
>;

/** Reads the claims of an ID token that was found genuine. */
export function readAssertion(terms: Terms, claims: Claims): Assertion | Refusal {
  if (!isStrong(terms, claims)) return "not-strong";
  const [subject, expected] = [textOf(claims.sub), textOf(claims[terms.memberClaim])];
  if (!subject || !expected) return "unknown-person";
  if (terms.memberClaim === "email" && claims.email_verified !== true) return "unknown-person";
  const name = textOf(claims.name);
  const roles = terms.roleClaim === null ? undefined : rolesOf(terms, claims[terms.roleClaim]);
  if (roles?.length === 0) return "no-role";
  return { subject, expected, ...(roles && { roles }), ...(name && { name }) };
}

const textOf = (value: unknown) =>
  typeof value === "string" && value.length > 0 && value.length <= 255 && value.isWellFormed()
    ? value
    : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function isStrong({ requiredAcr, requiredAmr }: Terms, { acr, amr }: Claims): boolean {
  const strong = requiredAcr.length === 0 || (typeof acr === "string" && requiredAcr.includes(acr));
  const means = Array.isArray(amr) ? amr : [];
  return strong && (requiredAmr.length === 0 || requiredAmr.some((needed) => means.includes(needed)));
}

function rolesOf({ roleMapping }: Terms, told: unknown): Role[] {
  const values = listOf(told);
  const granted = roleMapping.filter(({ value }) => values.includes(value)).flatMap(({ roles }) => roles);
  return [...new Set(granted)];
}
