/** A supervisory authority, by the name that it gives itself. */
export interface Authority {
  readonly name: string;
  /** BCP 47 tag of the language of `name`. */
  readonly language: string;
  /** ISO 3166-1 code. */
  readonly country: string;
  /** Where a complaint begins, or the authority's front page. */
  readonly url: string;
}

export type AuthorityId = "ico" | "cnil" | "bfdi" | "aepd" | "dpc" | "apd-gba" | "ap" | "aki" | "tsv";

/** Where customers may complain, whatever their language. */
export const AUTHORITIES: Readonly<Record<AuthorityId, Authority>> = {
  ico: {
    name: "Information Commissioner’s Office (ICO)",
    language: "en",
    country: "GB",
    url: "https://ico.org.uk/make-a-complaint/",
  },
  cnil: {
    name: "Commission nationale de l’informatique et des libertés (CNIL)",
    language: "fr",
    country: "FR",
    url: "https://www.cnil.fr/fr/plaintes",
  },
  bfdi: {
    name: "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)",
    language: "de",
    country: "DE",
    url: "https://www.bfdi.bund.de/",
  },
  aepd: {
    name: "Agencia Española de Protección de Datos (AEPD)",
    language: "es",
    country: "ES",
    url: "https://www.aepd.es/",
  },
  dpc: {
    name: "Data Protection Commission (DPC)",
    language: "en",
    country: "IE",
    url: "https://www.dataprotection.ie/",
  },
  "apd-gba": {
    name: "Autorité de protection des données (APD-GBA)",
    language: "fr",
    country: "BE",
    url: "https://www.autoriteprotectiondonnees.be/",
  },
  ap: {
    name: "Autoriteit Persoonsgegevens (AP)",
    language: "nl",
    country: "NL",
    url: "https://www.autoriteitpersoonsgegevens.nl/",
  },
  aki: { name: "Andmekaitse Inspektsioon (AKI)", language: "et", country: "EE", url: "https://www.aki.ee/" },
  tsv: { name: "Tietosuojavaltuutetun toimisto", language: "fi", country: "FI", url: "https://tietosuoja.fi/" },
};

/** Members of the European Data Protection Board: every authority of the European Union. */
export const ALL_AUTHORITIES_URL = "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en";
