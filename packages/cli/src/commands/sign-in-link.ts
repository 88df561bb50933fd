import type { SignInLinks } from '@sallyport/server/program';
import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { askLines } from '../server/ask-lines.ts';

type Options = OutputOptions & { readonly organisation?: string };

/** When the links of the first start were lost or have ended, and no administrator can sign in who could make another. */
export function signInLinkCommand(): Command {
  const command = new Command('sign-in-link')
    .description(
      '系统管理员都还不能登录时，重新生成首次登录链接 / a new link for the first sign-in, while no administrator can sign in',
    )
    .option('--organisation <id>', '哪个单位 / which organisation, where there are several');
  return withOutputOptions(command).action(({ organisation, ...options }: Options) =>
    guarded(options, async (out) => {
      const asked = organisation === undefined ? {} : { organisation };
      const made = (await askLines('/administration/sign-in-link', asked, () => undefined)) as SignInLinks;
      const { readConfig } = await import('@sallyport/server/client');
      const { publicUrl, port } = readConfig();
      const links = made.tokens.map((token) => `${publicUrl ?? `http://localhost:${port}`}/enter#${token}`);
      out.say({
        zh: '系统管理员的首次登录链接（15分钟内有效，只能使用一次；以前的链接已失效）：',
        en: 'The administrator’s link for the first sign-in (for 15 minutes and one use; earlier links have ended):',
      });
      for (const link of links) out.line(`  ${link}`);
      out.data({ organisation: made.organisation, links });
    }),
  );
}
