import type { CaseRow, HelpQuestionRow } from "../schema.ts";

type Asked = Pick<HelpQuestionRow, "domain" | "topics">;
type Asker = Pick<CaseRow, "relation" | "language" | "province">;

const longest = 300;

/**
 * What is searched in the directory for a help question: codes, and as words the topics' own names. Dutch is what
 * services are given in, and most do not say so.
 */
export function soughtFor({ domain, topics }: Asked, asker: Asker, names: readonly string[]) {
  const language = asker.language === "nl" || asker.language === "other" ? undefined : asker.language;
  return {
    words: (names.length > 0 ? names : topics).join(" ").slice(0, longest),
    domain,
    topics: [...topics],
    audience: asker.relation,
    receivesHandoffs: true,
    ...(language && { language }),
    ...(asker.province && { area: { province: asker.province } }),
  };
}
