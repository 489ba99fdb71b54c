/**
 * What an operation makes of a refusal by the database.
 * - `overtaken`: another transaction changed what this one rested on. Tried again, it sees who won and answers by name;
 *   refused by the same wall again, it answers 409.
 * - `interrupted`: the same work can succeed a moment later. Tried again, then answered 503.
 * - `passing`: answered 503; trying again at once would make it worse.
 * - `unfit`: a value that the contract let through and PostgreSQL does not take: 400.
 * - `fault`: ours. No user and no race can reach it: 500, logged by its code.
 */
export type SqlAnswer = "overtaken" | "interrupted" | "passing" | "unfit" | "fault";

/** By SQLSTATE, or by its class of two characters. A code that stands nowhere is a fault. */
export const sqlAnswers: Readonly<Record<string, SqlAnswer>> = {
  ...every("unfit", "22"),
  // A unique, exclusive or deferred foreign key that another transaction broke first.
  ...every("overtaken", "23503 23505 23P01"),
  ...every("fault", "23502 23514 42501"),
  ...every("interrupted", "40001 40P01"),
  ...every("passing", "08 53 55P03 57014 57P01 57P02 57P03"),

  // The time of a step lies before the last one's: the clocks of two instances differ by that much.
  ...every("interrupted", "HR017"),
  // Walls that look beyond the rows that their operation holds locked.
  ...every("overtaken", "HR007 HR008 HR021 HR023 HR026 HR028 HR030 HR034 HR039 HR061 HR071"),
  ...every(
    "overtaken",
    "HR082 HR100 HR102 HR103 HR104 HR105 HR106 HR107 HR111 HR113 HR114 HR116 HR123 HR181 HR182",
  ),
  ...every("overtaken", "HR125 HR126 HR129 HR130 HR133 HR142 HR144 HR145 HR170 HR171"),
  ...every("overtaken", "HR201 HR202 HR204 HR205 HR211 HR300 HR301"),
  // Walls around what an operation itself writes, in rows that it holds locked.
  ...every("fault", "HR001 HR002 HR003 HR004 HR005 HR006 HR009 HR010 HR011 HR012 HR013 HR014 HR015 HR016"),
  ...every("fault", "HR018 HR019 HR020 HR022 HR024 HR025 HR027 HR029 HR031 HR035 HR036 HR037 HR038"),
  ...every("fault", "HR040 HR041 HR042 HR070 HR072 HR180 HR080 HR081 HR101 HR112 HR115 HR120 HR121 HR122"),
  ...every("fault", "HR108 HR109 HR127 HR128 HR131 HR132 HR140 HR141 HR143 HR146 HR147 HR148 HR160"),
  ...every("fault", "HR150 HR151 HR152 HR200 HR203 HR206 HR207 HR208 HR209 HR210 HR212"),
  ...every("fault", "HR302 HR303 HR304 HR305 HR306"),
};

export const answerTo = (state: string): SqlAnswer =>
  sqlAnswers[state] ?? sqlAnswers[state.slice(0, 2)] ?? "fault";

function every(answer: SqlAnswer, states: string): Record<string, SqlAnswer> {
  return Object.fromEntries(states.split(" ").map((state) => [state, answer]));
}
