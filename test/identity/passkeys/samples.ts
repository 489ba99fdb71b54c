import { inviteMember } from "../../../src/identity/index.ts";
import { passkeys } from "../../../src/identity/passkeys/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import type { Sampling } from "../../all-operations/samples.ts";
import type { Person, World } from "../../world/world.ts";

/** A passkey of the person's, as a row: how one is made is told by its own tests. */
export async function keepPasskey(
  world: World,
  { participantId, memberId = "" }: Person,
  publicKey: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): Promise<string> {
  const id = randomIds();
  await transact(world.hand(participantId), (tx) =>
    tx.insert(passkeys).values({
      id,
      participantId,
      memberId,
      credentialId: id.replaceAll("-", ""),
      publicKey,
      signCount: 0,
      backupEligible: false,
      backedUp: false,
      transports: [],
      name: "Laptop",
      addedAt: world.platform.now(),
    }),
  );
  return id;
}

/** A colleague of the helpline's, with the invitation that a colleague made. */
async function invited(world: World, lost: boolean) {
  const colleague = await world.member(world.helpline, "counsellor");
  const memberId = colleague.memberId ?? "";
  if (lost) await keepPasskey(world, colleague);
  const { id } = await inviteMember(world.job(world.helpline.id), memberId);
  return { id, memberId };
}

const onInvitation = (step: string, lost: boolean): Sampling => ({
  side: "helpline",
  async make(world) {
    const { id, memberId } = await invited(world, lost);
    return { method: "POST", path: `/invitations/${id}/${step}`, named: id, subject: memberId };
  },
});

const onPasskey = (method: string, part: string, body?: Record<string, unknown>): Sampling => ({
  side: "helpline",
  async make(world, by) {
    const id = await keepPasskey(world, by);
    await keepPasskey(world, by);
    return { method, path: `/passkeys/${id}${part}`, named: id, subject: id, ...(body && { body }) };
  },
});

/** One right request for every operation on invitations and passkeys. */
export const passkeySamples: Record<string, Sampling> = {
  inviteMember: {
    side: "helpline",
    async make(world) {
      const { memberId = "" } = await world.member(world.helpline, "counsellor");
      return { method: "POST", path: `/members/${memberId}/invitations`, named: memberId, subject: memberId };
    },
  },
  listInvitations: { side: "helpline", make: async () => ({ method: "GET", path: "/invitations" }) },
  approveInvitation: onInvitation("approval", true),
  revokeInvitation: onInvitation("revocation", false),
  listPasskeys: { side: "helpline", make: async () => ({ method: "GET", path: "/passkeys" }) },
  renamePasskey: onPasskey("PUT", "/name", { name: "Telefoon" }),
  revokePasskey: onPasskey("DELETE", ""),
};
