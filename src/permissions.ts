import type { Actor, Context, Platform } from "./platform/context.ts";
import { defineProblem, fail } from "./platform/http/problem.ts";

/** Who may do what: the only place that says so. */
const permissionsOf = {
  intake: ["directory:read", "directory:correct", "tasks", "knowledge:read", "requests", "planning"],
  counsellor: [
    "directory:read",
    "directory:correct",
    "network:read",
    "cases",
    "referrals:send",
    "events:read",
    "tasks",
    "knowledge:read",
    "knowledge:write",
    "requests",
    "planning",
    "signals",
  ],
  coordinator: [
    "directory:read",
    "directory:correct",
    "directory:write",
    "network:read",
    "events:read",
    "tasks",
    "overdue:read",
    "cases:assign",
    "numbers:read",
    "knowledge:read",
    "knowledge:write",
    "knowledge:publish",
    "planning",
    "web-form",
    "signals",
    "statistics",
  ],
  administrator: [
    "directory:read",
    "directory:correct",
    "directory:write",
    "network:read",
    "members",
    "invitations",
    "invitations:approve",
    "web-form",
    "knowledge:read",
  ],
  partner: [
    "directory:read",
    "directory:correct",
    "directory:write",
    "network:read",
    "referrals:receive",
    "events:read",
    "tasks",
    "knowledge:read",
  ],
  "privacy-officer": [
    "directory:read",
    "directory:correct",
    "network:read",
    "tasks",
    "obligations:read",
    "cases:erase",
    "invitations:approve",
    "audit:read",
    "knowledge:read",
  ],
} as const;

/** What a role may besides at the participant that runs the network. */
const permissionsAtOperator = {
  coordinator: ["network:write", "directory:curate", "network-numbers:read"],
} as const satisfies Partial<Record<keyof typeof permissionsOf, readonly string[]>>;

export type Role = keyof typeof permissionsOf;
type Operators = typeof permissionsAtOperator;
export type Permission = (typeof permissionsOf)[Role][number] | Operators[keyof Operators][number];

export const roles = Object.keys(permissionsOf) as [Role, ...Role[]];

export const permissions = [
  ...new Set([...Object.values(permissionsOf).flat(), ...Object.values(permissionsAtOperator).flat()]),
].sort() as [Permission, ...Permission[]];

export function permissionsOfRoles(held: readonly Role[], atOperator: boolean): Set<Permission> {
  const granted: Permission[] = held.flatMap((role) => [...permissionsOf[role]]);
  if (atOperator && held.includes("coordinator")) granted.push(...permissionsAtOperator.coordinator);
  return new Set(granted);
}

/** What only a person may do: a client needs to name the member for whom it acts. */
const personal: ReadonlySet<Permission> = new Set([
  "cases",
  "referrals:send",
  "cases:assign",
  "cases:erase",
  "audit:read",
  "invitations",
  "invitations:approve",
  "planning",
  "signals",
  "statistics",
  "knowledge:write",
  "knowledge:publish",
]);

/** What nobody may but the participant that runs the network. */
const operators: ReadonlySet<Permission> = new Set(Object.values(permissionsAtOperator).flat());

/**
 * What a client may do: its scopes, and for a named member no more than that member.
 * A client that names nobody may do nothing that takes a person.
 */
export function permissionsOfClient(
  scopes: readonly string[],
  member: { roles: readonly Role[] } | undefined,
  atOperator: boolean,
): Set<Permission> {
  const limit = member && permissionsOfRoles(member.roles, atOperator);
  return new Set(
    permissions.filter((permission) => {
      if (!scopes.includes(permission)) return false;
      if (limit) return limit.has(permission);
      return !personal.has(permission) && (atOperator || !operators.has(permission));
    }),
  );
}

/** The service itself, acting for a participant by the clock: nobody's permission is asked for. */
export const asJob = (
  { log: _, fetchOutside: __, ...platform }: Platform,
  participantId: string,
): Context => ({
  ...platform,
  actor: { kind: "job", id: participantId, participantId, permissions: new Set(permissions) },
});

