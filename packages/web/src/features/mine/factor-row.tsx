import { Button } from '@mantine/core';
import { headed } from '../../app/format.ts';

type Props = {
  readonly name: string;
  readonly note: string;
  readonly act: string;
  readonly busy?: boolean;
  readonly onAct: () => void;
};

export function FactorRow({ name, note, act, busy = false, onAct }: Props) {
  return (
    <div className="row still">
      <span className="row-title">{headed(name)}</span>
      <Button variant="default" size="compact-sm" loading={busy} aria-label={`${act}: ${name}`} onClick={onAct}>
        {act}
      </Button>
      <span className="row-more">{note}</span>
    </div>
  );
}
