import type { Address, Email } from "postal-mime";
import { cleanLine } from "./clean.ts";

/** Somebody as a mail names them: nobody checked it. */
export interface Claimed {
  name?: string;
  address: string;
}

/** From whom a mail says that it comes, and where it wants its answer. */
export interface Claims {
  from?: Claimed;
  replyTo?: Claimed[];
  sender?: Claimed;
  /** Whether they name more than one address: an answer may reach somebody else than who wrote. */
  differ: boolean;
}

export const longestClaim = { name: 200, address: 254, addresses: 10 };

/** Addresses that only machines send from; whoever wrote is reached elsewhere, if at all. */
const nobodys =
  /no[-_.]?reply|not[-_.]?reply|geen-?antwoord|niet-?beantwoorden|-bounces$|^(?:notifications?|mailer-daemon|postmaster|wordpress|www-data|scanner|bounces?)$/i;

export const isNobodys = (address: string): boolean => nobodys.test(address.split("@")[0] ?? "");

export function claimsOf({ from, replyTo, sender }: Email): Claims {
  const [by] = claimed(from ? [from] : []);
  const [sent] = claimed(sender ? [sender] : []);
  const answers = claimed(replyTo ?? []);
  const all = new Set([by, sent, ...answers].flatMap((one) => one?.address.toLowerCase() ?? []));
  return {
    ...(by && { from: by }),
    ...(answers.length > 0 && { replyTo: answers }),
    ...(sent && { sender: sent }),
    differ: all.size > 1,
  };
}

const claimed = (addresses: readonly Address[]): Claimed[] =>
  addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ name, address }) => {
      const known = cleanLine(address ?? "", longestClaim.address);
      const called = cleanLine(name ?? "", longestClaim.name);
      return known ? [{ ...(called && { name: called }), address: known }] : [];
    })
    .slice(0, longestClaim.addresses);

/** Who wrote it, as far as it says: no machine that only passes it on. */
export const writerOf = ({ from, replyTo = [], sender }: Claims): Claimed | undefined =>
  [from, ...replyTo, sender].find((one) => one && !isNobodys(one.address));

/** As one line of a note, for whoever reads it later. */
export const lineOf = ({ from, replyTo = [], sender }: Claims): string | undefined => {
  const written = ({ name, address }: Claimed) => (name ? `${name} <${address}>` : address);
  const parts = [
    ...(from ? [`From: ${written(from)}`] : []),
    ...(replyTo.length > 0 ? [`Reply-To: ${replyTo.map(written).join(", ")}`] : []),
    ...(sender ? [`Sender: ${written(sender)}`] : []),
  ];
  return parts.length > 0 ? `[${parts.join("; ")} (unchecked)]` : undefined;
};
