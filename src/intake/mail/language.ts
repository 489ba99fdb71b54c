import type { Language } from "../../cases/index.ts";

/** Small words that a text in a language can hardly do without; none of a single letter, which stand in abbreviations too. */
const small: Readonly<Partial<Record<Language, readonly string[]>>> = {
  nl: "de het een ik niet en dat mijn van zijn maar heb wij met voor bent kunt graag naar ook hij zij ze is er wat".split(
    " ",
  ),
  en: "the and to my not of that is was have with but for they me you can are this he she".split(" "),
  fr: "le la les je ne pas et mon ma que dans est avec pour mais vous suis une des il elle".split(" "),
  de: "der die das ich nicht und mein mit ist aber ein zu für habe wir sie bin eine den von".split(" "),
  es: "el la los yo no mi que en es con para pero una por me está soy del".split(" "),
  pl: "nie się na jest że do mnie moja mój jak ale to jestem mam ze czy są przez".split(" "),
  tr: "ve bir bu ben için çok değil ama ile beni benim var ne da de bana olarak yok".split(" "),
};
const scripts: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Arabic}/u, "ar"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
];

/** `z.s.m.`, `i.v.m.`, `e.g.` and addresses are words of no language. */
const abbreviations = /(?<![\p{L}\d])(?:\p{L}{1,3}\.){2,10}/gu;
const isAddress = (token: string) => token.includes("@") || /^https?:\/\//.test(token);

/** The language that a text seems to be in; Dutch where nothing tells. */
export function languageOf(text: string): Language {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .split(/\s/)
      .filter((token) => !isAddress(token))
      .join(" ")
      .replaceAll(abbreviations, " ")
      .match(/\p{L}{2,}/gu) ?? [];
  const script = scripts.find(([sign]) => words.filter((word) => sign.test(word)).length > words.length / 3);
  if (script && words.length > 0) return script[1];
  const counted = Object.entries(small).map(
    ([language, known]) =>
      [language as Language, words.filter((word) => known.includes(word)).length] as const,
  );
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
