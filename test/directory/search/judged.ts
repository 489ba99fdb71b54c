/** What callers say, and which services of the starter directory should then come first. */
export interface Judged {
  words: string;
  /** Any of them is a right answer. */
  right: readonly StarterService[];
  /** Set aside: looked at only to report, never while search is being improved. */
  heldOut?: true;
}

/** Services of the starter directory: organization and name. */
const starterServices = {
  veiligThuis: ["Veilig Thuis", "Advies- en meldpunt huiselijk geweld en kindermishandeling"],
  emotional: ["Slachtofferhulp Nederland", "Emotionele ondersteuning na een misdrijf"],
  proceedings: ["Slachtofferhulp Nederland", "Hulp bij aangifte en strafproces"],
  damages: ["Slachtofferhulp Nederland", "Hulp bij schadevergoeding"],
  juridischLoket: ["Het Juridisch Loket", "Gratis juridisch advies"],
  rechtsbijstand: ["Raad voor Rechtsbijstand", "Gesubsidieerde rechtsbijstand"],
  police: ["Politie", "Aangifte of melding doen"],
  vicePolice: ["Politie", "Zedenpolitie"],
  anonymousTip: ["Meld Misdaad Anoniem (NL Confidential)", "Anoniem informatie geven over misdaad"],
  csg: ["Centrum Seksueel Geweld", "Acute hulp na aanranding of verkrachting"],
  mind: ["MIND Hulplijn", "Anonieme psychische hulp"],
  suicide: ["113 Zelfmoordpreventie", "Crisisgesprek bij gedachten aan zelfmoord"],
  children: ["De Kindertelefoon", "Vertrouwelijk praten voor kinderen en jongeren"],
  listening: ["De Luisterlijn", "Een luisterend oor"],
  labourInspectorate: ["Nederlandse Arbeidsinspectie", "Melding arbeidsuitbuiting en onveilig werk"],
  comensha: ["CoMensha", "Melding en opvang slachtoffers mensenhandel"],
  fairwork: ["FairWork", "Hulp bij arbeidsuitbuiting"],
  fier: ["Fier", "Expertise en behandeling bij geweld in afhankelijkheidsrelaties"],
  forcedMarriage: [
    "Landelijk Knooppunt Huwelijksdwang en Achterlating",
    "Advies bij huwelijksdwang en achterlating",
  ],
  fraud: ["Fraudehelpdesk", "Advies na oplichting"],
  courses: ["ACM ConsuWijzer", "Rechten bij misleidende verkoop en cursussen"],
  careComplaints: ["Landelijk Meldpunt Zorg (IGJ)", "Klachten en meldingen over zorgverleners"],
  school: [
    "Vertrouwensinspecteurs (Inspectie van het Onderwijs)",
    "Overleg bij misbruik, geweld en radicalisering op school",
  ],
  compensationFund: ["Schadefonds Geweldsmisdrijven", "Financiële tegemoetkoming na een geweldsmisdrijf"],
  flanders: ["1712 Hulplijn bij geweld en misbruik", "Vragen over geweld, misbruik en kindermishandeling"],
  cultChat: ["Onder Controle (Fier)", "Chat voor slachtoffers van sektes en gesloten groepen"],
  extremism: ["Landelijk Steunpunt Extremisme", "Begeleiding bij radicalisering en uittreding"],
  victimLawyers: ["LANGZS", "Gespecialiseerde slachtofferadvocaten"],
  captivity: ["Femmes for Freedom", "Juridische hulp bij huwelijkse gevangenschap"],
  pastoral: ["SMPR", "Meldpunt seksueel misbruik in pastorale relaties"],
  reformedChurch: ["Meldpunt Misbruik (SMKR)", "Meldpunt misbruik in kerkelijke relaties"],
  evangelical: ["Stichting Evangelisch Meldpunt", "Meldpunt misbruik en manipulatie door leiders"],
  jehovah: ["Reclaimed Voices", "Lotgenoten: misbruik bij Jehova's Getuigen"],
} as const satisfies Record<string, readonly [organization: string, service: string]>;
export type StarterService = keyof typeof starterServices;

/** The organization and name of a starter service, as one text. */
export const nameOf = (key: StarterService): string => starterServices[key].join(": ");

const open = (words: string, ...right: StarterService[]): Judged => ({ words, right });
const heldOut = (words: string, ...right: StarterService[]): Judged => ({ words, right, heldOut: true });

