import type { Words as CommonWords } from "../../../sign-in/pages/words/words.ts";
import { en } from "./en.ts";
import { nl, type Words } from "./nl.ts";

/** The words of these pages in the language that the common ones are in. */
export const passkeyWords = ({ language }: Pick<CommonWords, "language">): Words => ({ nl, en })[language];
