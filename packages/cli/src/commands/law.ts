import { Command } from 'commander';
import { checkCommand } from '../law/check.ts';
import { impactCommand } from '../law/impact.ts';
import { listCommand } from '../law/list.ts';
import { showCommand } from '../law/show.ts';

export function lawCommand(): Command {
  const law = new Command('law').description('规则包：列出、查看、检查、影响分析 / packs: list, show, check, impact');
  for (const command of [listCommand(), showCommand(), checkCommand(), impactCommand()]) law.addCommand(command);
  return law;
}