export const judged: readonly Judged[] = [
  // Child abuse
  open("mijn neefje wordt thuis geslagen met een riem", "veiligThuis", "children", "flanders"),
  open("ik maak me zorgen om de kinderen in die groep, ze worden verwaarloosd", "veiligThuis", "flanders"),
  open(
    "ik ben 14 en mijn stiefvader doet dingen die ik niet wil",
    "children",
    "veiligThuis",
    "vicePolice",
    "csg",
  ),
  open("I am worried about a child being beaten at home", "veiligThuis", "children", "flanders"),
  open("als juf denk ik dat een leerling mishandelt wordt", "veiligThuis", "school", "children"),
  open("kinder mishandeling melden", "veiligThuis", "flanders", "children"),
  open("mijn dochter word gepest op school", "children", "school"),
  heldOut(
    "de buurkinderen krijgen geen eten en zitten onder de blauwe plekken",
    "veiligThuis",
    "flanders",
    "police",
  ),
  heldOut("my little sister gets hit by our father", "veiligThuis", "children", "flanders"),

  // Violence and threat
  open("mijn man slaat me en ik durf niet naar huis", "veiligThuis", "fier", "flanders", "police"),
  open("ze bedreigen me sinds ik weg ben", "police", "proceedings", "veiligThuis"),
  open("I get threats from members of the group, they say they know where I live", "police", "proceedings"),
  open("mijn ex stalkt me en staat elke dag voor de deur", "police", "proceedings", "veiligThuis"),
  open("ik word gechanteerd met foto's", "police", "proceedings"),
  open("ze hebben mijn broer opgesloten in een kamer", "police", "veiligThuis", "fier", "flanders"),
  open("mijn familie wil me vermoorden om de eer", "fier", "forcedMarriage", "police", "veiligThuis"),
  open("I need a safe place to sleep tonight", "comensha", "fier"),
  open("ik zoek een schuilplek, ik kan niet terug naar huis", "comensha", "fier"),
  heldOut("mijn partner mept en schopt als hij kwaad is", "veiligThuis", "fier", "flanders", "police"),
  heldOut("he said he will kill me if I ever leave", "police", "proceedings", "veiligThuis", "fier"),
  heldOut("waar kan ik onderduiken, ze zoeken me", "comensha", "fier"),

  // Sexual exploitation and violence
  open("ik ben gister verkracht", "csg", "vicePolice"),
  open("I was raped last night and don't know what to do", "csg", "vicePolice"),
  open("de leider zat aan me, hij raakte me aan waar ik het niet wilde", "csg", "vicePolice", "evangelical"),
  open(
    "mijn vriend laat me met andere mannen naar bed gaan voor geld",
    "fier",
    "comensha",
    "vicePolice",
    "police",
  ),
  open("loverboy", "fier", "comensha", "vicePolice", "police"),
  open("de pastoor heeft vroeger aan mij gezeten", "pastoral", "reformedChurch", "evangelical"),
  open("misbruik door de dominee", "pastoral", "reformedChurch", "evangelical"),
  open("I was abused by a priest when I was young", "pastoral", "reformedChurch", "evangelical"),
  open("jehova getuigen misbruik praten met anderen die het meegemaakt hebben", "jehovah"),
  open("aanranding aangeven bij de politie", "vicePolice", "police", "csg"),
  open("seksueel misbruik door voorganger van onze evangelische gemeente", "evangelical"),
  open("ik wil praten met een zedenrechercheur", "vicePolice", "police"),
  heldOut("ze dwingen haar tot sex met klanten", "fier", "comensha", "vicePolice", "police"),
  heldOut("sexual assault two days ago, where can I go", "csg", "vicePolice"),
  heldOut("een ouderling heeft mij misbruikt", "reformedChurch", "pastoral", "evangelical", "jehovah"),

  // Labour exploitation and trafficking
  open("ik moet de hele dag werken en krijg niks betaald", "fairwork", "labourInspectorate"),
  open("they took my passport and make me work for no money", "fairwork", "labourInspectorate", "comensha"),
  open("mijn baas heeft mijn paspoort afgepakt", "fairwork", "labourInspectorate", "comensha"),
  open("ik werk al jaren gratis voor de beweging en mag niet stoppen", "fairwork", "labourInspectorate"),
  open("slachtoffer van mensenhandl", "comensha", "fairwork", "fier", "labourInspectorate"),
  open(
    "werkgever betaalt ver onder het minimumloon en we slapen met tien man op een kamer",
    "labourInspectorate",
    "fairwork",
  ),
  heldOut("uitgebuit op een boerderij, veertien uur per dag", "fairwork", "labourInspectorate", "comensha"),
  heldOut("my boss does not pay me and says I owe him", "fairwork", "labourInspectorate"),

  // Financial abuse
  open(
    "mijn moeder heeft al haar geld aan die goeroe gegeven",
    "courses",
    "fraud",
    "damages",
    "juridischLoket",
  ),
  open("geld kwijt aan nepbelegging", "fraud"),
  open("ik ben opgelicht", "fraud"),
  open("I was scammed and lost all my savings", "fraud"),
  open("dure training, ik wil er vanaf en mijn geld terug", "courses", "damages"),
  open("hoe zeg ik mijn lidmaatschap van de cursus op", "courses"),
  open("ik heb schulden door al die seminars", "courses", "juridischLoket", "fraud"),
  open("ik wil een schadevergoeding voor wat ze me hebben aangedaan", "damages", "compensationFund"),
  open("can I get my money back from the course", "courses", "damages"),
  heldOut(
    "oma heeft haar huis op naam van de stichting gezet",
    "juridischLoket",
    "fraud",
    "courses",
    "damages",
  ),
  heldOut(
    "ze hebben duizenden euro's van mijn rekening gehaald",
    "fraud",
    "damages",
    "juridischLoket",
    "courses",
  ),
  heldOut("I signed a contract for an expensive training and want out", "courses", "juridischLoket"),

  // Psychological abuse, closed groups, radicalization
  open("mijn zoon zit in een sekte en wil ons niet meer zien", "cultChat"),
  open("my daughter joined a cult", "cultChat"),
  open("sektes", "cultChat"),
  open("ik wil uit de groep stappen maar ben bang", "extremism", "cultChat"),
  open("mijn zus is helemaal gehersenspoeld", "cultChat", "extremism", "evangelical", "mind"),
  open("he controls everything I do and who I see", "cultChat", "mind", "fier", "veiligThuis"),
  open("ze laten me niet gaan", "cultChat", "captivity", "forcedMarriage"),
  open("mijn broer heeft het alleen nog maar over de heilige oorlog", "extremism", "school"),
  open("leerling met extreem rechtse ideeen, ik ben docent", "school", "extremism"),
  open("ik ben uit de sekte gestapt en weet niet hoe ik verder moet", "cultChat", "extremism"),
  open("my ex group shuns me and my family will not talk to me anymore", "cultChat", "listening", "jehovah"),
  open("ik moet trouwen met mijn neef", "forcedMarriage", "captivity"),
  open("uithuwelijken", "forcedMarriage", "captivity"),
  open("my parents want to marry me off abroad", "forcedMarriage", "captivity"),
  open("mijn man weigert de scheiding, hij laat mij niet los voor het geloof", "captivity", "forcedMarriage"),
  heldOut("mijn kind is in de ban van een spirituele leider", "cultChat", "extremism", "evangelical"),
  heldOut("ze willen me in de vakantie daar laten trouwen", "forcedMarriage", "captivity"),
  heldOut("my cousin talks about joining the jihad", "extremism", "school"),
  heldOut("we mogen geen contact meer met mensen van buiten", "cultChat", "mind", "extremism"),

  // What callers need
  open("ik wil niet meer leven", "suicide"),
  open("I want to kill myself", "suicide"),
  open("ik ben bang dat mijn vriendin zichzelf iets aandoet", "suicide"),
  open("ik voel me zo alleen, ik heb niemand meer", "listening", "mind"),
  open("gewoon even met iemand praten midden in de nacht", "listening", "suicide"),
  open("ik heb nachtmerries en paniekaanvallen sinds ik weg ben", "fier", "mind"),
  open("need someone to talk to", "listening", "mind"),
  open("gratis advokaat", "rechtsbijstand", "victimLawyers", "juridischLoket"),
  open("I need a lawyer but I can't afford one", "rechtsbijstand", "victimLawyers", "juridischLoket"),
  open("hoe doe ik aangifte en wie gaat er mee naar de rechtbank", "proceedings", "police", "victimLawyers"),
  open("voogdij over mijn kinderen na de scheiding", "juridischLoket"),
  open("klacht over mijn therapeut, hij werd verliefd op me", "careComplaints"),
  open("een alternatieve genezer heeft mijn moeder van haar medicijnen gehaald", "careComplaints"),
  open("ik weet wie de dader is maar wil mijn naam niet noemen", "anonymousTip"),
  open("tip the police anonymously", "anonymousTip"),
  open("wij wonen in antwerpen en er is geweld in het gezin", "flanders", "veiligThuis"),
  open("slachtofferhulp na een misdrijf, ik kan er niet van slapen", "emotional"),
  heldOut("het leven heeft geen zin meer, ik wil dood", "suicide"),
  heldOut("I have no friends left and nobody listens", "listening", "mind"),
  heldOut(
    "de rechtszaak begint volgende week, wie helpt mij",
    "proceedings",
    "victimLawyers",
    "rechtsbijstand",
  ),
];
