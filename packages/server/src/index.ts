export { packTexts, readCalendars } from './modules/law/read-packs.ts';
export { startEmbedded, startTemporary } from './platform/database/embedded.ts';
export type { Connection, PrivateServer } from './platform/database/private-server.ts';
export { DatabaseStartError } from './platform/database/start-error.ts';
