/** Verbs whose forms no rule of spelling tells. */
const irregular = `
slaan sla slaat sloeg sloegen geslagen
sluiten sluit sloot sloten gesloten
nemen neem neemt nam namen genomen
geven geef geeft gaf gaven gegeven
dwingen dwing dwingt dwong dwongen gedwongen
gaan ga gaat ging gingen gegaan
staan sta staat stond stonden gestaan
komen kom komt kwam kwamen gekomen
lopen loop loopt liep liepen gelopen
laten laat liet lieten gelaten
houden houd hou houdt hield hielden gehouden
krijgen krijg krijgt kreeg kregen gekregen
trekken trek trekt trok trokken getrokken
vertrekken vertrek vertrekt vertrok vertrokken
verliezen verlies verliest verloor verloren
bedriegen bedriegt bedroog bedrogen
liegen lieg liegt loog logen gelogen
verbieden verbied verbiedt verbood verboden
schelden scheld scheldt schold scholden gescholden
stelen steel steelt stal stalen gestolen
spreken spreek spreekt sprak spraken gesproken
zwijgen zwijg zwijgt zweeg zwegen gezwegen
breken breek breekt brak braken gebroken
vallen val valt viel vielen gevallen
snijden snij snijd snijdt sneed sneden gesneden
steken steek steekt stak staken gestoken
sterven sterf sterft stierf stierven gestorven
doen doe doet deed deden gedaan
zien zie ziet zag zagen gezien
zitten zit zat zaten gezeten
liggen lig ligt lag lagen gelegen
slapen slaap slaapt sliep sliepen geslapen
brengen breng brengt bracht brachten gebracht
kopen koop koopt kocht kochten gekocht
verkopen verkoop verkoopt verkocht verkochten
zoeken zoek zoekt zocht zochten gezocht
schenken schenk schenkt schonk schonken geschonken
verdwijnen verdwijn verdwijnt verdween verdwenen
blijven blijf blijft bleef bleven gebleven
treden treed treedt trad traden getreden
grijpen grijp grijpt greep grepen gegrepen
knijpen knijp knijpt kneep knepen geknepen
wijzen wijs wijst wees wezen gewezen
winnen win wint won wonnen gewonnen
bidden bid bidt bad baden gebeden
mogen mag mocht mochten moogt
moeten moet moest moesten
willen wil wilt wou wilde wilden
kunnen kan kon konden
hit hits hitting
beat beats beating beaten
take takes took taken taking
steal steals stole stolen stealing
lose loses lost losing
leave leaves left leaving
sleep sleeps slept sleeping
give gives gave given giving
hold holds held holding
keep keeps kept keeping
pay pays paid paying
make makes made making
sell sells sold selling
run runs ran running
tell tells told telling
feel feels felt feeling
bring brings brought bringing
send sends sent sending
speak speaks spoke spoken speaking
throw throws threw thrown throwing
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const formsOf = new Map(irregular.flatMap((forms) => forms.map((form) => [form, forms] as const)));

/** What stands apart from its verb: "pakt … af" is "afpakken". */
const particles = [
  "aan",
  "achter",
  "af",
  "bij",
  "binnen",
  "dicht",
  "door",
  "in",
  "kwijt",
  "langs",
  "lastig",
  "los",
  "mee",
  "na",
  "neer",
  "om",
  "onder",
  "op",
  "over",
  "samen",
  "tegen",
  "terug",
  "toe",
  "uit",
  "vast",
  "voor",
  "weg",
] as const;
const particle = new Set<string>(particles);
const before = new RegExp(`^(${[...particles].sort((a, b) => b.length - a.length).join("|")})(.+)$`);

/** Other forms of a word that may be a verb, in phrases' use: all of an irregular one, else what it may come from. */
export function verbForms(word: string): string[] {
  const [, prefix = "", rest = word] = word.match(before) ?? [];
  const forms = formsOf.get(word) ?? formsOf.get(rest)?.map((form) => prefix + form);
  if (forms) return forms.filter((form) => form !== word);
  if (word.length < 5) return [];
  return [
    ...(/^ge.+[td]$/.test(rest) && rest.length >= 6 ? [`${prefix}${rest.slice(2, -1)}en`] : []),
    ...(/[^aeiou][td]en?$/.test(word) ? [word.replace(/[td]en?$/, "")] : []),
    ...(/[td]$/.test(word) ? [word.slice(0, -1)] : []),
  ];
}

const furthest = 7;
const shortestVerb = 3;

/** The verbs that a particle at `place` may belong to, joined with it, each with the place of the verb. */
export function separatedVerbs(words: readonly string[], place: number): { place: number; verb: string }[] {
  const word = words[place] ?? "";
  if (!particle.has(word)) return [];
  return words
    .slice(Math.max(0, place - furthest), place)
    .flatMap((verb, at) =>
      verb.length < shortestVerb || particle.has(verb)
        ? []
        : [{ place: Math.max(0, place - furthest) + at, verb: word + verb }],
    );
}
