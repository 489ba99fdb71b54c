import type { DataCategory } from "../../cases/index.ts";
import { sealedBounds } from "./sealed-bounds.ts";
import type { SealedDisclosure } from "./sealed-wire.ts";

interface Sealing {
  /** Thumbprints of the recipient's current receiving keys. */
  recipientKids: readonly string[];
  /** Thumbprints of the sender's own current receiving keys. */
  senderKids: readonly string[];
  method: "key" | "code";
  /** What the disclosure declares. */
  categories: readonly DataCategory[];
  consentCategories: readonly DataCategory[];
}

/** Why a disclosure cannot be taken in as it is sealed; undefined when it can. What is inside, nobody sees here. */
export function sealedRefusal(sealed: SealedDisclosure, sealing: Sealing): string | undefined {
  if (!isExpectedHeader(sealed.protected))
    return "The protected header holds enc A256GCM and typ disclosure+jwe, and nothing else.";
  const [one, other] = sealed.recipients.map(({ header }) => header);
  if (!one || !other || sealed.recipients.length !== 2) return "It is sealed to exactly two recipients.";
  const { recipientKids, senderKids, method, categories, consentCategories } = sealing;
  const isTheirs = (header: typeof one) =>
    header.alg === "PBES2-HS512+A256KW"
      ? method === "code" && isWithinBounds(header.p2c)
      : method === "key" && recipientKids.includes(header.kid);
  const isOwn = (header: typeof one) => header.alg === "ECDH-ES+A256KW" && senderKids.includes(header.kid);
  if (!(isTheirs(one) && isOwn(other)) && !(isTheirs(other) && isOwn(one)))
    return method === "key"
      ? "It is sealed to one current receiving key of the recipient and one of your own."
      : "It is sealed to a code, with 600,000 to 1,000,000 iterations, and to one current receiving key of your own.";
  if (categories.length === 0) return "It declares no category.";
  if (!categories.every((category) => consentCategories.includes(category)))
    return "It declares more than the consent covers.";
  return undefined;
}

const isWithinBounds = (count: number) =>
  count >= sealedBounds.leastIterations && count <= sealedBounds.mostIterations;

function isExpectedHeader(encoded: string): boolean {
  try {
    const header: unknown = JSON.parse(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")));
    const members = Object.entries(header ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify(members) === '[["enc","A256GCM"],["typ","disclosure+jwe"]]';
  } catch {
    return false;
  }
}
