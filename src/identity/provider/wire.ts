import { z } from "@hono/zod-openapi";
import { roles } from "../../permissions.ts";
import { isLoopbackUrl, isPublicUrl } from "../../platform/outside/address.ts";
import { line } from "../../platform/text/text.ts";
import { clientAuthentications, type IdentityProviderRow, type MemberIdentityRow } from "../schema.ts";

/** An issuer as OpenID Connect Discovery has it; which addresses are taken depends on where this service runs. */
export function isIssuer(value: string, loopback: boolean): boolean {
  if (!URL.canParse(value) || /[?#]/.test(value)) return false;
  const url = new URL(value);
  return isPublicUrl(url) || (loopback && isLoopbackUrl(url));
}

const value = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters");
const claim = z.string().regex(/^[\w:/.-]{1,100}$/, "must be the name of a claim");
const scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, "must be a scope (RFC 6749)");

const mapping = z.strictObject({
  value: line(200).openapi({
    description: "What the claim holds, as the provider says it",
    example: "hulplijn",
  }),
  roles: z
    .array(z.enum(roles))
    .min(1)
    .max(roles.length)
    .openapi({ description: "The roles that follow from it", example: ["counsellor"] }),
});

export const IdentityProvider = z
  .strictObject({
    issuer: line(500).openapi({
      description:
        "The provider's issuer identifier: https on its usual port, at a public address. Its metadata stand at `/.well-known/openid-configuration` below it",
      example: "https://inloggen.debrug.example/realms/medewerkers",
    }),
    clientId: value.openapi({
      description: "This service's client id at the provider",
      example: "handreiking",
    }),
    clientAuthentication: z.enum(clientAuthentications).default("private_key_jwt").openapi({
      description:
        "How this service proves itself there: by its signing key (`private_key_jwt`, EdDSA; the public half stands at `/oauth/jwks`), or not at all (`none`): then PKCE alone protects the code. No shared secret is kept",
      example: "private_key_jwt",
    }),
    scopes: z
      .array(scope)
      .max(20)
      .default([])
      .openapi({
        description: "What to ask for besides `openid`; the claims have to stand in the ID token",
        example: ["email"],
      }),
    memberClaim: claim.default("sub").openapi({
      description:
        "The claim that tells who signs in for the first time: an administrator enters each member's value. With `email` it has to be verified. From then on only the subject counts, which never passes on to another person",
      example: "email",
    }),
    requiredAcr: z
      .array(value)
      .max(20)
      .default([])
      .openapi({
        description: "How somebody has to have signed in there: one of these is the `acr`; empty for any",
        example: ["urn:etoegang:core:assurance-class:loa3"],
      }),
    requiredAmr: z
      .array(value)
      .max(20)
      .default([])
      .openapi({
        description: "By what means: one of these is among the `amr`; empty for any",
        example: ["mfa"],
      }),
    roleClaim: claim.optional().openapi({
      description:
        "The claim that tells what somebody does, as text or list: each sign-in sets the roles by it. Without it administrators give the roles",
      example: "groups",
    }),
    roleMapping: z
      .array(mapping)
      .max(100)
      .default([])
      .openapi({ description: "What the values of `roleClaim` mean here; whoever has none is refused" }),
    addsMembers: z.boolean().default(false).openapi({
      description:
        "Whether whoever signs in with a mapped role becomes a member without having been entered before. Only with `roleClaim`",
      example: false,
    }),
  })
  .refine(({ addsMembers, roleClaim }) => !addsMembers || roleClaim !== undefined, {
    path: ["addsMembers"],
    message: "must be false without roleClaim",
  })
  .refine(({ roleClaim, roleMapping }) => (roleClaim === undefined) === (roleMapping.length === 0), {
    path: ["roleMapping"],
    message: "must hold something exactly if there is a roleClaim",
  })
  .openapi("IdentityProvider", {
    description: "The OpenID Connect provider at which a participant's members sign in",
  });
export type IdentityProvider = z.output<typeof IdentityProvider>;

export function presentIdentityProvider(row: IdentityProviderRow): IdentityProvider {
  return {
    issuer: row.issuer,
    clientId: row.clientId,
    clientAuthentication: row.clientAuthentication,
    scopes: row.scopes,
    memberClaim: row.memberClaim,
    requiredAcr: row.requiredAcr,
    requiredAmr: row.requiredAmr,
    ...(row.roleClaim !== null && { roleClaim: row.roleClaim }),
    roleMapping: row.roleMapping.map(({ value: told, roles: given }) => ({ value: told, roles: given })),
    addsMembers: row.addsMembers,
  };
}

export const NewMemberIdentity = z
  .strictObject({
    expected: line(200).openapi({
      description:
        "What the provider's `memberClaim` says of this person. Check it with the person: whoever the provider says it of signs in as them",
      example: "noor@debrug.example",
    }),
  })
  .openapi("NewMemberIdentity");
export type NewMemberIdentity = z.output<typeof NewMemberIdentity>;

export const MemberIdentity = z
  .object({
    expected: z.string().openapi({
      description: "What the provider's `memberClaim` says of this person",
      example: "noor@debrug.example",
    }),
    pairedAt: z.iso.datetime().optional().openapi({
      description: "When they first signed in with it; absent while they have not",
      example: "2026-01-05T09:00:00.000Z",
    }),
  })
  .openapi("MemberIdentity", { description: "Who a member is to the participant's identity provider" });
export type MemberIdentity = z.input<typeof MemberIdentity>;

export function presentMemberIdentity({ expected, pairedAt }: MemberIdentityRow): MemberIdentity {
  return { expected, ...(pairedAt && { pairedAt: pairedAt.toISOString() }) };
}
