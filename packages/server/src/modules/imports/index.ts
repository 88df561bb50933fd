import type { Room } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { acts, workJob } from './act.ts';
import { sweepImports } from './contract.ts';
import type { ImportsParts } from './parts.ts';
import { implementPreview } from './preview.ts';
import { queries } from './show.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };
import { type RunKeyed, workOn } from './work.ts';

export { importTables } from './columns.ts';

export type Imports = Room & { readonly jobs: (run: RunKeyed) => JobDefinition[] };

/** People's own files, shown before they change anything, applied through the actions of the register, and undone as a whole. */
export function createImports(parts: ImportsParts): Imports {
  return {
    actions: [...implementPreview(parts), ...acts],
    queries,
    words: { zh, en },
    jobs: (run) => [
      {
        name: workJob,
        expires: 3600,
        run: (org, payload) => workOn({ ...parts, run }, org, String(payload['import'])),
      },
      {
        name: 'imports.sweep',
        schedule: '25 * * * *',
        run: async (org) => void (await run(sweepImports.name, [{}], machine(org), `sweep-${parts.ids.uuid()}`)),
      },
    ],
  };
}
