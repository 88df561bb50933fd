import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';

/** What is wrong with an installation and what to do; status 1 when something is. */
export function doctorCommand(): Command {
  const command = new Command('doctor').description('检查本机安装 / say what is wrong here and what to do');
  return withOutputOptions(command).action((options: OutputOptions) =>
    guarded(options, async (out) => {
      const { examine } = await import('@sallyport/server/program');
      const { settings, findings } = await examine();
      for (const { name, value, source, valid } of settings) {
        if (source === 'unset') continue;
        out.line(`  ${valid ? ' ' : '×'} ${name}=${value ?? ''}`);
      }
      for (const { what, well, advice } of findings) {
        out.line(`  ${well ? '✓' : '×'} ${what[out.language]}`);
        if (advice !== null) out.line(`      ${advice[out.language]}`);
      }
      out.data({ settings, findings });
      if (findings.some(({ well }) => !well)) process.exitCode = 1;
    }),
  );
}