export const permissionMissing = defineProblem(
  "permission-missing",
  403,
  "You may not do this",
  "Your role, or the scope of your token, does not include this operation.",
);

/** Refuses unless the actor holds `permission`. The first line of every action. */
export function permit(ctx: Context, permission: Permission): void {
  if (!ctx.actor.permissions.has(permission)) fail(permissionMissing);
}

/** The same permission, told in a contract: of a system's token, or of a person who is signed in. */
export const needs = (permission: Permission) => [{ oauth2: [permission] }, { session: [permission] }];

/** One of them, told in a contract. */
export const needsAny = (...some: readonly Permission[]) => some.flatMap(needs);

/** Refuses unless the actor holds one of them. */
export function permitAny(ctx: Context, ...some: readonly Permission[]): void {
  if (!some.some((permission) => ctx.actor.permissions.has(permission))) fail(permissionMissing);
}

/** The roles that hold a permission. */
export const rolesWith = (permission: Permission, atOperator: boolean): Role[] =>
  roles.filter((role) => permissionsOfRoles([role], atOperator).has(permission));

/** What only a person may ask for who is signed in. */
export const needsSession = [{ session: [] }];

/** The person who acts: signed in, or named by their system. A system that names nobody is none. */
export const personOf = ({ kind, id, onBehalfOf }: Actor): string | undefined =>
  kind === "member" ? id : onBehalfOf;

/** The same of what takes a person. */
export const actingMember = ({ actor }: Context): string => personOf(actor) ?? fail(permissionMissing);

/** The member who is signed in; a system, for whomever it acts, is refused. */
export const signedInMember = ({ actor }: Context): string =>
  actor.kind === "member" ? actor.id : fail(permissionMissing);

/** What each permission is for, as a scope in the published contract. */
export const permissionMeanings: Record<Permission, string> = {
  "directory:read": "Search and read the directory",
  "directory:correct": "Propose corrections of the directory",
  "directory:write": "Edit the entries of the organizations that one's own participant answers for",
  "directory:curate": "Keep the whole directory; only for the network's operator",
  "network:read": "Read participants, partnerships and the texts for consents",
  "network:write": "Admit participants and keep their partnerships; only for the network's operator",
  members: "Manage the members and clients of one's own participant",
  invitations: "Invite members of one's own participant to sign in by passkey; for a named member only",
  "invitations:approve":
    "See the invitations of one's own participant and, signed in, approve one as a second person",
  cases: "Open and read cases, help questions and consents; for a named member only",
  "referrals:send": "Draft, offer and withdraw referrals; for a named member only",
  "referrals:receive": "Read and answer referrals that were offered",
  "events:read": "Read one's own event feed",
  tasks: "List what is to be done",
  "overdue:read": "See which referrals are overdue, by id and state",
  "cases:assign":
    "Hand a case to another counsellor and arrange cover for one on leave, without reading anything; for a named member only",
  "cases:erase": "Erase a case, without reading it; for a named member only",
  "obligations:read": "See what others owe for one's own callers, and what was asked for in vain",
  "audit:read":
    "Read who did what at one's own participant and to one's own callers; for a named member only",
  "numbers:read": "Count the handoffs that one's own participant sent",
  "network-numbers:read": "Count the network's handoffs by closed quarters; only for the network's operator",
  requests: "Take and read requests to be called back",
  "web-form": "Open and close the web form of one's own helpline",
  planning: "Plan appointments with the counsellors of one's own helpline",
  signals: "Register movements and signs of abuse in them, and review a colleague's",
  statistics: "Make and release yearly figures",
  "knowledge:read": "Read what the network knows, and say whether it helped",
  "knowledge:write": "Write articles for one's own helpline",
  "knowledge:publish": "Publish articles to the network or to all",
};
