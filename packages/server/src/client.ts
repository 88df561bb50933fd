/** What needs no open program: asking a running one, checking an exported log, being a witness. It loads in a fraction of the time. */
export { writeInto } from './modules/journal/export.ts';
export { originsOfNoLog, witnessKey } from './modules/journal/keys-of.ts';
export { isBroken } from './modules/journal/report.ts';
export { carriedLog, exportedLogs, verifyFolder } from './modules/journal/verify-folder.ts';
export { readConfig } from './platform/config/config.ts';
export { nodeSha256 } from './platform/hashing/sha256.ts';
export { answers } from './platform/http/listen.ts';
export { socketPath } from './platform/http/socket-path.ts';
export { cosignCarried } from './witness/carried.ts';
export { serveWitness } from './witness/serve.ts';
