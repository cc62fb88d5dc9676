import { Refusal } from "../../functions/domain/errors.ts";

/** The code of the refusal that work ends in; "done" where it ends in none. Whatever else is thrown goes on. */
export const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** What a refusal says beside its code. */
export const detailOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
};
