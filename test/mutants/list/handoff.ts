import { type Mutant, rewrite } from "../mutant.ts";

const walls = ["test/walls/handoff/", "test/walls/life.test.ts"];
const stories = ["test/handoff/stories.test.ts"];

export const ofHandoff: readonly Mutant[] = [
  {
    breaks: "I1",
    so: "an accepted referral counts as one whose caller may be known",
    tests: ["test/handoff/introduction.test.ts", ...stories],
    code: {
      file: "src/handoff/referrals/referral.ts",
      line: 'state === "scheduled" || state === "connected";',
      instead: 'state === "accepted" || state === "scheduled" || state === "connected";',
    },
  },
  {
    breaks: "I1",
    so: "a disclosure stands beside a referral that is not scheduled",
    tests: walls,
    schema: "alter table handreiking.disclosure drop constraint disclosure_referral",
  },
  {
    breaks: "I2",
    so: "a basis that has run out holds until the clock comes by",
    tests: ["test/handoff/referrals/referral.test.ts", ...stories],
    code: {
      file: "src/handoff/referrals/referral.ts",
      line: 'return runOut && isLive(state) ? "withdrawn" : state;',
      instead: "return runOut ? state : state;",
    },
  },
  {
    breaks: "I2",
    so: "a live referral rests on a withdrawn consent, or on another recipient's",
    tests: walls,
    schema: "alter table handreiking.referral drop constraint referral_consent",
  },
  {
    breaks: "I3",
    so: "one person confirms for the partner and for the helpline",
    tests: ["test/handoff/referrals/record-spoken-answer.test.ts", ...stories],
    code: {
      file: "src/handoff/introduction/confirm-for.ts",
      line: "if (earlier.some((one) => !areTwoPersons(one, said))) fail(contactNotTwoPersons);",
      instead: "if (earlier.length > 2) fail(contactNotTwoPersons);",
    },
  },
  {
    breaks: "I3",
    so: "a contact is made that nobody confirmed",
    tests: walls,
    schema: "drop trigger introduced on handreiking.referral",
  },
  {
    breaks: "I4",
    so: "what is owed is asked for once and never again",
    tests: stories,
    code: {
      file: "src/handoff/clock/chase-obligation.ts",
      line: ".set({ chases: obligation.chases + 1, dueAt: workingDaysLater(at, askAgainAfter) })",
      instead: ".set({ chases: obligation.chases + 1, dueAt: obligation.dueAt })",
    },
  },
  {
    breaks: "I4",
    so: "a consent withdrawn after completion obliges nobody",
    tests: walls,
    schema: "drop trigger completed_obliged on handreiking.consent",
  },
  {
    breaks: "I5",
    so: "two partners are told of one question",
    tests: ["test/handoff/introduction.test.ts", ...stories],
    code: {
      file: "src/handoff/disclosure/keep-disclosure.ts",
      line: "if (await otherIsDisclosed(tx, referral)) fail(questionAlreadyDisclosed);",
      instead: "if (!referral.id) fail(questionAlreadyDisclosed);",
    },
  },
  {
    breaks: "I5",
    so: "two partners are told of one question",
    tests: walls,
    schema: "drop index handreiking.referral_one_disclosure",
  },
  {
    breaks: "I6",
    so: "a question ends with a referral still open, and then has no next action",
    tests: ["test/cases/questions/questions.test.ts"],
    code: {
      file: "src/cases/questions/end-help-question.ts",
      line: "if (await hasLiveReferral(tx, question.id)) fail(helpQuestionInUse);",
      instead: "if (!question.id) fail(helpQuestionInUse);",
    },
  },
  {
    breaks: "I6",
    so: "a question whose referrals all ended is forgotten",
    tests: ["test/walls/questions.test.ts"],
    schema: "drop trigger question_seen_to on handreiking.help_question",
  },
  {
    breaks: "I7",
    so: "a connected referral cannot be withdrawn",
    tests: ["test/handoff/referrals/referral.test.ts", ...stories],
    code: {
      file: "src/handoff/referrals/referral.ts",
      line: 'withdraw: { from: ["draft", ...liveStates], to: "withdrawn" },',
      instead:
        'withdraw: { from: ["draft", "offered", "acknowledged", "accepted", "scheduled"], to: "withdrawn" },',
    },
  },
  {
    breaks: "I7",
    so: "a connected referral cannot be withdrawn",
    tests: walls,
    schema: rewrite("guard_referral", "('connected', 'withdrawn'),", ""),
  },
  {
    breaks: "I8",
    so: "a withdrawn referral is declined after all",
    tests: ["test/handoff/referrals/referral.test.ts", ...stories],
    code: {
      file: "src/handoff/referrals/referral.ts",
      line: 'decline: { from: ["offered", "acknowledged", "accepted", "scheduled"], to: "declined" },',
      instead:
        'decline: { from: ["offered", "acknowledged", "accepted", "scheduled", "withdrawn"], to: "declined" },',
    },
  },
  {
    breaks: "I8",
    so: "an ended referral can be written to",
    tests: walls,
    schema: rewrite("guard_referral", "if old.ended then", "if false then"),
  },
  {
    breaks: "I9",
    so: "the clock forgets when the basis runs out",
    tests: ["test/handoff/referrals/deadlines.test.ts", ...stories],
    code: { file: "src/handoff/referrals/deadlines.ts", line: "    until,\n", instead: "" },
  },
  {
    breaks: "I9",
    so: "a live referral has no deadline",
    tests: walls,
    schema: "alter table handreiking.referral drop constraint referral_deadline",
  },
  {
    breaks: "I10",
    so: "the recipient hears of nothing",
    tests: ["test/handoff/referrals/referrals.test.ts", ...stories],
    code: {
      file: "src/deliveries/index.ts",
      line: '...(only !== "sender" && referral.offeredAt ? [referral.recipientId] : []),',
      instead: '...(only === "recipient" ? [referral.recipientId] : []),',
    },
  },
  {
    breaks: "I10",
    so: "a move leaves neither entry nor event",
    tests: walls,
    schema: "drop trigger move_told on handreiking.referral",
  },
];
