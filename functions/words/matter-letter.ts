import type { Language } from "../domain/vocabulary.ts";
import { matterLetter as de } from "./de/matter-letter.ts";
import { matterLetter as en } from "./en/matter-letter.ts";
import { matterLetter as es } from "./es/matter-letter.ts";
import { matterLetter as fr } from "./fr/matter-letter.ts";
import type { MatterLetterWords } from "./matter-letter-words.ts";

export const MATTER_LETTER_WORDS: Readonly<Record<Language, MatterLetterWords>> = { en, fr, de, es };
