import { offerLeaving } from "../leave.ts";

offerLeaving();
