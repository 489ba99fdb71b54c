import type { Sample, Sampling } from "../all-operations/samples.ts";
import { fillCase, openQuestion, safeContact } from "../handoff/make.ts";
import type { World } from "../world/world.ts";

type Filled = { caseId: string; questionId: string; code: string; colleagues: string };

/** A request on a case that holds all kinds of personal data; it is named by `named`, or else by its id. */
const onCase = (
  method: string,
  pathOf: (filled: Filled) => string,
  more: (filled: Filled, world: World) => Partial<Sample> = () => ({}),
): Sampling => ({
  side: "helpline",
  async make(world, by) {
    const { caseId, questionId } = await openQuestion(world, by);
    await fillCase(world, caseId, by);
    const counsellor = world.as(by);
    const { body } = await counsellor.get(`/cases/${caseId}`);
    const { headers } = await counsellor.get(`/cases/${caseId}/colleagues`);
    const filled = { caseId, questionId, code: body.code, colleagues: headers.get("etag") ?? "" };
    return { method, path: pathOf(filled), named: caseId, subject: caseId, ...more(filled, world) };
  },
});

const etagged = async (sampling: Sampling, world: World, by: Parameters<Sampling["make"]>[1]) => {
  const sample = await sampling.make(world, by);
  const { headers } = await world.as(by).get(sample.path);
  return { ...sample, headers: { "if-match": headers.get("etag") ?? "" } };
};
const withEtag = (sampling: Sampling): Sampling => ({
  side: sampling.side,
  make: (world, by) => etagged(sampling, world, by),
});

const part = (name: string) => (filled: Filled) => `/cases/${filled.caseId}/${name}`;

/** One right request for every operation on personal data and on who reads a case. */
export const personalSamples: Record<string, Sampling> = {
  lookUpCase: onCase(
    "POST",
    () => "/case-lookups",
    ({ code }) => ({ body: { code }, named: code }),
  ),
  takeOverCase: {
    side: "helpline",
    async make(world) {
      // Somebody else's: taking over one's own changes nothing.
      const { caseId } = await openQuestion(world);
      const body = { reason: "owner-absent" };
      return { method: "POST", path: `/cases/${caseId}/take-over`, body, named: caseId, subject: caseId };
    },
  },
  getAccessLog: onCase("GET", part("access-log")),
  getColleagues: onCase("GET", part("colleagues")),
  nameColleagues: withEtag(onCase("PUT", part("colleagues"), () => ({ body: { memberIds: [] } }))),
  keepContact: withEtag(onCase("PUT", part("contact"), () => ({ body: { name: "Marije" } }))),
  getContact: onCase("GET", part("contact")),
  forgetContact: onCase("DELETE", part("contact")),
  keepSafeContact: withEtag(onCase("PUT", part("safe-contact"), () => ({ body: safeContact }))),
  getSafeContact: onCase("GET", part("safe-contact")),
  verifySafeContact: onCase("POST", part("safe-contact/verification")),
  agreeCodeWord: onCase("PUT", part("code-word"), () => ({ body: { word: "rode fiets" } })),
  checkCodeWord: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      await world.as(by).put(`/cases/${caseId}/code-word`, { word: "blauwe fiets" });
      const body = { word: "Blauwe fiets" };
      return {
        method: "POST",
        path: `/cases/${caseId}/code-word-checks`,
        body,
        named: caseId,
        subject: caseId,
      };
    },
  },
  writeNote: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      return { method: "POST", path: `/cases/${caseId}/notes`, body: { text: "Is afraid." }, named: caseId };
    },
  },
  listNotes: onCase("GET", part("notes")),
  exportCase: onCase("GET", part("export")),
  eraseCase: onCase("POST", part("erasure"), () => ({ body: { reason: "caller-request" } })),
  planNextAction: onCase(
    "PUT",
    ({ questionId }) => `/help-questions/${questionId}/next-action`,
    ({ questionId }, { clock }) => ({
      body: { action: "call-back", on: clock.time.toISOString().slice(0, 10) },
      named: questionId,
      subject: questionId,
    }),
  ),
  endHelpQuestion: onCase(
    "POST",
    ({ questionId }) => `/help-questions/${questionId}/end`,
    ({ questionId }) => ({ body: { reason: "advised" }, named: questionId, subject: questionId }),
  ),
};
