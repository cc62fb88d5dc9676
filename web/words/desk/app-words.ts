import type { ActsWords } from "./acts-en.ts";
import type { FindingsWords } from "./findings-en.ts";
import type { FormWords } from "./form-en.ts";
import type { MatterWords } from "./matter-en.ts";
import type { NumbersPageWords } from "./numbers-en.ts";
import type { QueueWords } from "./queue-en.ts";
import type { StoryWords } from "./story-en.ts";

/** What the desk says once somebody is signed in. English is the measure; see `translation.ts`. */
export interface DeskAppWords {
  readonly queue: QueueWords;
  readonly matter: MatterWords;
  readonly story: StoryWords;
  readonly acts: ActsWords;
  readonly form: FormWords;
  readonly numbers: NumbersPageWords;
  readonly findings: FindingsWords;
}
