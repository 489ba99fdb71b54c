import { breaking } from "../mutant.ts";

const suspended = breaking("identity", "test/identity/suspensions.test.ts");
const token = breaking("identity", "test/identity/authenticate.test.ts");
const acting = breaking("identity", "test/identity/acting-for.test.ts");
const bound = breaking("identity", "test/identity/dpop/");
const asserted = breaking("identity", "test/identity/assertion/", "test/identity/oauth.test.ts");
const session = breaking("identity", "test/identity/sessions/sessions.test.ts");
const proposal = breaking("identity", "test/identity/proposals/proposals.test.ts");
const invitation = breaking("identity", "test/identity/passkeys/invitations.test.ts");
const passkey = breaking("identity", "test/identity/passkeys/sign-in.test.ts");
const provider = breaking(
  "identity",
  "test/identity/sign-in/forged.test.ts",
  "test/identity/sign-in/pages.test.ts",
  "test/identity/sign-in/assertion.test.ts",
  "test/identity/sign-in/real-provider.test.ts",
);
const walls = breaking("identity", "test/walls/clients.test.ts");

export const ofIdentity = [
  acting.sql(
    "a system acts for a member of another participant",
    "find_actor",
    "member.id = acting_member and member.participant_id = client.participant_id",
    "member.id = acting_member",
  ),
  acting.sql(
    "a system acts for a member who does not exist",
    "find_actor",
    "and (acting_member is null or member.id is not null)",
    "",
  ),
  suspended.sql("a suspended member goes on acting", "find_actor", "and member.suspended_at is null", ""),
  suspended.sql("a suspended client goes on acting", "find_actor", "and client.suspended_at is null", ""),
  suspended.sql(
    "a suspended participant goes on acting",
    "find_actor",
    "and participant.suspended_at is null",
    "",
  ),
  suspended.sql("a revoked key goes on working", "find_actor", "and client_key.revoked_at is null", ""),
  suspended.sql(
    "a key that has run out goes on working",
    "find_actor",
    "and coalesce(client_key.expires_at > moment, true)",
    "",
  ),
  asserted.sql(
    "a token is given for a member of another participant",
    "find_client",
    "member.id = acting_member and member.participant_id = client.participant_id",
    "member.id = acting_member",
  ),
  token.code(
    "a token for another interface is taken",
    "identity/authenticate.ts",
    "audience: audienceOf(signing.issuer),",
    "",
  ),
  suspended.code(
    "a token gives more than its client still has",
    "identity/authenticate.ts",
    'claims.scope.split(" ").filter((scope) => held.scopes.includes(scope));',
    'claims.scope.split(" ");',
  ),
  token.code(
    "a token that was seen before is taken after its end",
    "identity/authenticate.ts",
    "if (before && before.exp * 1000 > now().getTime()) return before.claims;",
    "if (before) return before.claims;",
  ),
  bound.code(
    "a token that is bound to a key is taken without it",
    "identity/authenticate.ts",
    'if (bound !== (claims.cnf !== undefined)) refuseCredentials(credentials, "invalid_token");',
    "",
  ),
  bound.code(
    "a proof by another key is taken",
    "identity/authenticate.ts",
    "if (bound && (!proof || proof.jkt !== claims.cnf?.jkt))",
    "if (bound && !proof)",
  ),
  bound.code(
    "a proof is used twice",
    "identity/authenticate.ts",
    "if (proof && !(await proof.useUp(held.participantId)))",
    "if (proof && !(await proof.useUp(held.participantId)) && bound === undefined)",
  ),
  bound.code(
    "a proof for another token is taken",
    "identity/dpop/read-proof.ts",
    "if (ath !== undefined && claims.ath !== ath) return undefined;",
    "",
  ),
  bound.code(
    "an old proof is taken",
    "identity/dpop/read-proof.ts",
    "if (age > longestAge || age < -clockSkew) return undefined;",
    "if (age < -clockSkew) return undefined;",
  ),
  asserted.code(
    "an assertion for another service is taken",
    "identity/assertion/read-assertion.ts",
    "if (iss !== sub || !audiences.includes(aud)) return undefined;",
    "if (iss !== sub) return undefined;",
  ),
  asserted.code(
    "an assertion lives for as long as it likes",
    "identity/assertion/read-assertion.ts",
    "if (exp <= seconds || exp <= iat || exp - iat > longestLife) return undefined;",
    "if (exp <= seconds || exp <= iat) return undefined;",
  ),
  asserted.code(
    "an assertion is used twice",
    "identity/used/use-up.ts",
    "return kept.length === 1;",
    "return kept.length < 2;",
  ),
  session.sql(
    "a session lasts longer than it may",
    "find_session",
    "and session.expires_at > moment and session.seen_at > since",
    "and session.seen_at > since",
  ),
  session.sql(
    "a session that nobody used for long goes on",
    "find_session",
    "and session.expires_at > moment and session.seen_at > since",
    "and session.expires_at > moment",
  ),
  session.sql("a session that was ended goes on", "find_session", "and session.ended_at is null", ""),
  session.code(
    "a page of another origin acts for whoever is signed in",
    "identity/authenticate.ts",
    "if (!safeMethods.has(method) && !comesFromOwnPage(headers, issuer)) fail(foreignOrigin);",
    "",
  ),
  proposal.code(
    "who proposed it confirms it",
    "identity/proposals/confirm-proposal.ts",
    "if (proposal.proposedBy === person) fail(secondPersonNeeded);",
    "if (proposal.proposedBy === proposal.id) fail(secondPersonNeeded);",
  ),
  proposal.code(
    "a proposal is confirmed when its time is over",
    "identity/proposals/decide.ts",
    "if (proposal.expiresAt <= now) fail(proposalExpired);",
    "",
  ),
  proposal.code(
    "what a proposal changes has changed meanwhile",
    "identity/proposals/confirm-proposal.ts",
    "if (!isDeepStrictEqual(plain(standing), before)) fail(proposalOutdated);",
    "",
  ),
  invitation.sql(
    "an invitation works when its time is over",
    "find_invitation",
    "and invitation.expires_at > moment",
    "",
  ),
  invitation.code(
    "who invited approves it too",
    "identity/passkeys/approve-invitation.ts",
    "if (approvedBy === invitation.invitedBy || approvedBy === invitation.memberId) fail(approverUnfit);",
    "if (approvedBy === invitation.memberId) fail(approverUnfit);",
  ),
  passkey.sql(
    "the passkey of a suspended member signs in",
    "find_passkey",
    "or member.suspended_at is not null",
    "",
  ),
  passkey.code(
    "a passkey that was copied signs in",
    "identity/passkeys/sign-in-by-passkey.ts",
    "if (barred || !held || !counts) {",
    "if (barred || !held) {",
  ),
  provider.code(
    "whoever gets another's address at the provider becomes them",
    "identity/sign-in/recognize.ts",
    "is distinct from",
    "= any ('{}') is not true or 'x' <>",
  ),
  provider.code(
    "an address that nobody verified names a member",
    "identity/sign-in/assertion.ts",
    'if (terms.memberClaim === "email" && claims.email_verified !== true) return "unknown-person";',
    "",
  ),
  walls.schema(
    "an assertion is used twice, as far as the database minds",
    "alter table handreiking.used_assertion drop constraint used_assertion_client_id_jti_pk",
  ),
];
