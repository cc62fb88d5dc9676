import type { RegardConfig } from "../../contract/config.ts";
import { addDays, addMonths } from "../civil-date.ts";
import { contrast } from "../contrast.ts";
import { holidayCalendar } from "../holidays/calendar.ts";
import { letterLogoFile } from "../logo/letter-logo-file.ts";
import type { LogoPicture, NotALogo } from "../logo/logo-picture.ts";
import { PALETTE, paletteOf, SCHEMES } from "../palette.ts";
import { REGIME_IDS } from "../regimes.ts";
import { type Check, check, type Finding, fine, listed, toDo } from "./check.ts";

/** So far ahead lies the last day of a time limit that was extended, with some months for a person to look (Art. 12(3)). */
const HOLIDAYS_AHEAD_MONTHS = 14;
const RESTRICTION_ENDS_SOON_DAYS = 30;

/** Names that lead nowhere (RFC 2606), and the account of AWS's own examples: what the sample company has. */
const PLACEHOLDER = /(^|[.@/])(example\.(com|net|org)|[\w-]+\.(example|test|invalid)|localhost)(\/|$)|:111122223333:/;

/** What a logo's file holds; undefined where there is no such file. */
export type LogoFile = LogoPicture | NotALogo | undefined;

const ownValues = (config: RegardConfig): Finding => {
  const values = {
    "brand.privacyNoticeUrl": config.brand.privacyNoticeUrl,
    "mail.from": config.mail.from,
    "dpo.email": config.dpo.email,
    "approver.email": config.approver.email,
    alarmsTo: config.alarmsTo,
    "domain.name": config.domain.name,
    "domain.certificateArn": config.domain.certificateArn,
    ...(config.staff.signIn === "oidc" && { "staff.issuer": config.staff.issuer }),
  };
  const placeholders = Object.entries(values).flatMap(([field, value]) => (PLACEHOLDER.test(value) ? [field] : []));
  return placeholders.length === 0
    ? fine("Addresses and names are the company's own.")
    : toDo(
        `${listed(placeholders)} ${placeholders.length === 1 ? "has" : "have"} a value from the examples, which leads nowhere.`,
        "Write the company's own into regard.config.ts before you deploy.",
      );
};

const colours = ({ brand }: RegardConfig): Finding => {
  const weakest = Math.min(
    ...SCHEMES.map((scheme) => {
      const { deep, tint, paper, soft } = brand.colours ? paletteOf(scheme, brand.colours[scheme]) : PALETTE[scheme];
      return Math.min(contrast(deep, tint), contrast(deep, paper), contrast(soft, paper));
    }),
  );
  const whose = brand.colours === undefined ? "The portal's own colours" : "The company's colours";
  return fine(`${whose} can be read on light and dark pages: ${Math.floor(weakest * 10) / 10}:1 at least.`);
};

interface Logos {
  /** A file as a logo of the pages, and as one of letters. */
  readonly readLogo: (file: string) => LogoFile;
  readonly readLetterLogo: (file: string) => LogoFile;
}

const logo = ({ brand }: RegardConfig, { readLogo, readLetterLogo }: Logos): Finding => {
  if (brand.logo === undefined) return fine("There is none; the company's name stands there in words.");
  const files = [brand.logo.light, brand.logo.dark].flatMap((file) => file ?? []);
  const inLetters = letterLogoFile(brand);
  const reads = files.map((file) => [file, readLogo] as const);
  if (inLetters !== undefined) reads.push([inLetters, readLetterLogo]);
  for (const [file, read] of reads) {
    const found = read(file);
    if (found === undefined)
      return toDo(`There is no file ${file}.`, "Put it there, or correct brand.logo in regard.config.ts.");
    if ("fault" in found) return toDo(`${file} cannot be the logo: ${found.fault}.`, "Change the file and ask again.");
  }
  return inLetters === undefined
    ? fine(
        `${listed(files)} can be shown; letters carry PNGs alone, so they have the name in words.`,
        "Give letters a PNG in brand.logo.letters, if you like.",
      )
    : fine(`${listed(files)} can be shown, and ${inLetters} in letters.`);
};

const words = (config: RegardConfig, knownCases: ReadonlySet<string>): Finding => {
  const silent = config.cases.filter(({ type, words: own }) => own === undefined && !knownCases.has(type));
  return silent.length === 0
    ? fine(`Everything that customers read has words in ${listed(config.languages)}.`)
    : toDo(
        `Cases of type ${listed(silent.map(({ type }) => type))} have no words, so customers read that a look "matches a case" and not which.`,
        "Write cases.words in regard.config.ts.",
      );
};

