/** Whom the company's own sign-in let in; each example has this in place of it. */
export interface Staff {
  readonly id: string;
  readonly role: string;
  readonly unit: string;
}

/** Each framework looks for its own. */
const REFUSED = { status: 401, statusCode: 401, expose: true, getResponse: () => new Response("", { status: 401 }) };

/** Reads the session of a request. Here it is a header; a real one asks its identity provider. */
export const staffOf = (session: string | undefined): Staff => {
  if (!session) throw Object.assign(new Error("Sign in first."), REFUSED);
  return { id: session, role: "agent", unit: "support" };
};

/** What the company keeps of its customers. */
export const readCustomer = async (id: string) => {
  reads.push(id);
  return { id, phone: "+44 20 7946 0018" };
};

/** Every read of a customer's data, so that a test can see that there was none. */
export const reads: string[] = [];
