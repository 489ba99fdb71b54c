import { namedId } from "../../../src/directory/named-id.ts";
import { organizations, services } from "../../../src/directory/schema.ts";
import { rebuildSearch } from "../../../src/directory/search/search-index.ts";
import type { Context } from "../../../src/platform/context.ts";
import { transact } from "../../../src/platform/database/transact.ts";

const offers = [
  ["care", "Thuiszorg", "Verzorging en verpleging thuis, overdag en in de nacht"],
  ["care", "Fysiotherapie", "Behandeling van klachten aan rug, nek en schouders"],
  ["care", "Opvoedondersteuning", "Vragen over slapen, eten en grenzen stellen bij een kind"],
  ["care", "Kraamzorg", "Hulp aan moeder en baby in de eerste week na de bevalling"],
  ["care", "Dagbesteding voor ouderen", "Samen koffie drinken, wandelen en eten met anderen"],
  ["care", "Verslavingszorg", "Stoppen met alcohol, gokken of drugs, met begeleiding van een arts"],
  ["care", "Diëtist", "Advies over gezond eten, afvallen en voeding bij ziekte"],
  ["care", "Maatjesproject", "Een vrijwilliger die met iemand op pad gaat of een praatje maakt"],
  ["care", "Mantelzorgondersteuning", "Steun voor wie voor een zieke man, vrouw of ouder zorgt"],
  ["care", "Huisartsenpost", "Dringende medische hulp in de avond, de nacht en het weekend"],
  ["care", "Jeugdgezondheidszorg", "Vaccinaties en groei van kinderen tot vier jaar"],
  ["care", "Relatietherapie", "Gesprekken voor partners die samen verder willen of uit elkaar gaan"],
  ["care", "Begeleid wonen", "Een eigen kamer met begeleiding bij huishouden en post"],
  ["care", "Autismebegeleiding", "Structuur op school, op het werk en thuis"],
  ["care", "Dementiezorg", "Casemanager voor iemand met geheugenverlies en de familie"],
  ["care", "Logopedie", "Oefenen met praten, stem en slikken"],
  ["care", "Kinderopvang", "Opvang voor kinderen van nul tot twaalf jaar, ook voor en na school"],
  ["care", "Taalles voor nieuwkomers", "Nederlands leren praten, lezen en schrijven in een groep"],
  ["care", "Reuma-oefengroep", "Bewegen in warm water met anderen"],
  ["care", "Ondersteuning bij kanker", "Informatie, gesprekken en ontspanning tijdens en na de behandeling"],
  ["care", "Voedselbank", "Een pakket met eten voor wie weinig geld heeft"],
  ["care", "Maatschappelijk werk", "Hulp bij problemen met geld, werk, wonen of de buren"],
  ["care", "Psychologenpraktijk", "Behandeling van een burn-out, dwangstoornis of eetstoornis"],
  ["care", "Tandartspraktijk", "Controle, vullingen en angst voor de tandarts"],
  ["care", "Dierenhulp", "Opvang van honden en katten die hun baas kwijt zijn"],
  ["legal", "Huurrecht", "Geschil met de verhuurder over huurprijs, onderhoud of borg"],
  ["legal", "Belastingadvies", "Hulp bij aangifte inkomstenbelasting en toeslagen"],
  ["legal", "Schuldhulpverlening", "Een plan om schulden af te betalen en beslag te voorkomen"],
  ["legal", "Arbeidsrecht", "Ontslag, loon bij ziekte en een contract dat niet verlengd wordt"],
  ["legal", "Letselschade", "Vergoeding na een ongeluk in het verkeer of op het werk"],
  ["legal", "Bestuursrecht", "Bezwaar tegen een besluit van de gemeente over bijstand of zorg"],
  ["legal", "Mediation", "Samen afspraken maken bij een scheiding of een ruzie in de familie"],
  ["legal", "Vreemdelingenrecht", "Verblijfsvergunning, paspoort, gezinshereniging en naturalisatie"],
  ["legal", "Erfrecht en testament", "Een testament opstellen of een erfenis verdelen"],
  ["legal", "Bewindvoering", "Geld en rekeningen van iemand beheren die dat niet zelf kan"],
  ["legal", "Consumentenrecht", "Een koop ongedaan maken of een abonnement stopzetten"],
  ["legal", "Burenrecht", "Ruzie over een schutting, geluid of een boom"],
  ["legal", "Notariaat", "Een huis kopen, een stichting oprichten, trouwen op voorwaarden"],
  ["investigation", "Milieuklachten", "Melding van stank, lawaai of vervuiling door een bedrijf"],
  ["investigation", "Voedselveiligheid", "Melding over eten dat niet veilig is, of een dier in nood"],
] as const;

const kinds = ["Stichting", "Praktijk", "Bureau", "Centrum", "Vereniging", "Buurthuis", "Coöperatie", "Team"];
const names = ["De Linde", "Het Anker", "De Meander", "Zonnehoek", "De Wissel", "Oostwaarts", "De Kompaan"];
const towns = [
  "Assen",
  "Breda",
  "Deventer",
  "Ede",
  "Goes",
  "Hoorn",
  "Leeuwarden",
  "Roermond",
  "Zwolle",
  "Gouda",
];
const ways = [
  "Bel of mail voor een afspraak.",
  "Een eerste gesprek is gratis.",
  "Ook in het Engels.",
  "Op verwijzing van de huisarts.",
  "Voor inwoners van de gemeente.",
  "Wij luisteren en denken mee.",
  "Er is een wachtlijst.",
];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Fills the directory with `count` services of other kinds, always the same ones. */
export async function addDistractors(ctx: Context, count: number): Promise<void> {
  const lastModified = new Date("2026-01-05T09:00:00Z");
  const numbers = Array.from({ length: count }, (_, at) => at);
  const made = await Promise.all(
    numbers.map(async (at) => {
      const [domain, offer, description] = pick(offers, at);
      const town = pick(towns, Math.floor(at / offers.length));
      const organization = `${pick(kinds, at * 3)} ${pick(names, at * 5 + Math.floor(at / 7))} ${town}`;
      const organizationId = await namedId("distractor", String(at));
      return {
        organization: {
          id: organizationId,
          name: organization,
          description: organization,
          country: "NL",
          lastModified,
        },
        service: {
          id: await namedId("distractor", String(at), "service"),
          organizationId,
          name: `${offer} ${town}`,
          description: `${description}. ${pick(ways, at * 11)} ${pick(ways, at + 3)}`,
          status: "active" as const,
          domain,
          audiences: ["harmed" as const, "relative" as const],
          channels: ["phone" as const, "visit" as const],
          lastModified,
        },
      };
    }),
  );
  await transact(ctx, async (tx) => {
    for (let from = 0; from < made.length; from += 500) {
      const part = made.slice(from, from + 500);
      await tx.insert(organizations).values(part.map(({ organization }) => organization));
      await tx.insert(services).values(part.map(({ service }) => service));
    }
    await rebuildSearch(tx);
  });
}
