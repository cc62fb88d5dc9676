/** Where customers may complain, whatever their language: authorities by the names that they give themselves. */
export const AUTHORITIES = [
  {
    name: "Information Commissioner’s Office (ICO)",
    language: "en",
    country: "GB",
    url: "https://ico.org.uk/make-a-complaint/",
  },
  {
    name: "Commission nationale de l’informatique et des libertés (CNIL)",
    language: "fr",
    country: "FR",
    url: "https://www.cnil.fr/fr/plaintes",
  },
  {
    name: "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)",
    language: "de",
    country: "DE",
    url: "https://www.bfdi.bund.de/",
  },
  {
    name: "Agencia Española de Protección de Datos (AEPD)",
    language: "es",
    country: "ES",
    url: "https://www.aepd.es/",
  },
] as const;

/** Members of the European Data Protection Board: every authority of the European Union. */
export const ALL_AUTHORITIES_URL = "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en";
