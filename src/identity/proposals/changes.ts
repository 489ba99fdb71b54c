import { z } from "@hono/zod-openapi";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { AdmittedParticipant, applyAdmission, NewParticipant } from "../admit-participant.ts";
import { applyPartnership } from "../agree-partnership.ts";
import { applyNewClient } from "../clients/add-client.ts";
import { applyNewClientKey, NewClientKey } from "../clients/add-client-key.ts";
import { applyClientChange } from "../clients/change-client.ts";
import { claimClient, listKeysOf } from "../clients/store.ts";
import { applyClientSuspension } from "../clients/suspend-client.ts";
import {
  Client,
  ClientChange,
  ClientKey,
  NewClient,
  presentClient,
  standingClient,
} from "../clients/wire.ts";
import { applyParticipantKey, NewParticipantKey } from "../keys/add-participant-key.ts";
import { ParticipantKey } from "../keys/wire.ts";
import {
  applyMember,
  applyNewMember,
  applySuspension,
  claimMember,
  standingMember,
} from "../members/apply.ts";
import { Member, NewMember, presentMember } from "../members/wire.ts";
import { applyIdentityProvider } from "../provider/keep-identity-provider.ts";
import { applyLink, findLinkable, standingLink } from "../provider/link-member.ts";
import { findIdentityProvider } from "../provider/store.ts";
import {
  IdentityProvider,
  MemberIdentity,
  NewMemberIdentity,
  presentIdentityProvider,
} from "../provider/wire.ts";
import { claimParticipant } from "../store.ts";
import { applyParticipation } from "../suspend-participant.ts";
import { applyTwoPersons, TwoPersonRule } from "../two-persons/rule.ts";
import { Participant, PartnershipTerms, standingParticipant } from "../wire.ts";
import type { LaterKind, ProposalKind } from "./kinds.ts";
import { proposalOutdated } from "./problems.ts";

export interface Place {
  tx: Database;
  ctx: Context;
  /** Empty for what is new. */
  subjectId: string;
  /** Refuses when what stands there is not what stood there when it was proposed. */
  compare(standing: object): void;
}

type Change = (place: Place, content: unknown) => Promise<Record<string, unknown>>;

/** A change by what its operation takes and answers: neither holds more than that. */
const change =
  <C extends z.ZodType, R extends z.ZodObject>(
    content: C,
    record: R,
    apply: (place: Place, content: z.output<C>) => Promise<z.input<R>>,
  ): Change =>
  async (place, kept) => {
    const taken = content.safeParse(kept);
    return record.parse(taken.success ? await apply(place, taken.data) : fail(proposalOutdated));
  };

const Nothing = z.strictObject({});

async function claimStandingMember({ tx, ctx, subjectId, compare }: Place) {
  const member = await claimMember(tx, ctx, subjectId);
  compare(standingMember(member));
  return member;
}

async function claimStandingClient({ tx, ctx, subjectId, compare }: Place) {
  const client = await claimClient(tx, ctx, subjectId);
  compare(standingClient(client));
  return client;
}

async function claimStandingParticipant({ tx, subjectId, compare }: Place) {
  const found = await claimParticipant(tx, subjectId);
  compare(standingParticipant(found.participant, found.terms));
  return found;
}

/** What is done once a proposal is confirmed: by the same hands that do it where one person is enough. */
const changes: Record<Exclude<ProposalKind, LaterKind>, Change> & Partial<Record<LaterKind, Change>> = {
  "add-member": change(NewMember, Member, ({ tx, ctx }, input) => applyNewMember(tx, ctx, input)),
  "change-member": change(NewMember, Member, async (place, input) =>
    presentMember(await applyMember(place.tx, place.ctx, await claimStandingMember(place), input)),
  ),
  "reinstate-member": change(Nothing, Member, async (place) =>
    presentMember(await applySuspension(place.tx, place.ctx, await claimStandingMember(place), false)),
  ),
  "add-client": change(NewClient, Client, ({ tx, ctx }, input) => applyNewClient(tx, ctx, input)),
  "change-client": change(ClientChange, Client, async (place, input) => {
    const { tx, ctx, subjectId } = place;
    const client = await applyClientChange(tx, ctx, await claimStandingClient(place), input);
    return presentClient(client, await listKeysOf(tx, subjectId));
  }),
  "readmit-client": change(Nothing, Client, async (place) => {
    const { tx, ctx, subjectId } = place;
    const client = await applyClientSuspension(tx, ctx, await claimStandingClient(place), false);
    return presentClient(client, await listKeysOf(tx, subjectId));
  }),
  "add-client-key": change(NewClientKey, ClientKey, async (place, input) =>
    applyNewClientKey(place.tx, place.ctx, await claimStandingClient(place), input),
  ),
  "add-participant-key": change(NewParticipantKey, ParticipantKey, ({ tx, ctx }, input) =>
    applyParticipantKey(tx, ctx, input),
  ),
  "keep-identity-provider": change(
    IdentityProvider,
    IdentityProvider,
    async ({ tx, ctx, compare }, input) => {
      const standing = await findIdentityProvider(tx, ctx.actor.participantId);
      compare(standing ? presentIdentityProvider(standing) : {});
      return applyIdentityProvider(tx, ctx, input);
    },
  ),
  "link-member": change(NewMemberIdentity, MemberIdentity, async ({ tx, ctx, subjectId, compare }, link) => {
    compare(standingLink(await findLinkable(tx, ctx, subjectId, link)));
    return applyLink(tx, ctx, subjectId, link);
  }),
  "end-two-persons": change(Nothing, TwoPersonRule, ({ tx, ctx }) => applyTwoPersons(tx, ctx, false)),
  "admit-participant": change(NewParticipant, AdmittedParticipant, ({ tx, ctx }, input) =>
    applyAdmission(tx, ctx, input),
  ),
  "agree-partnership": change(PartnershipTerms, Participant, async (place, terms) => {
    const { participant } = await claimStandingParticipant(place);
    return applyPartnership(place.tx, place.ctx, participant, terms);
  }),
  "readmit-participant": change(Nothing, Participant, async (place) =>
    applyParticipation(place.tx, place.ctx, await claimStandingParticipant(place), false),
  ),
};

/** Lets a later feature say what is done once a proposal of its own kind is confirmed: when it is loaded, once. */
export function addChange<C extends z.ZodType, R extends z.ZodObject>(
  kind: LaterKind,
  content: C,
  record: R,
  apply: (place: Place, content: z.output<C>) => Promise<z.input<R>>,
): void {
  changes[kind] = change(content, record, apply);
}

export function changeOf(kind: ProposalKind): Change {
  const found = changes[kind];
  if (!found) throw new Error(`nothing does what ${kind} proposes`);
  return found;
}
