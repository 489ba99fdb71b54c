import {
  accessibilities,
  addresses,
  attributes,
  contacts,
  languages,
  locations,
  metadata,
  phones,
  schedules,
  serviceAreas,
  serviceAtLocations,
} from "../../../../src/directory/schema.ts";
import { scheduleOf } from "./service.ts";
import { cities, idOf, pick, saidOf, type Tables } from "./words.ts";

/** The place of the `n`th service; every tenth is confidential. */
export function placeRows(n: number, organization: number): Tables {
  const locationId = idOf("location", n);
  const placeId = idOf("service_at_location", n);
  const here = (kind: string) => ({ id: idOf(`${kind}/location`, n), locationId });
  const there = (kind: string) => ({ id: idOf(`${kind}/place`, n), serviceAtLocationId: placeId });
  const visited = { number: `06 ${10_000_000 + n}`, country: "NL", type: "cell", description: "Balie" };
  const said = [saidOf("location", locationId, n), saidOf("service_at_location", placeId, n)];
  return [
    [locations, [locationRow(locationId, n, organization)]],
    [addresses, [addressRow(here("address"), n)]],
    [
      accessibilities,
      [
        {
          ...here("accessibility"),
          description: "Rolstoel",
          details: "Lift aanwezig",
          url: "https://toegang.example/lift",
        },
      ],
    ],
    [
      serviceAtLocations,
      [{ id: placeId, serviceId: idOf("service", n), locationId, description: "Op de eerste verdieping" }],
    ],
    [
      serviceAreas,
      [{ ...there("service_area"), name: pick(cities, n)[0], extentType: "text", national: false }],
    ],
    [
      contacts,
      [
        { ...here("contact"), name: "Beheer" },
        { ...there("contact"), name: "Balie" },
      ],
    ],
    [
      phones,
      [
        { ...here("phone"), ...visited },
        { ...there("phone"), ...visited },
        { id: idOf("phone/contact", n), contactId: idOf("contact/location", n), ...visited },
      ],
    ],
    [languages, [{ ...here("language"), name: "Arabisch", code: "ar" }]],
    [
      schedules,
      [
        { ...here("schedule"), ...scheduleOf(n) },
        { ...there("schedule"), ...scheduleOf(n + 1), timeZone: "Europe/Brussels" },
      ],
    ],
    [attributes, said.flatMap((each) => each.attributes)],
    [metadata, said.flatMap((each) => each.metadata)],
  ];
}

function locationRow(id: string, n: number, organization: number) {
  const [city, , latitude, longitude] = pick(cities, n);
  return {
    id,
    organizationId: idOf("organization", organization),
    locationType: "physical" as const,
    url: `https://plaats.example/${n}`,
    name: `Vestiging ${city}`,
    alternateName: `Gebouw ${n}`,
    description: "Naast het station",
    transportation: "Bus 5",
    latitude: latitude + (n % 10) / 1000,
    longitude: longitude + (n % 13) / 1000,
    externalIdentifier: String(n).padStart(16, "0"),
    externalIdentifierType: "BAG",
    confidential: n % 10 === 9,
  };
}

function addressRow(here: { id: string; locationId: string }, n: number) {
  const [city, stateProvince, , , postalCode] = pick(cities, n);
  return {
    ...here,
    attention: "Intake",
    address1: `Dorpsstraat ${n + 1}`,
    address2: "Bel 2",
    city,
    region: "Centrum",
    stateProvince,
    postalCode,
    country: "NL",
    addressType: "physical" as const,
  };
}
