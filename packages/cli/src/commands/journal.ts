import { Command } from 'commander';
import { collectCommand } from '../journal/collect.ts';
import { exportCommand } from '../journal/export.ts';
import { verifyCommand } from '../journal/verify.ts';
import { witnessCommand } from '../journal/witness.ts';

export function journalCommand(): Command {
  const journal = new Command('journal').description(
    '留痕日志：核验、导出、见证、收入联署 / the journal: verify, export, witness, collect',
  );
  for (const command of [verifyCommand(), exportCommand(), witnessCommand(), collectCommand()])
    journal.addCommand(command);
  return journal;
}
