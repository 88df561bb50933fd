export { type BackedUp, makeBackup } from './administration.ts';
export { examine, type Finding } from './doctor.ts';
export { type Started, type StartOptions, socketPath, start } from './main.ts';
export { readRegister } from './modules/register/index.ts';
export { type Opened, open } from './open.ts';
export { type Config, readConfig } from './platform/config/config.ts';
export { answers } from './platform/http/listen.ts';
export { ExplainedError } from './platform/words/explained-error.ts';
export { type Restored, type RestoreReason, restore, restoreReasons } from './restore.ts';
