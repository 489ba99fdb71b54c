/** Words as they are said or texted, and family as it is called, each line with words that mean the same in a phrase. */
const sameWords = `
niet nie ni nit
niks niets nix noppes
geen gin gene
mijn me mn mij my
zijn zn z'n
haar der d'r
kan ken kunt
heb hep hebt heeft heef
even ff effe effen efkes
niemand niemant
iemand iemant
vader pa papa pap vake dad father daddy
moeder ma mama mam moeke mum mom mother mommy
ouders parents ouwelui
man echtgenoot vent husband
vrouw echtgenote wife
partner vriend vriendje lief boyfriend
zus zusje zuster sister
broer broertje brother bro
dochter dochtertje daughter
zoon zoontje son
kind kindje kleintje child
kinderen kids kindjes kleintjes children
leider goeroe guru leidster leader
groep groepering clubje gemeenschap kring gezelschap community
sekte secte sect cult
geld centen poen doekoe cash euro
klappen meppen slaag rammel
school klas brugklas
politie popo flikken wouten police
huis thuis
baas chef werkgever
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const alike = new Map<string, string[]>();
for (const words of sameWords)
  for (const word of words)
    alike.set(word, [...(alike.get(word) ?? []), ...words.filter((it) => it !== word)]);

/** What else may be said for a word, in either language. */
export const saidAlike = (word: string): readonly string[] => alike.get(word) ?? [];

const written: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/[’`´]/g, "'"],
  [/\bcan'?t\b/g, "can not"],
  [/\bcannot\b/g, "can not"],
  [/\bwon'?t\b/g, "will not"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n'?t\b/g, "$1 not"],
  [/\bi'?m\b/g, "i am"],
  [/\b(wanna)\b/g, "want to"],
  [/\b(gonna)\b/g, "going to"],
  [/\bm'n\b/g, "mijn"],
  [/\bz'n\b/g, "zijn"],
  [/\bd'r\b/g, "haar"],
  [/\bzo'n\b/g, "zo een"],
  [/'(t|k|n|m|s)\b/g, " "],
];

/** The words of a text in small letters; what is contracted is written out. */
export const wordsIn = (text: string): string[] =>
  written
    .reduce((read, [pattern, whole]) => read.replace(pattern, whole), text.toLowerCase())
    .match(/[\p{L}\p{N}]+/gu) ?? [];
