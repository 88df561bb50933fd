import type { OpenedOrganisation } from '@sallyport/server/program';
import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { askLines } from '../server/ask-lines.ts';

type Options = OutputOptions & { readonly name: string; readonly seat: string; readonly region?: string };

export function organisationCommand(): Command {
  const command = new Command('organisation').description(
    '单位：在本套安装中再开立一个 / organisations: open another in this installation',
  );
  command.addCommand(openCommand());
  return command;
}

/** By the machine's administrator, through the socket of the running program; the journal of the new organisation begins with it. */
function openCommand(): Command {
  const command = new Command('open')
    .description(
      '开立一个单位，给出其系统管理员的首次登录链接 / open an organisation; prints its administrator’s first link',
    )
    .requiredOption('--name <name>', '单位名称 / its name')
    .requiredOption('--seat <seat>', '数据所在法域（cn、us），须与已有单位相同 / where its data lies; one for all here')
    .option(
      '--region <region>',
      '在中国内地的单位：所在省级行政区，如重庆市、cq / of one in China: the region it is in',
    );
  return withOutputOptions(command).action(({ name, seat, region, ...options }: Options) =>
    guarded(options, async (out) => {
      const made = (await askLines(
        '/administration/organisation/open',
        { name, seat, ...(region === undefined ? {} : { region }) },
        () => undefined,
      )) as OpenedOrganisation;
      const { readConfig } = await import('@sallyport/server/client');
      const { publicUrl, port } = readConfig();
      const address = publicUrl ?? `http://localhost:${port}`;
      const links = { first: `${address}/enter#${made.token}`, later: `${address}/?organisation=${made.routing}` };
      out.say({ zh: '已开立单位“{name}”。', en: 'Opened “{name}”.' }, { name });
      out.say({
        zh: '系统管理员的首次登录链接（15分钟内有效，只能使用一次）：',
        en: 'The link for its administrator’s first sign-in (for 15 minutes and one use):',
      });
      out.line(`  ${links.first}`);
      out.say({
        zh: '该单位人员以后从这里登录，请告知他们收藏：',
        en: 'Its people sign in here from then on; tell them to keep it:',
      });
      out.line(`  ${links.later}`);
      out.data({ organisation: made.organisation, links });
    }),
  );
}
