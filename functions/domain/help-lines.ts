import type { AuthorityId } from "./authorities.ts";
import { REGIMES, type RegimeId } from "./regimes.ts";

/** Who helps people that are harassed or harmed, by the name that it gives itself. */
interface HelpLine {
  readonly name: string;
  /** BCP 47 tag of the language of `name`. */
  readonly language: string;
  /** As it is dialled within the country. */
  readonly number: string;
  readonly url: string;
}

/** Where people in one country turn, outside the company. Few and lasting: a wrong number is worse than none. */
export interface Help {
  /** Emergency numbers, the one that comes to mind first in front. */
  readonly emergency: readonly string[];
  readonly lines: readonly HelpLine[];
  readonly authority: AuthorityId;
}

export const HELP_COUNTRIES = ["GB", "FR", "DE", "ES", "IE", "BE", "NL", "EE", "FI"] as const;
export type HelpCountry = (typeof HELP_COUNTRIES)[number];

const line = (language: string, name: string, number: string, url: string): HelpLine => ({
  name,
  language,
  number,
  url,
});

export const HELP: Readonly<Record<HelpCountry, Help>> = {
  GB: {
    emergency: ["999", "112"],
    lines: [
      line(
        "en",
        "National Stalking Helpline (Suzy Lamplugh Trust)",
        "0808 802 0300",
        "https://www.suzylamplugh.org/national-stalking-helpline",
      ),
      line("en", "Victim Support", "0808 16 89 111", "https://www.victimsupport.org.uk/"),
    ],
    authority: "ico",
  },
  FR: {
    emergency: ["17", "112"],
    lines: [line("fr", "France Victimes", "116 006", "https://www.france-victimes.fr/")],
    authority: "cnil",
  },
  DE: {
    emergency: ["110", "112"],
    lines: [line("de", "Opfer-Telefon des WEISSEN RINGS", "116 006", "https://weisser-ring.de/")],
    authority: "bfdi",
  },
  ES: {
    emergency: ["112"],
    lines: [
      line("es", "Servicio 016 (violencia contra las mujeres)", "016", "https://violenciagenero.igualdad.gob.es/"),
    ],
    authority: "aepd",
  },
  IE: {
    emergency: ["112", "999"],
    lines: [line("en", "Crime Victims Helpline", "116 006", "https://www.crimevictimshelpline.ie/")],
    authority: "dpc",
  },
  BE: {
    emergency: ["101", "112"],
    lines: [
      line("fr", "Écoute violences conjugales", "0800 30 030", "https://www.ecouteviolencesconjugales.be/"),
      line("nl", "1712", "1712", "https://1712.be/"),
    ],
    authority: "apd-gba",
  },
  NL: {
    emergency: ["112"],
    lines: [line("nl", "Slachtofferhulp Nederland", "0900 0101", "https://www.slachtofferhulp.nl/")],
    authority: "ap",
  },
  EE: {
    emergency: ["112"],
    lines: [line("et", "Ohvriabi kriisitelefon", "116 006", "https://www.palunabi.ee/")],
    authority: "aki",
  },
  FI: {
    emergency: ["112"],
    lines: [line("fi", "Rikosuhripäivystys (RIKU)", "116 006", "https://www.riku.fi/")],
    authority: "tsv",
  },
};

/** The country of a regime, whose help is shown first. */
export const helpCountryOf = (regime: RegimeId): HelpCountry =>
  HELP_COUNTRIES.find((country) => HELP[country].authority === REGIMES[regime].authority) ?? "GB";
