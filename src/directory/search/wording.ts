import { placesOf } from "./phrases.ts";

/** What callers say, by the words that services are told of with: one to three words that stand close together. */
const wording: Readonly<Record<string, string>> = {
  politie: "police, cops, wijkagent, rechercheur",
  aangifte: "press charges, report to police, report police, police report",
  melding: "report, melden, doorgeven",
  "anoniem misdaad melding": `
    tip, tippen, tips, tip police, anonymous tip, zonder naam, niet mijn naam, anonymously, naam geheim,
    niet weten dat ik, kliklijn, without my name`,
  anoniem: "anonymous, anonymously, incognito, geen naam",
  misdaad: "crime, bende, crimineel, criminelen, gang",
  "onderwijs school": `
    teacher, juf, meester, leraar, lerares, docent, leerkracht, mentor, gymleraar, schoolleiding, directeur school,
    internaat, basisschool, middelbare school, leerling, leerlingen, pupil, headmaster, stagebegeleider`,
  "kinderen jongeren": `
    scholier, brugklas, puber, teenager, teen, tiener, groep 7, groep 8, groep acht, bovenbouw, vmbo, havo,
    mijn klas, in mijn klas, bij mij in klas, my class, at school, op school, papa, mama, daddy, mijn ouders slaan`,
  zorgverleners: `
    dokter, huisarts, doctor, arts, gp, psychiater, psycholoog, therapeut, therapist, tandarts, fysio,
    fysiotherapeut, verpleger, verpleegkundige, nurse, specialist, ziekenhuis, hospital, ggz, zorgverlener, gynaecoloog`,
  "alternatieve behandelaars": `
    genezer, healer, handoplegger, kruidendokter, homeopaat, magnetiseur, medium, sjamaan, shaman, chemo, reiki,
    wonderdokter, energetisch, kwakzalver`,
  advocaat: "lawyer, attorney, solicitor, raadsman, raadsvrouw",
  "kerkelijke pastorale": `
    dominee, predikant, ouderling, diaken, kerkenraad, pastoor, priester, kapelaan, vicar, priest, clergy, koster,
    kerk, church, catechisatie, minister, parochie, pater, reverend`,
  evangelische: `
    voorganger, pastor, pinkstergemeente, pinksterkerk, zangleider, aanbidding, evangelisch, evangelical,
    youth leader, jeugdleider, jeugdpastor, worship, oudste, oudsten`,
  "jehova getuigen":
    "jehovah, witnesses, witness jehovah, wachttoren, koninkrijkszaal, kingdom hall, watchtower",
  lotgenoten:
    "survivors, others like me, praatgroep, zelfde meegemaakt, same experience, anderen die, others who",
  vlaanderen: `
    antwerpen, gent, brugge, leuven, hasselt, mechelen, kortrijk, aalst, oostende, belgie, vlaams, vlaming, genk,
    turnhout, roeselare, flanders, belgium, antwerp, ghent, limburg belgie`,
  "huiselijk geweld": `
    man slaat, vrouw slaat, partner slaat, vriend slaat, vader slaat, moeder slaat, man agressief, partner agressief,
    man mishandelt, partner mishandelt, man gewelddadig, ex slaat, thuis geslagen, geslagen thuis, husband hits,
    husband beats, partner hits, boyfriend beats, violent at home, geweld thuis, geweld gezin, man sloeg, man opsluit,
    durf niet huis, bang man, afraid husband, scared husband, losse handjes`,
  kindermishandeling: `
    kind slaat, kind geslagen, kinderen geslagen, kinderen slaat, kind mishandeld, kinderen verwaarloosd, kind blauwe plekken,
    zorgen kind, zorgen kinderen, worried kids, kinderen mishandeld, child beaten, child bruises`,
  "juridisch advies":
    "my rights, mijn rechten, legal, wettelijk, mag dat zomaar, rights at work, is it legal",
  cursussen:
    "coaching, coach, training, seminar, seminars, course, workshop, programme, masterclass, retraite",
  "sektes groepen": `
    sekte, secte, sect, cult, goeroe, guru, onze leider, the leader, onze groep, clubje, leefgemeenschap, spirituele,
    spiritueel, spiritual, yogaschool, yogacentrum, ashram, gesloten groep, closed group, meester zegt, profeet,
    prophet, sekteleider, followers, volgelingen`,
  "slachtoffers mensenhandel": `
    pooier, pimp, loverboy, loverboys, achter ramen, hoer, prostitutie, prostitution, brothel, bordeel, trafficked,
    trafficking, tippelen`,
  geweldsmisdrijf: "fonds, schadefonds, uitkering slachtoffer",
  "extremistische groep": "extremist, far right, extreemrechts, white race, blank ras",
};

const phrases = Object.entries(wording).flatMap(([words, said]) =>
  said.split(",").map((phrase) => ({ phrase: phrase.trim().split(" "), words: words.split(" ") })),
);

const ages = new Set(
  `6 7 8 9 10 11 12 13 14 15 16 17 zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
  six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen`.split(/\s+/),
);
const being = new Set(["ben", "bn", "am"]);
const barely = new Set(["pas", "net", "nog", "maar", "bijna", "only", "just", "nearly", "almost"]);
const years = new Set(["jaar", "jaren", "years"]);
const ofAge = new Set([undefined, "oud", "old", "en", "and", "maar", "but"]);

/** Where a caller tells an age below eighteen: "ik ben 14", and not "ik ben 14 jaar lid". */
export function tellsMinor(words: readonly string[]): number | undefined {
  const place = words.findIndex((word, at) => {
    const first = barely.has(words[at - 1] ?? "") ? at - 2 : at - 1;
    if (!ages.has(word) || !being.has(words[first] ?? "")) return false;
    return !years.has(words[at + 1] ?? "") || ofAge.has(words[at + 2]);
  });
  return place < 0 ? undefined : place;
}

/** The words of services that are meant by what was said, with a place where. `said` is as in `phrasesIn`. */
export const wordsMeant = (
  said: ReadonlyMap<number, ReadonlySet<string>>,
): { place: number; word: string }[] => {
  const anywhere = new Set([...said.values()].flatMap((words) => [...words]));
  return phrases.flatMap(({ phrase, words }) => {
    const [place] = (phrase.every((word) => anywhere.has(word)) && placesOf(said, phrase)) || [];
    return place === undefined ? [] : words.map((word) => ({ place, word }));
  });
};
