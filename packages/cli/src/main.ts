import { Command } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { courseCommand } from './commands/course.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { factsCommand } from './commands/facts.ts';
import { feelCommand } from './commands/feel.ts';
import { gateCommand } from './commands/gate.ts';
import { generateCommand } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { journalCommand } from './commands/journal.ts';
import { lawCommand } from './commands/law.ts';
import { moveCommand } from './commands/move.ts';
import { organisationCommand } from './commands/organisation.ts';
import { restoreCommand } from './commands/restore.ts';
import { signInLinkCommand } from './commands/sign-in-link.ts';
import { startCommand } from './commands/start.ts';
import { summaryCommand } from './commands/summary.ts';
import { languageAsked, speakTo } from './usage.ts';

const program = new Command('sallyport')
  .description('平安门 Sallyport')
  .version('0.1.0', '-V, --version', '版本 / version');
for (const command of [
  startCommand(),
  summaryCommand(),
  lawCommand(),
  courseCommand(),
  evaluateCommand(),
  explainCommand(),
  gateCommand(),
  factsCommand(),
  feelCommand(),
  importCommand(),
  generateCommand(),
  journalCommand(),
  backupCommand(),
  restoreCommand(),
  moveCommand(),
  organisationCommand(),
  signInLinkCommand(),
  doctorCommand(),
])
  program.addCommand(command);
speakTo(program, languageAsked(process.argv.slice(2)));
await program.parseAsync();