const holidays = ({ jurisdictions, holidays: own }: RegardConfig, today: string): Finding => {
  const until = addMonths(today, HOLIDAYS_AHEAD_MONTHS);
  const missing = jurisdictions.flatMap((regime) => {
    const calendar = holidayCalendar(regime, own);
    const years: number[] = [];
    for (let year = Number(today.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) years.push(year);
    return years.filter((year) => !calendar.knows(`${year}-01-01`)).map((year) => `${regime} ${year}`);
  });
  if (missing.length > 0)
    return toDo(
      `The public holidays of ${listed(missing)} are not known; without them a date may fall on one.`,
      "Write all of them into holidays in regard.config.ts, or bring Regard up to date.",
    );
  const idle = REGIME_IDS.filter((regime) => own[regime] !== undefined && !jurisdictions.includes(regime));
  return idle.length === 0
    ? fine(`Public holidays are known until ${until} at least.`)
    : toDo(
        `holidays has ${listed(idle)}, which jurisdictions does not name.`,
        "Add it to jurisdictions, or take its holidays out.",
      );
};

const restrictions = ({ restrictions: all }: RegardConfig, today: string): Finding => {
  const over = all.filter(({ until }) => until < today);
  if (over.length > 0)
    return toDo(
      `The restriction of ${listed(over.map(({ purpose, until }) => `${purpose} (until ${until})`))} is over: those looks are in customers' records now.`,
      "Take it out of regard.config.ts, or decide anew and write down why.",
    );
  const soon = all.filter(({ until }) => until <= addDays(today, RESTRICTION_ENDS_SOON_DAYS));
  return soon.length === 0
    ? fine(
        all.length === 0 ? "Nothing is held back from customers." : `${all.length} in force, none ends within 30 days.`,
      )
    : fine(
        `The restriction of ${listed(soon.map(({ purpose, until }) => `${purpose} (until ${until})`))} ends soon.`,
        "Decide whether its reason still holds; afterwards those looks are shown.",
      );
};

const cases = ({ cases: all }: RegardConfig, today: string): Finding => {
  const ahead = all.filter(({ completeSince = today }) => completeSince > today);
  return ahead.length === 0
    ? fine("No case counts as complete before its day.")
    : toDo(
        `completeSince of ${listed(ahead.map(({ type }) => type))} lies ahead.`,
        "Write the day since which every case of that type was sent.",
      );
};

const related = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

const sender = ({ mail, domain }: RegardConfig): Finding => {
  const mailDomain = mail.from.slice(mail.from.indexOf("@") + 1).toLowerCase();
  const parent = domain.name.slice(domain.name.indexOf(".") + 1);
  return related(mailDomain, parent)
    ? fine(`Codes come from ${mailDomain}, the portal is ${domain.name}: customers see that they belong together.`)
    : fine(
        `Codes come from ${mailDomain}, and the portal is ${domain.name}.`,
        "Names that do not look alike look like fraud: send from the portal's own domain, or explain it in the privacy notice.",
      );
};

const sources = ({ sources: all }: RegardConfig): Finding =>
  all.length === 0
    ? toDo(
        "None is named, so a record cannot say which systems it speaks for.",
        "Write each system that reports into sources.",
      )
    : fine(`${all.length} named: ${listed(all.map(({ source }) => source))}.`);

/**
 * What can be said of a configuration that is valid.
 *
 * @param knownCases Types of cases for which the portal has words of its own.
 * @param today Civil date in the company's zone.
 */
export const configChecks = (
  config: RegardConfig,
  {
    today,
    knownCases,
    ...logos
  }: Logos & {
    readonly today: string;
    readonly knownCases: ReadonlySet<string>;
  },
): readonly Check[] => [
  check("config.values", "Your own values", ownValues(config)),
  check("config.colours", "Colours", colours(config)),
  check("config.logo", "Logo", logo(config, logos)),
  check("config.words", "Words", words(config, knownCases)),
  check("config.holidays", "Public holidays", holidays(config, today)),
  check("config.restrictions", "Restrictions", restrictions(config, today)),
  check("config.cases", "Cases", cases(config, today)),
  check("config.sources", "Sources", sources(config)),
  check("config.sender", "Sender", sender(config)),
];
