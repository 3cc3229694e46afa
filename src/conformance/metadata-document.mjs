// The official client of 2026-07-28 with the client id of Claude Code, whose document a Gatehouse of the suite profile has as a copy.
import { client, withDocument } from "./client-2.mjs";

export { client };

export const runs = { "auto 2026-07-28, OAuth by metadata document": withDocument };
