export type TableClass = "public" | "own" | "two_party" | "system";

const party = "$ in (sender_id, recipient_id)";

/** Whose a row of a two-party table is, by hand; `$` is the participant that asks. */
export const partiesOf: Record<string, string> = {
  referral: "sender_id = $ or recipient_id = $ and offered_at is not null and forgotten_at is null",
  contact_confirmation: party,
  disclosure: party,
  obligation: party,
  // The recipient takes it through a function that writes the look down.
  disclosure_key: "sender_id = $",
  audit_event: "$ in (participant_id, subject_participant_id)",
  article_feedback: "$ in (participant_id, giver_id)",
  correction: `participant_id = $ or (select operator from handreiking.participant where id = $)
    or exists (select from handreiking.organization_participant as link where link.participant_id = $
      and link.organization_id in (select entry_id
        union all select organization_id from handreiking.service where id = entry_id
        union all select organization_id from handreiking.location where id = entry_id))`,
};
