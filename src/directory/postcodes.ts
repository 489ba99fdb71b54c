import table from "./postcodes.nl.json" with { type: "json" };

/** Where a postcode lies. */
export interface PostcodeArea {
  /** Of its center, in degrees of WGS 84. */
  latitude: number;
  longitude: number;
  place: string;
  municipality: string;
  province: string;
}

let indexed: Map<string, string> | undefined;
let provinces: Map<string, string> | undefined;

const byPostcode = () => {
  indexed ??= new Map(table.postcodes.split(";").map((row) => [row.slice(0, 4), row]));
  return indexed;
};

const municipalities = () => table.municipalities.split("|").map((row) => row.split(":"));
const provinceAt = (place: string | undefined) => table.provinces.split("|")[Number(place)] ?? "";

/** Where the four digits of a Dutch postcode lie; letters behind them are ignored. */
export function findPostcode(code: string): PostcodeArea | undefined {
  const row = /^[1-9]\d{3}\s?([a-z]{2})?$/i.test(code) ? byPostcode().get(code.slice(0, 4)) : undefined;
  if (row === undefined) return undefined;
  const [, place, municipality, latitude, longitude] = row.split(",");
  const [name = "", province] = municipalities()[Number(municipality)] ?? [];
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    place: table.places.split("|")[Number(place)] ?? "",
    municipality: name,
    province: provinceAt(province),
  };
}

/** The province of a municipality, in whatever letters it is written. */
export function provinceOf(municipality: string): string | undefined {
  provinces ??= new Map(
    municipalities().map(([name = "", province]) => [name.toLowerCase(), provinceAt(province)]),
  );
  return provinces.get(municipality.toLowerCase());
}

/** The municipalities of a province, in whatever letters it is written. */
export const municipalitiesOf = (province: string): string[] =>
  municipalities().flatMap(([name = "", at]) =>
    provinceAt(at).toLowerCase() === province.toLowerCase() ? [name] : [],
  );
