import type { Rule } from '../../law/index.ts';
import type { Silence } from '../silence.ts';
import { inForce } from './basis.ts';
import { sentence } from './course.ts';
import { type Explanation, heading, type Sentence } from './explanation.ts';
import type { Language } from './language.ts';
import { origin } from './phrases.ts';
import { outsideOf } from './place.ts';
import { missingIn, reasons } from './reasons.ts';
import { Teller, type Telling } from './teller.ts';
import { statusLabels } from './words.ts';

/** Why a rule gives a subject no duty. */
export function explainSilence(
  rule: Rule,
  subject: number,
  silence: Silence,
  telling: Telling,
  language: Language,
): Explanation {
  const teller = new Teller(
    telling,
    { rule, variant: silence.variant, trace: silence.trace, subject, on: silence.on },
    language,
  );
  const sentences: Sentence[] = [
    { topic: 'status', text: teller.pick('没有应办事项。', 'There is no duty.') },
    ...why(teller, silence).map(
      (text): Sentence => ({ topic: silence.reason === 'excluded' ? 'applies' : 'trigger', text }),
    ),
  ];
  return { heading: heading(teller, subject), sentences, facts: teller.named };
}

function why(teller: Teller, { reason, on, variant, before }: Silence): string[] {
  const { rule } = teller;
  const day = on === null ? '' : teller.day(on);
  const from = variant ? origin(teller, variant.on) : '';
  switch (reason) {
    case 'unborn':
      return [
        teller.pick(
          `这条记录${day}才产生，在所问之日还不存在。`,
          `This record comes to be on ${day}; on the day asked about it is not there yet.`,
        ),
      ];
    case 'elsewhere':
      return [teller.text(elsewhereWords[rule.seat?.country ?? 'cn'])];
    case 'untriggered': {
      const names = variant ? teller.list(missingIn(teller, variant.on), 'and') : '';
      return [
        names === ''
          ? teller.pick('触发日未知。', 'The trigger day is not known.')
          : teller.pick(
              `触发日未知，因为没有登记${names}。`,
              `The trigger day is not known, because ${names} is not recorded.`,
            ),
      ];
    }
    case 'ahead':
      return [teller.pick(`触发日${day}尚未到来，即${from}。`, `The trigger day, ${day}, is still ahead: ${from}.`)];
    case 'outside':
      return outside(teller, on ?? 0, from);
    case 'waiting': {
      const first = teller.law.rules.find(({ id }) => id === rule.after);
      const title = first ? teller.quote(first.title) : '';
      const state =
        before === null
          ? teller.pick('还没有产生', 'does not exist yet')
          : teller.pick(`状态为“${teller.text(statusLabels[before])}”`, `is “${teller.text(statusLabels[before])}”`);
      return [
        teller.pick(
          `要等前一事项${title}完成后才产生，而该事项${state}。`,
          `It comes only after the duty ${title} has been met, and that one ${state}.`,
        ),
      ];
    }
    case 'excluded': {
      const elsewhere = rule.territory && outsideOf(teller, rule.territory);
      if (elsewhere) return [elsewhere];
      const said = rule.applies && teller.valueOf(rule.applies) === false ? reasons(teller, rule.applies) : [];
      if (said.length === 0)
        return [
          teller.pick(
            '在任何周期开始之前，记录已经终止，或者周期长度未知。',
            'The record ended before any period began, or the length of the period is not known.',
          ),
        ];
      return [
        teller.pick(
          `不适用，因为${said.join('；')}。`,
          `It does not apply: ${sentence(said.join('; ')).replace(/^./, (letter) => letter.toLowerCase())}`,
        ),
      ];
    }
  }
}

/** To whom an instrument of a country speaks. */
const elsewhereWords = {
  cn: {
    zh: '该法规文件只针对所在法域为中国内地的单位，本单位不在其列。',
    en: 'The instrument speaks to organisations seated in mainland China; this one is not.',
  },
  us: {
    zh: '该法规文件只针对所在法域为美国、或者取得美国设施安全许可的单位，本单位不在其列。',
    en: 'The instrument speaks to organisations seated in the United States or cleared by them; this one is neither.',
  },
};

function outside(teller: Teller, on: number, from: string): string[] {
  const day = teller.day(on);
  const trigger = teller.pick(`触发日是${day}，即${from}。`, `The trigger day is ${day}: ${from}.`);
  const before = on < teller.rule.from;
  const lies = before
    ? teller.pick(`触发日${day}在此之前`, `the trigger day ${day} lies before it`)
    : teller.pick(`触发日${day}在此之后`, `the trigger day ${day} lies after it`);
  return [trigger, inForce(teller, lies)];
}
