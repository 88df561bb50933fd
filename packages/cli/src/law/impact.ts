import { formatDay, formatInstant } from '@sallyport/core/calendar';
import { countBegun, type ImpactLine, impactOf, questionOf } from '@sallyport/core/duties';
import { Command } from 'commander';
import { dayOf, evaluateWhole, openRegister, refuseSettings } from '../evaluate/evaluation.ts';
import { statusWords } from '../evaluate/status-words.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { calendars, lawOf } from './read-packs.ts';

type Options = OutputOptions & {
  readonly from: string;
  readonly to: string;
  readonly register: string;
  readonly asOf?: string;
};

/** `law impact`: what changes for one register when packs or settings change, before anything is published. */
export function impactCommand(): Command {
  const command = new Command('impact')
    .description('影响分析：两套规则包在同一登记信息上的差别 / compare two states of packs on one register')
    .requiredOption('--from <dir>', '原来的规则包 / packs before')
    .requiredOption('--to <dir>', '拟改的规则包 / packs after')
    .requiredOption('--register <dir>', '登记信息文件夹 / the register folder')
    .option('--as-of <day>', '以哪一天为准 / the day asked about');
  return withOutputOptions(command).action((options: Options) =>
    guarded(options, async (out) => {
      const day = dayOf(options.asOf);
      const register = await openRegister(options.register, out);
      const laws = [lawOf([options.from]), lawOf([options.to])] as const;
      for (const law of laws) refuseSettings(law, register, out);
      const known = calendars();
      const before = evaluateWhole(questionOf(laws[0], register, day, known), register, out);
      const after = evaluateWhole(questionOf(laws[1], register, day, known), register, out);
      const lines = impactOf(before, after, register, day);
      for (const line of lines) sayLine(line, out);
      const totals = { gained: 0, lost: 0, moved: 0 };
      for (const { change } of lines) totals[change]++;
      const duties = countBegun(after, day);
      out.say(
        {
          zh: '新增{gained}项，取消{lost}项，变动{moved}项；变动后共{duties}项应办事项。',
          en: '{gained} gained, {lost} lost, {moved} moved; {duties} duties after the change.',
        },
        { ...totals, duties },
      );
      out.data({ totals, duties });
    }),
  );
}

const changeWords = {
  gained: { zh: '新增', en: 'gained' },
  lost: { zh: '取消', en: 'lost' },
  moved: { zh: '变动', en: 'moved' },
};

function sayLine(line: ImpactLine, out: Output): void {
  const moment = (value: number | null): string =>
    value === null ? '-' : line.clock === 'instant' ? formatInstant(value) : formatDay(value);
  const side = (decision: ImpactLine['before']) => decision && { status: decision.status, due: moment(decision.due) };
  const text = (decision: ImpactLine['before']): string =>
    decision ? `${statusWords[decision.status][out.language]} ${moment(decision.due)}` : '-';
  const period = line.period === null ? null : formatDay(line.period);
  out.line(
    `${changeWords[line.change][out.language]}\t${line.rule}\t${line.subject}${period === null ? '' : ` ${period}`}\t${text(line.before)} → ${text(line.after)}`,
  );
  out.data({
    change: line.change,
    rule: line.rule,
    subject: line.subject,
    period,
    before: side(line.before),
    after: side(line.after),
  });
}
