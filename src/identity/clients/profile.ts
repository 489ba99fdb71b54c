/**
 * What a client is held to when it signs in. `fapi`: FAPI 2.0. `nl-gov`: the Dutch government's profile, which also
 * takes the token endpoint as audience, and RS256.
 */
export const profiles = ["fapi", "nl-gov"] as const;
export type Profile = (typeof profiles)[number];
