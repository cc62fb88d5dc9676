import { faultOf } from "../http/problems.ts";

/**
 * What leaves a function uncaught, Lambda writes into its log and into the trace, message and all (the runtime sends it
 * as `Lambda-Runtime-Function-XRay-Error-Cause`). Other people's messages quote what they were given, so only the class
 * gets out. The APIs need none of this: they answer whatever happens.
 */
export const failsByName =
  <Event, Context, Answer>(work: (event: Event, context: Context) => Promise<Answer>) =>
  async (event: Event, context: Context): Promise<Answer> => {
    try {
      return await work(event, context);
    } catch (error) {
      throw new Error(faultOf(error) ?? "unknown");
    }
  };
