import { Command } from 'commander';
import { lawCommand } from './commands/law.ts';

const program = new Command('sallyport').description('平安门 Sallyport').version('0.1.0');
program.addCommand(lawCommand());
await program.parseAsync();
