import { addFile } from '@sallyport/server/contracts/files';
import { useAct } from '../../app/ask.ts';
import { FileList } from './file-list.tsx';
import { FilePicker } from './file-picker.tsx';
import { useUploads } from './use-uploads.ts';

type Props = { readonly kind: string; readonly id: string; readonly records: boolean };

/** Evidence of one fact; whoever may record it adds and removes. */
export function FactEvidence({ kind, id, records }: Props) {
  return (
    <>
      <FileList kind={kind} id={id} removable={records} />
      {records ? <AddEvidence kind={kind} id={id} /> : null}
    </>
  );
}

function AddEvidence({ kind, id }: Pick<Props, 'kind' | 'id'>) {
  const add = useAct(addFile);
  const { uploads, choose, drop } = useUploads(async (ticket, key) => {
    await add.mutateAsync({ kind, id, ticket });
    drop(key);
  });
  return <FilePicker uploads={uploads} onChoose={(files) => void choose(files)} onDrop={drop} />;
}
