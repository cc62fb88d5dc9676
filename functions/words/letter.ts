import type { Language } from "../domain/vocabulary.ts";
import { letter as de } from "./de/letter.ts";
import { letter as en } from "./en/letter.ts";
import { letter as es } from "./es/letter.ts";
import { letter as fr } from "./fr/letter.ts";
import type { LetterWords } from "./letter-words.ts";

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = { en, fr, de, es };
