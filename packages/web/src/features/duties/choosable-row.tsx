import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import { isSingleKey } from '../../ui/single-keys.ts';
import { keyOfDuty, useChosen } from './chosen.ts';
import { type DutyItem, DutyRow } from './duty-row.tsx';

type Props = { readonly duty: DutyItem; readonly among: readonly DutyItem[]; readonly names: Names };

/** A duty with a mark before it: by the mouse, by Space on the mark, or by X on the row; with Shift all between. */
export function ChoosableRow({ duty, among, names }: Props) {
  const { t, said } = useWords();
  const chosen = useChosen();
  if (chosen === null) return <DutyRow duty={duty} names={names} />;
  return (
    <div
      className="row-choice"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'x' || !isSingleKey(event.nativeEvent)) return;
        event.preventDefault();
        chosen.turn(duty, among, event.shiftKey);
      }}
    >
      <label className="row-mark">
        <input
          type="checkbox"
          aria-label={t('duties.choose', {
            title: said(duty.title),
            subject: names.get(duty.person ?? '') ?? duty.subject,
          })}
          checked={chosen.duties.has(keyOfDuty(duty))}
          onClick={(event) => chosen.turn(duty, among, event.shiftKey)}
          readOnly
        />
      </label>
      <DutyRow duty={duty} names={names} />
    </div>
  );
}
