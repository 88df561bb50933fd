import { advisoryTables } from './modules/advisories/index.ts';
import { briefingTables } from './modules/briefing/index.ts';
import { deviceTables } from './modules/devices/index.ts';
import { dutyTables } from './modules/duties/index.ts';
import { educationTables } from './modules/education/index.ts';
import { fileTables } from './modules/files/index.ts';
import { formTables } from './modules/forms/index.ts';
import { identityColumns } from './modules/identity/index.ts';
import { importTables } from './modules/imports/index.ts';
import { journalTables } from './modules/journal/index.ts';
import { lawTables } from './modules/law/index.ts';
import { noticeTables } from './modules/notices/index.ts';
import { peopleTables } from './modules/people/index.ts';
import { privacyTables } from './modules/privacy/index.ts';
import { registerTables } from './modules/register/index.ts';
import { tripTables } from './modules/trips/index.ts';
import type { TableDeclaration } from './platform/database/columns.ts';
import { installationTables } from './platform/database/installation-columns.ts';

/** Every table of the program with what each column holds of people (DECISIONS 10); a test holds it to the catalogue. */
export const declaredTables: readonly TableDeclaration[] = [
  ...installationTables,
  ...registerTables,
  ...lawTables,
  ...dutyTables,
  ...identityColumns,
  ...journalTables,
  ...privacyTables,
  ...noticeTables,
  ...fileTables,
  ...formTables,
  ...educationTables,
  ...importTables,
  ...peopleTables,
  ...tripTables,
  ...briefingTables,
  ...advisoryTables,
  ...deviceTables,
];
